package org.wiretally.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wiretally.place.PlaceReading;

/** Versions, withdrawal and retention; order is CopyIndexOrderTest's, texts are the corpus's. */
class CopyIndexTest {
  private static final String STORM =
      "Gusts of 130 kilometres an hour tore the roof from a school in Helmsby on Thursday and"
          + " left nine villages on the Arden estuary without electricity until the evening.";
  private static final String STRIKE =
      "Drivers of the Velden tramways walked out at noon over the dismissal of a colleague who had"
          + " refused to take a carriage with worn brakes down the hill to Marktplein.";

  private final CopyIndex index = new CopyIndex(CopyTables.inMemory(), CopyPolicy.DEFAULT);

  @Test
  void aLaterVersionThatCopiesNobodyIsARevision() {
    index.put(member("a", 1, 10, STORM));

    assertThat(index.put(member("a", 2, 10, STORM + " A boy was hurt.")).changed())
        .extracting(Verdict::kind)
        .containsExactly(VerdictKind.REVISION);
  }

  @Test
  void aLaterVersionThatCopiesAnotherIsACopy() {
    index.put(member("a", 1, 10, STORM));
    index.put(member("b", 1, 20, STRIKE));

    Verdict verdict = index.put(member("b", 2, 20, STORM)).changed().get(0);

    assertThat(verdict.kind()).isEqualTo(VerdictKind.EXACT_COPY);
    assertThat(verdict.root()).isEqualTo("a");
  }

  @Test
  void anEarlierVersionThatComesLateChangesNothing() {
    index.put(member("a", 2, 10, STORM));

    assertThat(index.put(member("a", 1, 10, STRIKE)).changed()).isEmpty();
    assertThat(index.put(member("b", 1, 20, STRIKE)).changed().get(0).kind())
        .isEqualTo(VerdictKind.FRESH);
  }

  @Test
  void aWithdrawnOriginalLeavesItsFirstCopyAsTheRoot() {
    index.put(member("a", 1, 10, STORM));
    index.put(member("b", 1, 20, STORM));
    index.put(member("c", 1, 30, STORM));

    List<Verdict> changed = index.withdraw("a").changed();

    assertThat(changed).extracting(Verdict::articleId).containsExactly("a", "b", "c");
    assertThat(changed)
        .extracting(Verdict::kind)
        .containsExactly(VerdictKind.WITHDRAWN, VerdictKind.FRESH, VerdictKind.EXACT_COPY);
    assertThat(changed.get(2).root()).isEqualTo("b");
    assertThat(index.withdraw("a").changed()).isEmpty();
  }

  @Test
  void anOriginalThatArrivesLastTakesOverItsCopies() {
    index.put(member("b", 1, 20, STORM));
    index.put(member("c", 1, 30, STORM));

    List<Verdict> changed = index.put(member("a", 1, 10, STORM)).changed();

    assertThat(changed).extracting(Verdict::articleId).containsExactly("a", "b", "c");
    assertThat(changed).extracting(Verdict::root).containsOnly("a");
  }

  @Test
  void aForgottenOriginalStaysTheRootOfItsCopiesAndGetsNoNewOnes() {
    index.put(member("a", 1, 10, STORM));
    index.put(member("b", 1, 20, STORM));
    index.forget("a");

    assertThat(index.verdict("a")).isNull();
    Verdict later = index.put(member("c", 1, 30, STORM)).changed().get(0);
    assertThat(later.of()).isEqualTo("b");
    assertThat(later.root()).isEqualTo("a");
    assertThat(index.withdraw("b").changed())
        .extracting(Verdict::articleId, Verdict::root)
        .containsExactly(tuple("b", "b"), tuple("c", "c"));
  }

  private static CopyMember member(String id, int version, long second, String text) {
    return new CopyMember(
        id,
        version,
        Instant.ofEpochSecond(second),
        SignatureMaker.of(null, text, PlaceReading.NOWHERE));
  }
}
