package org.wiretally.cli;

import org.wiretally.ingest.source.Item;
import org.wiretally.ingest.source.Sink;

/** Counts what passes. Not thread-safe. */
final class CountingSink implements Sink {
  private final Sink sink;
  private long articles;
  private long broken;

  CountingSink(Sink sink) {
    this.sink = sink;
  }

  @Override
  public void accept(Item item) throws InterruptedException {
    sink.accept(item);
    if (item instanceof Item.Read) {
      articles++;
    } else {
      broken++;
    }
  }

  @Override
  public void flush() throws InterruptedException {
    sink.flush();
  }

  /** What was published, in words. */
  String summary(String deadLetters) {
    return "published %,d articles".formatted(articles)
        + (broken == 0 ? "" : "; %,d broken items went to %s".formatted(broken, deadLetters));
  }
}
