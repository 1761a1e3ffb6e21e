package org.wiretally.article;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArticleTest {
  @Test
  void anIdMayNotPartTheKeysOfWhatIsKept() {
    assertThatThrownBy(() -> article("a\u001fb", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("control character");
  }

  @Test
  void anIdIsNeeded() {
    assertThatThrownBy(() -> article(" ", 1)).hasMessage("an article needs an id");
  }

  @Test
  void versionsBeginAtOne() {
    assertThatThrownBy(() -> article("a", 0)).hasMessage("article a: version 0 is below 1");
  }

  private static Article article(String id, int version) {
    return new Article(
        id,
        version,
        ArticleStatus.USABLE,
        null,
        "Text.",
        OffsetMap.identity(),
        Instant.EPOCH,
        null,
        null,
        null);
  }
}
