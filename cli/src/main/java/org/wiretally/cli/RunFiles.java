package org.wiretally.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.Claim;
import org.wiretally.schemas.ClaimStatus;
import org.wiretally.schemas.ConsensusUpdate;
import org.wiretally.schemas.Topic;
import org.wiretally.schemas.Topics;
import org.wiretally.schemas.Verdict;

/** Writes what a run published into the three JSONL files of the output folder. */
final class RunFiles {
  private final Cluster cluster;
  private final AvroSerdes serdes;
  private final Topics topics;

  RunFiles(Cluster cluster, AvroSerdes serdes, Topics topics) {
    this.cluster = cluster;
    this.serdes = serdes;
    this.topics = topics;
  }

  /** {@code claims.jsonl} has the live claims, the other two every row in order of arrival. */
  void write(Path folder) {
    try {
      Files.createDirectories(folder);
      write(folder.resolve("claims.jsonl"), claims());
      write(folder.resolve("verdicts.jsonl"), verdicts());
      write(folder.resolve("consensus.jsonl"), consensus());
    } catch (IOException e) {
      throw new UserException(
          "the results cannot be written into "
              + folder
              + "; give --out a folder you may write to.",
          e);
    }
  }

  private List<ObjectNode> claims() {
    Map<String, ObjectNode> live = new LinkedHashMap<>();
    try (TopicReader<Claim> reader =
        new TopicReader<>(cluster.bootstrap(), serdes, topics, Topic.CLAIMS, Claim.class)) {
      reader.readAll(
          record -> {
            if (record.value().getStatus() == ClaimStatus.LIVE) {
              live.put(record.key(), Rows.of(record.value()));
            } else {
              live.remove(record.key());
            }
          });
    }
    return List.copyOf(live.values());
  }

  private List<ObjectNode> verdicts() {
    List<Arrived> rows = new ArrayList<>();
    try (TopicReader<Verdict> reader =
        new TopicReader<>(cluster.bootstrap(), serdes, topics, Topic.VERDICTS, Verdict.class)) {
      reader.readAll(record -> rows.add(Arrived.of(record, Rows.of(record.value()))));
    }
    return inOrder(rows);
  }

  private List<ObjectNode> consensus() {
    List<Arrived> rows = new ArrayList<>();
    try (TopicReader<ConsensusUpdate> reader =
        new TopicReader<>(
            cluster.bootstrap(), serdes, topics, Topic.CONSENSUS_HISTORY, ConsensusUpdate.class)) {
      reader.readAll(record -> rows.add(Arrived.of(record, Rows.of(record.value()))));
    }
    return inOrder(rows);
  }

  /** A row and where it stands among those of all partitions. */
  private record Arrived(long at, int partition, long offset, ObjectNode row) {
    static Arrived of(ConsumerRecord<String, ?> record, ObjectNode row) {
      return new Arrived(record.timestamp(), record.partition(), record.offset(), row);
    }
  }

  private static List<ObjectNode> inOrder(List<Arrived> rows) {
    return rows.stream()
        .sorted(
            Comparator.comparingLong(Arrived::at)
                .thenComparingInt(Arrived::partition)
                .thenComparingLong(Arrived::offset))
        .map(Arrived::row)
        .toList();
  }

  private static void write(Path file, List<ObjectNode> rows) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (ObjectNode row : rows) {
        out.write(row.toString());
        out.newLine();
      }
    }
  }
}
