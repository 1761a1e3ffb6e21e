package org.wiretally.identity;

import org.jspecify.annotations.Nullable;
import org.wiretally.article.ArticleStatus;

/**
 * Decides what a delivery does to an article: at the end the highest delivery in {@link Delivery}'s
 * order stands, whatever the order of arrival. Stateless, thread-safe.
 */
public final class Identity {
  private Identity() {}

  /** What a delivery does. */
  public sealed interface Decision {}

  /** The article was not known. */
  public record First() implements Decision {}

  /** A later version takes an earlier one's place. */
  public record Replacement(Delivery replaced) implements Decision {}

  /**
   * The provider takes the article back; nothing is replaced where it was not known or not live.
   */
  public record Withdrawal(@Nullable Delivery replaced) implements Decision {}

  /** The very same delivery again: silent. */
  public record Redelivery() implements Decision {}

  /** An earlier delivery arrives after a later one: silent. */
  public record Superseded(Delivery standing) implements Decision {}

  /**
   * Orders a delivery against the one that stands.
   *
   * @param standing the delivery that stands so far, null where the article is not known
   */
  public static Decision decide(@Nullable Delivery standing, Delivery incoming) {
    if (standing != null) {
      int order = incoming.compareTo(standing);
      if (order == 0) {
        return new Redelivery();
      }
      if (order < 0) {
        return new Superseded(standing);
      }
    }
    Delivery live = standing != null && standing.status() == ArticleStatus.USABLE ? standing : null;
    if (incoming.status() == ArticleStatus.WITHDRAWN) {
      return new Withdrawal(live);
    }
    return live == null ? new First() : new Replacement(live);
  }
}
