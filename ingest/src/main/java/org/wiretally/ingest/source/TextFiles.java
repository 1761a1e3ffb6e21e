package org.wiretally.ingest.source;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.wiretally.ingest.normalize.Facts;
import org.wiretally.ingest.normalize.NormalizedArticle;
import org.wiretally.ingest.normalize.PublishedFrom;

/**
 * Text files, one article each, in the order of their publication.
 *
 * <p>The files are read twice, first for their times and then for their texts, so memory does not
 * grow with the texts.
 *
 * <p>Where the dated texts of a folder show that its file times are no times of publication (the
 * folder was copied or checked out), an undated text of that folder takes the latest date that
 * another one states: what lies together was published together, as far as anybody can tell.
 */
final class TextFiles implements Source {
  /** A file is written within this time of its article's publication, or its time means nothing. */
  private static final Duration WRITTEN_WITHIN = Duration.ofDays(31);

  /**
   * One file.
   *
   * @param id under which the article is known
   */
  record Entry(Path path, String id, long bytes) {}

  private record Dated(Entry entry, Instant published, PublishedFrom from) {}

  private final String name;
  private final List<Entry> entries;
  private final Map<Path, Sidecar> sidecars = new HashMap<>();
  private final long size;
  private final AtomicLong position = new AtomicLong();

  /**
   * Files to read.
   *
   * @throws SourceException where a sidecar beside them cannot be understood
   */
  TextFiles(String name, List<Entry> entries) {
    this.name = name;
    this.entries = List.copyOf(entries);
    this.size = entries.stream().mapToLong(Entry::bytes).sum();
    for (Entry entry : entries) {
      sidecars.computeIfAbsent(folder(entry), Sidecar::of);
    }
  }

  private static Path folder(Entry entry) {
    Path parent = entry.path().getParent();
    return parent == null ? Path.of("") : parent;
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
    List<Dated> dated = new ArrayList<>();
    Map<Path, Instant> latest = new HashMap<>();
    for (Entry entry : entries) {
      checkInterrupt();
      Item item = read(entry);
      if (item instanceof Item.Read read) {
        NormalizedArticle article = read.article();
        dated.add(new Dated(entry, article.published(), article.publishedFrom()));
        noteCopied(entry, article, latest);
      } else {
        dated.add(new Dated(entry, Instant.MIN, PublishedFrom.INGEST_TIME));
      }
    }
    dated.replaceAll(file -> withFolderTime(file, latest.get(folder(file.entry()))));
    dated.sort(Comparator.comparing(Dated::published).thenComparing(file -> file.entry().id()));
    for (Dated file : dated) {
      checkInterrupt();
      sink.accept(redated(read(file.entry()), file));
      position.addAndGet(file.entry().bytes());
    }
  }

  private static void checkInterrupt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private Item read(Entry entry) {
    Sidecar sidecar = sidecars.get(folder(entry));
    Path file = entry.path().getFileName();
    Facts facts = sidecar == null ? Facts.NONE : sidecar.about("" + file);
    return TextFile.read(entry.path(), entry.id(), facts);
  }

  /** Keeps the latest stated date of a folder of which the file times mean nothing. */
  private static void noteCopied(
      Entry entry, NormalizedArticle article, Map<Path, Instant> latest) {
    if (article.publishedFrom() == PublishedFrom.FILE_TIME) {
      return;
    }
    Instant written = Versions.time(article.version());
    if (Duration.between(article.published(), written).abs().compareTo(WRITTEN_WITHIN) > 0) {
      latest.merge(
          folder(entry), article.published(), (one, other) -> one.isAfter(other) ? one : other);
    }
  }

  private static Dated withFolderTime(Dated file, @Nullable Instant latest) {
    return latest == null || file.from() != PublishedFrom.FILE_TIME
        ? file
        : new Dated(file.entry(), latest, PublishedFrom.FOLDER);
  }

  private static Item redated(Item item, Dated file) {
    return item instanceof Item.Read read && file.from() == PublishedFrom.FOLDER
        ? new Item.Read(read.article().publishedAt(file.published(), file.from()))
        : item;
  }
}
