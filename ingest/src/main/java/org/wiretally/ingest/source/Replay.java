package org.wiretally.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.wiretally.ingest.normalize.NormalizedArticle;

/**
 * Finite sources once more, in the pace in which their articles were published. Articles keep their
 * time of publication, whatever the pace.
 *
 * <p>With a loop, the replay starts anew at its end, until its thread is interrupted. The articles
 * of a later round are new ones: their ids end in {@code #2}, {@code #3} and so on, and their times
 * follow those of the round before.
 */
public final class Replay implements Source {
  /** Between the rounds of a loop; more than a story is likely to pause. */
  private static final Duration BETWEEN_ROUNDS = Duration.ofDays(1);

  /**
   * How to replay.
   *
   * @param speed how often faster than real time; {@link #MAX} is as fast as possible
   * @param loop whether to start anew at the end
   * @param shuffle seed of a random order; null for the order of delivery. A shuffled replay holds
   *     all articles in memory
   */
  public record Options(double speed, boolean loop, @Nullable Long shuffle) {
    /** The speed without any waiting. */
    public static final double MAX = Double.POSITIVE_INFINITY;

    /** As fast as possible, once, in order. */
    public static final Options DEFAULT = new Options(MAX, false, null);

    public Options {
      if (!(speed > 0)) {
        throw new IllegalArgumentException("a speed is above 0, not " + speed);
      }
    }

    /**
     * Reads a speed: {@code max}, {@code real}, or a number such as {@code 60} for times sixty.
     *
     * @throws IllegalArgumentException where it is something else
     */
    public static double speed(String text) {
      double speed;
      try {
        speed =
            switch (text) {
              case "max" -> MAX;
              case "real" -> 1;
              default ->
                  Double.parseDouble(text.endsWith("x") ? text.replaceFirst("x$", "") : text);
            };
      } catch (NumberFormatException e) {
        speed = Double.NaN;
      }
      if (!(speed > 0)) {
        throw new IllegalArgumentException(
            "\"" + text + "\" is no speed; use max, real, or a number above 0 such as 60");
      }
      return speed;
    }
  }

  /** Is told how far the replay is. */
  public interface Progress {
    /** Nobody is told. */
    Progress NONE = (items, bytes, of) -> {};

    /**
     * One more item is delivered.
     *
     * @param items delivered so far, in all rounds
     * @param bytes of the sources read in this round
     * @param of bytes that the sources have; 0 where unknown
     */
    void at(long items, long bytes, long of);
  }

  private final List<Source> sources;
  private final Options options;
  private final Clock clock;
  private final Progress progress;
  private final long size;

  private long items;
  private @Nullable Instant started;
  private @Nullable Instant firstPublished;
  private @Nullable Instant earliest;
  private @Nullable Instant latest;

  /**
   * Replays the sources one after the other.
   *
   * @param clock for the pace
   * @param progress is told of each item, in the thread that reads
   */
  public Replay(List<Source> sources, Options options, Clock clock, Progress progress) {
    this.sources = List.copyOf(sources);
    this.options = options;
    this.clock = clock;
    this.progress = progress;
    this.size = sources.stream().mapToLong(Source::size).sum();
  }

  @Override
  public String name() {
    return "replay of " + String.join(", ", sources.stream().map(Source::name).distinct().toList());
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public long position() {
    return sources.stream().mapToLong(Source::position).sum();
  }

  @Override
  public void read(Sink sink) throws InterruptedException {
    items = 0;
    Duration shift = Duration.ZERO;
    long round = 1;
    do {
      Round target = new Round(sink, round, shift);
      if (options.shuffle() == null) {
        for (Source source : sources) {
          source.read(target);
        }
      } else {
        shuffled(options.shuffle() + round - 1, target);
      }
      if (earliest == null || latest == null) {
        return; // nothing to loop over
      }
      shift = Duration.between(earliest, latest).plus(BETWEEN_ROUNDS).multipliedBy(round);
      round++;
    } while (options.loop());
  }

  private void shuffled(long seed, Sink sink) throws InterruptedException {
    List<Item> all = new ArrayList<>();
    for (Source source : sources) {
      source.read(all::add);
    }
    Collections.shuffle(all, new Random(seed));
    for (Item item : all) {
      sink.accept(item);
    }
  }

  /** Paces and counts what goes to the sink in one round. */
  private final class Round implements Sink {
    private final Sink sink;
    private final long round;
    private final Duration shift;

    Round(Sink sink, long round, Duration shift) {
      this.sink = sink;
      this.round = round;
      this.shift = shift;
    }

    @Override
    public void accept(Item item) throws InterruptedException {
      Item moved = item;
      if (item instanceof Item.Read read) {
        NormalizedArticle article = read.article();
        note(article.published());
        if (round > 1) {
          article =
              article
                  .known(article.id() + "#" + round)
                  .publishedAt(article.published().plus(shift), article.publishedFrom());
          moved = new Item.Read(article);
        }
        pace(article.published());
      }
      sink.accept(moved);
      items++;
      progress.at(items, position(), size);
    }

    @Override
    public void flush() throws InterruptedException {
      sink.flush();
    }

    private void note(Instant published) {
      earliest = earliest == null || published.isBefore(earliest) ? published : earliest;
      latest = latest == null || published.isAfter(latest) ? published : latest;
    }

    private void pace(Instant published) throws InterruptedException {
      if (Double.isInfinite(options.speed())) {
        return;
      }
      if (started == null || firstPublished == null) {
        started = clock.now();
        firstPublished = published;
      }
      double due = Duration.between(firstPublished, published).toMillis() / options.speed();
      Duration past = Duration.between(started, clock.now());
      clock.sleep(Duration.ofMillis((long) due).minus(past));
    }
  }
}
