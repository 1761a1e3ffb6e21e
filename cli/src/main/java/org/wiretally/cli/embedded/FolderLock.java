package org.wiretally.cli.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Says which process a data folder belongs to. The operating system gives it up with the process,
 * however that ends.
 */
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Empty while another owner, in this process or another, holds the folder. */
  @SuppressWarnings("resource") // the channel is closed here, or lives on in the lock
  static Optional<FolderLock> tryAcquire(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("cluster.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(new FolderLock(channel));
      }
    } catch (OverlappingFileLockException e) {
      // This process holds it.
    }
    channel.close();
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
