package org.wiretally.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on standard error, for a terminal. */
final class TerminalBar implements AutoCloseable {
  private final ProgressBar bar;

  TerminalBar(String task, String unit, long unitSize) {
    bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setUnit(unit, unitSize)
            .setStyle(ProgressBarStyle.ASCII)
            .setConsumer(new ConsoleProgressBarConsumer(System.err))
            .build();
  }

  void at(long done, long all) {
    bar.maxHint(all);
    bar.stepTo(done);
  }

  /** Sizes are estimates: what is over shows as such. */
  void full() {
    bar.stepTo(bar.getMax());
  }

  @Override
  public void close() {
    bar.close();
  }
}
