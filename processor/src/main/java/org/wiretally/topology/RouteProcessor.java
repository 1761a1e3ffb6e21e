package org.wiretally.topology;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.wiretally.annotate.AnnotatedArticle;
import org.wiretally.identity.Delivery;

/**
 * Sends an article to its desk, and takes it from the desk of its earlier version where that was
 * another one. What stands is remembered here, behind annotation, so that an article that could not
 * be read is not taken for a known one when it is delivered again.
 */
final class RouteProcessor extends ContextualProcessor<String, Accepted, String, DeskDelivery> {
  private @Nullable KeyValueStore<String, StandingDelivery> versions;

  @Override
  public void init(ProcessorContext<String, DeskDelivery> context) {
    super.init(context);
    versions = context.getStateStore(Stores.VERSIONS);
  }

  @Override
  public void process(Record<String, Accepted> record) {
    String articleId = record.key();
    Accepted accepted = record.value();
    StandingDelivery before = Stores.opened(versions).get(articleId);
    String oldDesk = before == null ? null : before.desk();
    AnnotatedArticle article = accepted instanceof Accepted.Read read ? read.article() : null;
    String newDesk = article == null ? null : article.desk();
    if (oldDesk != null && !oldDesk.equals(newDesk)) {
      Delivery cause = accepted.delivery();
      forward(
          record,
          oldDesk,
          new DeskDelivery.Withdraw(
              articleId, cause.version(), cause.published(), newDesk != null));
    }
    if (article != null && newDesk != null) {
      forward(record, newDesk, new DeskDelivery.Put(article));
    }
    Stores.opened(versions)
        .put(
            articleId,
            new StandingDelivery(
                accepted.delivery(),
                article == null ? before != null && before.revised() : article.revised(),
                newDesk));
  }

  private void forward(Record<String, Accepted> record, String desk, DeskDelivery delivery) {
    context().forward(record.withKey(desk).withValue(delivery));
  }
}
