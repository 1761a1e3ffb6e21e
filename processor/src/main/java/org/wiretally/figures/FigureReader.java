package org.wiretally.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wiretally.text.Runs;
import org.wiretally.text.Tokens;

/**
 * Reads the figures that an article states: text in, claims out.
 *
 * <p>Immutable and thread-safe; one instance serves a process. Time and memory are linear in the
 * text. Any text is accepted; none makes it throw.
 */
public final class FigureReader {
  /** Longer sentences are read in pieces, so that no walk depends on a text's punctuation. */
  private static final int LONGEST_SENTENCE = 300;

  /** Tokens of an article up to which a thread keeps the room that it took. */
  private static final int KEPT = 1 << 15;

  private final Lexicon lexicon;

  @SuppressWarnings("ThreadLocalUsage") // one reader serves a process
  private final ThreadLocal<Scratch> scratch;

  private FigureReader(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.scratch = ThreadLocal.withInitial(() -> new Scratch(lexicon));
  }

  /** The reader for English. */
  public static FigureReader english() {
    return of(Language.ENGLISH);
  }

  /**
   * A reader for a language.
   *
   * @throws IllegalArgumentException if there are no lexicon files for the language
   */
  public static FigureReader of(Language language) {
    return new FigureReader(Lexicon.of(language));
  }

  /**
   * The claims of one article, and what was kept apart.
   *
   * @param title the headline where it is delivered apart from the text; spans in it are marked
   * @param text spans are offsets in it
   * @param published resolves "Saturday" and tells history; null where unknown
   */
  public Extraction read(@Nullable String title, String text, @Nullable Instant published) {
    return read(title == null ? null : Runs.of(title), Runs.of(text), published);
  }

  /** As {@link #read(String, String, Instant)}, of texts whose runs of letters were read. */
  public Extraction read(@Nullable Runs title, Runs text, @Nullable Instant published) {
    List<Rejection> rejections = new ArrayList<>();
    List<Claim> claims = claims(title, text, published, rejections);
    rejections.sort(FigureReader::inOrder);
    return new Extraction(claims, rejections);
  }

  /**
   * The claims alone: as {@link #read(Runs, Runs, Instant)}, without a note of what was kept apart.
   */
  public Extraction claims(@Nullable Runs title, Runs text, @Nullable Instant published) {
    return new Extraction(claims(title, text, published, null), List.of());
  }

  private List<Claim> claims(
      @Nullable Runs title,
      Runs text,
      @Nullable Instant published,
      @Nullable List<Rejection> rejections) {
    Scratch own = scratch.get();
    lexicon.lexer().lex(text, own.bodyTokens);
    own.body.read(own.bodyTokens);
    ArticleFigures article = new ArticleFigures();
    Names names = new Names(own.body);
    if (title != null && !title.text().isBlank() && !repeats(text.text(), title.text())) {
      lexicon.lexer().lex(title, own.titleTokens);
      own.title.read(own.titleTokens);
      new Part(own.title, own.items, true, published, names, article, rejections).read();
    }
    new Part(own.body, own.items, false, published, names, article, rejections).read();
    List<Claim> claims = article.claims();
    if (own.bodyTokens.size() + own.titleTokens.size() > KEPT) {
      scratch.remove();
    }
    return claims;
  }

  /** What the reading of one article leaves for the next of the same thread: room, no content. */
  private static final class Scratch {
    final Tokens titleTokens = Tokens.none();
    final Tokens bodyTokens = Tokens.none();
    final Lexemes title;
    final Lexemes body;
    final Items items = new Items();

    Scratch(Lexicon lexicon) {
      title = new Lexemes(lexicon);
      body = new Lexemes(lexicon);
    }
  }

  private static int inOrder(Rejection a, Rejection b) {
    if (a.inTitle() != b.inTitle()) {
      return a.inTitle() ? -1 : 1;
    }
    int starts = Integer.compare(a.span().start(), b.span().start());
    return starts != 0 ? starts : Integer.compare(a.span().end(), b.span().end());
  }

  private static boolean repeats(String text, String title) {
    String head = title.strip();
    int start = 0;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return text.startsWith(head, start);
  }

  private static boolean isHeadline(Lexemes lexemes, int sentence, int from, int to) {
    if (to - from > 25 || to == from || !lexemes.tokens().opensParagraph(sentence)) {
      return false;
    }
    byte last = lexemes.kind(to - 1);
    return last != Tokens.STOP && last != Tokens.QUESTION && last != Tokens.QUOTE;
  }

  /** A title or a text while its sentences are read one after the other. */
  private static final class Part {
    private final Lexemes lexemes;
    private final boolean inTitle;
    private final @Nullable Instant published;
    private final ArticleFigures article;
    private final Claimants claimants;
    private final KeptApart keptApart;
    private final Chunker chunker;
    private final Items items;
    private final Reading reading;

    Part(
        Lexemes lexemes,
        Items items,
        boolean inTitle,
        @Nullable Instant published,
        Names names,
        ArticleFigures article,
        @Nullable List<Rejection> rejections) {
      this.lexemes = lexemes;
      this.items = items;
      this.inTitle = inTitle;
      this.published = published;
      this.article = article;
      claimants = new Claimants(lexemes, article);
      keptApart = new KeptApart(lexemes, inTitle, rejections);
      chunker = new Chunker(lexemes, names, keptApart, items);
      reading = new Reading(items, lexemes, published, keptApart, article);
    }

    void read() {
      int asked = Term.TRIGGER | Term.CLAIMANT | (keptApart.noted() ? Term.NUMBER : 0);
      for (int s = 0; s < lexemes.tokens().sentences(); s++) {
        byte traits = lexemes.sentenceTraits(s);
        if ((traits & asked) != 0) {
          sentence(s, lexemes.sentenceStart(s), lexemes.sentenceStart(s + 1), traits);
        }
      }
    }

    private void sentence(int s, int begin, int end, byte ofAll) {
      for (int from = begin; from < end; from += LONGEST_SENTENCE) {
        int to = Math.min(end, from + LONGEST_SENTENCE);
        byte traits = from == begin && to == end ? ofAll : lexemes.traits(from, to);
        if ((traits & Term.CLAIMANT) != 0) {
          claimants.passing(from, to);
        }
        if ((traits & Term.TRIGGER) != 0) {
          told(from, to, inTitle || isHeadline(lexemes, s, from, to));
        } else if (keptApart.noted() && (traits & Term.NUMBER) != 0) {
          chunker.passing(from, to);
        }
      }
    }

    /** Reads a sentence that may tell of a figure. */
    private void told(int from, int to, boolean headline) {
      chunker.chunk(from, to);
      int order = article.nextSentence();
      reading.open(
          from,
          to,
          headline,
          () ->
              new Sentence(
                  lexemes,
                  from,
                  to,
                  order,
                  inTitle,
                  claimants.of(items, from, to),
                  AsOf.of(items, lexemes, published)));
      Rules.read(reading);
      if (keptApart.noted()) {
        keptApart.untaken(items);
      }
    }
  }
}
