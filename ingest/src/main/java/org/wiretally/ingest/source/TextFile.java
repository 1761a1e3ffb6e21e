package org.wiretally.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.wiretally.ingest.normalize.Decoding;
import org.wiretally.ingest.normalize.Facts;
import org.wiretally.ingest.normalize.PublishedFrom;
import org.wiretally.ingest.normalize.RawArticle;
import org.wiretally.ingest.normalize.TextDecoder;

/** Reads one article from one text file. */
final class TextFile {
  private TextFile() {}

  /**
   * Reads the file. Its id is the name under which its source knows it, so the same file delivered
   * again is the same article, and a file changed since is a new version of it.
   *
   * @param id the article's id
   * @param sidecar what {@code sources.json} says of the file
   */
  static Item read(Path path, String id, Facts sidecar) {
    byte[] bytes;
    Instant changed;
    try (InputStream in = Files.newInputStream(path)) {
      changed = Files.getLastModifiedTime(path).toInstant();
      bytes = in.readNBytes(Limits.ARTICLE_BYTES + 1);
      if (bytes.length > Limits.ARTICLE_BYTES) {
        return broken(
            path,
            "it has "
                + Files.size(path)
                + " bytes, and an article may have "
                + Limits.ARTICLE_BYTES
                + " at most",
            bytes);
      }
    } catch (IOException e) {
      return broken(path, "the file system says " + reason(e), new byte[0]);
    }
    Decoding decoding = TextDecoder.decode(bytes, null);
    if (decoding instanceof Decoding.Refused refused) {
      return broken(path, refused.cause(), bytes);
    }
    return Item.of(
        new RawArticle(
            id,
            Versions.changedAt(changed),
            false,
            ((Decoding.Text) decoding).text(),
            Facts.NONE,
            sidecar,
            changed,
            PublishedFrom.FILE_TIME,
            path.toString()));
  }

  private static Item.Broken broken(Path path, String cause, byte[] bytes) {
    return new Item.Broken(
        path.toString(), path + " cannot be read: " + cause + ".", Limits.kept(bytes));
  }

  /** What an input or output error says, without the path that the sentence names already. */
  static String reason(IOException e) {
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "access denied";
    }
    return e instanceof java.nio.file.NoSuchFileException ? "no such file" : "" + e.getMessage();
  }
}
