package org.wiretally.topology;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import org.wiretally.consensus.ArticleClaims;
import org.wiretally.consensus.Telling;
import org.wiretally.dedup.KeptCopy;
import org.wiretally.sources.Source;
import org.wiretally.sources.TrackRecord;
import org.wiretally.story.KeptArticle;
import org.wiretally.story.Member;
import org.wiretally.story.Tree;

/**
 * The state stores. A name ends in the version of its content: a release that keeps other records
 * under a name gives it a new one, and CHANGELOG.md says so.
 */
final class Stores {
  /** By article id: the delivery that stands, and its desk. */
  static final String VERSIONS = "versions-v1";

  /** By desk and article id: live articles. */
  static final String ARTICLES = "articles-v1";

  /** By desk: live claims; {@link org.wiretally.consensus.EvidenceTables} has the keys. */
  static final String CLAIMS = "claims-v2";

  static final String CARRIERS = "carriers-v1";
  static final String TELLINGS = "tellings-v1";

  /** By desk: what copies are found by; {@link org.wiretally.dedup.CopyTables} has the keys. */
  static final String COPY_MEMBERS = "copy-members-v1";

  static final String COPY_BUCKETS = "copy-buckets-v2";
  static final String COPY_CHILDREN = "copy-children-v1";

  /** By desk: what stories are found by; {@link org.wiretally.story.StoryTables} has the keys. */
  static final String STORY_ARTICLES = "story-articles-v2";

  static final String STORY_POSTINGS = "story-postings-v2";
  static final String STORY_CHILDREN = "story-children-v1";
  static final String STORY_COPIES = "story-copies-v1";
  static final String STORY_MEMBERS = "story-members-v2";
  static final String STORY_TREES = "story-trees-v1";

  /** By desk and story id: stories as last published, until they are closed. */
  static final String STORIES = "stories-v1";

  /** By desk: how far its time has come. */
  static final String DESK_CLOCK = "desk-clock-v1";

  /** One entry a partition: how far its articles' time has come. */
  static final String VERSIONS_CLOCK = "versions-clock-v1";

  /** By desk, story, figure, group and unit: the consensus as last published. */
  static final String TALLIES = "tallies-v3";

  /** By desk and source: how its counts stood; {@link Source#key()} has the key. */
  static final String SOURCES = "sources-v1";

  private Stores() {}

  /** Every store, to be added to the topology. */
  static List<StoreBuilder<?>> all() {
    return List.of(
        store(VERSIONS, StandingDelivery.class),
        store(VERSIONS_CLOCK, EventClock.class),
        store(COPY_MEMBERS, KeptCopy.class),
        store(COPY_BUCKETS, String.class),
        store(COPY_CHILDREN, String.class),
        store(STORY_ARTICLES, KeptArticle.class),
        store(STORY_POSTINGS, String.class),
        store(STORY_CHILDREN, String.class),
        store(STORY_COPIES, String.class),
        store(STORY_MEMBERS, Member.class),
        store(STORY_TREES, Tree.class),
        store(ARTICLES, DeskArticle.class),
        store(CLAIMS, ArticleClaims.class),
        store(CARRIERS, String.class),
        store(TELLINGS, Telling.class),
        store(STORIES, KeptStory.class),
        store(DESK_CLOCK, EventClock.class),
        store(TALLIES, Tally.class),
        store(SOURCES, TrackRecord.class));
  }

  /** The stores that dedup works on. */
  static String[] ofDedup() {
    return new String[] {COPY_MEMBERS, COPY_BUCKETS, COPY_CHILDREN};
  }

  /** The stores that route works on. */
  static String[] ofRoute() {
    return new String[] {VERSIONS, VERSIONS_CLOCK};
  }

  /** The stores that story works on; dedup's too, for closing a story drops its signatures. */
  static String[] ofStory() {
    return Stream.concat(
            Stream.of(ofDedup()),
            Stream.of(
                STORY_ARTICLES,
                STORY_POSTINGS,
                STORY_CHILDREN,
                STORY_COPIES,
                STORY_MEMBERS,
                STORY_TREES,
                ARTICLES,
                CLAIMS,
                CARRIERS,
                TELLINGS,
                STORIES,
                DESK_CLOCK))
        .toArray(String[]::new);
  }

  /** The stores that consensus works on. */
  static String[] ofConsensus() {
    return new String[] {CLAIMS, CARRIERS, TELLINGS, DESK_CLOCK, TALLIES, SOURCES};
  }

  static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Class<V> type) {
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
        org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name),
        Serdes.String(),
        Cbor.serde(type));
  }

  /** A store that {@code init} has opened. */
  static <T> T opened(@Nullable T store) {
    return Objects.requireNonNull(store, "the processor is not initialised");
  }
}
