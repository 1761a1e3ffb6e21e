package org.wiretally.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Buckets against a sorted set, as they grow into pages of pages and shrink again. */
class BucketsTest {
  private static final int REACH = 3;

  private final InMemoryTable<String> rows = new InMemoryTable<>();
  private final Buckets buckets = new Buckets(rows, REACH);

  @Property(tries = 60)
  void whatLiesAroundIsWhatASortedSetSays(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 3_000) int entries) {
    Random random = new Random(seed);
    NavigableSet<String> kept = new TreeSet<>();
    for (int i = 0; i < 3 * entries; i++) {
      // the first third of the calls mostly in order, as articles come
      int late = random.nextInt(8) == 0 ? random.nextInt(entries) : 0;
      String entry = entry(i < entries ? Math.max(0, i - late) : random.nextInt(entries));
      if (i < entries || random.nextInt(5) == 0) {
        kept.add(entry);
        buckets.add("key", entry);
      } else {
        kept.remove(entry);
        buckets.remove("key", entry);
      }
      if (i % 16 == 0) {
        Buckets.Neighbours found = buckets.around("key", entry);
        assertThat(found.before()).isEqualTo(first(kept.headSet(entry, false).descendingSet()));
        assertThat(found.after()).isEqualTo(first(kept.tailSet(entry, false)));
      }
    }
    kept.forEach(entry -> buckets.remove("key", entry));
    assertThat(rows.size()).isZero();
  }

  @Example
  void aPageIsFullBeforeTheNextIsBegunWhereEntriesComeInOrder() {
    for (int i = 0; i < 32 * 33; i++) {
      buckets.add("key", entry(i));
    }
    // 33 pages, the row that names them
    assertThat(rows.size()).isEqualTo(33 + 1);
  }

  @Example
  void keysThatBeginAlikeAreApart() {
    for (int i = 0; i < 80; i++) {
      buckets.add("t1", entry(2 * i));
      buckets.add("t12", entry(2 * i + 1));
    }
    assertThat(buckets.around("t1", entry(4)).after())
        .containsExactly(entry(6), entry(8), entry(10));
  }

  @Example
  void addingTwiceAndRemovingWhatIsNotThereChangeNothing() {
    for (int i = 0; i < 40; i++) {
      buckets.add("key", entry(i));
      buckets.add("key", entry(i));
    }
    buckets.remove("key", entry(41));
    buckets.remove("none", entry(1));
    assertThat(buckets.around("key", entry(40)).before())
        .containsExactly(entry(39), entry(38), entry(37));
    assertThat(buckets.around("key", entry(40)).after()).isEmpty();
  }

  /** Of unequal lengths, and some the beginning of others. */
  private static String entry(int number) {
    return number % 3 == 0
        ? String.format(Locale.ROOT, "%05d", number)
        : String.format(Locale.ROOT, "%05d-%d", number - number % 3, number % 3);
  }

  private static List<String> first(NavigableSet<String> entries) {
    List<String> first = new ArrayList<>();
    for (String entry : entries) {
      if (first.size() == REACH) {
        break;
      }
      first.add(entry);
    }
    return first;
  }
}
