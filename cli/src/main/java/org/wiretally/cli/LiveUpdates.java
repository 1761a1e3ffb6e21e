package org.wiretally.cli;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.ConsensusUpdate;
import org.wiretally.schemas.Topic;
import org.wiretally.schemas.Topics;

/** Prints updates beside a running replay, from a thread of its own. */
final class LiveUpdates implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(50);

  private final AtomicBoolean stop = new AtomicBoolean();
  private final Thread thread;

  private LiveUpdates(Cluster cluster, Topics topics, Streams streams, boolean json) {
    thread =
        new Thread(
            () -> {
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
                  reader.poll(
                      POLL,
                      record ->
                          (json ? streams.err() : streams.out())
                              .println(WatchCommand.line(record.value())));
                  streams.out().flush();
                }
                reader.poll(
                    POLL,
                    record ->
                        (json ? streams.err() : streams.out())
                            .println(WatchCommand.line(record.value())));
              }
            },
            "live-updates");
    thread.setDaemon(true);
  }

  static LiveUpdates start(Cluster cluster, Topics topics, Streams streams, boolean json) {
    LiveUpdates updates = new LiveUpdates(cluster, topics, streams, json);
    updates.thread.start();
    return updates;
  }

  /** Prints what is left and ends. */
  void finish() {
    stop.set(true);
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    finish();
  }
}
