package org.wiretally.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Where an option's value comes from when no flag gives it: the environment variable {@code
 * WIRETALLY_<OPTION>}, else the key {@code <option>} of the configuration file, else the default
 * that its help prints.
 */
final class LayeredDefaults implements IDefaultValueProvider {
  private final Map<String, String> environment;
  private final Properties file;

  LayeredDefaults(Map<String, String> environment, Properties file) {
    this.environment = environment;
    this.file = file;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    String name = option.longestName().replaceFirst("^-+", "");
    String fromEnvironment = environment.get(variable(name));
    return fromEnvironment != null ? fromEnvironment : file.getProperty(name);
  }

  static String variable(String option) {
    return "WIRETALLY_" + option.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
