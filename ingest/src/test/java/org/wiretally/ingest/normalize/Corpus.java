package org.wiretally.ingest.normalize;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Cases of normalisation in a text file.
 *
 * <p>{@code === name} begins a case and its delivered text, {@code --- text} the expected text,
 * {@code --- key value} states one thing more that is expected. What cannot be seen is written as a
 * character reference. Lines before the first case are comments.
 */
final class Corpus {
  record Case(String name, String delivered, String text, Map<String, String> facts) {
    @Override
    public String toString() {
      return name;
    }
  }

  private Corpus() {}

  static Stream<Case> read(String resource) throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream in = Corpus.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("no corpus " + resource);
      }
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String[] parts = ("\n" + all).split("\n=== ", -1);
      for (int i = 1; i < parts.length; i++) {
        cases.add(parse(resource, parts[i]));
      }
    }
    if (cases.isEmpty()) {
      throw new IOException("corpus " + resource + " holds no case");
    }
    return cases.stream();
  }

  private static Case parse(String resource, String part) throws IOException {
    String[] halves = part.split("\n--- text\n", -1);
    int end = halves[0].indexOf('\n');
    if (halves.length != 2 || end < 0) {
      throw new IOException(resource + ": case " + part + " has no text");
    }
    Map<String, String> facts = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    for (String line : halves[1].split("\n", -1)) {
      if (line.startsWith("--- ")) {
        String[] fact = line.substring(4).split(" ", 2);
        facts.put(fact[0], fact[1]);
      } else {
        text.append(text.length() == 0 ? "" : "\n").append(line);
      }
    }
    return new Case(
        halves[0].substring(0, end),
        halves[0].substring(end + 1).transform(Corpus::unicode),
        unicode(text.toString().strip()),
        facts);
  }

  private static String unicode(String text) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (int u = text.indexOf("&#x"); u >= 0; u = text.indexOf("&#x", at)) {
      int end = text.indexOf(';', u);
      out.append(text, at, u).appendCodePoint(Integer.parseInt(text.substring(u + 3, end), 16));
      at = end + 1;
    }
    return out.append(text.substring(at)).toString();
  }
}
