package org.wiretally.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TallyTest {
  @Property
  void theHeaviestAreThoseCountedMost(
      @ForAll @Size(max = 200) List<@IntRange(min = -40, max = 40) Integer> terms) {
    Tally tally = new Tally(4);
    Map<Integer, Integer> sums = new TreeMap<>(Integer::compareUnsigned);
    for (int term : terms) {
      tally.add(term, 2);
      sums.merge(term, 2, Integer::sum);
    }

    Tally.Ranked ranked = tally.heaviest(7, (term, sum) -> sum > 2 ? sum : 0);

    List<Integer> expected =
        sums.entrySet().stream()
            .filter(e -> e.getValue() > 2)
            .sorted(Comparator.comparing(e -> -e.getValue()))
            .limit(7)
            .map(Map.Entry::getKey)
            .toList();
    assertThat(IntStream.range(0, ranked.count()).mapToObj(ranked::term)).isEqualTo(expected);
    assertThat(IntStream.range(0, ranked.count()).mapToObj(ranked::weight))
        .isEqualTo(expected.stream().map(term -> (float) sums.getOrDefault(term, 0)).toList());
    assertThat(ranked.rising()).isSorted();
  }
}
