package org.wiretally.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.wiretally.place.PlaceReading;
import org.wiretally.state.InMemoryTable;

/** The verdicts are a function of the set of articles, whatever happened on the way to it. */
class CopyIndexOrderTest {
  /** So near-sighted that crowds decide about most pairs. */
  private static final CopyPolicy NEAR_SIGHTED =
      new CopyPolicy(
          0.5, 0.8, 40, 0.35, 3, 0.5, 0.42, 0.25, 30, 0.12, 0.5, Duration.ofHours(30), 0.6, 6, 3);

  private static final CopyPolicy[] POLICIES = {CopyPolicy.DEFAULT, NEAR_SIGHTED};

  @Property(tries = 25)
  void anyOrderEndsInTheSameVerdicts(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 90) int articles,
      @ForAll @IntRange(min = 1, max = 6) int texts,
      @ForAll @IntRange(max = 1) int policy) {
    Random random = new Random(seed);
    List<CopyMember> members = members(random, articles, texts);
    Desk inOrder = new Desk(POLICIES[policy]);
    members.forEach(inOrder::put);
    Collections.shuffle(members, random);
    Desk shuffled = new Desk(POLICIES[policy]);
    members.forEach(shuffled::put);

    assertThat(shuffled.told).isEqualTo(inOrder.told);
    assertThat(shuffled.kept(members)).isEqualTo(inOrder.kept(members));
  }

  @Property(tries = 25)
  void whatWasWithdrawnOrReplacedLeavesNoTrace(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 90) int articles,
      @ForAll @IntRange(min = 1, max = 6) int texts,
      @ForAll @IntRange(max = 1) int policy) {
    Random random = new Random(seed);
    List<CopyMember> members = members(random, articles, texts);
    Desk eventful = new Desk(POLICIES[policy]);
    Map<String, CopyMember> live = new HashMap<>();
    List<CopyMember> shuffled = new ArrayList<>(members);
    Collections.shuffle(shuffled, random);
    for (CopyMember member : shuffled) {
      eventful.put(member);
      live.put(member.articleId(), member);
      CopyMember other = shuffled.get(random.nextInt(shuffled.size()));
      switch (random.nextInt(4)) {
        case 0 -> {
          eventful.withdraw(other.articleId());
          live.remove(other.articleId());
        }
        case 1 -> {
          CopyMember present = live.get(other.articleId());
          if (present != null) {
            CopyMember donor = members.get(random.nextInt(members.size()));
            CopyMember revised =
                new CopyMember(
                    other.articleId(),
                    present.version() + 1,
                    random.nextBoolean() ? present.published() : donor.published(),
                    donor.signature());
            eventful.put(revised);
            live.put(other.articleId(), revised);
          }
        }
        default -> {}
      }
    }
    Desk quiet = new Desk(POLICIES[policy]);
    live.values().stream()
        .sorted((a, b) -> a.position().compareTo(b.position()))
        .forEach(quiet::put);

    assertThat(eventful.told).isEqualTo(quiet.told);
    assertThat(eventful.kept(members)).isEqualTo(quiet.kept(members));
    assertThat(eventful.members.size()).isEqualTo(quiet.members.size());
    assertThat(eventful.entries()).isEqualTo(quiet.entries());
    assertThat(eventful.children.size()).isEqualTo(quiet.children.size());
  }

  @Property(tries = 10)
  void anEmptiedIndexKeepsNothing(@ForAll long seed, @ForAll boolean forget) {
    Random random = new Random(seed);
    List<CopyMember> members = members(random, 80, 2);
    Desk desk = new Desk(CopyPolicy.DEFAULT);
    members.forEach(desk::put);
    Collections.shuffle(members, random);
    for (CopyMember member : members) {
      if (forget) {
        desk.index.forget(member.articleId());
      } else {
        desk.withdraw(member.articleId());
      }
    }

    assertThat(desk.members.size()).isZero();
    assertThat(desk.buckets.size()).isZero();
    assertThat(desk.children.size()).isZero();
  }

  /** Articles of few texts, cut, mixed and edited, so that they are copies in all ways. */
  private static List<CopyMember> members(Random random, int articles, int texts) {
    List<List<String>> paragraphs = new ArrayList<>();
    for (int text = 0; text < texts; text++) {
      List<String> own = new ArrayList<>();
      for (int paragraph = 0; paragraph < 4; paragraph++) {
        own.add(words(random, 24));
      }
      paragraphs.add(own);
    }
    List<CopyMember> members = new ArrayList<>();
    for (int article = 0; article < articles; article++) {
      List<String> body = new ArrayList<>(paragraphs.get(random.nextInt(texts)));
      switch (random.nextInt(5)) {
        case 0 -> body.remove(random.nextInt(body.size()));
        case 1 -> body.add(words(random, 24));
        case 2 -> body.set(1, paragraphs.get(random.nextInt(texts)).get(2));
        case 3 -> body.set(random.nextInt(body.size()), words(random, 12));
        default -> {}
      }
      members.add(
          new CopyMember(
              "article-" + article,
              1,
              Instant.ofEpochSecond(1_600_000_000L + random.nextInt(articles)),
              SignatureMaker.of(null, String.join("\n\n", body), PlaceReading.NOWHERE)));
    }
    members.sort((a, b) -> a.position().compareTo(b.position()));
    return members;
  }

  private static String words(Random random, int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append("word").append(random.nextInt(5_000)).append(' ');
    }
    return words.toString();
  }

  /** An index, and what a listener to its outcomes believes. */
  private static final class Desk {
    private final InMemoryTable<KeptCopy> members = new InMemoryTable<>();
    private final InMemoryTable<String> buckets = new InMemoryTable<>();
    private final InMemoryTable<String> children = new InMemoryTable<>();
    private final Map<String, Verdict> told = new HashMap<>();
    private final CopyIndex index;

    Desk(CopyPolicy policy) {
      index = new CopyIndex(new CopyTables(members, buckets, children), policy);
    }

    void put(CopyMember member) {
      CopyOutcome outcome = index.put(member);
      assertThat(outcome.changed().get(0).articleId()).isEqualTo(member.articleId());
      listen(outcome);
      assertThat(index.put(member).changed()).as("redelivery").isEmpty();
    }

    /** How many entries the buckets have, on however many pages. */
    long entries() {
      long[] entries = {0};
      buckets.scan(
          "",
          (key, row) -> {
            if (!row.startsWith("#")) {
              entries[0] += row.chars().filter(c -> c == '\u001e').count();
            }
          });
      return entries[0];
    }

    void withdraw(String articleId) {
      listen(index.withdraw(articleId));
    }

    private void listen(CopyOutcome outcome) {
      for (Verdict verdict : outcome.changed()) {
        if (verdict.kind() == VerdictKind.WITHDRAWN) {
          told.remove(verdict.articleId());
        } else {
          Verdict before = told.put(verdict.articleId(), verdict);
          assertThat(verdict).isNotEqualTo(before);
        }
      }
    }

    Map<String, Verdict> kept(List<CopyMember> articles) {
      Map<String, Verdict> verdicts = new HashMap<>();
      for (CopyMember member : articles) {
        Verdict verdict = index.verdict(member.articleId());
        if (verdict != null) {
          verdicts.put(member.articleId(), verdict);
        }
      }
      return verdicts;
    }
  }
}
