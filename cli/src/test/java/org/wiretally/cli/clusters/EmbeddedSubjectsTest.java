package org.wiretally.cli.clusters;

final class EmbeddedSubjectsTest extends SubjectsContract {
  @Override
  LiveCluster cluster() {
    return LiveCluster.embedded();
  }
}
