package org.wiretally.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One run of the command line in this JVM, with what it printed. */
record CommandLineRun(int exitCode, String out, String err) {
  static CommandLineRun of(String... arguments) {
    return with("", Map.of(), arguments);
  }

  static CommandLineRun with(String in, Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    InputStream stdin = new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8));
    int exitCode =
        Wiretally.run(
            arguments,
            environment,
            new Streams(stdin, new PrintWriter(out), new PrintWriter(err, true), false));
    return new CommandLineRun(exitCode, out.toString(), err.toString());
  }

  /** Standard output as JSON, all of it. */
  JsonNode json() {
    try {
      return new ObjectMapper().readTree(out);
    } catch (IOException e) {
      throw new UncheckedIOException("standard output is no JSON: " + out, e);
    }
  }

  /** The final rows by figure and group. */
  Map<String, JsonNode> byFigure() {
    Map<String, JsonNode> rows = new TreeMap<>();
    json()
        .forEach(
            row -> rows.put(row.get("figure").asText() + "/" + row.get("group").asText(), row));
    return rows;
  }

  /** What must not depend on order, partitions or instances, by key. */
  Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    json()
        .forEach(
            row ->
                values.put(
                    row.get("story").asText()
                        + "/"
                        + row.get("figure").asText()
                        + "/"
                        + row.get("group").asText(),
                    List.of(
                        row.get("low").toString(),
                        row.get("best").toString(),
                        row.get("high").toString(),
                        row.get("confidence").toString(),
                        row.get("articles").toString())));
    return values;
  }
}
