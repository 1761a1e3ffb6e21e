package org.wiretally.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.ConsensusUpdate;
import org.wiretally.schemas.Topic;
import org.wiretally.schemas.Topics;

/** Prints updates beside a running replay, from a thread of its own. */
final class LiveUpdates implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(50);

  /** Longer than the transaction of a processor that was killed stays open. */
  private static final Duration LAST = Duration.ofSeconds(15);

  private final AtomicBoolean stop = new AtomicBoolean();
  private final Cluster cluster;
  private final Topics topics;
  private final PrintWriter out;
  private final Thread thread = new Thread(this::print, "live-updates");

  private LiveUpdates(Cluster cluster, Topics topics, PrintWriter out) {
    this.cluster = cluster;
    this.topics = topics;
    this.out = out;
    thread.setDaemon(true);
  }

  /** With {@code json}, standard output is kept for the final rows. */
  static LiveUpdates start(Cluster cluster, Topics topics, Streams streams, boolean json) {
    LiveUpdates updates = new LiveUpdates(cluster, topics, json ? streams.err() : streams.out());
    updates.thread.start();
    return updates;
  }

  private void print() {
    try (AvroSerdes serdes = AvroSerdes.at(cluster.registryUrl());
        TopicReader<ConsensusUpdate> reader =
            new TopicReader<>(
                cluster.bootstrap(),
                serdes,
                topics,
                Topic.CONSENSUS_HISTORY,
                ConsensusUpdate.class)) {
      reader.startAtBeginning();
      while (!stop.get()) {
        reader.poll(POLL, update -> out.println(WatchCommand.line(update.value())));
        out.flush();
      }
      reader.readToEnd(update -> out.println(WatchCommand.line(update.value())));
      out.flush();
    }
  }

  /** Prints what is left and ends. */
  void finish() {
    stop.set(true);
    try {
      thread.join(LAST.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    finish();
  }
}
