package org.wiretally.cli.clusters;

final class ContainerSubjectsTest extends SubjectsContract {
  @Override
  LiveCluster cluster() {
    return LiveCluster.containers();
  }
}
