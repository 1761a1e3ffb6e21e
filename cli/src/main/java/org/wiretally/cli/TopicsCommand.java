package org.wiretally.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.TopicDescription;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.Topic;
import org.wiretally.schemas.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Creates or describes the topics. */
@Command(
    name = "topics",
    description = "Creates or describes the topics and their schemas.",
    mixinStandardHelpOptions = true,
    subcommands = {TopicsCommand.Create.class, TopicsCommand.Describe.class})
final class TopicsCommand implements Callable<Integer> {
  @picocli.CommandLine.Spec
  picocli.CommandLine.Model.CommandSpec spec = picocli.CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() {
    throw new picocli.CommandLine.ParameterException(
        spec.commandLine(), "say what to do: topics create, or topics describe");
  }

  @Command(
      name = "create",
      description = "Creates the topics that are missing and registers their schemas.",
      mixinStandardHelpOptions = true)
  static final class Create implements Callable<Integer> {
    private final Streams streams;
    @Mixin private ClusterOptions options = new ClusterOptions();

    Create(Streams streams) {
      this.streams = streams;
    }

    @Override
    public Integer call() {
      Topics topics = options.topics();
      try (Cluster cluster = Clusters.open(options, streams);
          TopicAdmin admin = new TopicAdmin(cluster.bootstrap());
          AvroSerdes serdes = AvroSerdes.at(cluster.registryUrl())) {
        var created = admin.create(topics, options.partitions(), options.replication);
        serdes.prepare(topics);
        for (Topic topic : Topic.values()) {
          String name = topics.name(topic);
          streams.out().println((created.contains(name) ? "created  " : "existed  ") + name);
        }
        return 0;
      }
    }
  }

  @Command(
      name = "describe",
      description = "Prints each topic: what it carries, partitions, how it is kept.",
      mixinStandardHelpOptions = true)
  static final class Describe implements Callable<Integer> {
    private final Streams streams;
    @Mixin private ClusterOptions options = new ClusterOptions();

    Describe(Streams streams) {
      this.streams = streams;
    }

    @Override
    public Integer call() {
      Topics topics = options.topics();
      try (Cluster cluster = Clusters.open(options, streams);
          TopicAdmin admin = new TopicAdmin(cluster.bootstrap())) {
        Map<Topic, TopicDescription> found = admin.describe(topics);
        for (Topic topic : Topic.values()) {
          TopicDescription description = found.get(topic);
          streams
              .out()
              .printf(
                  "%-36s %-16s %-14s %s%n",
                  topics.name(topic),
                  topic.type().getSimpleName(),
                  description == null ? "missing" : description.partitions().size() + " partitions",
                  topic.settings());
        }
        return found.size() == Topic.values().length ? 0 : 1;
      }
    }
  }
}
