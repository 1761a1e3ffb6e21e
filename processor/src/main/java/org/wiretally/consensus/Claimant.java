package org.wiretally.consensus;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Who says so, canonicalised: "the Kazakh Interior Ministry" and "a spokesman for the Ministry of
 * the Interior" are one.
 *
 * @param body the body's canonical name, from the lexicon where it has it
 * @param of whose body, lower case: {@code kazakh}, {@code chicago}; null where unsaid
 * @param kind what kind of body
 */
record Claimant(String body, @Nullable String of, Kind kind) implements Comparable<Claimant> {
  enum Kind {
    /** Ministries, governments, courts: speak for the state. */
    OFFICIAL,
    /** Police, fire, rescue: count on the spot. */
    SERVICE,
    /** Hospitals, coroners, medics: count bodies and patients. */
    MEDICAL,
    /** Aid agencies, monitors, the United Nations. */
    ORGANISATION,
    /** Militias, rebels, parties to a conflict. */
    PARTY,
    /** Witnesses, residents, relatives. */
    WITNESS,
    /** Media quoted as a source. */
    MEDIA,
    /** Anyone that the lexicon does not know. */
    OTHER
  }

  private static final Comparator<Claimant> ORDER =
      Comparator.comparing(Claimant::body)
          .thenComparing(Claimant::of, Comparator.nullsFirst(Comparator.naturalOrder()));

  String id() {
    return of == null ? body : body + "/" + of;
  }

  /** As a reader sees it. */
  String label() {
    return of == null ? label(body) : label(body) + " (" + of + ")";
  }

  /** A body as a reader sees it, whosever it is. */
  static String label(String body) {
    return body.replace('-', ' ');
  }

  @Override
  public int compareTo(Claimant other) {
    return ORDER.compare(this, other);
  }
}
