package org.wiretally.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.wiretally.schemas.Topic;
import org.wiretally.schemas.Topics;

/** Creates and describes the topics. Every wait is bounded. */
final class TopicAdmin implements AutoCloseable {
  private static final int WAIT_SECONDS = 15;

  private final String bootstrap;
  private final Admin admin;

  /**
   * Connects to a cluster.
   *
   * @throws UserException where nobody answers
   */
  TopicAdmin(String bootstrap) {
    this.bootstrap = bootstrap;
    try {
      admin =
          Admin.create(
              Map.of(
                  AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                  bootstrap,
                  AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                  (WAIT_SECONDS - 1) * 1000,
                  AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                  5_000));
    } catch (org.apache.kafka.common.KafkaException e) {
      throw new UserException(
          "\"" + bootstrap + "\" is no Kafka address; give --bootstrap as host:port.", e);
    }
  }

  Admin admin() {
    return admin;
  }

  /** Creates the topics that are missing. Returns the names of those created. */
  List<String> create(Topics topics, int partitions, short replication) {
    List<NewTopic> wanted = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      wanted.add(
          new NewTopic(topics.name(topic), partitions, replication).configs(topic.settings()));
    }
    List<String> created = new ArrayList<>();
    Map<String, KafkaFuture<Void>> results = admin.createTopics(wanted).values();
    for (NewTopic topic : wanted) {
      try {
        await(Objects.requireNonNull(results.get(topic.name())));
        created.add(topic.name());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw new UserException(
              "topic "
                  + topic.name()
                  + " cannot be created at "
                  + bootstrap
                  + " ("
                  + Sentence.of(e)
                  + "); check --partitions, the replication and your rights there.",
              e);
        }
      }
    }
    return created;
  }

  /** The topics that exist, described. */
  Map<Topic, TopicDescription> describe(Topics topics) {
    Map<Topic, TopicDescription> found = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.values()) {
      try {
        String name = topics.name(topic);
        found.put(topic, describe(name));
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw new UserException(
              "topic "
                  + topics.name(topic)
                  + " cannot be described at "
                  + bootstrap
                  + " ("
                  + Sentence.of(e)
                  + "); check your rights there.",
              e);
        }
      }
    }
    return found;
  }

  /** One topic, described. */
  TopicDescription describe(String name) throws ExecutionException {
    return Objects.requireNonNull(
        await(admin.describeTopics(List.of(name)).allTopicNames()).get(name));
  }

  /** The result, or a {@link UserException} where the broker does not answer in time. */
  <T> T await(KafkaFuture<T> future) throws ExecutionException {
    try {
      return future.get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserException("interrupted while asking the broker at " + bootstrap + ".", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
        throw unreachable(e);
      }
      throw e;
    }
  }

  private UserException unreachable(Exception cause) {
    return new UserException(
        "no Kafka broker answers at "
            + bootstrap
            + "; start it or correct --bootstrap (WIRETALLY_BOOTSTRAP).",
        cause);
  }

  @Override
  public void close() {
    admin.close();
  }
}
