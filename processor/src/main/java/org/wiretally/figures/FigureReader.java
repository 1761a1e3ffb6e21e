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

  private final Lexicon lexicon;

  private FigureReader(Lexicon lexicon) {
    this.lexicon = lexicon;
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
    ArticleFigures article = new ArticleFigures();
    Tokens body = lexicon.lexer().lex(text);
    Lexemes lexemes = new Lexemes(body, lexicon);
    Names names = new Names(lexemes);
    if (title != null && !title.text().isBlank() && !repeats(text.text(), title.text())) {
      Lexemes headline = new Lexemes(lexicon.lexer().lex(title), lexicon);
      new Part(headline, true, published, names, article, rejections).read();
    }
    new Part(lexemes, false, published, names, article, rejections).read();
    return article.claims();
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
    private final Reading reading;

    Part(
        Lexemes lexemes,
        boolean inTitle,
        @Nullable Instant published,
        Names names,
        ArticleFigures article,
        @Nullable List<Rejection> rejections) {
      this.lexemes = lexemes;
      this.inTitle = inTitle;
      this.published = published;
      this.article = article;
      claimants = new Claimants(lexemes, article);
      keptApart = new KeptApart(lexemes, inTitle, rejections);
      chunker = new Chunker(lexemes, names, keptApart);
      reading = new Reading(chunker.items(), lexemes, published, keptApart, article);
    }

    void read() {
      for (int s = 0; s < lexemes.tokens().sentences(); s++) {
        int end = lexemes.sentenceStart(s + 1);
        for (int from = lexemes.sentenceStart(s); from < end; from += LONGEST_SENTENCE) {
          int to = Math.min(end, from + LONGEST_SENTENCE);
          sentence(from, to, inTitle || isHeadline(lexemes, s, from, to));
        }
      }
    }

    private void sentence(int from, int to, boolean headline) {
      byte traits = lexemes.traits(from, to);
      if ((traits & Term.CLAIMANT) != 0) {
        claimants.passing(from, to);
      }
      if ((traits & Term.TRIGGER) == 0) {
        if (keptApart.noted() && (traits & Term.NUMBER) != 0) {
          chunker.passing(from, to);
        }
        return;
      }
      Items items = chunker.chunk(from, to);
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
