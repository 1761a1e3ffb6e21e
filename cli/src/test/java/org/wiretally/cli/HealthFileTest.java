package org.wiretally.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class HealthFileTest {
  @Test
  void theFileHoldsTheLastSecondOfWorkAndGoesAtTheEnd(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("health");
    Files.writeString(file, "left by the instance before");
    AtomicLong second = new AtomicLong(1_000);
    CountDownLatch rewritten = new CountDownLatch(3);
    try (HealthFile health =
        HealthFile.keep(
            file,
            () -> true,
            () -> {
              rewritten.countDown();
              return second.getAndIncrement();
            })) {
      assertThat(health).isNotNull();
      assertThat(Long.parseLong(Files.readString(file))).isGreaterThanOrEqualTo(1_000);
      assertThat(rewritten.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(Long.parseLong(Files.readString(file))).isGreaterThan(1_000);
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void nothingIsSaidBeforeTheWorkBegins(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("health");
    Files.writeString(file, "left by the instance before");
    CountDownLatch asked = new CountDownLatch(2);
    try (HealthFile health =
        HealthFile.keep(
            file,
            () -> {
              asked.countDown();
              return false;
            },
            () -> 1)) {
      assertThat(health).isNotNull();
      assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void aPlaceThatCannotBeWrittenIsAnError(@TempDir Path folder) {
    Path file = folder.resolve("missing").resolve("health");
    assertThatThrownBy(() -> HealthFile.keep(file, () -> true, () -> 1))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("--health");
  }
}
