package org.wiretally.dedup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wiretally.state.Buckets;
import org.wiretally.state.Position;

/**
 * Keeps articles and says which is a copy of which.
 *
 * <p>The verdicts are a function of the set of articles kept: their positions (event time, then id)
 * and signatures. An article is compared with its neighbours under each of its index keys; of the
 * earlier ones that it copies it names the closest, and of equally close ones the earliest. So
 * whatever the order of calls, the same set ends in the same verdicts, and withdrawing an article
 * leaves the others as if it had never been there. What {@link #forget} removed stays the original
 * of those that copied it until then.
 *
 * <p>Not thread-safe: one index and its tables belong to one thread.
 */
public final class CopyIndex {
  private final CopyTables tables;
  private final CopyPolicy policy;
  private final Buckets buckets;

  public CopyIndex(CopyTables tables, CopyPolicy policy) {
    this.tables = tables;
    this.policy = policy;
    this.buckets = new Buckets(tables.buckets(), policy.neighbours());
  }

  /** Keeps the article in place of an earlier version; does nothing where a later one is kept. */
  public CopyOutcome put(CopyMember member) {
    KeptCopy kept = tables.members().get(member.articleId());
    if (kept != null
        && (kept.member().version() > member.version() || kept.member().equals(member))) {
      return CopyOutcome.NONE;
    }
    Change change = new Change();
    if (kept != null) {
      change.remove(kept);
    }
    change.add(member);
    return change.settle(member.articleId());
  }

  /** Takes the article out, as if it had never been put; does nothing where it is not kept. */
  public CopyOutcome withdraw(String articleId) {
    KeptCopy kept = tables.members().get(articleId);
    if (kept == null) {
      return CopyOutcome.NONE;
    }
    Change change = new Change();
    change.remove(kept);
    return change.settle(articleId);
  }

  /**
   * Drops an article whose time is over. Nobody's verdict changes: its copies stay copies of it,
   * but nothing that comes later is compared with it.
   */
  public void forget(String articleId) {
    KeptCopy kept = tables.members().get(articleId);
    if (kept == null) {
      return;
    }
    String entry = kept.member().position().sortKey();
    for (int key : kept.member().signature().keys()) {
      buckets.remove(bucket(key), entry);
    }
    if (kept.source() != null) {
      tables.children().delete(childKey(kept.source().articleId(), articleId));
    }
    List<String> copies = childrenOf(articleId);
    for (String copy : copies) {
      tables.children().delete(childKey(articleId, copy));
    }
    tables.members().delete(articleId);
  }

  /** The present verdict on a kept article, else null. */
  public @Nullable Verdict verdict(String articleId) {
    KeptCopy kept = tables.members().get(articleId);
    return kept == null ? null : kept.verdict();
  }

  private List<String> childrenOf(String articleId) {
    List<String> children = new ArrayList<>();
    tables.children().scan(childKey(articleId, ""), (key, child) -> children.add(child));
    return children;
  }

  private static String bucket(int key) {
    return Integer.toHexString(key);
  }

  /** The separator cannot occur in an id, so no id's children are taken for another's. */
  private static String childKey(String parent, String child) {
    return parent + '\0' + child;
  }

  /** One call's work: what it read, and what it has to judge anew. */
  private final class Change {
    private final Map<String, KeptCopy> before = new HashMap<>();
    private final Map<String, KeptCopy> now = new HashMap<>();
    private final NavigableMap<Position, String> unsettled = new TreeMap<>();
    private @Nullable KeptCopy removed;

    /** What the added article has to be compared with; null until it is added. */
    private @Nullable NavigableSet<Position> beforeAdded;

    void remove(KeptCopy kept) {
      removed = kept;
      CopyMember member = kept.member();
      String id = member.articleId();
      before.put(id, kept);
      String entry = member.position().sortKey();
      Set<String> later = new HashSet<>();
      List<Position[]> brought = new ArrayList<>();
      for (int key : member.signature().keys()) {
        Buckets.Neighbours neighbours = buckets.remove(bucket(key), entry);
        later.addAll(neighbours.after());
        brought.addAll(acrossReach(neighbours));
      }
      for (String each : later) {
        Position position = Position.of(each);
        if (refersTo(position.articleId(), id)) {
          judgeAnew(position);
        }
      }
      for (String child : childrenOf(id)) {
        judgeAnew(load(child).member().position());
      }
      for (Position[] pair : brought) {
        if (isRelated(pair[0], pair[1])) {
          judgeAnew(pair[1]);
        }
      }
    }

    void add(CopyMember member) {
      String id = member.articleId();
      Position position = member.position();
      String entry = position.sortKey();
      Map<String, Integer> earlier = new HashMap<>();
      Map<String, Integer> later = new HashMap<>();
      List<Position[]> parted = new ArrayList<>();
      for (int key : member.signature().keys()) {
        Buckets.Neighbours neighbours = buckets.add(bucket(key), entry);
        weigh(key, neighbours.before(), earlier);
        weigh(key, neighbours.after(), later);
        parted.addAll(acrossReach(neighbours));
      }
      now.put(id, new KeptCopy(member, null, fresh(member, List.of())));
      beforeAdded = compared(earlier);
      judgeAnew(position);
      for (Position each : compared(later)) {
        if (isRelated(position, each)) {
          judgeAnew(each);
        }
      }
      for (Position[] pair : parted) {
        if (refersTo(pair[1].articleId(), pair[0].articleId())) {
          judgeAnew(pair[1]);
        }
      }
    }

    /**
     * The pairs around a position that see each other without an article there and not with one.
     */
    private List<Position[]> acrossReach(Buckets.Neighbours neighbours) {
      List<Position[]> pairs = new ArrayList<>();
      for (int i = 0; i < neighbours.before().size(); i++) {
        int j = policy.neighbours() - 1 - i;
        if (j < neighbours.after().size()) {
          pairs.add(
              new Position[] {
                Position.of(neighbours.before().get(i)), Position.of(neighbours.after().get(j))
              });
        }
      }
      return pairs;
    }

    private boolean refersTo(String articleId, String other) {
      KeptCopy kept = load(articleId);
      return (kept.source() != null && kept.source().articleId().equals(other))
          || kept.verdict().passages().stream().anyMatch(passage -> passage.of().equals(other));
    }

    private boolean isRelated(Position earlier, Position later) {
      return !relation(load(earlier.articleId()).member(), load(later.articleId()).member())
          .isNone();
    }

    private Relation relation(CopyMember earlier, CopyMember later) {
      return Relation.of(earlier, later, policy);
    }

    private void judgeAnew(Position position) {
      unsettled.put(position, position.articleId());
    }

    /** A kept article as it now stands. */
    private KeptCopy load(String articleId) {
      KeptCopy kept = find(articleId);
      if (kept == null) {
        throw new IllegalStateException(
            "the copy index names article " + articleId + ", which it does not keep");
      }
      return kept;
    }

    private @Nullable KeptCopy find(String articleId) {
      KeptCopy kept = now.get(articleId);
      if (kept == null) {
        kept = tables.members().get(articleId);
        if (kept != null) {
          before.put(articleId, kept);
          now.put(articleId, kept);
        }
      }
      return kept;
    }

    /** Judges what has to be, originals before their copies, stores it, and tells the changes. */
    CopyOutcome settle(String subject) {
      List<Verdict> others = new ArrayList<>();
      Verdict subjectVerdict = null;
      if (removed != null && !now.containsKey(subject)) {
        unlink(removed);
        tables.members().delete(subject);
        CopyMember member = removed.member();
        subjectVerdict =
            new Verdict(
                subject, member.version(), VerdictKind.WITHDRAWN, null, 0, subject, List.of());
      }
      NavigableSet<Position> rerooted = new TreeSet<>();
      while (!unsettled.isEmpty() || !rerooted.isEmpty()) {
        Position next;
        if (rerooted.isEmpty()
            || (!unsettled.isEmpty() && unsettled.firstKey().compareTo(rerooted.first()) <= 0)) {
          next = unsettled.firstKey();
        } else {
          next = rerooted.first();
        }
        boolean wholly = unsettled.remove(next) != null;
        rerooted.remove(next);
        KeptCopy kept = load(next.articleId());
        KeptCopy judged = wholly ? judge(kept, earlierThan(kept, subject)) : withRoot(kept);
        KeptCopy old = before.get(next.articleId());
        now.put(next.articleId(), judged);
        if (judged.equals(old)) {
          continue;
        }
        relink(old, judged);
        tables.members().put(next.articleId(), judged);
        if (old == null || !old.verdict().equals(judged.verdict())) {
          if (next.articleId().equals(subject)) {
            subjectVerdict = judged.verdict();
          } else {
            others.add(judged.verdict());
          }
        }
        if (old == null || !old.verdict().root().equals(judged.verdict().root())) {
          for (String child : childrenOf(next.articleId())) {
            rerooted.add(load(child).member().position());
          }
        }
      }
      List<Verdict> changed = new ArrayList<>();
      if (subjectVerdict != null) {
        changed.add(subjectVerdict);
      }
      changed.addAll(others);
      return new CopyOutcome(changed);
    }

    private void unlink(KeptCopy kept) {
      if (kept.source() != null) {
        tables.children().delete(childKey(kept.source().articleId(), kept.member().articleId()));
      }
    }

    private void relink(@Nullable KeptCopy old, KeptCopy judged) {
      Position oldSource = old == null ? null : old.source();
      Position source = judged.source();
      String id = judged.member().articleId();
      if (oldSource != null && !oldSource.equals(source)) {
        tables.children().delete(childKey(oldSource.articleId(), id));
      }
      if (source != null && !source.equals(oldSource)) {
        tables.children().put(childKey(source.articleId(), id), id);
      }
    }

    private KeptCopy withRoot(KeptCopy kept) {
      Verdict verdict = kept.verdict();
      Verdict rooted =
          new Verdict(
              verdict.articleId(),
              verdict.version(),
              verdict.kind(),
              verdict.of(),
              verdict.similarity(),
              rootOf(kept.source(), kept),
              verdict.passages());
      return new KeptCopy(kept.member(), kept.source(), rooted);
    }

    /** An original that is kept no longer leaves its copies the root that they had. */
    private String rootOf(@Nullable Position source, KeptCopy kept) {
      if (source == null) {
        return kept.member().articleId();
      }
      KeptCopy original = find(source.articleId());
      return original == null ? kept.verdict().root() : original.verdict().root();
    }

    private NavigableSet<Position> earlierThan(KeptCopy kept, String subject) {
      CopyMember member = kept.member();
      if (beforeAdded != null && member.articleId().equals(subject)) {
        return beforeAdded;
      }
      String entry = member.position().sortKey();
      Map<String, Integer> earlier = new HashMap<>();
      for (int key : member.signature().keys()) {
        weigh(key, buckets.around(bucket(key), entry).before(), earlier);
      }
      return compared(earlier);
    }

    private static void weigh(int key, List<String> found, Map<String, Integer> weights) {
      for (String each : found) {
        weights.merge(each, Signature.weight(key), Integer::sum);
      }
    }

    private static NavigableSet<Position> compared(Map<String, Integer> weights) {
      NavigableSet<Position> compared = new TreeSet<>();
      weights.forEach(
          (entry, weight) -> {
            if (weight >= Signature.COMPARED) {
              compared.add(Position.of(entry));
            }
          });
      return compared;
    }

    private KeptCopy judge(KeptCopy present, NavigableSet<Position> earlier) {
      CopyMember member = present.member();
      Position source = forgottenSource(present);
      Relation closest =
          source == null
              ? Relation.NONE
              : new Relation(present.verdict().kind(), present.verdict().similarity(), List.of());
      Passages passages = new Passages();
      for (Position each : earlier) {
        Relation relation = relation(load(each.articleId()).member(), member);
        if (Relation.CLOSEST.compare(relation, closest) < 0) {
          closest = relation;
          source = each;
        }
        passages.offer(each.articleId(), relation.paragraphs());
      }
      Verdict verdict =
          closest.kind() == null || source == null
              ? fresh(member, passages.runs())
              : new Verdict(
                  member.articleId(),
                  member.version(),
                  closest.kind(),
                  source.articleId(),
                  closest.similarity(),
                  rootOf(source, present),
                  passages.runs());
      return new KeptCopy(member, source, verdict);
    }

    /** The original of a copy where it was forgotten, else null. */
    private @Nullable Position forgottenSource(KeptCopy present) {
      Position source = present.source();
      boolean forgotten =
          source != null
              && find(source.articleId()) == null
              && !(removed != null && removed.member().articleId().equals(source.articleId()));
      return forgotten ? source : null;
    }

    private Verdict fresh(CopyMember member, List<Passage> passages) {
      return new Verdict(
          member.articleId(),
          member.version(),
          member.version() > 1 ? VerdictKind.REVISION : VerdictKind.FRESH,
          null,
          0,
          member.articleId(),
          passages);
    }
  }
}
