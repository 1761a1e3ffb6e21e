package org.wiretally.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wiretally.annotate.AnnotatedArticle;
import org.wiretally.annotate.Annotator;
import org.wiretally.annotate.DeskCut;
import org.wiretally.article.Article;
import org.wiretally.dedup.Signature;
import org.wiretally.dedup.SignatureMaker;
import org.wiretally.figures.Extraction;
import org.wiretally.figures.FigureReader;
import org.wiretally.place.PlaceReader;
import org.wiretally.place.PlaceReading;
import org.wiretally.story.StoryFeatureMaker;
import org.wiretally.story.StoryFeatures;

/**
 * Articles a second on one core: the whole of annotation, and its parts.
 *
 * <p>The warm-up is long because the code is: the compiler needs some 45 seconds before the figures
 * stop rising.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 10, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
public class AnnotationBenchmark {
  private static final Extraction NO_FIGURES = new Extraction(List.of(), List.of());

  private final FigureReader figures = FigureReader.english();
  private final PlaceReader places = PlaceReader.world();
  private final Annotator annotator = new Annotator(DeskCut.WORLD);

  @Benchmark
  public AnnotatedArticle all(Articles articles) {
    return annotator.annotate(articles.next(), false);
  }

  @Benchmark
  public Extraction figures(Articles articles) {
    Article article = articles.next();
    return figures.read(article.title(), article.text(), article.statedPublication());
  }

  @Benchmark
  public PlaceReading places(Articles articles) {
    Article article = articles.next();
    return places.read(article.title(), article.text());
  }

  @Benchmark
  public Signature placesAndSignature(Articles articles) {
    Article article = articles.next();
    return SignatureMaker.of(
        article.title(), article.text(), places.read(article.title(), article.text()));
  }

  /** Finding the runs of letters included. */
  @Benchmark
  public Signature signature(Articles articles) {
    Article article = articles.next();
    return SignatureMaker.of(article.title(), article.text(), PlaceReading.NOWHERE);
  }

  /** Finding the words included, but for the tolls that the figures would add. */
  @Benchmark
  public StoryFeatures storyFeatures(Articles articles) {
    return StoryFeatureMaker.of(articles.next(), NO_FIGURES, PlaceReading.NOWHERE);
  }
}
