package org.wiretally.topology;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.kstream.ValueMapper;
import org.wiretally.annotate.Annotator;
import org.wiretally.consensus.ConsensusFold;
import org.wiretally.consensus.Profile;
import org.wiretally.dedup.CopyPolicy;
import org.wiretally.schemas.Article;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.Claim;
import org.wiretally.schemas.ConsensusUpdate;
import org.wiretally.schemas.SourceRecord;
import org.wiretally.schemas.Story;
import org.wiretally.schemas.Topic;
import org.wiretally.schemas.Topics;
import org.wiretally.schemas.Verdict;
import org.wiretally.story.StoryPolicy;
import org.wiretally.topology.ConsensusOutput.Published;
import org.wiretally.topology.ConsensusOutput.SourceRow;

/**
 * The way of the data: articles, keyed by their id, are put in order of version, read, and sent to
 * the desk of their place; there copies, stories and the consensus are decided in one task, in
 * order.
 */
public final class WiretallyTopology {
  static final String IDENTITY = "identity";
  static final String ANNOTATE = "annotate";

  private WiretallyTopology() {}

  /**
   * The topology. Every operator, store and repartition topic has a name of its own.
   *
   * @param retention how long a story stays open without news, in event time
   */
  public static Topology build(
      Topics topics, AvroSerdes serdes, Annotator annotator, Duration retention) {
    StreamsBuilder builder = new StreamsBuilder();
    Serde<String> keys = Serdes.String();

    Stores.all().forEach(builder::addStateStore);

    KStream<String, DeskDelivery> byDesk =
        builder.stream(
                topics.name(Topic.ARTICLES),
                Consumed.with(keys, serdes.value(Article.class)).withName("articles"))
            .process(IdentityProcessor::new, Named.as(IDENTITY), Stores.VERSIONS)
            .process(() -> new AnnotateProcessor(annotator), Named.as(ANNOTATE))
            .process(() -> new RouteProcessor(retention), Named.as("route"), Stores.ofRoute())
            .repartition(
                Repartitioned.<String, DeskDelivery>as("by-desk")
                    .withKeySerde(keys)
                    .withValueSerde(Cbor.serde(DeskDelivery.class)));

    KStream<String, DeskOutput> desk =
        byDesk
            .process(
                () -> new DedupProcessor(CopyPolicy.DEFAULT), Named.as("dedup"), Stores.ofDedup())
            .process(
                () -> new StoryProcessor(StoryPolicy.STANDARD, CopyPolicy.DEFAULT, retention),
                Named.as("story"),
                Stores.ofStory());

    desk.flatMapValues(only(DeskOutput.VerdictRow.class, row -> row.row()), Named.as("verdicts"))
        .to(
            topics.name(Topic.VERDICTS),
            Produced.with(keys, serdes.value(Verdict.class)).withName("to-verdicts"));
    desk.flatMapValues(only(DeskOutput.ClaimRow.class, row -> row.row()), Named.as("claims"))
        .to(
            topics.name(Topic.CLAIMS),
            Produced.with(keys, serdes.value(Claim.class)).withName("to-claims"));
    desk.flatMapValues(only(DeskOutput.StoryRow.class, row -> row.row()), Named.as("stories"))
        .to(
            topics.name(Topic.STORIES),
            Produced.with(keys, serdes.value(Story.class)).withName("to-stories"));

    KStream<String, ConsensusOutput> consensus =
        desk.flatMapValues(only(DeskOutput.Touched.class, story -> story), Named.as("touched"))
            .process(
                () -> new ConsensusProcessor(new ConsensusFold(Profile.DEFAULT), retention),
                Named.as("consensus"),
                Stores.ofConsensus());

    KStream<String, Published> published =
        consensus.flatMapValues(only(Published.class, row -> row), Named.as("published"));
    Serde<ConsensusUpdate> update = serdes.value(ConsensusUpdate.class);
    published
        .mapValues(Published::update, Named.as("present"))
        .to(topics.name(Topic.CONSENSUS), Produced.with(keys, update).withName("to-consensus"));
    published
        .filter((key, record) -> record.announced(), Named.as("announced"))
        .mapValues(Published::update, Named.as("updates"))
        .to(
            topics.name(Topic.CONSENSUS_HISTORY),
            Produced.with(keys, update).withName("to-consensus-history"));

    consensus
        .flatMapValues(only(SourceRow.class, row -> row), Named.as("records"))
        .mapValues(SourceRow::row, Named.as("sources"))
        .to(
            topics.name(Topic.SOURCES),
            Produced.with(keys, serdes.value(SourceRecord.class)).withName("to-sources"));

    return builder.build();
  }

  /** What is inside the outputs of one kind, nothing for those of another. */
  private static <A, O extends A, V> ValueMapper<A, Iterable<V>> only(
      Class<O> kind, Function<O, V> content) {
    return output ->
        kind.isInstance(output) ? List.of(content.apply(kind.cast(output))) : List.of();
  }
}
