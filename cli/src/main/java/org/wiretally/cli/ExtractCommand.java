package org.wiretally.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.wiretally.annotate.Annotator;
import org.wiretally.annotate.DeskCut;
import org.wiretally.article.Article;
import org.wiretally.article.ArticleStatus;
import org.wiretally.figures.Claim;
import org.wiretally.ingest.publish.ArticleEncoder;
import org.wiretally.ingest.source.Item;
import org.wiretally.topology.ArticleCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the claims of articles, without a broker. */
@Command(
    name = "extract",
    description = "Prints the claims of articles as JSON, one a line; needs no broker.",
    mixinStandardHelpOptions = true)
final class ExtractCommand implements Callable<Integer> {
  private final Streams streams;
  @Mixin private ReplaySourceOptions source = new ReplaySourceOptions();

  ExtractCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws InterruptedException {
    Annotator annotator = new Annotator(DeskCut.WORLD);
    int[] broken = {0};
    source.read(
        streams,
        item -> {
          if (item instanceof Item.Read read) {
            Article article =
                ArticleCodec.read(ArticleEncoder.encode(read.article(), Instant.EPOCH));
            if (article.status() == ArticleStatus.USABLE) {
              for (Claim claim : annotator.claims(article)) {
                streams.out().println(Rows.of(article.id(), claim));
              }
            }
          } else if (item instanceof Item.Broken bad) {
            broken[0]++;
            streams.err().println("wiretally: " + bad.cause());
          }
        });
    return broken[0] == 0 ? 0 : 1;
  }
}
