package org.wiretally.cli.embedded;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the jars of the two children are: the folder {@code embedded} of the distribution that this
 * class is part of.
 *
 * @param folder the folder {@code embedded}
 */
record Distribution(Path folder) {
  private static final String NAME = "embedded";

  /**
   * Finds the folder beside this class: {@code DIST/lib/*.jar} has it at {@code DIST/embedded}, and
   * classes that a build has not packed yet, {@code target/classes}, at {@code
   * target/dist/embedded}.
   */
  static Distribution locate() {
    Path classes = codeSource();
    Path parent = parent(classes);
    for (Path candidate :
        List.of(parent(parent).resolve(NAME), parent.resolve("dist").resolve(NAME))) {
      if (Files.isDirectory(candidate)) {
        return new Distribution(candidate);
      }
    }
    throw new EmbeddedException(
        "The embedded broker and registry are not beside "
            + classes
            + ": build them with ./mvnw package");
  }

  List<Path> brokerClassPath() {
    return concat(jars(folder), jars(folder.resolve("broker")));
  }

  /** The registry's own jar names its library in its manifest. */
  List<Path> registryClassPath() {
    return concat(jars(folder), jars(folder.resolve("registry")));
  }

  private static List<Path> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
      if (jars.isEmpty()) {
        throw new EmbeddedException("No jars in " + folder + ": build again with ./mvnw package");
      }
      return jars;
    } catch (IOException e) {
      throw new EmbeddedException("Cannot read " + folder + ": build again with ./mvnw package", e);
    }
  }

  private static Path codeSource() {
    try {
      return Path.of(
          Distribution.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("A class path entry is not a URI", e);
    }
  }

  private static Path parent(Path path) {
    @Nullable Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  private static List<Path> concat(List<Path> first, List<Path> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
