package org.wiretally.state;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;

/** Prints what an index costs an article with so many retained, in processor time. */
public final class RetainedCost {
  private static final int[] SIZES = {10_000, 30_000, 100_000, 300_000, 1_000_000};
  private static final int MEASURED = 2_000;
  private static final int WARM_UP = 10;

  private RetainedCost() {}

  /** An index that is filled and measured. Used by one thread. */
  public interface Filled {
    /** How many articles it retains by now. */
    int retained();

    /** Retains one more article, without comparing it. */
    void retain();

    /** Makes one more article; what is returned, run once, puts it into the index. */
    Runnable next();
  }

  /**
   * Fills and measures, microseconds an article.
   *
   * @param args the largest size; none for all sizes
   * @param empty makes an index that retains nothing
   */
  public static void print(String[] args, Supplier<Filled> empty) {
    int largest = args.length == 0 ? Integer.MAX_VALUE : Integer.parseInt(args[0]);
    Filled forTheCompiler = empty.get();
    for (int i = 0; i < WARM_UP; i++) {
      measured(forTheCompiler);
    }
    Filled index = empty.get();
    for (int size : SIZES) {
      if (size <= largest) {
        while (index.retained() < size) {
          index.retain();
        }
        System.out.printf("%,9d retained: %.0f us an article%n", size, measured(index));
      }
    }
  }

  private static double measured(Filled index) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long nanos = 0;
    for (int i = 0; i < MEASURED; i++) {
      Runnable put = index.next();
      long before = threads.getCurrentThreadCpuTime();
      put.run();
      nanos += threads.getCurrentThreadCpuTime() - before;
    }
    return nanos / 1e3 / MEASURED;
  }
}
