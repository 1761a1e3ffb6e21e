package org.wiretally.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.wiretally.place.PlaceReading;

class SignatureMakerTest {
  @Test
  void caseAndPunctuationDoNotCount() {
    Signature plain =
        SignatureMaker.of(
            "Fire in Odda", "Nine people fled, the mayor said.", PlaceReading.NOWHERE);
    Signature loud =
        SignatureMaker.of(
            null, "FIRE IN ODDA -- nine people fled (the mayor said)", PlaceReading.NOWHERE);

    assertThat(loud.text()).isEqualTo(plain.text());
    assertThat(loud.shingles()).isEqualTo(plain.shingles());
  }

  @Test
  void theOrderOfWordsCounts() {
    assertThat(SignatureMaker.of(null, "dog bites man in Odda", PlaceReading.NOWHERE).text())
        .isNotEqualTo(
            SignatureMaker.of(null, "man bites dog in Odda", PlaceReading.NOWHERE).text());
  }

  @Test
  void anEmptyTextHasAnEmptySignature() {
    Signature empty = SignatureMaker.of(null, " \n\n -- ", PlaceReading.NOWHERE);

    assertThat(empty.tokens()).isZero();
    assertThat(empty.shingles().size()).isZero();
    assertThat(empty.keys()).isEmpty();
  }

  /** The bytes that Signature's comment promises, before encoding. */
  @Test
  void aLongTextHasABoundedSignature() {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40_000; i++) {
      text.append(i % 9 == 0 ? "Name" : "word").append(random.nextInt(30_000));
      text.append(i % 120 == 119 ? ".\n\n" : i % 12 == 11 ? ". " : " ");
    }
    Signature signature = SignatureMaker.of("title", text.toString(), PlaceReading.NOWHERE);

    assertThat(signature.tokens()).isEqualTo(40_001);
    int bytes =
        16
            + 5 * signature.shingles().hashes().length
            + 4 * signature.facts().hashes().length
            + 2 * signature.outline().stems().length
            + 4 * signature.keys().length;
    assertThat(bytes).isLessThanOrEqualTo(2_660);
  }

  /** What two sketches show is the overlap of the sets: exact for small ones, close for large. */
  @Property(tries = 100)
  void sketchesShowTheOverlapOfTheirSets(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 1_200) int first,
      @ForAll @IntRange(min = 1, max = 1_200) int second) {
    Random random = new Random(seed);
    int[] both = random.ints(1_600).toArray();
    int[] a = Arrays.copyOfRange(both, 0, first);
    int[] b = Arrays.copyOfRange(both, both.length - second, both.length);
    double jaccard = jaccard(a, b);
    double shown = Sketch.of(a, a.length, 256).overlap(Sketch.of(b, b.length, 256)).jaccard();

    if (first <= 256 && second <= 256) {
      assertThat(shown).isEqualTo(jaccard);
    } else {
      // Six standard deviations of a sample of 256.
      assertThat(Math.abs(shown - jaccard)).isLessThan(0.19);
    }
  }

  private static double jaccard(int[] a, int[] b) {
    Set<Integer> union = new HashSet<>();
    for (int each : a) {
      union.add(each);
    }
    int inA = union.size();
    Set<Integer> setB = new HashSet<>();
    for (int each : b) {
      setB.add(each);
    }
    union.addAll(setB);
    return (double) (inA + setB.size() - union.size()) / union.size();
  }
}
