package org.wiretally.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells when a processor has worked off all that was published, from the offsets alone, so that it
 * holds for instances in other processes too.
 *
 * <p>{@code articles} is worked off when the group has committed its end. The repartition topic,
 * which only then has its final end, is written in transactions: a record that is not yet committed
 * shows as a stable end below the end, and behind every committed record stands at least its
 * transaction's marker. So where the two ends agree, a lag of one is a marker and never a record.
 */
final class Drain {
  private static final Duration POLL = Duration.ofMillis(50);

  private final TopicAdmin topics;
  private final String group;
  private final String articles;
  private final String byDesk;

  Drain(TopicAdmin topics, String applicationId, String articles) {
    this.topics = topics;
    this.group = applicationId;
    this.articles = articles;
    this.byDesk = applicationId + "-by-desk-repartition";
  }

  /** Hears how much of how much is done, in records and transactions' markers. */
  @FunctionalInterface
  interface Progress {
    void at(long done, long all);
  }

  /** How far a topic is worked off. */
  private record Work(long done, long all, boolean over) {}

  /**
   * Waits until nothing is left to work off.
   *
   * @param check called at every look, throws what should end the wait
   * @param patience how long nothing may move
   * @throws UserException where nothing moved for that long
   */
  void await(Runnable check, Duration patience) {
    await(check, patience, (done, all) -> {});
  }

  /** The same, and tells how far it has come at every look. */
  void await(Runnable check, Duration patience, Progress progress) {
    Map<TopicPartition, Long> last = Map.of();
    Instant moved = Instant.now();
    while (true) {
      check.run();
      Map<TopicPartition, Long> committed = committed();
      Work read = work(articles, 0, committed);
      Work decided = work(byDesk, 1, committed);
      // Every article that is read makes about one record that is decided on.
      progress.at(read.done() + decided.done(), read.all() + Math.max(read.all(), decided.all()));
      if (read.over() && decided.over()) {
        return;
      }
      if (!committed.equals(last)) {
        last = committed;
        moved = Instant.now();
      } else if (moved.plus(patience).isBefore(Instant.now())) {
        throw new UserException(
            "the processor "
                + group
                + " has made no progress for "
                + patience.toSeconds()
                + " s; is it running? See its log.");
      }
      try {
        Thread.sleep(POLL.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new UserException("interrupted while waiting for the processor " + group + ".", e);
      }
    }
  }

  private Work work(String topic, long allowedLag, Map<TopicPartition, Long> committed) {
    List<TopicPartition> partitions = partitions(topic);
    Map<TopicPartition, Long> ends = ends(partitions, IsolationLevel.READ_UNCOMMITTED);
    boolean settled = ends.equals(ends(partitions, IsolationLevel.READ_COMMITTED));
    return new Work(
        partitions.stream().mapToLong(p -> committed.getOrDefault(p, 0L)).sum(),
        ends.values().stream().mapToLong(Long::longValue).sum(),
        settled
            && !partitions.isEmpty()
            && partitions.stream()
                .allMatch(
                    p -> ends.getOrDefault(p, 0L) - committed.getOrDefault(p, 0L) <= allowedLag));
  }

  private Map<TopicPartition, Long> committed() {
    try {
      Map<TopicPartition, Long> offsets = new HashMap<>();
      for (Map.Entry<TopicPartition, OffsetAndMetadata> entry :
          topics
              .await(topics.admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
              .entrySet()) {
        if (entry.getValue() != null) {
          offsets.put(entry.getKey(), entry.getValue().offset());
        }
      }
      return offsets;
    } catch (ExecutionException e) {
      return Map.of();
    }
  }

  private List<TopicPartition> partitions(String topic) {
    try {
      TopicDescription description = topics.describe(topic);
      return IntStream.range(0, description.partitions().size())
          .mapToObj(i -> new TopicPartition(topic, i))
          .toList();
    } catch (ExecutionException e) {
      return List.of();
    }
  }

  private Map<TopicPartition, Long> ends(
      List<TopicPartition> partitions, IsolationLevel isolation) {
    try {
      Map<TopicPartition, OffsetSpec> wanted =
          partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
      return topics
          .await(topics.admin().listOffsets(wanted, new ListOffsetsOptions(isolation)).all())
          .entrySet()
          .stream()
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> offset(entry.getValue())));
    } catch (ExecutionException e) {
      throw new UserException("the ends of the topics cannot be read: " + Sentence.of(e), e);
    }
  }

  private static long offset(ListOffsetsResultInfo info) {
    return info.offset();
  }
}
