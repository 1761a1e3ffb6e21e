package org.wiretally.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
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
  private static final String CLOCK = "clock";

  private final Duration retention;
  private @Nullable KeyValueStore<String, StandingDelivery> versions;
  private @Nullable KeyValueStore<String, EventClock> clocks;

  /**
   * The stage.
   *
   * @param retention how long an article's versions are remembered, in event time
   */
  RouteProcessor(Duration retention) {
    this.retention = retention;
  }

  @Override
  public void init(ProcessorContext<String, DeskDelivery> context) {
    super.init(context);
    versions = context.getStateStore(Stores.VERSIONS);
    clocks = context.getStateStore(Stores.VERSIONS_CLOCK);
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
    forgetWhatIsOver(accepted.delivery().published());
  }

  private void forgetWhatIsOver(Instant published) {
    KeyValueStore<String, EventClock> store = Stores.opened(clocks);
    EventClock before = store.get(CLOCK);
    EventClock clock = before == null ? EventClock.startingAt(published) : before.seen(published);
    if (clock.sweepIsDue(retention)) {
      List<String> over = new ArrayList<>();
      try (KeyValueIterator<String, StandingDelivery> all = Stores.opened(versions).all()) {
        while (all.hasNext()) {
          KeyValue<String, StandingDelivery> entry = all.next();
          if (clock.over(entry.value.delivery().published(), retention)) {
            over.add(entry.key);
          }
        }
      }
      over.forEach(Stores.opened(versions)::delete);
      store.put(CLOCK, clock.sweptNow());
    } else if (!clock.equals(before)) {
      store.put(CLOCK, clock);
    }
  }

  private void forward(Record<String, Accepted> record, String desk, DeskDelivery delivery) {
    context().forward(record.withKey(desk).withValue(delivery));
  }
}
