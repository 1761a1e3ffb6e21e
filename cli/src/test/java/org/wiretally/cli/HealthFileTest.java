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
  void aWriteThatIsUnderWayAtTheEndLeavesNoFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("health");
    AtomicLong asked = new AtomicLong();
    CountDownLatch underWay = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    HealthFile health =
        HealthFile.keep(
            file,
            () -> true,
            () -> {
              if (asked.incrementAndGet() == 2) {
                underWay.countDown();
                awaitUnmoved(goOn);
              }
              return asked.get();
            });
    assertThat(underWay.await(20, TimeUnit.SECONDS)).isTrue();
    Thread closing = new Thread(health::close);
    closing.start();
    closing.join(200); // without the lock it would be over by now, and the write would come after
    goOn.countDown();
    closing.join();
    Thread.sleep(200);
    assertThat(file).doesNotExist();
  }

  /** Waits through the interruption that stops a timer. */
  private static void awaitUnmoved(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        // goes on waiting
      }
    }
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
