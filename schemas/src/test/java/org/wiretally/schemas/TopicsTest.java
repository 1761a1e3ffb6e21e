package org.wiretally.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {
  @Test
  void namesCarryPrefixAndVersion() {
    assertThat(Stream.of(Topic.values()).map(Topics.DEFAULT::name))
        .containsExactly(
            "wiretally.articles.v1",
            "wiretally.verdicts.v1",
            "wiretally.claims.v1",
            "wiretally.stories.v1",
            "wiretally.consensus.v1",
            "wiretally.consensus-history.v1",
            "wiretally.sources.v1",
            "wiretally.dead-letters.v1");
    assertThat(new Topics("desk-a.test", "v2").name(Topic.CLAIMS))
        .isEqualTo("desk-a.test.claims.v2");
    assertThat(new Topics("", "").name(Topic.CLAIMS)).isEqualTo("claims");
    assertThat(Topics.DEFAULT.subject(Topic.CLAIMS)).isEqualTo("wiretally.claims.v1-value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a/b", ".a", "a.", "ä", "a\n"})
  void namesThatABrokerRefusesAreRefusedHere(String part) {
    assertThatThrownBy(() -> new Topics(part, "v1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("prefix");
    assertThatThrownBy(() -> new Topics("wiretally", part))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("version");
  }

  @Test
  void anOverlongNameIsRefused() {
    assertThatThrownBy(() -> new Topics("x".repeat(230), "v1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shorten the prefix");
  }

  @Test
  void theLatestAnswerOfEachKeyIsKept() {
    assertThat(Topic.CONSENSUS.compacted()).isTrue();
    assertThat(Topic.CONSENSUS.settings())
        .containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    assertThat(Topic.CONSENSUS_HISTORY.compacted()).isFalse();
  }

  /** Else a replay of old articles would be deleted as it arrives. */
  @ParameterizedTest
  @EnumSource(Topic.class)
  void whatIsDeletedByTimeGoesByTheTimeOfArrival(Topic topic) {
    if (topic.settings().containsKey(TopicConfig.RETENTION_MS_CONFIG)) {
      assertThat(topic.settings())
          .containsEntry(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    } else {
      assertThat(topic.settings())
          .containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    }
  }
}
