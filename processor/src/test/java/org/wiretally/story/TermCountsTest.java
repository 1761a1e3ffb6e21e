package org.wiretally.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TermCountsTest {
  @Property
  void theHeaviestAreThoseCountedMost(
      @ForAll @Size(max = 200) List<@IntRange(min = -40, max = 40) Integer> terms) {
    TermCounts counts = new TermCounts(4);
    Map<Integer, Integer> sums = new TreeMap<>(Integer::compareUnsigned);
    for (int term : terms) {
      counts.add(term, 2);
      sums.merge(term, 2, Integer::sum);
    }

    TermCounts.Weighted kept = counts.heaviest(7, (term, sum) -> sum > 2 ? sum : 0);

    List<Integer> expected =
        sums.entrySet().stream()
            .filter(e -> e.getValue() > 2)
            .sorted(Comparator.comparing(e -> -e.getValue()))
            .limit(7)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    assertThat(kept.terms()).isEqualTo(expected.stream().mapToInt(Integer::intValue).toArray());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(kept.weights()[i]).isEqualTo(sums.getOrDefault(expected.get(i), 0).floatValue());
    }
  }
}
