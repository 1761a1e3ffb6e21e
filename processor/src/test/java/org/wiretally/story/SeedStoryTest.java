package org.wiretally.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.wiretally.article.Article;
import org.wiretally.article.ArticleStatus;
import org.wiretally.article.OffsetMap;
import org.wiretally.figures.Extraction;
import org.wiretally.place.Desk;
import org.wiretally.place.PlaceReader;
import org.wiretally.place.PlaceReading;

/** The five seed articles are one story at one desk. */
class SeedStoryTest {
  @Test
  void theFiveSeedsAreOneStory() throws IOException {
    Path seeds = Path.of("../../shared/seeds");
    Assumptions.assumeTrue(Files.isDirectory(seeds), "shared/seeds is not beside this repository");
    StoryIndex index = new StoryIndex(StoryTables.inMemory(), StoryPolicy.STANDARD);
    List<Path> files;
    try (Stream<Path> list = Files.list(seeds)) {
      files = list.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
    }
    Set<String> desks = new HashSet<>();
    List<Story> changed = List.of();
    for (Path file : files) {
      String text = Files.readString(file);
      String id = file.getFileName().toString();
      Instant published = Instant.parse("2022-01-08T12:00:00Z");
      Article article =
          new Article(
              id,
              1,
              ArticleStatus.USABLE,
              null,
              text,
              OffsetMap.identity(),
              published,
              null,
              null,
              null);
      PlaceReading places = PlaceReader.world().read(null, text);
      desks.add(Desk.deskOf(places));
      StoryFeatures features =
          StoryFeatureMaker.of(article, new Extraction(List.of(), List.of()), places);
      changed = index.put(id, published, features, id).changed();
    }
    assertThat(desks).containsExactly("KZ");
    assertThat(changed).hasSize(1);
    assertThat(changed.get(0).articleIds()).hasSize(5);
    assertThat(changed.get(0).type()).isEqualTo("unrest");
  }
}
