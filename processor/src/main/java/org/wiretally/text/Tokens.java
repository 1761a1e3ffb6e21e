package org.wiretally.text;

import java.util.Arrays;

/**
 * The tokens of one text in columns, as {@link Lexer} made them.
 *
 * <p>Offsets are UTF-16 units of the text. Read-only outside of this package; safe to share until
 * they are given to the lexer again.
 */
public final class Tokens {
  public static final byte WORD = 0;

  /** A whole number in digits; {@link #value} holds it. */
  public static final byte NUMBER = 1;

  /** A decimal; {@link #value} holds a million times its value. */
  public static final byte DECIMAL = 2;

  public static final byte ORDINAL = 3;

  /** A date, a clock time, a telephone number, a decade, an identifier. */
  public static final byte CODE = 4;

  public static final byte PERCENT = 5;
  public static final byte MONEY = 6;

  /** A number in digits that no long holds. */
  public static final byte HUGE = 7;

  public static final byte COMMA = 8;
  public static final byte STOP = 9;
  public static final byte COLON = 10;
  public static final byte SEMICOLON = 11;
  public static final byte DASH = 12;
  public static final byte OPEN = 13;
  public static final byte CLOSE = 14;
  public static final byte QUOTE = 15;
  public static final byte CURRENCY = 16;
  public static final byte QUESTION = 17;
  public static final byte SYMBOL = 18;

  /** First letter upper case. */
  public static final byte CAPITAL = 1;

  /** More than one letter, all upper case. */
  public static final byte UPPER = 2;

  /** Joined to the token before by a hyphen. */
  public static final byte HYPHENATED = 4;

  /** Digits with group separators. */
  public static final byte GROUPED = 8;

  /** No space to the token before. */
  public static final byte TIGHT = 16;

  /** A value for {@link #DECIMAL}: units per whole. */
  public static final long DECIMAL_SCALE = 1_000_000;

  private String text = "";
  private int size;
  private int[] start = {};
  private int[] end = {};

  /** Of a word its id, of any other token where its value is; below 0 where it has none. */
  private int[] wordOrValue = {};

  private byte[] kind = {};
  private byte[] flags = {};

  /** The values other than 0: most tokens have none. */
  private long[] values = new long[16];

  private int valueCount;
  private int sentences;
  private int[] sentenceStart = {};
  private boolean[] paragraphStart = {};
  private boolean upperCase;

  private Tokens() {}

  /** No tokens of no text, for {@link Lexer#lex(Runs, Tokens)} to fill. */
  public static Tokens none() {
    return new Tokens();
  }

  /**
   * Forgets the tokens for those of another text.
   *
   * @param room for so many tokens, 1 or more, without growing
   */
  void open(String of, int room) {
    text = of;
    size = 0;
    valueCount = 0;
    sentences = 0;
    upperCase = false;
    if (start.length < room) {
      start = new int[room];
      end = new int[room];
      wordOrValue = new int[room];
      kind = new byte[room];
      flags = new byte[room];
      sentenceStart = new int[room / 12 + 8];
      paragraphStart = new boolean[sentenceStart.length];
    }
  }

  public String text() {
    return text;
  }

  public int size() {
    return size;
  }

  public int start(int token) {
    return start[token];
  }

  public int end(int token) {
    return end[token];
  }

  /** Id in the lexer's table, or {@link WordTable#UNKNOWN}. */
  public int word(int token) {
    return kind[token] == WORD ? wordOrValue[token] : WordTable.UNKNOWN;
  }

  public byte kind(int token) {
    return kind[token];
  }

  public long value(int token) {
    return kind[token] == WORD || wordOrValue[token] < 0 ? 0 : values[wordOrValue[token]];
  }

  public boolean has(int token, byte flag) {
    return (flags[token] & flag) != 0;
  }

  /** All flags of a token, as bits. */
  public byte flags(int token) {
    return flags[token];
  }

  public int sentences() {
    return sentences;
  }

  /** First token of a sentence. */
  public int first(int sentence) {
    return sentenceStart[sentence];
  }

  /** One past the last token of a sentence. */
  public int last(int sentence) {
    return sentence + 1 < sentences ? sentenceStart[sentence + 1] : size;
  }

  /** Whether the sentence opens a paragraph. */
  public boolean opensParagraph(int sentence) {
    return paragraphStart[sentence];
  }

  /** Whether the text is written in capitals throughout, so that case tells no names. */
  public boolean upperCase() {
    return upperCase;
  }

  void upperCase(boolean all) {
    upperCase = all;
  }

  void add(int from, int to, byte ofKind, int id, int itsFlags, long itsValue) {
    if (size == start.length) {
      int room = size * 2;
      start = Arrays.copyOf(start, room);
      end = Arrays.copyOf(end, room);
      wordOrValue = Arrays.copyOf(wordOrValue, room);
      kind = Arrays.copyOf(kind, room);
      flags = Arrays.copyOf(flags, room);
    }
    start[size] = from;
    end[size] = to;
    kind[size] = ofKind;
    wordOrValue[size] = ofKind == WORD ? id : place(itsValue);
    flags[size] = (byte) itsFlags;
    size++;
  }

  private int place(long value) {
    if (value == 0) {
      return -1;
    }
    if (valueCount == values.length) {
      values = Arrays.copyOf(values, valueCount * 2);
    }
    values[valueCount] = value;
    return valueCount++;
  }

  void endLastAt(int offset) {
    end[size - 1] = offset;
  }

  void retagLast(int from, int id) {
    start[size - 1] = from;
    wordOrValue[size - 1] = id;
  }

  void kindOfLast(byte ofKind) {
    kind[size - 1] = ofKind;
  }

  /** Opens a sentence at the next token, unless the one before is still empty. */
  void sentence(boolean paragraph) {
    if (sentences > 0 && sentenceStart[sentences - 1] == size) {
      paragraphStart[sentences - 1] |= paragraph;
      return;
    }
    if (sentences == sentenceStart.length) {
      sentenceStart = Arrays.copyOf(sentenceStart, sentences * 2);
      paragraphStart = Arrays.copyOf(paragraphStart, sentences * 2);
    }
    sentenceStart[sentences] = size;
    paragraphStart[sentences] = paragraph;
    sentences++;
  }

  void finish() {
    if (sentences > 0 && sentenceStart[sentences - 1] == size) {
      sentences--;
    }
  }
}
