package org.wiretally.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wiretally.ingest.normalize.Facts;

/**
 * What a folder's {@code sources.json} says about the text files beside it: an object from file
 * names to objects with any of {@code title}, {@code published}, {@code publisher}, {@code url} and
 * {@code language}.
 */
final class Sidecar {
  static final String NAME = "sources.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Facts> facts;

  private Sidecar(Map<String, Facts> facts) {
    this.facts = facts;
  }

  /**
   * Reads a folder's sidecar; a folder without one says nothing.
   *
   * @throws SourceException where the sidecar is there but cannot be understood
   */
  static Sidecar of(@Nullable Path folder) {
    Map<String, Facts> facts = new HashMap<>();
    Path path = folder == null ? Path.of(NAME) : folder.resolve(NAME);
    if (Files.isRegularFile(path)) {
      try {
        JsonNode root = JSON.readTree(path.toFile());
        if (!root.isObject()) {
          throw new SourceException(path + " must be a JSON object from file names to objects.");
        }
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
          facts.put(entry.getKey(), facts(path, entry.getKey(), entry.getValue()));
        }
      } catch (JsonProcessingException e) {
        throw new SourceException(
            path + " is not JSON (" + e.getOriginalMessage() + "): mend it or remove it.", e);
      } catch (IOException e) {
        throw new SourceException(path + " cannot be read: " + e.getMessage() + ".", e);
      }
    }
    return new Sidecar(facts);
  }

  Facts about(String fileName) {
    return facts.getOrDefault(fileName, Facts.NONE);
  }

  private static Facts facts(Path path, String file, JsonNode entry) {
    String published = text(entry, "published");
    Instant time = null;
    if (published != null) {
      try {
        time = Times.parse(published);
      } catch (DateTimeException e) {
        throw new SourceException(
            path
                + ": \"published\" of "
                + file
                + " is \""
                + published
                + "\"; write it as 2022-01-09T12:00:00Z.",
            e);
      }
    }
    return new Facts(
        text(entry, "title"),
        time,
        text(entry, "publisher"),
        text(entry, "url"),
        text(entry, "language"));
  }

  private static @Nullable String text(JsonNode entry, String key) {
    JsonNode value = entry.get(key);
    return value != null && value.isTextual() ? value.textValue() : null;
  }
}
