package org.wiretally.ingest.normalize;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wiretally.ingest.normalize.NormalizedArticle.Dropped;

/**
 * Makes an article of what a source delivered.
 *
 * <p>Four steps: {@link Characters}, {@link Paragraphs}, chrome and date statements, {@link
 * Continuations}. A pure function, linear in the length of the text, idempotent: the text of an
 * article normalises to itself. It never throws, whatever the text.
 */
public final class Normalizer {
  /** A date is the article's only where so few paragraphs stand above it. */
  private static final int HEAD = 4;

  /** A dateline stands within this many characters of the paragraph it begins. */
  private static final int LONGEST_DATELINE = 110;

  private static final int LONGEST_HEADLINE = 200;

  private Normalizer() {}

  /** Normalises one delivered article. */
  public static Normalization normalize(RawArticle raw) {
    Reading reading = new Reading(title(raw));
    for (MappedText paragraph : Paragraphs.of(Characters.clean(raw.text()))) {
      reading.read(paragraph);
    }
    MappedText text = Continuations.join(reading.kept, raw.text());
    if (text.length() == 0 && reading.title == null && !raw.withdrawn()) {
      return new Normalization.Refused(
          raw.text().isBlank() ? "it holds no text" : "it holds nothing but page furniture");
    }
    Instant published = raw.stated().published();
    PublishedFrom publishedFrom = PublishedFrom.SOURCE;
    if (published == null) {
      published = reading.published();
      publishedFrom = PublishedFrom.TEXT;
    }
    if (published == null) {
      published = raw.sidecar().published();
      publishedFrom = PublishedFrom.SIDECAR;
    }
    if (published == null) {
      published = raw.fallbackTime();
      publishedFrom = raw.fallbackFrom();
    }
    return new Normalization.Done(
        new NormalizedArticle(
            raw.id(),
            raw.version(),
            raw.withdrawn(),
            reading.title,
            text.toString(),
            text.offsets(),
            published,
            publishedFrom,
            first(raw.stated().publisher(), reading.publisher(), raw.sidecar().publisher()),
            first(raw.stated().url(), null, raw.sidecar().url()),
            first(raw.stated().language(), null, raw.sidecar().language()),
            raw.source(),
            reading.dropped));
  }

  private static @Nullable String title(RawArticle raw) {
    String title = first(raw.stated().title(), null, raw.sidecar().title());
    if (title == null) {
      return null;
    }
    StringBuilder line = new StringBuilder(title.length());
    for (MappedText paragraph : Paragraphs.of(Characters.clean(title))) {
      line.append(line.length() == 0 ? "" : " ").append(paragraph.chars());
    }
    return line.length() == 0 ? null : line.toString();
  }

  private static @Nullable String first(
      @Nullable String best, @Nullable String next, @Nullable String last) {
    String found = best != null && !best.isBlank() ? best : next;
    String result = found != null && !found.isBlank() ? found : last;
    return result == null || result.isBlank() ? null : result.strip();
  }

  /** The third step: reads the paragraphs in order and keeps those of the article. */
  private static final class Reading {
    private final @Nullable String title;
    private final List<MappedText> kept = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();
    private @Nullable Instant published;
    private @Nullable Instant datelined;
    private @Nullable String holder;
    private @Nullable String agency;
    private boolean amongTeasers;

    Reading(@Nullable String title) {
      this.title = title;
    }

    @Nullable String publisher() {
      return holder != null ? holder : agency;
    }

    @Nullable Instant published() {
      return published != null ? published : datelined;
    }

    void read(MappedText paragraph) {
      if (amongTeasers && Teasers.isTeaser(paragraph.chars())) {
        drop("teasers", paragraph, 0, paragraph.length());
        return;
      }
      amongTeasers = false;
      MappedText rest = withoutDate(paragraph);
      if (rest.length() == 0) {
        return;
      }
      Chrome.Rule rule = Chrome.standard().match(rest.chars());
      if (rule != null) {
        amongTeasers = rule.reach() == Chrome.Reach.TEASERS;
        if (holder == null && rule.name().equals("copyright")) {
          holder = CopyrightHolder.of(rest.chars());
        }
        drop(rule.name(), rest, 0, rest.length());
      } else if (repeatsHeadline(rest)) {
        drop("headline", rest, 0, rest.length());
      } else {
        if (kept.size() < HEAD) {
          readDateline(rest);
        }
        kept.add(rest);
      }
    }

    /** The paragraph after the date statements with which it begins. */
    private MappedText withoutDate(MappedText paragraph) {
      int start = 0;
      DateStatement statement = dateAt(paragraph, start);
      while (statement != null) {
        Instant time = statement.published();
        published = published == null || time.isAfter(published) ? time : published;
        drop("date", paragraph, start, start + statement.end());
        start += statement.end();
        statement = dateAt(paragraph, start);
      }
      if (start == 0) {
        return paragraph;
      }
      MappedText rest = new MappedText(paragraph.length() - start);
      rest.append(paragraph, start, paragraph.length());
      return rest;
    }

    private @Nullable DateStatement dateAt(MappedText paragraph, int start) {
      if (kept.size() >= HEAD) {
        return null;
      }
      int end = Math.min(paragraph.length(), start + DateStatement.LONGEST);
      CharSequence head = paragraph.chars().subSequence(start, end);
      DateStatement statement = end == paragraph.length() ? DateStatement.whole(head) : null;
      return statement == null ? DateStatement.leading(head) : statement;
    }

    private void readDateline(MappedText paragraph) {
      if (agency == null) {
        agency = Dateline.agency(paragraph.chars(), LONGEST_DATELINE);
      }
      if (datelined == null) {
        datelined = DateStatement.inDateline(paragraph.chars());
      }
    }

    private boolean repeatsHeadline(MappedText paragraph) {
      if (title != null && title.contentEquals(paragraph.chars())) {
        return true;
      }
      return !kept.isEmpty()
          && paragraph.length() <= LONGEST_HEADLINE
          && kept.get(0).chars().compareTo(paragraph.chars()) == 0
          && !Words.endsSentence(paragraph.chars())
          && !Chrome.standard().statesFigure(paragraph.chars());
    }

    private void drop(String rule, MappedText paragraph, int start, int end) {
      int last = paragraph.toDelivered(end - 1) + 1;
      dropped.add(new Dropped(rule, paragraph.toDelivered(start), last));
    }
  }
}
