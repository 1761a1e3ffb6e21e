package org.wiretally.consensus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wiretally.figures.Figure;

/**
 * The live claims of the stories, kept so that a fold reads no more of a story than it hears.
 *
 * <p>A fold hears the {@link #WINDOW} latest tellings of a figure, by the time of their first
 * carrier. What it hears is a function of the set of live claims: an article that comes late goes
 * where its time puts it, and one that is withdrawn lets the next older telling back in. A put or a
 * removal costs a few look-ups for each figure of the article, however long the story is. Not
 * thread-safe.
 */
public final class EvidenceIndex {
  /**
   * How many tellings a fold hears. A vote weighs half for every six voices with another number
   * that spoke after it. On the crisis streams, whose longest story has some 860 articles, windows
   * of 48, 128 and 1,000 gave the same values but for one or two points of 138.
   */
  public static final int WINDOW = 64;

  private static final char SEPARATOR = '\u0001';

  /** Comes after every digit. */
  private static final String AFTER_ALL_TIMES = "~";

  private static final long YEAR_ZERO = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();

  private final EvidenceTables tables;

  public EvidenceIndex(EvidenceTables tables) {
    this.tables = tables;
  }

  /** The article's live claims in the story; null where it has none. */
  public @Nullable ArticleClaims get(String storyId, String articleId) {
    return tables.claims().get(key(storyId, articleId));
  }

  /**
   * Keeps the article's claims in the place of those it had.
   *
   * @return the figures whose evidence is another one now
   */
  public Set<Figure> put(String storyId, ArticleClaims article) {
    Set<Figure> touched = new LinkedHashSet<>(remove(storyId, article.articleId()));
    tables.claims().put(key(storyId, article.articleId()), article);
    for (Telling.Draft draft : Telling.drafts(article.live())) {
      add(storyId, draft);
      touched.add(draft.figure());
    }
    return touched;
  }

  /**
   * Forgets the article's claims; does nothing where there are none.
   *
   * @return the figures whose evidence is another one now
   */
  public Set<Figure> remove(String storyId, String articleId) {
    ArticleClaims before = get(storyId, articleId);
    if (before == null) {
      return Set.of();
    }
    Set<Figure> touched = new LinkedHashSet<>();
    for (Telling.Draft draft : Telling.drafts(before.live())) {
      withdraw(storyId, draft);
      touched.add(draft.figure());
    }
    tables.claims().delete(key(storyId, articleId));
    return touched;
  }

  /** The latest tellings of the figure, in order of time, at most {@link #WINDOW}. */
  List<Telling> window(String storyId, Figure figure) {
    String prefix = key(storyId, figure.name()) + SEPARATOR;
    List<Telling> latest = new ArrayList<>();
    tables
        .tellings()
        .scanBefore(
            prefix, prefix + AFTER_ALL_TIMES, WINDOW, (key, telling) -> latest.add(telling));
    latest.sort(Telling.ORDER);
    return latest;
  }

  private void add(String storyId, Telling.Draft draft) {
    String tree = tree(storyId, draft);
    Telling before = standing(storyId, draft, tree);
    Carrier carrier = Carrier.of(draft.any());
    String publisher = carrier.publisher();
    tables.carriers().put(tree + time(carrier), publisher == null ? "" : publisher);
    if (before == null) {
      put(storyId, draft, draft.carriedBy(List.of(carrier), 1));
      return;
    }
    tables.tellings().delete(tellingKey(storyId, draft, before.first()));
    boolean earliest = Carrier.ORDER.compare(carrier, before.first()) < 0;
    List<LiveClaim> claims = earliest ? draft.claims() : before.claims();
    put(
        storyId,
        draft,
        new Telling(
            carriers(tree),
            before.count() + 1,
            claims,
            earliest ? draft.contrasts() : before.contrasts()));
  }

  private void withdraw(String storyId, Telling.Draft draft) {
    String tree = tree(storyId, draft);
    Telling before = standing(storyId, draft, tree);
    if (before == null) {
      throw new IllegalStateException(
          "the evidence of " + draft.any().claimId() + " was never added to story " + storyId);
    }
    tables.tellings().delete(tellingKey(storyId, draft, before.first()));
    tables.carriers().delete(tree + time(Carrier.of(draft.any())));
    List<Carrier> left = carriers(tree);
    if (!left.isEmpty()) {
      Telling.Draft first =
          left.get(0).equals(before.first())
              ? new Telling.Draft(
                  draft.figure(), draft.words(), before.claims(), before.contrasts())
              : draftOf(storyId, left.get(0).articleId(), draft.figure());
      put(storyId, draft, first.carriedBy(left, before.count() - 1));
    }
  }

  private Telling.Draft draftOf(String storyId, String articleId, Figure figure) {
    ArticleClaims article = get(storyId, articleId);
    List<Telling.Draft> drafts = article == null ? List.of() : Telling.drafts(article.live());
    return drafts.stream()
        .filter(draft -> draft.figure().equals(figure))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("story " + storyId + " lost article " + articleId));
  }

  private @Nullable Telling standing(String storyId, Telling.Draft draft, String tree) {
    List<Carrier> carriers = new ArrayList<>();
    tables
        .carriers()
        .scanAfter(tree, tree, 1, (key, publisher) -> carriers.add(carrier(tree, key, publisher)));
    return carriers.isEmpty()
        ? null
        : tables.tellings().get(tellingKey(storyId, draft, carriers.get(0)));
  }

  private List<Carrier> carriers(String tree) {
    List<Carrier> carriers = new ArrayList<>();
    tables
        .carriers()
        .scanAfter(
            tree,
            tree,
            Telling.CARRIERS,
            (key, publisher) -> carriers.add(carrier(tree, key, publisher)));
    return carriers;
  }

  private void put(String storyId, Telling.Draft draft, Telling telling) {
    tables.tellings().put(tellingKey(storyId, draft, telling.first()), telling);
  }

  private static String tellingKey(String storyId, Telling.Draft draft, Carrier first) {
    return key(storyId, draft.figure().name())
        + SEPARATOR
        + time(first)
        + SEPARATOR
        + draft.words();
  }

  private static String tree(String storyId, Telling.Draft draft) {
    return key(storyId, draft.figure().name())
        + SEPARATOR
        + draft.any().copyRoot()
        + SEPARATOR
        + draft.words()
        + SEPARATOR;
  }

  /** Sorts as {@link Carrier#ORDER} does. */
  private static String time(Carrier carrier) {
    String millis = Long.toString(carrier.published().toEpochMilli() - YEAR_ZERO);
    return "0".repeat(Math.max(0, 16 - millis.length())) + millis + SEPARATOR + carrier.articleId();
  }

  private static Carrier carrier(String tree, String key, String publisher) {
    int separator = key.indexOf(SEPARATOR, tree.length());
    return new Carrier(
        Instant.ofEpochMilli(Long.parseLong(key.substring(tree.length(), separator)) + YEAR_ZERO),
        key.substring(separator + 1),
        publisher.isEmpty() ? null : publisher);
  }

  private static String key(String storyId, String rest) {
    return storyId + SEPARATOR + rest;
  }
}
