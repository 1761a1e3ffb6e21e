package org.wiretally.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wiretally.consensus.Profile;
import picocli.CommandLine.Option;

/** Which profiles answer. */
final class ProfileOptions {
  private static final String ALL = "all";

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      split = ",",
      description =
          "Whose rules decide: default, conservative (lowest credible, as ACLED), independent-two (as"
              + " Iraq Body Count), latest-majority (as GTD), low-best-high (as UCDP), or all of them"
              + " side by side. Repeatable. Default: default")
  private List<String> names = new ArrayList<>();

  Set<Profile> profiles() {
    Set<Profile> profiles = new LinkedHashSet<>();
    for (String name : names.isEmpty() ? List.of(Profile.DEFAULT.label()) : names) {
      if (name.equals(ALL)) {
        profiles.addAll(List.of(Profile.values()));
      } else {
        try {
          profiles.add(Profile.of(name));
        } catch (IllegalArgumentException e) {
          throw new UsageException("--profile: " + e.getMessage() + ", or all.", e);
        }
      }
    }
    return profiles;
  }
}
