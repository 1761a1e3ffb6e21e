package org.wiretally.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The names of the topics in one installation: {@code prefix.name.version}, such as {@code
 * wiretally.articles.v1}. Several installations share a cluster under different prefixes.
 *
 * @param prefix letters, digits, dots, underscores and hyphens; empty for none
 * @param version raised when a change of schema cannot be compatible; empty for none
 */
public record Topics(String prefix, String version) {
  /** Kafka's own limit on a topic's name. */
  private static final int MAX_LENGTH = 249;

  private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9._-]*");

  /** The names that are used unless configured otherwise. */
  public static final Topics DEFAULT = new Topics("wiretally", "v1");

  public Topics {
    check("prefix", prefix);
    check("version", version);
    for (Topic topic : Topic.values()) {
      String name = join(prefix, topic.baseName(), version);
      if (name.length() > MAX_LENGTH) {
        throw new IllegalArgumentException(
            "topic name \"" + name + "\" is longer than " + MAX_LENGTH + ": shorten the prefix");
      }
    }
  }

  /** The name of a topic on the cluster. */
  public String name(Topic topic) {
    return join(prefix, topic.baseName(), version);
  }

  /** The registry's subject for the topic's values. */
  public String subject(Topic topic) {
    return name(topic) + "-value";
  }

  private static String join(String prefix, String baseName, String version) {
    List<String> parts = new ArrayList<>();
    for (String part : List.of(prefix, baseName, version)) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return String.join(".", parts);
  }

  private static void check(String what, String part) {
    if (!LEGAL.matcher(part).matches() || part.startsWith(".") || part.endsWith(".")) {
      throw new IllegalArgumentException(
          "topic "
              + what
              + " \""
              + part
              + "\" may hold letters, digits, inner dots, underscores and hyphens only");
    }
  }
}
