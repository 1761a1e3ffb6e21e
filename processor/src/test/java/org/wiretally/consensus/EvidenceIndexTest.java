package org.wiretally.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wiretally.article.Span;
import org.wiretally.figures.Claim;
import org.wiretally.figures.Figure;
import org.wiretally.figures.Quantity;
import org.wiretally.figures.Role;
import org.wiretally.figures.Unit;
import org.wiretally.state.InMemoryTable;
import org.wiretally.state.Table;

class EvidenceIndexTest {
  private static final String STORY = "s";
  private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");
  private static final ConsensusFold FOLD = new ConsensusFold(Profile.DEFAULT);

  @Property(tries = 60)
  void whatAFoldHearsIsAFunctionOfTheLiveClaims(
      @ForAll @IntRange(min = 1, max = 300) int articles, @ForAll long seed) {
    Random random = new Random(seed);
    List<ArticleClaims> all = new ArrayList<>();
    for (int i = 0; i < articles; i++) {
      all.add(article(i, random));
    }
    Map<String, ArticleClaims> live = new TreeMap<>();
    EvidenceIndex index = index();
    for (int round = 0; round < 2; round++) {
      Collections.shuffle(all, random);
      for (ArticleClaims article : all) {
        if (random.nextInt(4) == 0) {
          index.remove(STORY, article.articleId());
          live.remove(article.articleId());
        } else {
          index.put(STORY, article);
          live.put(article.articleId(), article);
        }
      }
    }
    Set<Figure> figures = Set.of(Figure.KILLED, Figure.INJURED, Figure.DETAINED);
    List<LiveClaim> claims =
        live.values().stream().flatMap(article -> article.live().stream()).toList();
    assertThat(FOLD.fold(index, STORY, figures)).isEqualTo(FOLD.folded(claims));
  }

  @Property(tries = 60)
  void untouchedFiguresNeedNoFold(@ForAll long seed) {
    Random random = new Random(seed);
    EvidenceIndex index = index();
    Map<String, List<Consensus>> standing = new TreeMap<>();
    List<LiveClaim> claims = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      ArticleClaims article = article(i, random);
      claims.addAll(article.live());
      for (Figure figure : ConsensusFold.affected(index.put(STORY, article))) {
        standing.put(figure.name(), FOLD.fold(index, STORY, Set.of(figure)).answers());
      }
      List<Consensus> all = standing.values().stream().flatMap(List::stream).toList();
      assertThat(all).isEqualTo(FOLD.fold(claims));
    }
  }

  @Test
  void theCostOfAnArticleDoesNotGrowWithItsStory() {
    Counter counter = new Counter();
    EvidenceIndex index =
        new EvidenceIndex(
            new EvidenceTables(
                counter.count(new InMemoryTable<>()),
                counter.count(new InMemoryTable<>()),
                counter.count(new InMemoryTable<>())));
    Random random = new Random(1);
    int shortStory = 0;
    int longStory = 0;
    for (int i = 0; i < 3000; i++) {
      counter.operations = 0;
      Set<Figure> touched = index.put(STORY, article(i, random));
      FOLD.fold(index, STORY, ConsensusFold.affected(touched));
      if (i < 600) {
        shortStory = Math.max(shortStory, counter.operations);
      } else {
        longStory = Math.max(longStory, counter.operations);
      }
    }
    assertThat(longStory)
        .as("reads and writes of state for one of 3,000 articles")
        .isLessThanOrEqualTo(shortStory + 2 * Telling.CARRIERS)
        .isLessThan(4 * EvidenceIndex.WINDOW);
  }

  @Test
  void copiesAreOneTellingAndTheirEarliestSpeaks() {
    EvidenceIndex index = index();
    for (int i = 40; i > 0; i--) {
      index.put(STORY, new ArticleClaims("c" + i, 1, hour(i), "p" + i, "root", killed(8)));
    }
    assertThat(index.window(STORY, Figure.KILLED))
        .singleElement()
        .satisfies(
            telling -> {
              assertThat(telling.count()).isEqualTo(40);
              assertThat(telling.carriers()).hasSize(Telling.CARRIERS);
              assertThat(telling.claims().get(0).articleId()).isEqualTo("c1");
            });
    index.remove(STORY, "c1");
    assertThat(index.window(STORY, Figure.KILLED).get(0).claims().get(0).articleId())
        .isEqualTo("c2");
  }

  private static ArticleClaims article(int i, Random random) {
    List<Claim> claims = new ArrayList<>();
    for (Figure figure : List.of(Figure.KILLED, Figure.INJURED, Figure.DETAINED)) {
      if (claims.isEmpty() || random.nextBoolean()) {
        claims.add(claim(figure, random.nextInt(6), random.nextInt(3)));
      }
    }
    String id = "a" + i;
    String root = random.nextInt(3) == 0 ? "a" + random.nextInt(i + 1) : id;
    return new ArticleClaims(id, 1, hour(random.nextInt(500)), "p" + i % 7, root, claims);
  }

  private static List<Claim> killed(long n) {
    return List.of(claim(Figure.KILLED, n, 0));
  }

  private static Claim claim(Figure figure, long n, int sentence) {
    Span span = new Span(10 * sentence, 10 * sentence + 2);
    @Nullable String claimant = n % 2 == 0 ? null : "police";
    return new Claim(
        figure,
        Quantity.exact(n),
        Unit.PERSONS,
        Role.TOTAL,
        Claim.ALL,
        claimant,
        null,
        null,
        false,
        span,
        span,
        "quote",
        List.of(),
        "test");
  }

  private static Instant hour(int hour) {
    return START.plusSeconds(3600L * hour);
  }

  private static EvidenceIndex index() {
    return new EvidenceIndex(
        new EvidenceTables(new InMemoryTable<>(), new InMemoryTable<>(), new InMemoryTable<>()));
  }

  /** Counts the entries that are read and written. */
  private static final class Counter {
    int operations;

    <V> Table<V> count(Table<V> table) {
      return new Table<>() {
        @Override
        public @Nullable V get(String key) {
          operations++;
          return table.get(key);
        }

        @Override
        public void put(String key, V value) {
          operations++;
          table.put(key, value);
        }

        @Override
        public void delete(String key) {
          operations++;
          table.delete(key);
        }

        @Override
        public void scan(String prefix, BiConsumer<String, V> visitor) {
          table.scan(prefix, counting(visitor));
        }

        @Override
        public void scanAfter(
            String prefix, String after, int limit, BiConsumer<String, V> visitor) {
          table.scanAfter(prefix, after, limit, counting(visitor));
        }

        @Override
        public void scanBefore(
            String prefix, String before, int limit, BiConsumer<String, V> visitor) {
          table.scanBefore(prefix, before, limit, counting(visitor));
        }

        private BiConsumer<String, V> counting(BiConsumer<String, V> visitor) {
          return (key, value) -> {
            operations++;
            visitor.accept(key, value);
          };
        }
      };
    }
  }
}
