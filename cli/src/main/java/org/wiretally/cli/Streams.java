package org.wiretally.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and prints: UTF-8, results on {@code out}, everything else on {@code err}.
 */
record Streams(InputStream in, PrintWriter out, PrintWriter err, boolean terminal) {
  /** Set by the launcher, for from JDK 22 on the JVM itself cannot tell. */
  private static final String TERMINAL = "wiretally.terminal";

  static Streams standard() {
    return new Streams(
        System.in,
        utf8(FileDescriptor.out, false),
        utf8(FileDescriptor.err, true),
        Boolean.getBoolean(TERMINAL));
  }

  private static PrintWriter utf8(FileDescriptor descriptor, boolean autoFlush) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8),
        autoFlush);
  }
}
