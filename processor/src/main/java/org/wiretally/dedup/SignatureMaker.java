package org.wiretally.dedup;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wiretally.place.PlaceReading;
import org.wiretally.place.Whereabouts;
import org.wiretally.text.Runs;
import org.wiretally.text.WordMemo;
import org.wiretally.text.WordTable;

/**
 * Makes signatures: one pass over the text, then a sort of its hashes. Case, punctuation and
 * whitespace do not count. Pure; its methods may be called by any number of threads.
 *
 * <p>Signatures are kept in state, so a change of what they are made of is a change of format.
 */
public final class SignatureMaker {
  static final int KEPT_SHINGLES = 256;
  static final int KEPT_FACTS = 48;
  static final int KEPT_OUTLINE = 480;

  /** Words beyond these count for {@link Signature#text()} and {@link Signature#tokens()} only. */
  static final int SHINGLED_WORDS = 20_000;

  private static final int SHINGLE_WORDS = 3;

  /** Keys that stand for the whole text; with these a pair that shares half is missed by 2^-8. */
  private static final int TEXT_KEYS = 8;

  /** Keys that stand for one paragraph each, so that a passage is found in another's text. */
  private static final int PARAGRAPH_KEYS = 16;

  /** Keys that stand for two names or numbers side by side: what a paraphrase has to keep. */
  private static final int FACT_KEYS = 12;

  /** Names and numbers of one sentence make a pair over at most so many others. */
  private static final int FACT_REACH = 3;

  /** Of a longer word so many letters count, so that its forms are one. */
  private static final int STEM_LETTERS = 5;

  /** Shorter words are left out of the outline, numbers excepted. */
  private static final int OUTLINED_LETTERS = 3;

  /** Paragraphs of fewer shingles, bylines for one, get no key of their own. */
  private static final int KEYED_PARAGRAPH = 8;

  private static final int LAST_PARAGRAPH = Byte.MAX_VALUE;

  /** The block of Thai, and the first one with a Han character: the bounds of Unicode's blocks. */
  private static final int FIRST_THAI = 0x0e00;

  private static final int LAST_THAI = 0x0e7f;
  private static final int FIRST_HAN = 0x2e80;

  /** Unicode's dashes, quotes and bullets, none of which is of a word. */
  private static final int FIRST_PUNCTUATION = 0x2010;

  private static final int LAST_PUNCTUATION = 0x2027;

  private static final Hasher64 HASHER = Hashing.komihash5_0();
  private static final CommonWords COMMON = CommonWords.load(HASHER::hashCharsToLong);
  private static final ThreadLocal<Words> WORDS = ThreadLocal.withInitial(Words::new);

  private SignatureMaker() {}

  /**
   * The signature of an article.
   *
   * @param title null where the source delivers none
   * @param places what was read of its places
   */
  public static Signature of(@Nullable String title, String text, PlaceReading places) {
    return of(title == null ? null : Runs.of(title), Runs.of(text), Whereabouts.of(places));
  }

  /** As {@link #of(String, String, PlaceReading)}, of texts whose runs of letters were read. */
  public static Signature of(@Nullable Runs title, Runs text, Whereabouts whereabouts) {
    Words words = WORDS.get();
    words.clear();
    if (title != null) {
      words.addTitle(title);
    }
    words.addText(text);
    return words.signature(whereabouts);
  }

  /** The words read so far. Its arrays serve one article after another. */
  private static final class Words {
    private long[] hashes = new long[1_024];
    private byte[] paragraphs = new byte[1_024];
    private long[] shingles = new long[1_024];
    private final HashSort sort = new HashSort();

    /**
     * Of a word its hash, and its stem in the outline, {@link Outline#BREAK} where it is left out
     * of it.
     */
    private final WordMemo known = new WordMemo();

    /** By run of letters, where it is known. */
    private int[] found = new int[512];

    private int kept;
    private int tokens;
    private long textHash;
    private int[] facts = new int[64];
    private int factCount;

    /** Those of the word that is being read character by character. */
    private final Letters letters = new Letters();

    private boolean wordIsFact;

    /** Those of a word that is a run of letters. */
    private final Letters runLetters = new Letters();

    private final short[] outline = new short[KEPT_OUTLINE];
    private int outlined;
    private final long[] sentenceFacts = new long[FACT_REACH];
    private int sentenceFactCount;
    private int[] factPairs = new int[64];
    private int factPairCount;

    void clear() {
      kept = 0;
      tokens = 0;
      textHash = 0;
      factCount = 0;
      letters.cut(0);
      wordIsFact = false;
      outlined = 0;
      sentenceFactCount = 0;
      factPairCount = 0;
    }

    void addTitle(Runs title) {
      find(title);
      char[] units = title.chars();
      int i = 0;
      for (int run = 0; run <= title.count(); run++) {
        int start = title.start(run);
        while (i < start) {
          int c = Character.codePointAt(units, i);
          addCharacter(c, false, Signature.TITLE);
          i += Character.charCount(c);
        }
        if (run < title.count()) {
          addRun(title, run, false, Signature.TITLE);
          i = title.end(run);
        }
      }
      endWord(Signature.TITLE);
      endSentence();
    }

    void addText(Runs text) {
      find(text);
      int paragraph = 0;
      int lineBreaks = 0;
      boolean sentenceStart = true;
      char[] units = text.chars();
      int length = units.length;
      int i = 0;
      for (int run = 0; run <= text.count(); run++) {
        int start = text.start(run);
        while (i < start) {
          if (units[i] == ' ') {
            endWord((byte) paragraph);
            i++;
            continue;
          }
          int c = Character.codePointAt(units, i);
          i += Character.charCount(c);
          if (addCharacter(c, !sentenceStart, (byte) paragraph)) {
            lineBreaks = 0;
            sentenceStart = false;
          } else if (c == '\n') {
            sentenceStart = true;
            endSentence();
            if (++lineBreaks == 2 && tokens > 0) {
              paragraph = Math.min(paragraph + 1, LAST_PARAGRAPH);
            }
          } else if (startsSentence(c)) {
            sentenceStart = true;
            if (endsSentence(c) && (i == length || Character.isWhitespace(units[i]))) {
              endSentence();
            }
          }
        }
        if (run < text.count()) {
          addRun(text, run, !sentenceStart, (byte) paragraph);
          lineBreaks = 0;
          sentenceStart = false;
          i = text.end(run);
        }
      }
      endWord((byte) paragraph);
    }

    /** Whether a run of letters that ends here is a word, unless one was begun before it. */
    private boolean isWord(char[] units, int end) {
      return letters.length() == 0 && (end == units.length || endsWord(units[end]));
    }

    /** Whether it is known at once that the character behind a word does not belong to it. */
    private static boolean endsWord(char c) {
      return c < 0x80 ? c < '0' || c > '9' : c >= FIRST_PUNCTUATION && c <= LAST_PUNCTUATION;
    }

    /** Looks up all runs. */
    private void find(Runs runs) {
      if (found.length < runs.count()) {
        found = new int[runs.count() + runs.count() / 2];
      }
      known.find(runs, found);
    }

    private void addRun(Runs of, int run, boolean mayBeName, byte paragraph) {
      int start = of.start(run);
      int end = of.end(run);
      if (!isWord(of.chars(), end)) {
        for (int i = start; i < end; i++) {
          addAscii(of.chars()[i], mayBeName, paragraph);
        }
        return;
      }
      boolean isFact = mayBeName && end - start > 1 && Runs.isCapital(of.chars()[start]);
      long key = of.key(run);
      int word = found[run];
      if (!known.holds(word, key)) {
        word = known.find(key);
        if (word == WordTable.UNKNOWN) {
          runLetters.view(of.folded(), start, end);
          word = learned(key, runLetters);
        }
      }
      add(word, isFact, paragraph);
    }

    /**
     * Finds out about a word.
     *
     * @param letters may be cut
     */
    private int learned(long key, Letters letters) {
      long hash = HASHER.hashCharsToLong(letters);
      boolean number = Character.isDigit(letters.charAt(0));
      int length = letters.length();
      short stem = Outline.BREAK;
      if ((number || length >= OUTLINED_LETTERS) && !COMMON.contains(hash)) {
        boolean whole = number || length <= STEM_LETTERS;
        if (!whole) {
          letters.cut(STEM_LETTERS);
        }
        stem = Outline.stem(whole ? hash : HASHER.hashCharsToLong(letters));
      }
      return known.add(key, hash, stem);
    }

    private static boolean startsSentence(int c) {
      return switch (c) {
        case '.', '!', '?', ':', '"', '`', '\u2018', '\u201c', '\u201e', '\u00ab' -> true;
        default -> false;
      };
    }

    private static boolean endsSentence(int c) {
      return c == '.' || c == '!' || c == '?';
    }

    private void endSentence() {
      sentenceFactCount = 0;
      if (outlined > 0 && outlined < KEPT_OUTLINE && outline[outlined - 1] != Outline.BREAK) {
        outline[outlined++] = Outline.BREAK;
      }
    }

    /** Takes one character; says whether it belongs to a word. */
    private boolean addCharacter(int c, boolean mayBeName, byte paragraph) {
      return c < 0x80
          ? addAscii((char) c, mayBeName, paragraph)
          : addOther(c, mayBeName, paragraph);
    }

    private boolean addAscii(char c, boolean mayBeName, byte paragraph) {
      boolean capital = c >= 'A' && c <= 'Z';
      boolean digit = c >= '0' && c <= '9';
      if (!capital && !digit && !(c >= 'a' && c <= 'z')) {
        endWord(paragraph);
        return false;
      }
      if (letters.length() == 0) {
        wordIsFact = digit || (mayBeName && capital);
      }
      letters.append(capital ? (char) (c + 'a' - 'A') : c);
      return true;
    }

    private boolean addOther(int c, boolean mayBeName, byte paragraph) {
      if (standsAlone(c)) {
        endWord(paragraph);
        letters.append(c);
        endWord(paragraph);
        return true;
      }
      if (Character.isLetterOrDigit(c)) {
        if (letters.length() == 0) {
          wordIsFact = Character.isDigit(c) || (mayBeName && Character.isUpperCase(c));
        }
        letters.append(Character.toLowerCase(c));
        return true;
      }
      if (letters.length() > 0 && isMark(c)) {
        letters.append(c);
        return true;
      }
      endWord(paragraph);
      return false;
    }

    /** Scripts that put no space between words are taken character by character. */
    private static boolean standsAlone(int c) {
      // most that is no ASCII is a curly quote or a dash, and asking for its script takes a search
      if (c < FIRST_THAI || (c > LAST_THAI && c < FIRST_HAN)) {
        return false;
      }
      UnicodeScript script = UnicodeScript.of(c);
      return script == UnicodeScript.HAN
          || script == UnicodeScript.HIRAGANA
          || script == UnicodeScript.KATAKANA
          || script == UnicodeScript.THAI;
    }

    private static boolean isMark(int c) {
      int type = Character.getType(c);
      return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private void endWord(byte paragraph) {
      if (letters.length() > 0) {
        boolean isFact =
            wordIsFact && (letters.length() > 1 || Character.isDigit(letters.charAt(0)));
        add(learned(WordTable.UNKNOWN, letters), isFact, paragraph);
        letters.cut(0);
        wordIsFact = false;
      }
    }

    private void add(int word, boolean isFact, byte paragraph) {
      long hash = known.value(word);
      textHash = HASHER.hashLongLongToLong(textHash, hash);
      tokens++;
      if (kept == SHINGLED_WORDS) {
        return;
      }
      if (kept == hashes.length) {
        hashes = Arrays.copyOf(hashes, kept * 2);
        paragraphs = Arrays.copyOf(paragraphs, kept * 2);
      }
      hashes[kept] = hash;
      paragraphs[kept] = paragraph;
      kept++;
      if (isFact) {
        if (factCount == facts.length) {
          facts = Arrays.copyOf(facts, factCount * 2);
        }
        facts[factCount++] = (int) hash;
        if (!COMMON.contains(hash)) {
          addFactPairs(hash);
        }
      }
      if (outlined < KEPT_OUTLINE) {
        short stem = known.note(word);
        outline[outlined] = stem;
        outlined += stem == Outline.BREAK ? 0 : 1;
      }
    }

    private void addFactPairs(long fact) {
      for (int i = 0; i < Math.min(sentenceFactCount, FACT_REACH); i++) {
        long other = sentenceFacts[i];
        if (other == fact) {
          continue;
        }
        if (factPairCount == factPairs.length) {
          factPairs = Arrays.copyOf(factPairs, factPairCount * 2);
        }
        factPairs[factPairCount++] =
            (int) HASHER.hashLongLongToLong(Math.min(fact, other), Math.max(fact, other));
      }
      sentenceFacts[sentenceFactCount++ % FACT_REACH] = fact;
    }

    Signature signature(Whereabouts whereabouts) {
      int count = kept == 0 ? 0 : Math.max(1, kept - SHINGLE_WORDS + 1);
      if (shingles.length < count) {
        shingles = new long[hashes.length];
      }
      for (int i = 0; i < count; i++) {
        long second = i + 1 < kept ? hashes[i + 1] : 0;
        long third = i + 2 < kept ? hashes[i + 2] : 0;
        long shingle = HASHER.hashLongLongLongToLong(hashes[i], second, third);
        shingles[i] = ((shingle & 0xffff_ffff_0000_0000L) ^ Long.MIN_VALUE) | i;
      }
      long[] ranked = sort.sorted(shingles, count);
      int distinct = 0;
      for (int i = 0; i < count; i++) {
        if (i == 0 || ranked[i] >>> 32 != ranked[i - 1] >>> 32) {
          ranked[distinct++] = ranked[i];
        }
      }
      int[] sample = new int[Math.min(distinct, KEPT_SHINGLES)];
      byte[] sampleParagraphs = new byte[sample.length];
      for (int i = 0; i < sample.length; i++) {
        sample[i] = hash(ranked[i]);
        sampleParagraphs[i] = paragraphs[(int) ranked[i]];
      }
      return new Signature(
          textHash,
          tokens,
          new Sketch(distinct, sample),
          sampleParagraphs,
          Sketch.of(facts, factCount, KEPT_FACTS),
          new Outline(Arrays.copyOf(outline, outlined)),
          keys(ranked, distinct),
          whereabouts);
    }

    private static int hash(long ranked) {
      return (int) ((ranked ^ Long.MIN_VALUE) >>> 32);
    }

    /**
     * The smallest hashes of the pairs of facts, of the text, and the smallest of each paragraph;
     * where the paragraphs are too many, those whose smallest is smallest, so that two texts drop
     * the same ones.
     */
    private int[] keys(long[] ranked, int distinct) {
      int[] shinglesOf = new int[LAST_PARAGRAPH + 2];
      for (int i = 0; i < distinct; i++) {
        shinglesOf[paragraphs[(int) ranked[i]] + 1]++;
      }
      boolean[] keyed = new boolean[shinglesOf.length];
      int[] pairs = Sketch.smallest(factPairs, factPairCount, FACT_KEYS);
      int[] keys = Arrays.copyOf(pairs, pairs.length + TEXT_KEYS + PARAGRAPH_KEYS);
      for (int i = 0; i < pairs.length; i++) {
        keys[i] = Signature.factKey(pairs[i]);
      }
      int count = pairs.length;
      int paragraphKeys = 0;
      for (int i = 0; i < distinct && (i < TEXT_KEYS || paragraphKeys < PARAGRAPH_KEYS); i++) {
        int paragraph = paragraphs[(int) ranked[i]] + 1;
        boolean smallest = !keyed[paragraph] && shinglesOf[paragraph] >= KEYED_PARAGRAPH;
        if (smallest && paragraphKeys < PARAGRAPH_KEYS) {
          keyed[paragraph] = true;
          paragraphKeys++;
        } else if (i >= TEXT_KEYS) {
          continue;
        }
        keys[count++] = Signature.wordKey(hash(ranked[i]));
      }
      return Arrays.copyOf(keys, count);
    }
  }

  /** The letters of one word, which are hashed without making a string of them. */
  private static final class Letters implements CharSequence {
    private char[] letters = new char[32];
    private int start;
    private int length;

    /** Becomes those of another text, after which none must be appended. */
    void view(char[] text, int from, int to) {
      letters = text;
      start = from;
      length = to - from;
    }

    void append(char c) {
      if (length == letters.length) {
        letters = Arrays.copyOf(letters, length * 2);
      }
      letters[length++] = c;
    }

    void append(int codePoint) {
      if (Character.isBmpCodePoint(codePoint)) {
        append((char) codePoint);
      } else {
        append(Character.highSurrogate(codePoint));
        append(Character.lowSurrogate(codePoint));
      }
    }

    void cut(int to) {
      length = to;
    }

    @Override
    public int length() {
      return length;
    }

    @Override
    public char charAt(int i) {
      return letters[start + i];
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return new String(letters, start + from, to - from);
    }

    @Override
    public String toString() {
      return new String(letters, start, length);
    }
  }
}
