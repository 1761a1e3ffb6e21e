package org.wiretally.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.wiretally.consensus.Consensus;
import org.wiretally.consensus.ConsensusFold;
import org.wiretally.consensus.LiveClaim;
import org.wiretally.consensus.Profile;
import org.wiretally.query.Answer;
import org.wiretally.query.KnownAt;
import org.wiretally.query.KnownClaims;
import org.wiretally.query.StoryPlace;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.Claim;
import org.wiretally.schemas.ClaimStatus;
import org.wiretally.schemas.ConsensusUpdate;
import org.wiretally.schemas.Origin;
import org.wiretally.schemas.Standing;
import org.wiretally.schemas.Story;
import org.wiretally.schemas.StoryStatus;
import org.wiretally.schemas.Topic;
import org.wiretally.schemas.Topics;
import org.wiretally.schemas.Verdict;
import org.wiretally.topology.ClaimCodec;

/**
 * Answers out of the topics. The default profile's come from {@code consensus-history} and {@code
 * consensus}, as they were emitted; those of any other are folded now, out of {@code claims} and
 * {@code verdicts}, which keep the evidence for a shorter time.
 */
final class Answers {
  private final Cluster cluster;
  private final AvroSerdes serdes;
  private final Topics topics;

  Answers(Cluster cluster, AvroSerdes serdes, Topics topics) {
    this.cluster = cluster;
    this.serdes = serdes;
    this.topics = topics;
  }

  /**
   * The answers of the stories, profile by profile, each sorted by story, figure and group.
   *
   * @param at only evidence of this event time or before counts; null for all
   * @param knownAt only what was known by this processing time counts; null for all
   */
  List<Answer> of(
      Predicate<String> story,
      Set<Profile> profiles,
      @Nullable Instant at,
      @Nullable Instant knownAt) {
    List<Answer> answers = new ArrayList<>();
    Map<String, StoryPlace> places = null;
    Map<String, List<LiveClaim>> claims = null;
    for (Profile profile : profiles) {
      if (profile == Profile.DEFAULT && at == null) {
        answers.addAll(emitted(story, knownAt));
      } else {
        places = places == null ? stories() : places;
        claims = claims == null ? claims(story, at, knownAt) : claims;
        answers.addAll(folded(profile, claims, places));
      }
    }
    return answers;
  }

  /** Every story that stands or is closed, by id. */
  Map<String, StoryPlace> stories() {
    Map<String, StoryPlace> stories = new TreeMap<>();
    read(
        Topic.STORIES,
        Story.class,
        record -> {
          Story row = record.value();
          if (row == null || row.getStatus() == StoryStatus.MERGED) {
            stories.remove(record.key());
          } else {
            stories.put(
                record.key(),
                new StoryPlace(
                    row.getStoryId(),
                    row.getLabel(),
                    row.getPlace(),
                    row.getType(),
                    row.getFirstEventTime(),
                    row.getLastEventTime()));
          }
        });
    return stories;
  }

  /**
   * The history alone tells the past. At present the compacted topic has the last word: its rows
   * show evidence that changed no number, and outlive the history. A closed story has no row there.
   */
  private List<Answer> emitted(Predicate<String> story, @Nullable Instant knownAt) {
    List<KnownAt.Emitted> updates = new ArrayList<>();
    read(
        Topic.CONSENSUS_HISTORY,
        ConsensusUpdate.class,
        record -> {
          if (record.value() != null && story.test(record.value().getStoryId())) {
            updates.add(emitted(record, record.offset()));
          }
        });
    if (knownAt == null) {
      Map<String, KnownAt.Emitted> standing = new TreeMap<>();
      read(
          Topic.CONSENSUS,
          ConsensusUpdate.class,
          record -> {
            if (record.value() == null) {
              standing.remove(record.key());
            } else if (story.test(record.value().getStoryId())) {
              standing.put(record.key(), emitted(record, Long.MAX_VALUE));
            }
          });
      updates.addAll(standing.values());
    }
    return KnownAt.answers(updates, null, knownAt);
  }

  private static KnownAt.Emitted emitted(
      ConsumerRecord<String, ConsensusUpdate> record, long sequence) {
    ConsensusUpdate row = record.value();
    return new KnownAt.Emitted(
        record.key(),
        sequence,
        row.getAsOf(),
        row.getProcessedAt(),
        row.getOrigins().isEmpty() ? null : answer(row));
  }

  private static Answer answer(ConsensusUpdate row) {
    Set<String> claimants = new LinkedHashSet<>();
    Set<String> publishers = new LinkedHashSet<>();
    for (Origin origin : row.getOrigins()) {
      if (origin.getStanding() == Standing.SUPPORTS) {
        publishers.addAll(origin.getPublishers());
        String claimant = origin.getClaimant();
        if (claimant != null) {
          claimants.add(claimant);
        }
      }
    }
    return new Answer(
        row.getStoryId(),
        row.getStoryLabel(),
        Profile.DEFAULT.label(),
        row.getFigure(),
        row.getGroup(),
        row.getUnit().name(),
        row.getLow(),
        row.getBest(),
        row.getHigh(),
        row.getConfidence(),
        row.getAsOf(),
        row.getProcessedAt(),
        List.copyOf(claimants),
        publishers.stream().sorted().toList(),
        ConsensusTable.supporters(row),
        ConsensusTable.articles(row),
        row.getReason());
  }

  /** Of other stories' claims only those are kept that were once in one of these. */
  private Map<String, List<LiveClaim>> claims(
      Predicate<String> story, @Nullable Instant at, @Nullable Instant knownAt) {
    List<KnownClaims.Stated> claims = new ArrayList<>();
    Set<String> claimIds = new HashSet<>();
    Set<String> articles = new HashSet<>();
    read(
        Topic.CLAIMS,
        Claim.class,
        record -> {
          Claim row = record.value();
          if (story.test(row.getStoryId()) || claimIds.contains(row.getClaimId())) {
            claimIds.add(row.getClaimId());
            articles.add(row.getArticleId());
            claims.add(
                new KnownClaims.Stated(
                    row.getStoryId(),
                    row.getStatus() == ClaimStatus.LIVE,
                    row.getProcessedAt(),
                    ClaimCodec.read(row)));
          }
        });
    List<KnownClaims.Rooted> roots = new ArrayList<>();
    read(
        Topic.VERDICTS,
        Verdict.class,
        record -> {
          Verdict row = record.value();
          if (articles.contains(row.getArticleId())) {
            roots.add(
                new KnownClaims.Rooted(row.getArticleId(), row.getRoot(), row.getProcessedAt()));
          }
        });
    Map<String, List<LiveClaim>> byStory = KnownClaims.byStory(claims, roots, at, knownAt);
    byStory.keySet().removeIf(id -> !story.test(id));
    return byStory;
  }

  private static List<Answer> folded(
      Profile profile, Map<String, List<LiveClaim>> claims, Map<String, StoryPlace> stories) {
    ConsensusFold fold = new ConsensusFold(profile);
    List<Answer> answers = new ArrayList<>();
    claims.forEach(
        (storyId, live) -> {
          StoryPlace story = stories.get(storyId);
          for (Consensus consensus : fold.fold(live)) {
            answers.add(
                Answer.of(storyId, story == null ? "" : story.label(), profile.label(), consensus));
          }
        });
    return answers;
  }

  private <T extends SpecificRecord> void read(
      Topic topic, Class<T> type, Consumer<ConsumerRecord<String, T>> visitor) {
    try (TopicReader<T> reader =
        new TopicReader<>(cluster.bootstrap(), serdes, topics, topic, type)) {
      reader.readAll(visitor);
    }
  }
}
