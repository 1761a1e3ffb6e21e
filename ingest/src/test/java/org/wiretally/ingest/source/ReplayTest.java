package org.wiretally.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wiretally.ingest.normalize.NormalizedArticle;

class ReplayTest {
  private static final String LINE =
      "{\"id\":\"%s\",\"text\":\"Nine were hurt.\",\"published\":\"%s\"}\n";

  /** Articles at 12:00, 12:10, 12:05 (late) and 13:00. */
  private static final String FOUR =
      String.format(LINE, "a", "2022-01-09T12:00:00Z")
          + String.format(LINE, "b", "2022-01-09T12:10:00Z")
          + String.format(LINE, "c", "2022-01-09T12:05:00Z")
          + String.format(LINE, "d", "2022-01-09T13:00:00Z");

  @TempDir private Path folder = Path.of("");

  private Source source(String lines) throws Exception {
    Path file = folder.resolve("articles.jsonl");
    Files.writeString(file, lines);
    return JsonLines.of(file);
  }

  private Replay replay(double speed, boolean loop, @Nullable Long shuffle, FakeClock clock)
      throws Exception {
    return new Replay(
        List.of(source(FOUR)),
        new Replay.Options(speed, loop, shuffle),
        clock,
        Replay.Progress.NONE);
  }

  @Test
  void asFastAsPossibleWaitsForNothing() throws Exception {
    FakeClock clock = new FakeClock(0);
    Collected collected = Collected.from(replay(Replay.Options.MAX, false, null, clock));
    assertThat(collected.ids()).containsExactly("a", "b", "c", "d");
    assertThat(clock.slept).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 3600", "60, 60", "3600, 1"})
  void keepsThePaceOfPublication(double speed, long seconds) throws Exception {
    FakeClock clock = new FakeClock(100);
    Instant start = clock.now();
    Collected collected = Collected.from(replay(speed, false, null, clock));
    assertThat(collected.ids()).containsExactly("a", "b", "c", "d");
    assertThat(Duration.between(start, clock.now())).isEqualTo(Duration.ofSeconds(seconds));
    assertThat(collected.articles())
        .extracting(NormalizedArticle::published)
        .contains(Instant.parse("2022-01-09T12:05:00Z"));
  }

  @Test
  void aShuffleIsTheSameForTheSameSeed() throws Exception {
    List<String> one =
        Collected.from(replay(Replay.Options.MAX, false, 1L, new FakeClock(0))).ids();
    assertThat(Collected.from(replay(Replay.Options.MAX, false, 1L, new FakeClock(0))).ids())
        .isEqualTo(one);
    assertThat(one).containsExactlyInAnyOrder("a", "b", "c", "d");
    TreeSet<String> orders = new TreeSet<>();
    for (long seed = 0; seed < 20; seed++) {
      orders.add(
          Collected.from(replay(Replay.Options.MAX, false, seed, new FakeClock(0)))
              .ids()
              .toString());
    }
    assertThat(orders).hasSizeGreaterThan(5);
  }

  @Test
  void aLoopDeliversNewArticlesThatFollowInTime() throws Exception {
    Replay replay = replay(Replay.Options.MAX, true, null, new FakeClock(0));
    List<NormalizedArticle> articles = new ArrayList<>();
    assertThatThrownBy(
            () ->
                replay.read(
                    item -> {
                      articles.add(((Item.Read) item).article());
                      if (articles.size() == 9) {
                        throw new InterruptedException("enough");
                      }
                    }))
        .isInstanceOf(InterruptedException.class);
    assertThat(articles)
        .extracting(NormalizedArticle::id)
        .containsExactly("a", "b", "c", "d", "a#2", "b#2", "c#2", "d#2", "a#3");
    assertThat(articles.get(4).published()).isEqualTo("2022-01-10T13:00:00Z");
    assertThat(articles.get(8).published()).isEqualTo("2022-01-11T14:00:00Z");
  }

  @Test
  void aLoopOverNothingEnds() throws Exception {
    Replay replay =
        new Replay(
            List.of(source("nonsense\n")),
            new Replay.Options(Replay.Options.MAX, true, null),
            new FakeClock(0),
            Replay.Progress.NONE);
    assertThat(Collected.from(replay).causes()).hasSize(1);
  }

  @Test
  void tellsItsProgress() throws Exception {
    List<String> told = new ArrayList<>();
    Source source = source(FOUR);
    Replay replay =
        new Replay(
            List.of(source),
            Replay.Options.DEFAULT,
            new FakeClock(0),
            (items, bytes, of) -> told.add(items + " " + (of == source.size()) + (bytes <= of)));
    replay.read(item -> {});
    assertThat(told).containsExactly("1 truetrue", "2 truetrue", "3 truetrue", "4 truetrue");
    assertThat(replay.position()).isEqualTo(replay.size());
  }

  @Test
  void nobodyKnowsTheSizeOfAStream() throws Exception {
    byte[] bytes = FOUR.getBytes(StandardCharsets.UTF_8);
    Source stream = JsonLines.of(new ByteArrayInputStream(bytes), "stdin", Instant.EPOCH);
    assertThat(stream.size()).isZero();
    assertThat(Collected.from(stream).ids()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"max, Infinity", "real, 1", "60, 60", "60x, 60", "0.5, 0.5"})
  void readsSpeeds(String text, double speed) {
    assertThat(Replay.Options.speed(text)).isEqualTo(speed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fast", "0", "-1", "x", "NaN"})
  void refusesOtherSpeeds(String text) {
    assertThatThrownBy(() -> Replay.Options.speed(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no speed; use max, real, or a number");
  }
}
