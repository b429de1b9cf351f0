package io.anteroom.measure.flight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordedEvent;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Takes the events of a stream, of this JVM or of another, and hands them on: held carriers,
 * monitor entries, or plain events by name. It counts what arrives, how late it arrives, and what
 * fails on the way. Handlers run on the stream's thread, must not keep a {@link RecordedEvent}, and
 * get the events in no order of time.
 *
 * <p>Register handlers, then {@link #attach}. Figures may be read from any thread: one lock guards
 * them.
 */
public final class FlightTap {
  private static final int MOST_ERRORS = 10;

  private final FlightSettings settings;
  private final CarrierHolds carrierHolds;
  private final @Nullable EventCounters counters;
  private final Map<String, List<Consumer<RecordedEvent>>> handlers = new HashMap<>();

  private final Object figures = new Object();
  private final Map<String, Long> delivered = new TreeMap<>();
  private final Map<OwnEvent, Long> numbered = new EnumMap<>(OwnEvent.class);
  private final Histogram lag = WideHistogram.empty();
  private final List<String> errors = new ArrayList<>();
  private long errorCount;
  private long belowThreshold;

  /**
   * @param counters of the run whose own events are awaited; null where the stream is another JVM's
   */
  public FlightTap(
      FlightSettings settings, CarrierHolds carrierHolds, @Nullable EventCounters counters) {
    this.settings = settings;
    this.carrierHolds = carrierHolds;
    this.counters = counters;
  }

  /** Hands on every held carrier. */
  public void onCarrierHold(Consumer<CarrierHold> handler) {
    for (String name : carrierHolds.eventNames()) {
      onEvent(name, event -> carrierHolds.of(event).ifPresent(handler));
    }
  }

  /** Hands on every entry into a contended monitor that the JDK shows. */
  public void onMonitorEntry(Consumer<MonitorEntry> handler) {
    onEvent(MonitorEntry.EVENT, event -> MonitorEntry.of(event).ifPresent(handler));
  }

  /** Hands on every event of that name, if the settings record it. */
  public void onEvent(String name, Consumer<RecordedEvent> handler) {
    handlers.computeIfAbsent(name, key -> new ArrayList<>()).add(handler);
  }

  /** Listens to the stream; before it starts. */
  public void attach(EventStream stream) {
    stream.setOrdered(false);
    stream.setReuse(true);
    stream.onError(this::failed);
    for (String name : settings.enabledEvents()) {
      long thresholdNanos = settings.threshold(name).toNanos();
      OwnEvent own = own(name);
      List<Consumer<RecordedEvent>> forName = List.copyOf(handlers.getOrDefault(name, List.of()));
      stream.onEvent(name, event -> deliver(event, own, thresholdNanos, forName));
    }
  }

  private static @Nullable OwnEvent own(String name) {
    return OwnEvent.all().stream()
        .filter(event -> event.eventName().equals(name))
        .findFirst()
        .orElse(null);
  }

  private void deliver(
      RecordedEvent event,
      @Nullable OwnEvent own,
      long thresholdNanos,
      List<Consumer<RecordedEvent>> forName) {
    if (own != null && counters != null && event.getLong("run") != counters.run()) {
      return;
    }
    boolean taken = event.getDuration().toNanos() >= thresholdNanos;
    count(event, own, taken);
    if (taken) {
      for (Consumer<RecordedEvent> handler : forName) {
        hand(event, handler);
      }
    }
  }

  private void count(RecordedEvent event, @Nullable OwnEvent own, boolean taken) {
    long lagNanos = Duration.between(event.getEndTime(), Instant.now()).toNanos();
    synchronized (figures) {
      lag.recordValue(Math.max(lagNanos, 0));
      if (own != null) {
        numbered.merge(own, 1L, Long::sum);
      }
      if (taken) {
        delivered.merge(event.getEventType().getName(), 1L, Long::sum);
      } else {
        belowThreshold++;
      }
    }
  }

  private void hand(RecordedEvent event, Consumer<RecordedEvent> handler) {
    try {
      handler.accept(event);
    } catch (RuntimeException fault) {
      failed(fault);
    }
  }

  /** Notes, before all other errors, why events are missing. */
  void cutShort(String why) {
    synchronized (figures) {
      errorCount++;
      errors.addFirst(why);
    }
  }

  private void failed(Throwable fault) {
    synchronized (figures) {
      errorCount++;
      if (errors.size() < MOST_ERRORS) {
        errors.add(fault.toString());
      }
    }
  }

  /**
   * Own events of the run that were committed and have not arrived: on the way, while the stream
   * runs; lost, after it stopped. Zero for types that the settings do not record.
   */
  public Map<String, Long> missing() {
    Map<String, Long> missing = new TreeMap<>();
    if (counters == null) {
      return missing;
    }
    synchronized (figures) {
      for (OwnEvent event : OwnEvent.all()) {
        if (settings.enabledEvents().contains(event.eventName())) {
          long arrived = numbered.getOrDefault(event, 0L);
          missing.put(event.eventName(), counters.committed(event) - arrived);
        }
      }
    }
    return missing;
  }

  /** All figures so far. */
  FlightSummary summary(long stopNanos, boolean complete) {
    Map<String, Long> lost = missing();
    synchronized (figures) {
      return new FlightSummary(
          delivered,
          belowThreshold,
          lost,
          carrierHolds.undecided(),
          errors,
          errorCount,
          lag.getValueAtPercentile(99),
          lag.getMaxValue(),
          stopNanos,
          complete);
    }
  }

  /** All figures so far, of a stream that runs. */
  public FlightSummary summary() {
    return summary(0, true);
  }
}
