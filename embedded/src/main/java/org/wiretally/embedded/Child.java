package org.wiretally.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * What both child JVMs owe their parent.
 *
 * <ul>
 *   <li>They end when their standard input ends, which the kernel sees to however the parent dies,
 *       {@code kill -9} included.
 *   <li>They ignore the terminal's interrupt: it reaches the whole process group, and the parent
 *       still needs its broker while it closes down.
 *   <li>Their standard output carries one line, {@link #ready}; whatever else is printed goes to
 *       standard error, which the parent sends to a log file.
 *   <li>They own their folder: a successor waits for a predecessor that is still closing its files.
 * </ul>
 */
final class Child {
  /** The whole of the protocol: this line on standard output says that clients can connect. */
  static final String READY = "wiretally-child-ready";

  private static final Duration PREDECESSOR = Duration.ofSeconds(20);
  private static final Duration SHUTDOWN = Duration.ofSeconds(15);

  private final PrintStream parent;

  private Child(PrintStream parent) {
    this.parent = parent;
  }

  /**
   * Takes over the process and the folder.
   *
   * @throws IllegalStateException if another process has held the folder for twenty seconds
   */
  static Child start(Path folder) throws IOException, InterruptedException {
    Child child = new Child(System.out);
    System.setOut(System.err);
    ignoreInterrupt();
    daemon("parent-watch", Child::exitWhenParentIsGone);
    lock(folder);
    return child;
  }

  void ready() {
    parent.println(READY);
    parent.flush();
  }

  /**
   * {@code Signal.handle(new Signal("INT"), SIG_IGN)}: javac warns of sun.misc and cannot be told
   * not to.
   */
  private static void ignoreInterrupt() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      signal
          .getMethod("handle", signal, handler)
          .invoke(
              null,
              signal.getConstructor(String.class).newInstance("INT"),
              handler.getField("SIG_IGN").get(null));
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      System.err.println("This JVM cannot ignore the interrupt signal: " + e);
    }
  }

  private static void exitWhenParentIsGone() {
    try {
      InputStream in = System.in;
      while (in.read() >= 0) {
        // The parent sends nothing; the end of the stream is the message.
      }
    } catch (IOException e) {
      // A broken pipe says the same as a closed one.
    }
    daemon("shutdown-limit", Child::haltWhenShutdownHangs);
    System.exit(0);
  }

  private static void haltWhenShutdownHangs() {
    try {
      Thread.sleep(SHUTDOWN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }

  // The lock lives as long as the process; the channel is deliberately left open.
  @SuppressWarnings("resource")
  private static void lock(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve("process.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    long deadline = System.nanoTime() + PREDECESSOR.toNanos();
    FileLock lock = channel.tryLock();
    while (lock == null) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("Another process is using " + folder);
      }
      Thread.sleep(50);
      lock = channel.tryLock();
    }
  }

  static void daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }
}
