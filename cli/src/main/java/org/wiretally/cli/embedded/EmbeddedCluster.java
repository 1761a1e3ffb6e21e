package org.wiretally.cli.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A real single-node broker and a real registry for whoever has no cluster, usable by any outside
 * client while they run.
 *
 * <p>Each is a child JVM of this process, and both end when it ends, even by {@code kill -9}. What
 * they store is in the data folder and is there again at the next start: topics, offsets,
 * transactions, and schemas with their ids. A folder has one owner at a time; other processes
 * attach to the owner's cluster and must expect it to end with the owner.
 *
 * <p>Safe for use by several threads. {@link #close} returns when both children have ended.
 */
public final class EmbeddedCluster implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration CLOSE = Duration.ofSeconds(20);
  private static final Duration WRITE_ARCHIVE = Duration.ofSeconds(60);

  private final ClusterAddress address;
  private final StartUp startUp;
  private final @Nullable Owned owned;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final CompletableFuture<EmbeddedException> failure;

  /** What only the owner of the folder has. */
  private record Owned(Path folder, FolderLock lock, ChildJvm broker, ChildJvm registry) {}

  private EmbeddedCluster(ClusterAddress address, StartUp startUp, @Nullable Owned owned) {
    this.address = address;
    this.startUp = startUp;
    this.owned = owned;
    this.failure = owned == null ? new CompletableFuture<>() : firstEnd(owned);
  }

  /**
   * Starts a cluster and returns when both its parts serve clients.
   *
   * @throws EmbeddedException if the folder belongs to another process or cannot be written, a
   *     given port is in use, or the broker or the registry fails to start
   */
  public static EmbeddedCluster start(EmbeddedConfig config) {
    try {
      Files.createDirectories(config.dataFolder());
      Optional<FolderLock> lock = FolderLock.tryAcquire(config.dataFolder());
      if (lock.isEmpty()) {
        throw new EmbeddedException(
            "The data folder %s is in use%s: connect to that cluster, or choose another folder"
                .formatted(config.dataFolder(), owner(config.dataFolder())));
      }
      return startOwned(config, lock.get());
    } catch (IOException e) {
      throw unusable(config.dataFolder(), e);
    }
  }

  /**
   * Starts a cluster, or attaches to the one that another owner runs in the same folder. Ports are
   * asked for only when starting.
   *
   * @throws EmbeddedException as {@link #start}, or if the owner's cluster does not answer in time
   */
  public static EmbeddedCluster startOrAttach(EmbeddedConfig config) {
    Path folder = config.dataFolder();
    long deadline = System.nanoTime() + config.patience().toNanos();
    try {
      Files.createDirectories(folder);
      while (true) {
        Optional<FolderLock> lock = FolderLock.tryAcquire(folder);
        if (lock.isPresent()) {
          return startOwned(config, lock.get());
        }
        Optional<ClusterAddress> running =
            ClusterAddress.read(folder).filter(ClusterAddress::answers);
        if (running.isPresent()) {
          return new EmbeddedCluster(running.get(), StartUp.ATTACHED, null);
        }
        if (System.nanoTime() > deadline) {
          throw new EmbeddedException(
              "The data folder %s is in use%s, but no cluster answers there: end that process, or choose another folder"
                  .formatted(folder, owner(folder)));
        }
        Thread.sleep(POLL.toMillis());
      }
    } catch (IOException e) {
      throw unusable(folder, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedException("Interrupted while waiting for the cluster in " + folder, e);
    }
  }

  /** Host and port for {@code bootstrap.servers}. */
  public String bootstrap() {
    return address.bootstrap();
  }

  /** The address for {@code schema.registry.url}. */
  public String registryUrl() {
    return address.registryUrl();
  }

  public StartUp startUp() {
    return startUp;
  }

  /** False when the cluster is another process's, which this one attached to. */
  public boolean isOwner() {
    return owned != null;
  }

  /** Completes when broker or registry ends before {@link #close}, and never otherwise. */
  public CompletableFuture<EmbeddedException> failure() {
    return failure.copy();
  }

  /** Ends broker and registry if they are this process's own. What they stored stays. */
  @Override
  public void close() {
    if (owned == null || !closed.compareAndSet(false, true)) {
      return;
    }
    end(List.of(owned.registry(), owned.broker()));
    ClassDataArchive.markOwnComplete();
    try {
      ClusterAddress.delete(owned.folder());
      owned.lock().close();
    } catch (IOException e) {
      throw unusable(owned.folder(), e);
    }
  }

  private static EmbeddedCluster startOwned(EmbeddedConfig config, FolderLock lock)
      throws IOException {
    try {
      ClusterAddress.delete(config.dataFolder());
      return startChildren(config, lock);
    } catch (RuntimeException | IOException e) {
      lock.close();
      throw e;
    }
  }

  private static EmbeddedCluster startChildren(EmbeddedConfig config, FolderLock lock)
      throws IOException {
    config.brokerPort().ifPresent(port -> requireFree(port, "broker"));
    config.registryPort().ifPresent(port -> requireFree(port, "registry"));
    List<Integer> free = Ports.free(3);
    int brokerPort = config.brokerPort().orElse(free.get(0));
    int registryPort = config.registryPort().orElse(free.get(1));
    int controllerPort = free.get(2);

    Distribution distribution = Distribution.locate();
    Path folder = config.dataFolder();
    long begin = System.nanoTime();
    ChildJvm registry =
        ChildJvm.start(registry(distribution, folder, registryPort), config.cacheFolder());
    ChildJvm broker;
    try {
      broker =
          ChildJvm.start(
              broker(distribution, folder, brokerPort, controllerPort), config.cacheFolder());
    } catch (IOException e) {
      end(List.of(registry));
      throw e;
    }
    try {
      awaitReady(broker, registry, config.patience());
      StartUp startUp =
          new StartUp(
              broker.ready().join(),
              registry.ready().join(),
              Duration.ofNanos(System.nanoTime() - begin));
      ClusterAddress address =
          new ClusterAddress(ProcessHandle.current().pid(), HOST, brokerPort, registryPort);
      address.write(folder);
      return new EmbeddedCluster(address, startUp, new Owned(folder, lock, broker, registry));
    } catch (RuntimeException | IOException e) {
      end(List.of(registry, broker));
      throw e;
    }
  }

  private static ChildJvm.Spec broker(
      Distribution distribution, Path folder, int port, int controllerPort) {
    return new ChildJvm.Spec(
        "broker",
        "384m",
        distribution.brokerClassPath(),
        "org.wiretally.embedded.BrokerMain",
        List.of(
            folder.resolve("broker").toString(),
            HOST,
            Integer.toString(port),
            Integer.toString(controllerPort)),
        folder,
        folder.resolve("broker.log"));
  }

  private static ChildJvm.Spec registry(Distribution distribution, Path folder, int port) {
    return new ChildJvm.Spec(
        "registry",
        "256m",
        distribution.registryClassPath(),
        "org.wiretally.embedded.RegistryMain",
        List.of(folder.resolve("registry").toString(), HOST, Integer.toString(port)),
        folder,
        folder.resolve("registry.log"));
  }

  private static void awaitReady(ChildJvm broker, ChildJvm registry, Duration patience) {
    CompletableFuture<Duration> brokerReady = broker.ready();
    CompletableFuture<Duration> registryReady = registry.ready();
    // Both, or the first to fail.
    CompletableFuture<Object> firstFailure = new CompletableFuture<>();
    brokerReady.exceptionally(e -> fail(firstFailure, e));
    registryReady.exceptionally(e -> fail(firstFailure, e));
    CompletableFuture<Void> both = CompletableFuture.allOf(brokerReady, registryReady);
    try {
      CompletableFuture.anyOf(both, firstFailure).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof EmbeddedException known
          ? known
          : new EmbeddedException("The embedded cluster did not start", e);
    } catch (TimeoutException e) {
      ChildJvm late = brokerReady.isDone() ? registry : broker;
      throw late.failure("was not ready within " + patience.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedException("Interrupted while the embedded cluster started", e);
    }
  }

  private static Duration fail(CompletableFuture<Object> future, Throwable cause) {
    future.completeExceptionally(cause);
    return Duration.ZERO;
  }

  private static void end(List<ChildJvm> children) {
    children.forEach(ChildJvm::askToEnd);
    for (ChildJvm child : children) {
      child.awaitEnd(child.writesArchive() ? CLOSE.plus(WRITE_ARCHIVE) : CLOSE);
    }
  }

  private CompletableFuture<EmbeddedException> firstEnd(Owned own) {
    return own.broker()
        .ended()
        .applyToEither(own.registry().ended(), how -> how)
        .thenCompose(
            how ->
                closed.get() ? new CompletableFuture<>() : CompletableFuture.completedFuture(how));
  }

  private static void requireFree(int port, String what) {
    if (Ports.inUse(port)) {
      throw new EmbeddedException(
          "Port %d for the embedded %s is in use by another process: end that process, or choose another port"
              .formatted(port, what));
    }
  }

  private static String owner(Path folder) {
    return ClusterAddress.read(folder)
        .map(address -> " by process " + address.pid() + " (broker " + address.bootstrap() + ")")
        .orElse(" by another process");
  }

  private static EmbeddedException unusable(Path folder, IOException e) {
    return new EmbeddedException(
        "Cannot use the data folder %s: %s".formatted(folder, e.getMessage()), e);
  }
}
