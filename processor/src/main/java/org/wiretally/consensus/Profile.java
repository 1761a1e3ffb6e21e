package org.wiretally.consensus;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Which answer is wanted where the public codebooks differ. The same claims answer all of them. */
public enum Profile {
  /** The value most supported by independent origins. */
  DEFAULT("default"),
  /** The lowest credible count, as ACLED codes fatalities. */
  CONSERVATIVE("conservative"),
  /** A best value only once two independent origins state it, as Iraq Body Count. */
  INDEPENDENT_TWO("independent-two"),
  /** What most of the latest statements say, of equals the lowest, as the GTD. */
  LATEST_MAJORITY("latest-majority"),
  /** Low, best and high, all closed, as UCDP. */
  LOW_BEST_HIGH("low-best-high");

  private final String label;

  Profile(String label) {
    this.label = label;
  }

  /** The name used on the command line and in records. */
  public String label() {
    return label;
  }

  /**
   * The profile of a label.
   *
   * @throws IllegalArgumentException naming the labels there are
   */
  public static Profile of(String label) {
    for (Profile profile : values()) {
      if (profile.label.equals(label)) {
        return profile;
      }
    }
    throw new IllegalArgumentException(
        "there is no profile \""
            + label
            + "\"; choose one of "
            + Arrays.stream(values()).map(Profile::label).collect(Collectors.joining(", ")));
  }
}
