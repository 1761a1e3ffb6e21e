package org.wiretally.benchmarks;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.wiretally.article.Article;
import org.wiretally.ingest.publish.ArticleEncoder;
import org.wiretally.ingest.source.Item;
import org.wiretally.ingest.source.Source;
import org.wiretally.ingest.source.Sources;
import org.wiretally.topology.ArticleCodec;

/** The articles that are read over and over, normalised as ingest delivers them. */
@State(Scope.Thread)
public class Articles {
  /**
   * Any path that {@code wiretally replay} takes, relative to the folder of the benchmark's run.
   */
  @Param("seeds")
  public String articles = "seeds";

  /** What the source states of the language: where it is empty, the language is detected. */
  @Param("en")
  public String language = "en";

  /** At most so many; enough that branch predictors do not learn them by heart. */
  @Param("1000")
  public int limit = 1_000;

  private List<Article> read = List.of();
  private int next;

  @Setup
  public void read() throws InterruptedException {
    List<Article> all = new ArrayList<>();
    for (Source source : Sources.at(List.of(Path.of(articles)))) {
      source.read(
          item -> {
            if (item instanceof Item.Read text && all.size() < limit) {
              all.add(
                  stated(ArticleCodec.read(ArticleEncoder.encode(text.article(), Instant.EPOCH))));
            }
          });
    }
    if (all.isEmpty()) {
      throw new IllegalArgumentException(articles + " holds no article; give -p articles=PATH");
    }
    read = List.copyOf(all);
    System.out.printf(
        "%n%d articles of %.0f characters%n",
        read.size(), read.stream().mapToInt(a -> a.text().length()).average().orElse(0));
  }

  private Article stated(Article article) {
    return new Article(
        article.id(),
        article.version(),
        article.status(),
        article.title(),
        article.text(),
        article.offsets(),
        article.published(),
        article.publisher(),
        article.url(),
        language.isEmpty() ? null : language,
        article.dated());
  }

  Article next() {
    next = next + 1 == read.size() ? 0 : next + 1;
    return read.get(next);
  }
}
