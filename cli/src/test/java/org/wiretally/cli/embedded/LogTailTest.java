package org.wiretally.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogTailTest {
  @Test
  void theLastCauseIsTheRoot() {
    assertThat(
            LogTail.cause(
                List.of(
                    "10:00 INFO starting",
                    "java.lang.RuntimeException: no start",
                    "\tat Some.method(Some.java:1)",
                    "Caused by: java.io.IOException: broken",
                    "\tat Some.method(Some.java:2)",
                    "Caused by: java.net.BindException: Address already in use",
                    "\t... 6 more")))
        .isEqualTo("java.net.BindException: Address already in use");
  }

  @Test
  void anErrorWithoutACauseStandsForItself() {
    assertThat(
            LogTail.cause(
                List.of(
                    "java.lang.OutOfMemoryError: Java heap space",
                    "\tat org.SomeException.make(SomeException.java:1)",
                    "goodbye")))
        .isEqualTo("java.lang.OutOfMemoryError: Java heap space");
  }

  @Test
  void otherwiseTheLastWordCounts() {
    assertThat(LogTail.cause(List.of("Unrecognized option: -XX:+Nonsense", "", " ")))
        .isEqualTo("Unrecognized option: -XX:+Nonsense");
    assertThat(LogTail.cause(List.of())).isEqualTo("it said nothing");
    assertThat(LogTail.cause(Path.of("no", "such", "log"))).isEqualTo("it said nothing");
  }
}
