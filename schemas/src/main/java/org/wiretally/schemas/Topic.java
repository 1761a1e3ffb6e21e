package org.wiretally.schemas;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The public topics: what each carries and how it is kept. Keys are UTF-8 strings throughout.
 *
 * <p>Where old records are deleted, the broker stamps them with the time of their arrival: deletion
 * goes by the record's timestamp, and with event time there a replay of last year's articles would
 * be deleted while it is being read. Event time is in the values ({@code published}, {@code asOf}),
 * and readers take it from there.
 */
public enum Topic {
  /** Normalised article versions. Key: articleId. */
  ARTICLES("articles", Article.class, Duration.ofDays(30), 8 * Topic.MIB),
  /** What deduplication decided. Key: articleId. */
  VERDICTS("verdicts", Verdict.class, Duration.ofDays(30), Topic.MIB),
  /** What each article states. Key: claimId. */
  CLAIMS("claims", Claim.class, Duration.ofDays(30), Topic.MIB),
  /** The latest state of each story. Key: storyId. */
  STORIES("stories", Story.class, null, Topic.MIB),
  /** The present answer of each story, figure, group and unit. */
  CONSENSUS("consensus", ConsensusUpdate.class, null, 4 * Topic.MIB),
  /** Every consensus update in order, for questions about what was known when. */
  CONSENSUS_HISTORY(
      "consensus-history", ConsensusUpdate.class, Duration.ofDays(365), 4 * Topic.MIB),
  /** How the counts of each claimant and publisher stood. Key: desk, kind and name. */
  SOURCES("sources", SourceRecord.class, null, Topic.MIB),
  /** What could not be processed, with its bytes. Long enough kept for people to look into it. */
  DEAD_LETTERS("dead-letters", DeadLetter.class, Duration.ofDays(90), 9 * Topic.MIB);

  /** Enough for six instances to share the desks; more cost a single machine without use. */
  public static final int DEFAULT_PARTITIONS = 6;

  private static final int MIB = 1024 * 1024;

  private final String baseName;
  private final Class<? extends SpecificRecord> type;
  private final @Nullable Duration retention;
  private final int maxMessageBytes;

  Topic(
      String baseName,
      Class<? extends SpecificRecord> type,
      @Nullable Duration retention,
      int maxMessageBytes) {
    this.baseName = baseName;
    this.type = type;
    this.retention = retention;
    this.maxMessageBytes = maxMessageBytes;
  }

  /** The name without prefix and version. */
  public String baseName() {
    return baseName;
  }

  /** The record that the values hold. */
  public Class<? extends SpecificRecord> type() {
    return type;
  }

  /** The schema of the values, as this build writes and reads it. */
  public Schema schema() {
    return SpecificData.get().getSchema(type);
  }

  /** Whether only the latest record of each key is kept, rather than all for a time. */
  public boolean compacted() {
    return retention == null;
  }

  /** How long records are kept, counted from their arrival; null where compacted. */
  public @Nullable Duration retention() {
    return retention;
  }

  /** The largest record batch that the topic takes, in bytes. */
  public int maxMessageBytes() {
    return maxMessageBytes;
  }

  /** The topic's settings under Kafka's own names, for creating it. */
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("cleanup.policy", compacted() ? "compact" : "delete");
    settings.put("max.message.bytes", Integer.toString(maxMessageBytes));
    if (!compacted()) {
      settings.put("message.timestamp.type", "LogAppendTime");
      settings.put("retention.ms", Long.toString(Objects.requireNonNull(retention).toMillis()));
    }
    return settings;
  }
}
