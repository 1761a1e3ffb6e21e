package org.wiretally.dedup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.wiretally.place.PlaceReading;
import org.wiretally.state.Buckets;
import org.wiretally.state.RetainedCost;

/**
 * What telling whether an article is a copy costs with so many retained; run by hand,
 * docs/duplicates.md says how and what it gave.
 *
 * <p>Articles come 33,000 a day. Their words are drawn by Zipf's law, one in seven is a name; one
 * article in ten is an earlier one with a sentence added. What is only retained is filled in
 * without being compared.
 */
public final class RetainedCopies implements RetainedCost.Filled {
  private static final int WORDS = 60_000;
  private static final int RECENT = 2_000;
  private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");

  private final Random random = new Random(1);
  private final double[] cumulative = new double[WORDS];
  private final List<String> recent = new ArrayList<>();
  private final CopyTables tables;
  private final Buckets buckets;
  private final CopyIndex index;
  private int number;

  public RetainedCopies(CopyTables tables) {
    this.tables = tables;
    this.buckets = new Buckets(tables.buckets(), CopyPolicy.DEFAULT.neighbours());
    this.index = new CopyIndex(tables, CopyPolicy.DEFAULT);
    double sum = 0;
    for (int i = 0; i < WORDS; i++) {
      sum += 1.0 / (i + 3);
      cumulative[i] = sum;
    }
  }

  /**
   * Measures.
   *
   * @param args the largest size; none for all sizes
   */
  public static void main(String[] args) {
    RetainedCost.print(args, () -> new RetainedCopies(CopyTables.inMemory()));
  }

  @Override
  public int retained() {
    return number;
  }

  @Override
  public Runnable next() {
    CopyMember article = made();
    return () -> index.put(article);
  }

  @Override
  public void retain() {
    CopyMember member = made();
    for (int key : member.signature().keys()) {
      buckets.add(Integer.toHexString(key), member.position().sortKey());
    }
    String id = member.articleId();
    Verdict fresh = new Verdict(id, 1, VerdictKind.FRESH, null, 0, id, List.of());
    tables.members().put(id, new KeptCopy(member, null, fresh));
  }

  private CopyMember made() {
    Signature signature = SignatureMaker.of(null, text(), PlaceReading.NOWHERE);
    Instant published = START.plusMillis(2_600L * number);
    return new CopyMember("article-" + number++, 1, published, signature);
  }

  private String text() {
    if (random.nextInt(10) == 0 && !recent.isEmpty()) {
      return recent.get(random.nextInt(recent.size())) + "\n\nadded " + number + ".";
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      double at = random.nextDouble() * cumulative[WORDS - 1];
      int found = Arrays.binarySearch(cumulative, at);
      int rank = Math.min(WORDS - 1, found < 0 ? -found - 1 : found);
      text.append(rank % 7 == 0 ? 'N' : 'w').append(Integer.toString(rank, 36));
      text.append(i % 25 == 24 ? ".\n\n" : i % 12 == 11 ? ". " : " ");
    }
    String made = text.toString();
    if (recent.size() < RECENT) {
      recent.add(made);
    } else {
      recent.set(random.nextInt(RECENT), made);
    }
    return made;
  }
}
