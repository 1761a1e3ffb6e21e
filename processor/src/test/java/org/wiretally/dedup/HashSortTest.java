package org.wiretally.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class HashSortTest {
  @Property(tries = 200)
  void sortsWhatIsSpreadEvenly(@ForAll long seed, @ForAll @IntRange(max = 3000) int count) {
    check(new Random(seed).longs(count));
  }

  @Property(tries = 200)
  void sortsWhatSharesItsUpperBits(@ForAll long seed, @ForAll @IntRange(max = 3000) int count) {
    check(new Random(seed).longs(count, -5, 5));
    check(new Random(seed).longs(count).map(n -> n % 3 == 0 ? Long.MIN_VALUE + count : n));
  }

  private static void check(LongStream numbers) {
    long[] given = numbers.toArray();
    long[] expected = given.clone();
    Arrays.sort(expected);
    assertThat(Arrays.copyOf(new HashSort().sorted(given, expected.length), expected.length))
        .isEqualTo(expected);
  }
}
