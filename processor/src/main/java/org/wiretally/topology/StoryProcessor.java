package org.wiretally.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.wiretally.annotate.AnnotatedArticle;
import org.wiretally.consensus.ArticleClaims;
import org.wiretally.consensus.Cause;
import org.wiretally.consensus.EvidenceIndex;
import org.wiretally.dedup.CopyIndex;
import org.wiretally.dedup.CopyPolicy;
import org.wiretally.dedup.Verdict;
import org.wiretally.dedup.VerdictKind;
import org.wiretally.figures.Claim;
import org.wiretally.figures.Figure;
import org.wiretally.schemas.ClaimStatus;
import org.wiretally.story.Move;
import org.wiretally.story.Redirect;
import org.wiretally.story.Story;
import org.wiretally.story.StoryIndex;
import org.wiretally.story.StoryOutcome;
import org.wiretally.story.StoryPolicy;

/**
 * Assigns the article to its story, keeps its claims there, and says what differs: verdicts,
 * claims, stories, and the stories whose tally must be looked at again.
 */
final class StoryProcessor extends ContextualProcessor<String, Deduplicated, String, DeskOutput> {
  private final StoryPolicy policy;
  private final CopyPolicy copyPolicy;
  private final Duration retention;
  private @Nullable DeskTables tables;
  private @Nullable StoreTable<DeskArticle> articles;
  private @Nullable EvidenceIndex evidence;
  private @Nullable StoreTable<KeptStory> published;
  private @Nullable StoreTable<EventClock> clocks;
  private @Nullable StoryIndex stories;
  private @Nullable CopyIndex copies;

  /**
   * The stage.
   *
   * @param retention how long a story stays open without news, in event time
   */
  StoryProcessor(StoryPolicy policy, CopyPolicy copyPolicy, Duration retention) {
    this.policy = policy;
    this.copyPolicy = copyPolicy;
    this.retention = retention;
  }

  @Override
  public void init(ProcessorContext<String, DeskOutput> context) {
    super.init(context);
    tables = new DeskTables(context);
    articles = tables.table(Stores.ARTICLES);
    evidence = new EvidenceIndex(tables.evidence());
    published = tables.table(Stores.STORIES);
    clocks = tables.table(Stores.DESK_CLOCK);
    stories = new StoryIndex(tables.stories(), policy);
    copies = new CopyIndex(tables.copies(), copyPolicy);
  }

  @Override
  public void process(Record<String, Deduplicated> record) {
    Stores.opened(tables).select(record.key());
    new Step(record).run();
  }

  /** The work on one delivery. */
  private final class Step {
    private final Record<String, Deduplicated> record;
    private final String desk;
    private final Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
    private final StoreTable<DeskArticle> kept = Stores.opened(articles);
    private final EvidenceIndex keptClaims = Stores.opened(evidence);
    private final StoreTable<KeptStory> keptStories = Stores.opened(published);
    private final StoryIndex index = Stores.opened(stories);

    private final Set<String> differing = new LinkedHashSet<>();
    private final Map<String, Set<Figure>> touched = new LinkedHashMap<>();
    private final Map<String, Story> changed = new LinkedHashMap<>();
    private final Map<String, String> merged = new LinkedHashMap<>();
    private Cause cause = Cause.ARRIVED;

    Step(Record<String, Deduplicated> record) {
      this.record = record;
      this.desk = record.key();
    }

    void run() {
      DeskDelivery delivery = record.value().delivery();
      List<Verdict> verdicts = record.value().verdicts();
      if (delivery instanceof DeskDelivery.Put put) {
        put(put.article(), verdicts.get(0));
      } else if (delivery instanceof DeskDelivery.Withdraw withdraw) {
        withdraw(withdraw, verdicts);
      }
      for (Verdict verdict : verdicts) {
        if (!verdict.articleId().equals(delivery.articleId())) {
          judgeAgain(verdict);
        }
      }
      publish();
      if (delivery instanceof DeskDelivery.Put put) {
        closeWhatIsOver(put.article().published());
      }
    }

    private void put(AnnotatedArticle article, Verdict verdict) {
      String id = article.articleId();
      DeskArticle before = kept.get(id);
      if (before != null) {
        cause = Cause.REVISED;
        takeBackClaims(id, before);
      }
      DeskArticle after =
          new DeskArticle(
              article.version(),
              article.revised(),
              article.published(),
              article.publisher(),
              article.features(),
              kind(verdict, article.revised()),
              before == null ? null : before.storyId());
      kept.put(id, after);
      differing.add(id);
      follow(index.put(id, article.published(), article.features(), verdict.root()));
      DeskArticle assigned = Stores.opened(kept.get(id));
      String storyId = Stores.opened(assigned.storyId());
      if (!article.claims().isEmpty()) {
        ArticleClaims live =
            new ArticleClaims(
                id,
                article.version(),
                article.published(),
                article.publisher(),
                verdict.root(),
                article.claims());
        touch(storyId, keptClaims.put(storyId, live));
        emitClaims(live, storyId, ClaimStatus.LIVE);
      }
    }

    private void withdraw(DeskDelivery.Withdraw withdraw, List<Verdict> verdicts) {
      String id = withdraw.articleId();
      DeskArticle before = kept.get(id);
      if (before == null) {
        return;
      }
      cause = Cause.WITHDRAWN;
      takeBackClaims(id, before);
      kept.delete(id);
      follow(index.withdraw(id));
      if (!withdraw.moved()) {
        for (Verdict verdict : verdicts) {
          if (verdict.articleId().equals(id)) {
            emitVerdict(verdict, withdraw.published(), null);
          }
        }
      }
    }

    /** An article that was here before is now judged otherwise, as what it copied came or went. */
    private void judgeAgain(Verdict verdict) {
      String id = verdict.articleId();
      DeskArticle before = kept.get(id);
      if (before == null) {
        return;
      }
      kept.put(id, before.withVerdict(kind(verdict, before.revised())));
      differing.add(id);
      if (before.verdict().root().equals(verdict.root())) {
        return;
      }
      follow(index.put(id, before.published(), before.features(), verdict.root()));
      String storyId = Stores.opened(kept.get(id)).storyId();
      if (storyId != null) {
        ArticleClaims live = keptClaims.get(storyId, id);
        if (live != null) {
          touch(storyId, keptClaims.put(storyId, live.withRoot(verdict.root())));
        }
      }
    }

    private void takeBackClaims(String id, DeskArticle before) {
      String storyId = before.storyId();
      ArticleClaims live = storyId == null ? null : keptClaims.get(storyId, id);
      if (storyId != null && live != null) {
        touch(storyId, keptClaims.remove(storyId, id));
        emitClaims(live, storyId, ClaimStatus.WITHDRAWN);
      }
    }

    /** Carries articles and their claims to the stories that they are now in. */
    private void follow(StoryOutcome outcome) {
      for (Move move : outcome.moves()) {
        String from = move.fromStory();
        String to = move.toStory();
        DeskArticle article = kept.get(move.articleId());
        if (article == null || to == null) {
          continue;
        }
        kept.put(move.articleId(), article.withStory(to));
        differing.add(move.articleId());
        if (from != null) {
          ArticleClaims live = keptClaims.get(from, move.articleId());
          if (live != null) {
            touch(from, keptClaims.remove(from, move.articleId()));
            touch(to, keptClaims.put(to, live));
            emitClaims(live, to, ClaimStatus.LIVE);
          }
        }
      }
      for (Story story : outcome.changed()) {
        changed.put(story.storyId(), story);
        merged.remove(story.storyId()); // it is one of its own again
      }
      for (Redirect redirect : outcome.redirects()) {
        merged.put(redirect.fromStory(), redirect.toStory());
      }
    }

    private void publish() {
      for (String id : differing) {
        DeskArticle article = kept.get(id);
        if (article != null) {
          emitVerdict(article.verdict(), article.published(), article.storyId());
        }
      }
      for (Story story : changed.values()) {
        if (!merged.containsKey(story.storyId())) {
          keptStories.put(story.storyId(), new KeptStory(story, null));
          emit(story.storyId(), new DeskOutput.StoryRow(StoryCodec.open(desk, story, now)));
        }
      }
      merged.forEach(this::publishMerged);
      touched.forEach(
          (storyId, figures) -> {
            KeptStory story = keptStories.get(storyId);
            String label = story == null ? "" : story.story().label();
            emit(
                storyId,
                new DeskOutput.Touched(desk, storyId, label, figures, cause(storyId), false));
          });
    }

    private void publishMerged(String storyId, String into) {
      KeptStory before = keptStories.get(storyId);
      if (before != null) {
        keptStories.put(storyId, new KeptStory(before.story(), into));
        emit(storyId, new DeskOutput.StoryRow(StoryCodec.merged(desk, before.story(), into, now)));
      }
    }

    private void closeWhatIsOver(Instant published) {
      StoreTable<EventClock> table = Stores.opened(clocks);
      EventClock before = table.get(EventClock.KEY);
      EventClock clock = before == null ? EventClock.startingAt(published) : before.seen(published);
      if (clock.sweepIsDue(retention)) {
        List<KeptStory> over = new ArrayList<>();
        keptStories.scan(
            "",
            (id, story) -> {
              if (clock.over(story.story().lastEventTime(), retention)) {
                over.add(story);
              }
            });
        over.forEach(this::close);
        table.put(EventClock.KEY, clock.sweptNow());
      } else if (!clock.equals(before)) {
        table.put(EventClock.KEY, clock);
      }
    }

    /** Drops all that is kept of a story. Its members leave together, so no other one changes. */
    private void close(KeptStory over) {
      String storyId = over.story().storyId();
      if (over.mergedInto() == null) {
        for (String id : over.story().articleIds()) {
          keptClaims.remove(storyId, id);
          kept.delete(id);
          Stores.opened(copies).forget(id);
        }
        index.forget(over.story());
        emit(storyId, new DeskOutput.StoryRow(StoryCodec.closed(desk, over.story(), now)));
      }
      keptStories.delete(storyId);
      emit(
          storyId,
          new DeskOutput.Touched(
              desk, storyId, over.story().label(), Set.of(), Cause.ARRIVED, true));
    }

    private void touch(String storyId, Set<Figure> figures) {
      touched.computeIfAbsent(storyId, story -> new TreeSet<>()).addAll(figures);
    }

    private Cause cause(String storyId) {
      return merged.containsKey(storyId) || merged.containsValue(storyId) ? Cause.MERGED : cause;
    }

    private void emitVerdict(Verdict verdict, Instant published, @Nullable String storyId) {
      emit(
          verdict.articleId(),
          new DeskOutput.VerdictRow(VerdictCodec.write(desk, verdict, published, storyId, now)));
    }

    private void emitClaims(ArticleClaims live, String storyId, ClaimStatus status) {
      for (int i = 0; i < live.claims().size(); i++) {
        Claim claim = live.claims().get(i);
        String claimId = ArticleClaims.claimId(live.articleId(), live.version(), i);
        emit(
            claimId,
            new DeskOutput.ClaimRow(
                ClaimCodec.write(desk, storyId, live, claimId, claim, status, now)));
      }
    }

    private void emit(String key, DeskOutput output) {
      context().forward(record.withKey(key).withValue(output));
    }
  }

  /**
   * Dedup takes every version above 1 for a revision. Where the provider does not count, and the
   * version is a file's time, only identity knows.
   */
  private static Verdict kind(Verdict verdict, boolean revised) {
    return verdict.kind() == VerdictKind.REVISION && !revised
        ? verdict.withKind(VerdictKind.FRESH)
        : verdict;
  }
}
