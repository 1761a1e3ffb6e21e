package org.wiretally.topology;

import com.dynatrace.hash4j.hashing.Hashing;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.wiretally.article.Article;
import org.wiretally.article.ArticleStatus;
import org.wiretally.identity.Delivery;
import org.wiretally.identity.Identity;

/**
 * Lets through the deliveries that change what stands. What stands is stored behind it, by route.
 */
final class IdentityProcessor
    extends ContextualProcessor<String, org.wiretally.schemas.Article, String, Accepted> {
  private @Nullable KeyValueStore<String, StandingDelivery> versions;

  @Override
  public void init(ProcessorContext<String, Accepted> context) {
    super.init(context);
    versions = context.getStateStore(Stores.VERSIONS);
  }

  @Override
  public void process(Record<String, org.wiretally.schemas.Article> record) {
    Article article = ArticleCodec.read(record.value());
    Delivery incoming =
        new Delivery(
            article.version(), article.status(), article.published(), contentHash(article));
    StandingDelivery standing = Stores.opened(versions).get(article.id());
    Identity.Decision decision =
        Identity.decide(standing == null ? null : standing.delivery(), incoming);
    if (decision instanceof Identity.Redelivery || decision instanceof Identity.Superseded) {
      return;
    }
    Accepted accepted =
        article.status() == ArticleStatus.WITHDRAWN
            ? new Accepted.Killed(incoming)
            : new Accepted.Standing(
                article,
                decision instanceof Identity.Replacement
                    || (standing != null && standing.revised()),
                incoming);
    context()
        .forward(
            new Record<>(
                article.id(),
                accepted,
                EventTime.timestamp(article.published(), context().currentSystemTimeMs()),
                record.headers()));
  }

  private static long contentHash(Article article) {
    return Hashing.komihash5_0()
        .hashStream()
        .putString(article.title() == null ? "" : article.title())
        .putString(article.text())
        .getAsLong();
  }
}
