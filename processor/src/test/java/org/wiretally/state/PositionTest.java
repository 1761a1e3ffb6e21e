package org.wiretally.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class PositionTest {
  private static final long MOST = 30_000_000_000_000_000L;

  @Property
  void sortKeysSortAsPositionsDo(
      @ForAll @LongRange(min = -MOST, max = MOST) long millis,
      @ForAll @LongRange(min = -2, max = 2) long later,
      @ForAll @AlphaChars @StringLength(max = 4) String id,
      @ForAll @AlphaChars @StringLength(max = 4) String otherId) {
    Position position = new Position(Instant.ofEpochMilli(millis), id);
    Position other = new Position(Instant.ofEpochMilli(millis + later), otherId);

    assertThat(Integer.signum(position.sortKey().compareTo(other.sortKey())))
        .isEqualTo(Integer.signum(position.compareTo(other)));
    assertThat(Position.of(position.sortKey())).isEqualTo(position);
  }
}
