package org.wiretally.cli;

/**
 * A broker and a registry to work on.
 *
 * @param bootstrap host:port addresses separated by commas
 * @param registryUrl base URL of the registry's Confluent API
 * @param owned whether it runs as a part of this command and ends with it
 * @param ending ends what is owned; does nothing for a cluster of somebody else's
 */
record Cluster(String bootstrap, String registryUrl, boolean owned, Runnable ending)
    implements AutoCloseable {
  @Override
  public void close() {
    ending.run();
  }
}
