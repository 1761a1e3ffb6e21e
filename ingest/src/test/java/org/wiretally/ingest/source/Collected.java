package org.wiretally.ingest.source;

import java.util.ArrayList;
import java.util.List;
import org.wiretally.ingest.normalize.NormalizedArticle;

/** A sink that keeps what it is given. */
final class Collected implements Sink {
  final List<Item> items = new ArrayList<>();
  int flushes;

  @Override
  public void accept(Item item) {
    items.add(item);
  }

  @Override
  public void flush() {
    flushes++;
  }

  static Collected from(Source source) throws InterruptedException {
    Collected collected = new Collected();
    source.read(collected);
    return collected;
  }

  List<NormalizedArticle> articles() {
    return items.stream()
        .filter(item -> item instanceof Item.Read)
        .map(item -> ((Item.Read) item).article())
        .toList();
  }

  List<String> ids() {
    return articles().stream().map(NormalizedArticle::id).toList();
  }

  List<String> causes() {
    return items.stream()
        .filter(item -> item instanceof Item.Broken)
        .map(item -> ((Item.Broken) item).cause())
        .toList();
  }
}
