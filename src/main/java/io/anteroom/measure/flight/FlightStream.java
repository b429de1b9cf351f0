package io.anteroom.measure.flight;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;
import org.jspecify.annotations.Nullable;

/**
 * A flight recording of this JVM, streamed while it goes on: {@code start}, {@code stop}, perhaps
 * {@code dump}, {@code close}. The first one of a JVM costs one to two seconds of CPU.
 *
 * <p>Stopping comes before closing, since closing throws away what was not delivered; {@code
 * RecordingStream.stop} is there for that since JDK 20. No limit of size is set: the JDK drops
 * events beyond it without a word. {@code start}, {@code stop}, {@code dump} and {@code close}
 * belong to one thread, never to a handler.
 */
public final class FlightStream implements AutoCloseable {
  /** How long {@link #stop()} waits. The reader lags after bursts of millions of events. */
  public static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  /** An age that no event reaches: without one, a dump lacks whole chunks that were consumed. */
  private static final Duration EVERYTHING = Duration.ofDays(3650);

  private final RecordingStream stream;
  private final FlightTap tap;
  private @Nullable FlightSummary summary;
  private boolean started;
  private volatile boolean stoppedByOthers;

  /**
   * A stream that does not record yet.
   *
   * @throws IllegalArgumentException if the settings are off
   */
  public FlightStream(FlightSettings settings, EventCounters counters) {
    if (settings.isOff()) {
      throw new IllegalArgumentException("nothing to record: " + settings.name());
    }
    this.tap = new FlightTap(settings, CarrierHolds.ofThisJdk(), counters);
    this.stream = new RecordingStream();
    stream.setSettings(settings.settings());
    stream.setMaxAge(EVERYTHING);
  }

  /** Hands on every held carrier, on the stream's thread; before the start. */
  public void onCarrierHold(Consumer<CarrierHold> handler) {
    tap.onCarrierHold(handler);
  }

  /** Hands on every entry into a contended monitor, on the stream's thread; before the start. */
  public void onMonitorEntry(Consumer<MonitorEntry> handler) {
    tap.onMonitorEntry(handler);
  }

  /** Hands on every event of that name, on the stream's thread; before the start. */
  public void onEvent(String name, Consumer<RecordedEvent> handler) {
    tap.onEvent(name, handler);
  }

  /** Records and delivers from now on. */
  public void start() {
    if (started) {
      throw new IllegalStateException("started already");
    }
    started = true;
    tap.attach(stream);
    stream.startAsync();
  }

  /** Stops within {@link #STOP_LIMIT}. */
  public FlightSummary stop() throws InterruptedException {
    return stop(STOP_LIMIT);
  }

  /**
   * Ends the recording and waits until all of it has been delivered, or the limit is over; then
   * what is missing counts as lost, and {@code complete} is false, as it is where somebody else has
   * stopped the recording. A second call gives the same summary.
   */
  public FlightSummary stop(Duration limit) throws InterruptedException {
    if (!started) {
      throw new IllegalStateException("not started");
    }
    if (summary == null) {
      long beganNanos = System.nanoTime();
      Thread stopper =
          Thread.ofPlatform().daemon().name("anteroom-flight-stop").start(this::stopStream);
      boolean inTime = stopper.join(limit);
      if (!inTime) {
        tap.cutShort("stopping took too long; the rest of the events was given up");
      }
      boolean complete = inTime && !stoppedByOthers;
      summary = tap.summary(System.nanoTime() - beganNanos, complete);
    }
    return summary;
  }

  /** As by {@code jcmd JFR.stop}. After an interrupt, {@link #close} may also come first. */
  private void stopStream() {
    try {
      stream.stop();
    } catch (IllegalStateException stopped) {
      stoppedByOthers = true;
      tap.cutShort("somebody else stopped the recording; what came after that is missing");
    }
  }

  /**
   * Writes all that was recorded so far to the file, delivered or not; between start and close. The
   * file's events name their threads on every JDK.
   */
  public void dump(Path file) throws IOException {
    stream.dump(file);
  }

  /** Stops, if that was not done, and frees the recording. */
  @Override
  public void close() {
    try {
      if (started && summary == null) {
        stop();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      stream.close();
    }
  }
}
