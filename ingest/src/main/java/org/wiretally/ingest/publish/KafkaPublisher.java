package org.wiretally.ingest.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.wiretally.ingest.normalize.NormalizedArticle;
import org.wiretally.ingest.normalize.OffsetRuns;
import org.wiretally.ingest.normalize.PublishedFrom;
import org.wiretally.ingest.source.Clock;
import org.wiretally.ingest.source.Item;
import org.wiretally.ingest.source.Sink;
import org.wiretally.schemas.Article;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.DeadLetter;
import org.wiretally.schemas.RegistryUnavailableException;
import org.wiretally.schemas.Topic;
import org.wiretally.schemas.Topics;

/**
 * Publishes items to Kafka with an idempotent producer: articles under their id to {@code
 * articles}, what is broken to {@code dead-letters}.
 *
 * <p>Records carry no event time of their own: the topics are stamped with the time of arrival, and
 * readers take {@code published} from the value (see {@link Topic}). The first failure is final;
 * every later call throws it. Calls must not overlap.
 */
public final class KafkaPublisher implements Sink, AutoCloseable {
  /** A broker that is there answers in milliseconds; 10 s bridge its start. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  /** A running publication survives the restart of a broker. */
  private static final Duration DELIVER_WITHIN = Duration.ofSeconds(60);

  /** DEPENDENCIES: the default of 16 KB costs two thirds of the throughput. */
  private static final int BATCH_BYTES = 131_072;

  /** Room in a batch for what is around a record's value. */
  private static final int OVERHEAD_BYTES = 64 * 1024;

  private final String bootstrap;
  private final Topics topics;
  private final Clock clock;
  private final Producer<String, byte[]> producer;
  private final Serializer<Article> articles;
  private final Serializer<DeadLetter> deadLetters;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  KafkaPublisher(
      String bootstrap,
      Topics topics,
      AvroSerdes serdes,
      Clock clock,
      Producer<String, byte[]> producer) {
    this.bootstrap = bootstrap;
    this.topics = topics;
    this.clock = clock;
    this.producer = producer;
    this.articles = serdes.value(Article.class).serializer();
    this.deadLetters = serdes.value(DeadLetter.class).serializer();
  }

  /**
   * Connects, and makes sure that broker, topics and registry are there.
   *
   * @param bootstrap {@code host:port}, several separated by commas
   * @param overrides settings of the Kafka client, such as those of its security
   * @throws PublishException within some 20 s where one of them is not
   */
  public static KafkaPublisher open(
      String bootstrap, Map<String, ?> overrides, Topics topics, AvroSerdes serdes, Clock clock) {
    checkTopics(bootstrap, overrides, topics);
    KafkaPublisher publisher =
        new KafkaPublisher(
            bootstrap,
            topics,
            serdes,
            clock,
            new KafkaProducer<>(
                settings(bootstrap, overrides), new StringSerializer(), new ByteArraySerializer()));
    try {
      publisher.checkRegistry();
    } catch (PublishException e) {
      publisher.close();
      throw e;
    }
    return publisher;
  }

  static Map<String, Object> settings(String bootstrap, Map<String, ?> overrides) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.DEAD_LETTERS.maxMessageBytes());
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER_WITHIN.toMillis());
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER_WITHIN.toMillis());
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVER_WITHIN.toMillis());
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "wiretally-ingest");
    settings.putAll(overrides);
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    return settings;
  }

  private static void checkTopics(String bootstrap, Map<String, ?> overrides, Topics topics) {
    Map<String, Object> settings = new HashMap<>(overrides);
    int within = (int) ANSWER_WITHIN.toMillis();
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, within);
    settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, within);
    List<String> names = List.of(topics.name(Topic.ARTICLES), topics.name(Topic.DEAD_LETTERS));
    try (Admin admin = Admin.create(settings)) {
      admin
          .describeTopics(names, new DescribeTopicsOptions().timeoutMs(within))
          .allTopicNames()
          .get(2L * within, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failed(bootstrap, names, e.getCause() == null ? e : e.getCause());
    } catch (java.util.concurrent.TimeoutException | KafkaException e) {
      throw failed(bootstrap, names, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PublishException("Publishing to " + bootstrap + " was interrupted.", e);
    }
  }

  private static PublishException failed(String bootstrap, List<String> names, Throwable cause) {
    if (cause instanceof UnknownTopicOrPartitionException) {
      return new PublishException(
          "The topics "
              + String.join(" and ", names)
              + " are not all there on "
              + bootstrap
              + "; create them with \"wiretally topics create\".",
          cause);
    }
    if (cause instanceof TimeoutException
        || cause instanceof java.util.concurrent.TimeoutException) {
      return new PublishException(
          "No Kafka broker answers at "
              + bootstrap
              + " within "
              + ANSWER_WITHIN.toSeconds()
              + " s; start it, or check the address.",
          cause);
    }
    if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
      return new PublishException(
          "The Kafka broker at " + bootstrap + " refuses access: " + cause.getMessage() + ".",
          cause);
    }
    Throwable deepest = cause;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return new PublishException(
        "Publishing to the Kafka broker at " + bootstrap + " failed: " + deepest.getMessage() + ".",
        cause);
  }

  /** Asks the registry for both schemas before any article is read. */
  private void checkRegistry() {
    Instant now = clock.now();
    NormalizedArticle empty =
        new NormalizedArticle(
            "-",
            1,
            false,
            null,
            "",
            new OffsetRuns(new int[] {0}, new int[] {0}),
            now,
            PublishedFrom.INGEST_TIME,
            null,
            null,
            null,
            "-",
            List.of());
    serialize(articles, Topic.ARTICLES, ArticleEncoder.encode(empty, now));
    serialize(
        deadLetters,
        Topic.DEAD_LETTERS,
        ArticleEncoder.encode(new Item.Broken("-", "-", new byte[0]), now));
  }

  private <T> byte[] serialize(Serializer<T> serializer, Topic topic, T value) {
    try {
      return serializer.serialize(topics.name(topic), value);
    } catch (RegistryUnavailableException e) {
      throw new PublishException(sentence(e) + "; start the registry, or check its address.", e);
    } catch (KafkaException e) {
      throw new PublishException(sentence(e) + ".", e);
    }
  }

  private static String sentence(KafkaException e) {
    String message = "" + e.getMessage();
    return message.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + message.substring(1);
  }

  @Override
  public void accept(Item item) throws InterruptedException {
    check();
    if (item instanceof Item.Read read) {
      publish(read.article());
    } else {
      publish((Item.Broken) item);
    }
  }

  private void publish(NormalizedArticle article) throws InterruptedException {
    Article record = ArticleEncoder.encode(article, clock.now());
    byte[] value = serialize(articles, Topic.ARTICLES, record);
    int most = Topic.ARTICLES.maxMessageBytes() - OVERHEAD_BYTES;
    if (value.length + article.id().length() * 3 > most) {
      publish(
          new Item.Broken(
              article.source(),
              article.source()
                  + " cannot be published: it makes a record of "
                  + value.length
                  + " bytes, and the topic takes "
                  + most
                  + ".",
              java.util.Arrays.copyOf(value, Math.min(value.length, most))));
      return;
    }
    send(Topic.ARTICLES, article.id(), value);
  }

  private void publish(Item.Broken broken) throws InterruptedException {
    DeadLetter record = ArticleEncoder.encode(broken, clock.now());
    send(
        Topic.DEAD_LETTERS,
        ArticleEncoder.STAGE,
        serialize(deadLetters, Topic.DEAD_LETTERS, record));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback sees every failure
  private void send(Topic topic, String key, byte[] value) throws InterruptedException {
    try {
      producer.send(
          new ProducerRecord<>(topics.name(topic), key, value),
          (metadata, error) -> {
            if (error != null) {
              failure.compareAndSet(null, error);
            }
          });
    } catch (InterruptException e) {
      throw interrupted(e);
    } catch (KafkaException e) {
      failure.compareAndSet(null, e);
      check();
    }
  }

  /** Returns when all that was accepted is stored. */
  @Override
  public void flush() throws InterruptedException {
    check();
    try {
      producer.flush();
    } catch (InterruptException e) {
      throw interrupted(e);
    }
    check();
  }

  private static InterruptedException interrupted(InterruptException e) {
    Thread.interrupted(); // Kafka sets the flag besides throwing
    InterruptedException interrupted = new InterruptedException(e.getMessage());
    interrupted.initCause(e);
    return interrupted;
  }

  private void check() {
    Exception error = failure.get();
    if (error instanceof RecordTooLargeException) {
      throw new PublishException(
          "The Kafka broker at "
              + bootstrap
              + " takes no records of this size: "
              + error.getMessage()
              + "; raise max.message.bytes of the topics.",
          error);
    }
    if (error != null) {
      throw failed(bootstrap, List.of(topics.name(Topic.ARTICLES)), error);
    }
  }

  @Override
  public void close() {
    producer.close(ANSWER_WITHIN);
  }
}
