package org.wiretally.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.wiretally.ingest.normalize.Facts;
import org.wiretally.ingest.normalize.PublishedFrom;
import org.wiretally.ingest.normalize.RawArticle;

/**
 * Articles as JSON, one a line: {@code {"id","title","text","published","publisher","url",
 * "language","version","status"}}; only {@code id} and {@code text} are required, other keys are
 * ignored. A file may be compressed with gzip, whatever its name.
 *
 * <p>A line that is not such an object is an {@link Item.Broken}; the lines beside it are read. So
 * is what is left of a file whose compressed data end or break off.
 */
public final class JsonLines implements Source {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Opens the bytes; each {@link #read} opens them anew. */
  private interface Opener {
    InputStream open() throws IOException;
  }

  private final String name;
  private final Opener opener;
  private final Instant fallbackTime;
  private final PublishedFrom fallbackFrom;
  private final long size;
  private final AtomicLong position = new AtomicLong();

  private JsonLines(
      String name, Opener opener, Instant fallbackTime, PublishedFrom fallbackFrom, long size) {
    this.name = name;
    this.opener = opener;
    this.fallbackTime = fallbackTime;
    this.fallbackFrom = fallbackFrom;
    this.size = size;
  }

  /**
   * The lines of a file.
   *
   * @throws SourceException where there is no such file
   */
  public static JsonLines of(Path path) {
    try {
      return new JsonLines(
          path.toString(),
          () -> Files.newInputStream(path),
          Files.getLastModifiedTime(path).toInstant(),
          PublishedFrom.FILE_TIME,
          Files.size(path));
    } catch (IOException e) {
      throw new SourceException(path + " cannot be read: " + TextFile.reason(e) + ".", e);
    }
  }

  /**
   * The lines of a stream, such as standard input, which can be read once only.
   *
   * @param name for people
   * @param now the time to take where an article has none
   */
  public static JsonLines of(InputStream in, String name, Instant now) {
    return new JsonLines(name, () -> in, now, PublishedFrom.INGEST_TIME, 0);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public long position() {
    return position.get();
  }

  @Override
  public void read(Sink sink) throws InterruptedException {
    position.set(0);
    try (InputStream raw = opener.open();
        InputStream in = plain(new Counting(raw))) {
      Lines lines = new Lines(in);
      long number = 0;
      while (lines.next()) {
        number++;
        if (!lines.blank()) {
          sink.accept(item(lines, number));
        }
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
      if (number == 0 && size == 0 && fallbackFrom == PublishedFrom.FILE_TIME) {
        sink.accept(new Item.Broken(name, name + " cannot be read: it is empty.", new byte[0]));
      }
      if (lines.failure != null) {
        String where = name + ", line " + (number + 1);
        sink.accept(
            new Item.Broken(
                where,
                where + " and what follows cannot be read: " + lines.failure + ".",
                lines.kept()));
      }
    } catch (IOException e) {
      throw new SourceException(name + " cannot be read: " + TextFile.reason(e) + ".", e);
    }
  }

  private static InputStream plain(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(2);
    int first = buffered.read();
    int second = buffered.read();
    buffered.reset();
    return first == 0x1F && second == 0x8B
        ? new BufferedInputStream(new GZIPInputStream(buffered, 1 << 16), 1 << 16)
        : buffered;
  }

  private Item item(Lines lines, long number) {
    String where = name + ", line " + number;
    if (lines.tooLong) {
      return broken(where, "it is longer than " + Limits.ARTICLE_BYTES + " bytes", lines.kept());
    }
    byte[] bytes = lines.kept();
    try {
      String line = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      JsonNode node = JSON.readTree(number == 1 ? line.replaceFirst("^\ufeff", "") : line);
      if (!node.isObject()) {
        return broken(where, "it is no JSON object", bytes);
      }
      return Item.of(article(node, where));
    } catch (CharacterCodingException e) {
      return broken(where, "it is not UTF-8", bytes);
    } catch (JsonProcessingException e) {
      return broken(where, "it is not JSON (" + e.getOriginalMessage() + ")", bytes);
    } catch (DateTimeException | IllegalArgumentException e) {
      return broken(where, "" + e.getMessage(), bytes);
    }
  }

  private static Item.Broken broken(String where, String cause, byte[] bytes) {
    return new Item.Broken(where, where + " cannot be read: " + cause + ".", bytes);
  }

  private RawArticle article(JsonNode node, String where) {
    String id = id(node.get("id"));
    String status = text(node, "status");
    boolean withdrawn =
        switch (status == null ? "usable" : status.toLowerCase(Locale.ROOT)) {
          case "usable" -> false;
          case "withdrawn" -> true;
          default ->
              throw new IllegalArgumentException(
                  "its status is \"" + status + "\", and only usable and withdrawn are known");
        };
    String text = text(node, "text");
    if (text == null && !withdrawn) {
      throw new IllegalArgumentException("it has no text");
    }
    return new RawArticle(
        id,
        version(node.get("version")),
        withdrawn,
        text == null ? "" : text,
        new Facts(
            text(node, "title"),
            published(text(node, "published")),
            text(node, "publisher"),
            text(node, "url"),
            text(node, "language")),
        Facts.NONE,
        fallbackTime,
        fallbackFrom,
        where);
  }

  private static String id(@Nullable JsonNode node) {
    String id = node == null || !node.isValueNode() || node.isNull() ? "" : node.asText();
    if (id.isBlank()) {
      throw new IllegalArgumentException("it has no id");
    }
    return id;
  }

  private static int version(@Nullable JsonNode node) {
    if (node == null || node.isNull()) {
      return 1;
    }
    if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 1) {
      throw new IllegalArgumentException("its version is " + node + ", and versions count from 1");
    }
    return node.intValue();
  }

  private static @Nullable Instant published(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return Times.parse(text.strip());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "its time of publication is \"" + text + "\", and not like 2022-01-09T12:00:00Z", e);
    }
  }

  private static @Nullable String text(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new IllegalArgumentException("its " + key + " is no string");
    }
    return value.textValue();
  }

  /** Splits bytes into lines of bounded length. */
  private static final class Lines {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int end;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 13);
    private boolean tooLong;
    private @Nullable String failure;

    Lines(InputStream in) {
      this.in = in;
    }

    /** Reads the next line; false at the end, or where the rest cannot be read. */
    boolean next() {
      line.reset();
      tooLong = false;
      boolean any = false;
      while (true) {
        if (next == end && !fill()) {
          return any && failure == null;
        }
        any = true;
        int stop = next;
        while (stop < end && buffer[stop] != '\n') {
          stop++;
        }
        int room = Limits.ARTICLE_BYTES - line.size();
        tooLong |= stop - next > room;
        line.write(buffer, next, Math.min(room, stop - next));
        next = Math.min(end, stop + 1);
        if (stop < end) {
          return true;
        }
      }
    }

    private boolean fill() {
      try {
        next = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
      } catch (IOException e) {
        end = 0;
        failure = "its data are damaged or cut off (" + e.getMessage() + ")";
        return false;
      }
    }

    boolean blank() {
      byte[] bytes = line.size() > 16 ? new byte[0] : line.toByteArray();
      for (byte b : bytes) {
        if (b != ' ' && b != '\r' && b != '\t') {
          return false;
        }
      }
      return line.size() <= 16;
    }

    byte[] kept() {
      return line.toByteArray();
    }
  }

  /** Counts the bytes of the file, compressed as they are. */
  private final class Counting extends InputStream {
    private final InputStream in;

    Counting(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      position.addAndGet(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = in.read(bytes, from, length);
      position.addAndGet(Math.max(0, read));
      return read;
    }
  }
}
