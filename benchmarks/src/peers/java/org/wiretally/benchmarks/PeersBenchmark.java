package org.wiretally.benchmarks;

import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.wiretally.annotate.AnnotatedArticle;
import org.wiretally.annotate.Annotator;
import org.wiretally.annotate.DeskCut;

/**
 * Other readers on the same texts, on one core, in one run: what they do is the ground on which a
 * reader of figures would be built with them, not yet figures.
 */
@NullUnmarked // JMH calls the set-up that fills the fields
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 20)
@Measurement(iterations = 3, time = 20)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms4g", "-Xmx4g", "-XX:+UseSerialGC"})
public class PeersBenchmark {
  /** Wiretally's whole annotation. */
  @State(Scope.Thread)
  public static class Wiretally {
    private final Annotator annotator = new Annotator(DeskCut.WORLD);
  }

  /** Apache OpenNLP: sentences, tokens, parts of speech. */
  @State(Scope.Thread)
  public static class OpenNlp {
    private SentenceDetectorME sentences;
    private TokenizerME tokens;
    private POSTaggerME tags;

    @Setup
    public void load() throws IOException {
      sentences = new SentenceDetectorME(new SentenceModel(model("sentence")));
      tokens = new TokenizerME(new TokenizerModel(model("tokens")));
      tags = new POSTaggerME(new POSModel(model("pos")));
    }

    /** The models lie at the root of their jars, in files that are named by treebank and release. */
    private static InputStream model(String kind) {
      return Objects.requireNonNull(
          OpenNlp.class.getResourceAsStream(
              "/opennlp-en-ud-ewt-" + kind + "-1.3-2.5.4.bin"),
          kind);
    }
  }

  /** Stanford CoreNLP: tokens, sentences, parts of speech, lemmas, numeric entities, dependencies. */
  @State(Scope.Thread)
  public static class CoreNlp {
    private StanfordCoreNLP pipeline;

    @Setup
    public void load() {
      Properties properties = new Properties();
      properties.setProperty("annotators", "tokenize,pos,lemma,ner,depparse");
      properties.setProperty("ner.model", "");
      properties.setProperty("ner.applyFineGrained", "false");
      properties.setProperty("ner.applyNumericClassifiers", "true");
      // Times of day and dates would need a calendar of holidays; leaving them out favours CoreNLP.
      properties.setProperty("ner.useSUTime", "false");
      properties.setProperty("ner.statisticalOnly", "false");
      properties.setProperty("ner.buildEntityMentions", "false");
      properties.setProperty("ner.rulesOnly", "true");
      properties.setProperty("threads", "1");
      pipeline = new StanfordCoreNLP(properties);
    }
  }

  @Benchmark
  public AnnotatedArticle wiretally(Wiretally reader, Articles articles) {
    return reader.annotator.annotate(articles.next(), false);
  }

  @Benchmark
  public void openNlp(OpenNlp reader, Articles articles, Blackhole sink) {
    for (String sentence : reader.sentences.sentDetect(articles.next().text())) {
      sink.consume(reader.tags.tag(reader.tokens.tokenize(sentence)));
    }
  }

  @Benchmark
  public CoreDocument coreNlp(CoreNlp reader, Articles articles) {
    CoreDocument document = new CoreDocument(articles.next().text());
    reader.pipeline.annotate(document);
    return document;
  }
}
