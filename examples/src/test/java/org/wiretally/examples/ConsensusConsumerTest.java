package org.wiretally.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wiretally.schemas.ChangeKind;
import org.wiretally.schemas.ConsensusUpdate;
import org.wiretally.schemas.Unit;

@Timeout(30)
class ConsensusConsumerTest {
  private static final TopicPartition PARTITION = new TopicPartition("consensus", 0);

  @Test
  void updatesAreHandledInOrderThenCommitted() {
    var kafka = new MockConsumer<String, ConsensusUpdate>("earliest");
    List<String> lines = new ArrayList<>();
    List<Map<TopicPartition, OffsetAndMetadata>> committedWhenHandled = new ArrayList<>();
    var consumer =
        new ConsensusConsumer(
            kafka,
            PARTITION.topic(),
            (key, update) -> {
              committedWhenHandled.add(kafka.committed(Set.of(PARTITION)));
              lines.add(ConsensusConsumer.line(key, update));
            });
    kafka.schedulePollTask(
        () -> {
          kafka.rebalance(List.of(PARTITION));
          kafka.updateBeginningOffsets(Map.of(PARTITION, 0L));
          kafka.addRecord(record(0, update(4400L, null, ChangeKind.NEW)));
          kafka.addRecord(record(1, null));
        });
    kafka.schedulePollTask(consumer::stop);
    consumer.run();
    assertThat(lines)
        .containsExactly(
            "Unrest, Almaty | DETAINED: 4,400 (4,401 to open), 75 % sure | NEW: The first count.",
            "k: gone");
    assertThat(committedWhenHandled).allSatisfy(offsets -> assertThat(offsets).isEmpty());
    assertThat(kafka.committed(Set.of(PARTITION)))
        .containsEntry(PARTITION, new OffsetAndMetadata(2));
  }

  @Test
  void groupsAndUnitsAreNamedWhereTheyAreNotTheUsualOnes() {
    ConsensusUpdate update =
        ConsensusUpdate.newBuilder(update(null, 90L, ChangeKind.LOWERED))
            .setUnit(Unit.HOUSEHOLDS)
            .setGroup("CIVILIANS")
            .clearLow()
            .build();
    assertThat(ConsensusConsumer.line("k", update))
        .isEqualTo(
            "Unrest, Almaty | DETAINED CIVILIANS households: ? (0 to 90), 75 % sure | LOWERED: The"
                + " first count.");
  }

  private static ConsumerRecord<String, ConsensusUpdate> record(
      long offset, @Nullable ConsensusUpdate update) {
    return new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, "k", update);
  }

  private static ConsensusUpdate update(
      @Nullable Long best, @Nullable Long high, ChangeKind change) {
    return ConsensusUpdate.newBuilder()
        .setStoryId("s")
        .setStoryLabel("Unrest, Almaty")
        .setDesk("KZ")
        .setFigure("DETAINED")
        .setGroup("ALL")
        .setUnit(Unit.PERSONS)
        .setLow(4401L)
        .setBest(best)
        .setHigh(high)
        .setConfidence(0.75)
        .setDerived(false)
        .setOrigins(List.of())
        .setArticles(List.of("a"))
        .setChange(change)
        .setReason("The first count.")
        .setRevision(1)
        .setAsOf(Instant.EPOCH)
        .setProcessedAt(Instant.EPOCH)
        .build();
  }
}
