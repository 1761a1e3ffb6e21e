package org.wiretally.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The entry point. Exit codes: 0 done, 1 failed with one sentence on standard error, 2 wrong usage.
 */
@Command(
    name = "wiretally",
    description = "Keeps the running consensus of the figures in the news.",
    mixinStandardHelpOptions = true,
    versionProvider = Wiretally.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ReplayCommand.class,
      ExtractCommand.class,
      IngestCommand.class,
      ProcessCommand.class,
      WatchCommand.class,
      ExplainCommand.class,
      QueryCommand.class,
      ExportCommand.class,
      SourcesCommand.class,
      TopicsCommand.class
    })
public final class Wiretally {
  private static final String CONFIG_FILE = "wiretally.properties";

  private Wiretally() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments, System.getenv(), Streams.standard()));
  }

  /** Runs one command line and returns its exit code. */
  static int run(String[] arguments, Map<String, String> environment, Streams streams) {
    PrintWriter err = streams.err();
    try {
      CommandLine line =
          new CommandLine(new Wiretally(), new CommandFactory(streams))
              .setCaseInsensitiveEnumValuesAllowed(true)
              .setOut(streams.out())
              .setErr(err)
              .setDefaultValueProvider(new LayeredDefaults(environment, file(environment)))
              .setExecutionExceptionHandler(
                  (failure, command, result) -> {
                    err.println("wiretally: " + Sentence.of(failure));
                    err.flush();
                    return failure instanceof UsageException
                        ? CommandLine.ExitCode.USAGE
                        : CommandLine.ExitCode.SOFTWARE;
                  });
      return line.execute(arguments);
    } catch (UserException failure) {
      err.println("wiretally: " + failure.getMessage());
      err.flush();
      return CommandLine.ExitCode.USAGE;
    } finally {
      streams.out().flush();
    }
  }

  private static Properties file(Map<String, String> environment) {
    String named = environment.get("WIRETALLY_CONFIG");
    Path path = Path.of(named == null ? CONFIG_FILE : named);
    Properties properties = new Properties();
    if (named == null && !Files.exists(path)) {
      return properties;
    }
    try (InputStream in = Files.newInputStream(path)) {
      properties.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException | IllegalArgumentException e) {
      throw new UserException(
          "the configuration file "
              + path
              + " cannot be read; correct WIRETALLY_CONFIG or the file's key=value lines.",
          e);
    }
  }

  /** What {@code --version} prints. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Wiretally.class.getPackage().getImplementationVersion();
      return new String[] {
        "wiretally " + (version == null ? "(unpackaged)" : version),
        "Java " + Runtime.version() + ", " + System.getProperty("os.name")
      };
    }
  }
}
