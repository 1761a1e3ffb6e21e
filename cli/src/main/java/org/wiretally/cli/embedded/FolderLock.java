package org.wiretally.cli.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says whom a data folder belongs to. The operating system gives it up with the process, however
 * that ends.
 *
 * <p>A lock of the operating system belongs to the process and goes when the process closes
 * <em>any</em> channel on the file, so owners within one process are told apart here and the file
 * is opened by one of them only.
 */
final class FolderLock implements AutoCloseable {
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Empty while another owner, in this process or another, holds the folder. */
  static Optional<FolderLock> tryAcquire(Path existing) throws IOException {
    Path folder = existing.toRealPath();
    if (!HELD_HERE.add(folder)) {
      return Optional.empty();
    }
    Optional<FolderLock> lock = Optional.empty();
    try {
      lock = lockFile(folder);
    } finally {
      if (lock.isEmpty()) {
        HELD_HERE.remove(folder);
      }
    }
    return lock;
  }

  @SuppressWarnings("resource") // the channel is closed here, or lives on in the lock
  private static Optional<FolderLock> lockFile(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("cluster.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() != null) {
      return Optional.of(new FolderLock(folder, channel));
    }
    channel.close();
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    channel.close();
    HELD_HERE.remove(folder);
  }
}
