package org.wiretally.ingest.source;

import java.time.Duration;
import java.time.Instant;
import org.wiretally.ingest.normalize.PublishedFrom;

/**
 * Passes items on; an article that says it was published more than a day from now gets the present
 * as its time. For live sources: event time decides what is over, so one mistyped year would close
 * every story that stands. A day leaves room for time zones and for papers dated tomorrow.
 */
public final class FutureDates implements Sink {
  private static final Duration AHEAD = Duration.ofDays(1);

  private final Sink sink;
  private final Clock clock;

  public FutureDates(Sink sink, Clock clock) {
    this.sink = sink;
    this.clock = clock;
  }

  @Override
  public void accept(Item item) throws InterruptedException {
    Instant now = clock.now();
    sink.accept(
        item instanceof Item.Read read && read.article().published().isAfter(now.plus(AHEAD))
            ? new Item.Read(read.article().publishedAt(now, PublishedFrom.INGEST_TIME))
            : item);
  }

  @Override
  public void flush() throws InterruptedException {
    sink.flush();
  }
}
