package org.wiretally.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WordMemoTest {
  /** However many words share its places, what it knows of a word is what was kept of that word. */
  @Property(tries = 20)
  void aWordIsKnownAsItWasKeptOrNotAtAll(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60_000) int words) {
    Random random = new Random(seed);
    WordMemo memo = new WordMemo();
    for (int i = 0; i < 20_000; i++) {
      long key = WordTable.key(letters(random.nextInt(words)));
      int at = memo.find(key);
      if (at == WordTable.UNKNOWN) {
        at = memo.add(key, -key, (short) key);
        assertThat(memo.find(key)).isEqualTo(at);
      }
      assertThat(memo.holds(at, key)).isTrue();
      assertThat(memo.value(at)).isEqualTo(-key);
      assertThat(memo.note(at)).isEqualTo((short) key);
    }
  }

  @Property(tries = 20)
  void aWordWhoseKeyIsAHashIsNotKnownAgain(@ForAll int hash) {
    WordMemo memo = new WordMemo();
    long key = Long.MIN_VALUE | (hash & 0xffff_ffffL);
    int at = memo.add(key, hash, (short) 7);

    assertThat(memo.value(at)).isEqualTo(hash);
    assertThat(memo.note(at)).isEqualTo((short) 7);
    assertThat(memo.find(key)).isEqualTo(WordTable.UNKNOWN);
  }

  private static String letters(int number) {
    StringBuilder word = new StringBuilder();
    for (int rest = number; rest > 0 || word.length() == 0; rest /= 26) {
      word.append((char) ('a' + rest % 26));
    }
    return word.toString();
  }
}
