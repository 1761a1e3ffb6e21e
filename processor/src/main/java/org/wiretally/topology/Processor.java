package org.wiretally.topology;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wiretally.annotate.Annotator;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.RegistryUnavailableException;

/**
 * One running processor instance. It ends by {@link #close} or by a fault that a restart of its
 * thread cannot mend. Thread-safe.
 */
public final class Processor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Processor.class);

  /** Leaving the group at once spares the next instance the wait for a dead member (46 s seen). */
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

  /** Between attempts while the registry is away. */
  private static final Duration RETRY_PAUSE = Duration.ofSeconds(2);

  private final AvroSerdes serdes;
  private final KafkaStreams streams;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();

  private Processor(ProcessorConfig config, Annotator annotator) {
    serdes = AvroSerdes.at(config.registryUrl());
    streams =
        new KafkaStreams(
            WiretallyTopology.build(config.topics(), serdes, annotator, config.retention()),
            config.streamsProperties());
    streams.setStateListener(
        (now, before) -> {
          if (now == KafkaStreams.State.NOT_RUNNING || now == KafkaStreams.State.ERROR) {
            ended.countDown();
          }
        });
    streams.setUncaughtExceptionHandler(this::answer);
  }

  /** Starts an instance; the topics must be there. Returns before it is {@link #running}. */
  public static Processor start(ProcessorConfig config, Annotator annotator) {
    Processor processor = new Processor(config, annotator);
    processor.streams.start();
    return processor;
  }

  /** Whether every task that is assigned to this instance is being worked on. */
  public boolean running() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  /**
   * Waits for the end of the instance.
   *
   * @return the fault that ended it, null where it was closed
   */
  public @Nullable Throwable awaitEnd() throws InterruptedException {
    ended.await();
    return fault.get();
  }

  /** The fault that ended the instance, null while it works or where it was closed. */
  public @Nullable Throwable fault() {
    return fault.get();
  }

  @Override
  public void close() {
    streams.close(
        CloseOptions.timeout(CLOSE_TIMEOUT)
            .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    serdes.close();
  }

  private StreamThreadExceptionResponse answer(Throwable failure) {
    for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof RegistryUnavailableException) {
        LOG.warn("{}; trying again", at.getMessage());
        pause();
        return StreamThreadExceptionResponse.REPLACE_THREAD;
      }
    }
    LOG.error("the processor stops, nothing is committed of the record it failed on", failure);
    fault.compareAndSet(null, failure);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private static void pause() {
    try {
      Thread.sleep(RETRY_PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
