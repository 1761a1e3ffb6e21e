package org.wiretally.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.wiretally.cli.embedded.EmbeddedConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class LayeredDefaultsTest {
  @Command
  private static final class Probe {
    @Mixin private final ClusterOptions options = new ClusterOptions();
    @Mixin private final ProcessorOptions processing = new ProcessorOptions();
  }

  private static Probe parse(Map<String, String> environment, String file, String... arguments) {
    Probe probe = new Probe();
    Properties properties = new Properties();
    if (!file.isEmpty()) {
      properties.setProperty("partitions", file);
    }
    new CommandLine(probe)
        .setDefaultValueProvider(new LayeredDefaults(environment, properties))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(arguments);
    return probe;
  }

  private static int partitions(Map<String, String> environment, String file, String... arguments) {
    return parse(environment, file, arguments).options.partitions();
  }

  @Test
  void theFlagWinsOverTheEnvironmentThatOverTheFileThatOverTheDefault() {
    Map<String, String> environment = Map.of("WIRETALLY_PARTITIONS", "3");
    assertThat(partitions(environment, "4", "--partitions", "2")).isEqualTo(2);
    assertThat(partitions(environment, "4")).isEqualTo(3);
    assertThat(partitions(Map.of(), "4")).isEqualTo(4);
    assertThat(partitions(Map.of(), "")).isEqualTo(6);
  }

  @Test
  void theDefaultsAreThoseThatReadmeGives() {
    Probe probe = parse(Map.of(), "");
    assertThat(probe.options.bootstrap).isNull();
    assertThat(probe.options.registry).isNull();
    assertThat(probe.options.dataFolder()).hasToString(".wiretally");
    assertThat(probe.options.embedded(Path.of("x")))
        .isEqualTo(EmbeddedConfig.in(Path.of("x")))
        .satisfies(any -> assertThat(any.brokerPort()).isEmpty())
        .satisfies(any -> assertThat(any.registryPort()).isEmpty());
    assertThat(probe.options.prefix).isEqualTo("wiretally");
    assertThat(probe.options.replication).isEqualTo((short) -1);
    assertThat(probe.options.applicationId()).isEqualTo("wiretally-processor");
    assertThat(probe.processing.threads).isEqualTo(1);
    assertThat(probe.processing.commitIntervalMs).isEqualTo(100);
    assertThat(probe.processing.deskCut).hasToString("WORLD");
  }
}
