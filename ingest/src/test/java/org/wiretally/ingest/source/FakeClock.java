package org.wiretally.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that moves only when somebody sleeps, and can interrupt the sleeper. */
final class FakeClock implements Clock {
  final List<Duration> slept = new ArrayList<>();
  private final int most;
  private Instant now = Instant.parse("2030-01-01T00:00:00Z");

  /**
   * A clock.
   *
   * @param most sleeps before the sleeper is interrupted
   */
  FakeClock(int most) {
    this.most = most;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    if (slept.size() == most) {
      throw new InterruptedException("the test is over");
    }
    slept.add(duration);
    if (duration.compareTo(Duration.ZERO) > 0) {
      now = now.plus(duration);
    }
  }
}
