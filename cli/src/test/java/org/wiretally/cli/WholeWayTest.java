package org.wiretally.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.DeadLetter;
import org.wiretally.schemas.Topic;
import org.wiretally.schemas.Topics;

/**
 * The whole way, from files to the consensus topic, on a real broker and a real registry; which
 * ones is up to the subclass. Every replay has topics of its own.
 */
@NullUnmarked // a null here fails the test, as it should
abstract class WholeWayTest {
  private static final AtomicInteger RUNS = new AtomicInteger();
  private static final Path SEEDS = Path.of("..", "seeds");

  abstract String bootstrap();

  abstract String registryUrl();

  @TempDir private Path folder;

  private CommandLineRun replay(String... arguments) {
    return replayOn("run" + RUNS.incrementAndGet(), arguments);
  }

  private CommandLineRun replayOn(String prefix, String... arguments) {
    List<String> line =
        new ArrayList<>(
            List.of("replay", "--json", "--bootstrap", bootstrap(), "--registry", registryUrl()));
    line.addAll(List.of("--prefix", getClass().getSimpleName() + "-" + prefix));
    line.addAll(List.of("--state", folder.resolve(prefix).toString()));
    line.addAll(List.of(arguments));
    CommandLineRun run = CommandLineRun.of(line.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run;
  }

  @Test
  void theSeedsEndInTheRightAnswer() throws IOException {
    Path out = folder.resolve("out");
    CommandLineRun run = replay(SEEDS.toString(), "--out", out.toString());
    SeedsAnswer.check(run);
    assertThat(rows(out.resolve("claims.jsonl"))).isNotEmpty();
    assertThat(rows(out.resolve("consensus.jsonl"))).isNotEmpty();
    SeedsAnswer.checkVerdicts(rows(out.resolve("verdicts.jsonl")));
  }

  @Test
  void theSharedSeedsEndInTheRightAnswerToo() {
    Path shared = Path.of("..", "..", "shared", "seeds");
    Assumptions.assumeTrue(
        Files.isDirectory(shared),
        "skipped: the measuring kit ../shared is not beside the checkout");
    SeedsAnswer.check(replay(shared.toString()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theOrderOfArrivalDoesNotMatter(long seed) {
    assertThat(replay(SEEDS.toString(), "--shuffle", Long.toString(seed)).values())
        .isEqualTo(replay(SEEDS.toString()).values());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "6, 2"})
  void neitherPartitionsNorInstancesMatter(int partitions, int instances) {
    assertThat(
            replay(
                    SEEDS.toString(),
                    "--partitions",
                    Integer.toString(partitions),
                    "--instances",
                    Integer.toString(instances))
                .values())
        .isEqualTo(replay(SEEDS.toString()).values());
  }

  @Test
  void whatStandsIsQueriedAndExported() throws IOException {
    String prefix = "query" + RUNS.incrementAndGet();
    CommandLineRun run = replayOn(prefix, SEEDS.toString());
    JsonNode killed = run.byFigure().get("KILLED/ALL");
    String story = killed.get("story").asText();
    assertThat(onTopics(prefix, "query", story, "--json").out().lines().map(WholeWayTest::parsed))
        .as("the rows that stand, with evidence that came after the last update of their number")
        .hasSameSizeAs(run.json())
        .allSatisfy(
            row -> {
              String key = row.get("figure").asText() + "/" + row.get("group").asText();
              JsonNode stands = run.byFigure().get(key);
              assertThat(row.get("best")).as(key).isEqualTo(stands.get("best"));
              assertThat(row.get("confidence")).as(key).isEqualTo(stands.get("confidence"));
              assertThat(row.get("asOf")).as(key).isEqualTo(stands.get("asOf"));
              assertThat(row.get("articles")).as(key).isEqualTo(stands.get("articleCount"));
            });
    CommandLineRun folded =
        onTopics(prefix, "query", story, "--figure", "killed", "--json", "--at", "2100-01-01");
    assertThat(folded.out().lines().map(WholeWayTest::parsed).filter(WholeWayTest::whole))
        .as("folded anew from the claims")
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("low")).isEqualTo(killed.get("low"));
              assertThat(row.get("best")).isEqualTo(killed.get("best"));
              assertThat(row.get("high")).isEqualTo(killed.get("high"));
              assertThat(row.get("confidence")).isEqualTo(killed.get("confidence"));
            });
    assertThat(onTopicsFailing(prefix, "query", story, "--known-at", "1999-12-31").err())
        .contains("nothing was known of story " + story);
    Path csv = folder.resolve("events.csv");
    onTopics(prefix, "export", "--profile", "all", "--out", csv.toString());
    assertThat(Files.readAllLines(csv))
        .first()
        .asString()
        .startsWith("event_id,profile,figure,group,unit,event_date");
    for (String profile :
        List.of("default", "conservative", "independent-two", "latest-majority", "low-best-high")) {
      assertThat(Files.readAllLines(csv))
          .anyMatch(line -> line.startsWith(story + "," + profile + ",KILLED,ALL,PERSONS,"));
    }
    assertThat(onTopics(prefix, "export", "--format", "jsonl", "--figure", "KILLED").out().lines())
        .map(WholeWayTest::parsed)
        .filteredOn(row -> row.get("event_id").asText().equals(story))
        .filteredOn(row -> row.get("group").asText().equals("ALL"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("fatalities")).isEqualTo(killed.get("best")));
    assertThat(
            onTopics(prefix, "sources", "--claimant", "Interior Ministry", "--json").out().lines())
        .map(WholeWayTest::parsed)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("cases").asInt()).isEqualTo(1);
              assertThat(row.get("agreed").asInt()).isEqualTo(1);
              assertThat(row.get("rate").asDouble()).isBetween(0.5, 1.0);
              assertThat(row.get("last").asText()).isEqualTo("2022-01");
            });
    assertThat(onTopics(prefix, "sources").out())
        .containsPattern("claimant +interior ministry +1 +1 +0 +0 ");
    assertThat(onTopics(prefix, "sources", "--min-cases", "2").out()).contains("No such source");
    assertThat(onTopics(prefix, "explain", "--story", story, "--figure", "KILLED").out())
        .contains("agreed so far: interior ministry 1 of 1 (rate ");
  }

  private CommandLineRun onTopics(String prefix, String... command) {
    CommandLineRun run = onTopicsFailing(prefix, command);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run;
  }

  private CommandLineRun onTopicsFailing(String prefix, String... command) {
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(List.of("--bootstrap", bootstrap(), "--registry", registryUrl()));
    line.addAll(List.of("--prefix", getClass().getSimpleName() + "-" + prefix));
    return CommandLineRun.of(line.toArray(String[]::new));
  }

  private static JsonNode parsed(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  private static boolean whole(JsonNode row) {
    return row.get("group").asText().equals("ALL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1918-11-11T11:00:00Z", "2199-01-01T00:00:00Z"})
  void anArticleOfAnyTimeIsRead(String published) throws IOException {
    Path lines =
        Files.writeString(
            folder.resolve("odd.jsonl"),
            """
            {"id": "odd", "text": "Two people died in a fire, police said.", "published": "%s"}
            """
                .formatted(published));
    assertThat(replay(lines.toString()).byFigure().get("KILLED/ALL").get("best").asInt())
        .isEqualTo(2);
  }

  @Test
  void aSecondReplayOntoTheSameTopicsChangesNothing() {
    String prefix = "twice" + RUNS.incrementAndGet();
    Map<String, Object> first = replayOn(prefix, SEEDS.toString()).values();
    Path out = folder.resolve("second");
    CommandLineRun second = replayOn(prefix, SEEDS.toString(), "--out", out.toString());
    assertThat(second.values()).isEqualTo(first);
    SeedsAnswer.check(second);
  }

  @Test
  void recordsThatAreNoArticlesBecomeDeadLettersAndTheOthersAreRead()
      throws ExecutionException, InterruptedException {
    String prefix = "junk" + RUNS.incrementAndGet();
    Topics topics = new Topics(getClass().getSimpleName() + "-" + prefix, "v1");
    try (TopicAdmin admin = new TopicAdmin(bootstrap())) {
      admin.create(topics, 1, (short) -1);
    }
    byte[] junk = "no avro at all".getBytes(StandardCharsets.UTF_8);
    byte[] unknownSchema = {0, 0x7f, 0x7f, 0x7f, 0x7f, 1, 2, 3};
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topics.name(Topic.ARTICLES), "junk", junk)).get();
      producer
          .send(new ProducerRecord<>(topics.name(Topic.ARTICLES), "unknown", unknownSchema))
          .get();
    }
    SeedsAnswer.check(replayOn(prefix, SEEDS.toString(), "--partitions", "1"));
    List<DeadLetter> letters = new ArrayList<>();
    try (AvroSerdes serdes = AvroSerdes.at(registryUrl());
        TopicReader<DeadLetter> reader =
            new TopicReader<>(bootstrap(), serdes, topics, Topic.DEAD_LETTERS, DeadLetter.class)) {
      reader.readAll(record -> letters.add(record.value()));
    }
    assertThat(letters)
        .extracting(letter -> letter.getValue().array())
        .containsExactly(junk, unknownSchema);
    assertThat(letters).allSatisfy(letter -> assertThat(letter.getCause()).isNotBlank());
    assertThat(letters).extracting(DeadLetter::getOffset).containsExactly(0L, 1L);
  }

  @Test
  void filesThatAreNoArticlesBecomeDeadLettersAndTheOthersAreRead() throws IOException {
    Path mixed = Files.createDirectory(folder.resolve("mixed"));
    try (var seeds = Files.list(SEEDS)) {
      for (Path seed : (Iterable<Path>) seeds::iterator) {
        Files.copy(seed, mixed.resolve(seed.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    byte[] binary = {0, 1, 2, 3, 0, 0, 7, (byte) 0xff};
    Files.write(mixed.resolve("binary.txt"), binary);
    Files.createFile(mixed.resolve("empty.txt"));
    Files.writeString(mixed.resolve("lines.jsonl"), "{\"id\": \"cut off\n");
    try (FileChannel huge =
        FileChannel.open(
            mixed.resolve("huge.txt"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      huge.write(ByteBuffer.wrap(new byte[] {'x'}), 100L * 1024 * 1024);
    }
    String prefix = "mixed" + RUNS.incrementAndGet();
    CommandLineRun run = replayOn(prefix, mixed.toString());
    SeedsAnswer.check(run);
    assertThat(run.err()).doesNotContain("\tat ");
    List<DeadLetter> letters = new ArrayList<>();
    try (AvroSerdes serdes = AvroSerdes.at(registryUrl());
        TopicReader<DeadLetter> reader =
            new TopicReader<>(
                bootstrap(),
                serdes,
                new Topics(getClass().getSimpleName() + "-" + prefix, "v1"),
                Topic.DEAD_LETTERS,
                DeadLetter.class)) {
      reader.readAll(record -> letters.add(record.value()));
    }
    assertThat(letters)
        .extracting(DeadLetter::getCause)
        .hasSize(4)
        .satisfiesOnlyOnce(cause -> assertThat(cause).contains("binary.txt"))
        .satisfiesOnlyOnce(cause -> assertThat(cause).contains("empty.txt"))
        .satisfiesOnlyOnce(cause -> assertThat(cause).contains("huge.txt"))
        .satisfiesOnlyOnce(cause -> assertThat(cause).contains("lines.jsonl"));
    assertThat(letters).anyMatch(letter -> Arrays.equals(letter.getValue().array(), binary));
  }

  @Test
  @Timeout(120)
  void aRegistryThatIsNotThereIsNamed() throws IOException {
    String nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = "http://localhost:" + socket.getLocalPort();
    }
    CommandLineRun run =
        CommandLineRun.of(
            "replay", SEEDS.toString(), "--bootstrap", bootstrap(), "--registry", nobody);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().strip().lines())
        .as(run.err())
        .singleElement()
        .asString()
        .startsWith("wiretally: ")
        .contains(nobody);
  }

  @Test
  @Timeout(60)
  void aTransactionThatIsOpenAtTheEndOfATopicIsWaitedFor() throws Exception {
    Topics topics = new Topics(getClass().getSimpleName() + "-open" + RUNS.incrementAndGet(), "v1");
    try (TopicAdmin admin = new TopicAdmin(bootstrap());
        AvroSerdes serdes = AvroSerdes.at(registryUrl());
        KafkaProducer<String, DeadLetter> producer =
            new KafkaProducer<>(
                Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    bootstrap(),
                    ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                    topics.prefix()),
                new StringSerializer(),
                serdes.value(DeadLetter.class).serializer())) {
      admin.create(topics, 1, (short) -1);
      serdes.prepare(topics);
      DeadLetter letter =
          DeadLetter.newBuilder()
              .setStage("test")
              .setCause("none")
              .setHeaders(Map.of())
              .setAt(Instant.EPOCH)
              .build();
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(topics.name(Topic.DEAD_LETTERS), "key", letter)).get();
      CompletableFuture<Integer> found =
          CompletableFuture.supplyAsync(
              () -> {
                List<String> keys = new ArrayList<>();
                try (TopicReader<DeadLetter> reader =
                    new TopicReader<>(
                        bootstrap(), serdes, topics, Topic.DEAD_LETTERS, DeadLetter.class)) {
                  reader.readAll(record -> keys.add(record.key()));
                }
                return keys.size();
              });
      Thread.sleep(Duration.ofSeconds(3).toMillis());
      assertThat(found).as("the reader waits").isNotDone();
      producer.commitTransaction();
      assertThat(found.get()).isEqualTo(1);
    }
  }

  private static List<JsonNode> rows(Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      rows.add(mapper.readTree(line));
    }
    return rows;
  }
}
