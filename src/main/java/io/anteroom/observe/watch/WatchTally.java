package io.anteroom.observe.watch;

import io.anteroom.measure.flight.CarrierHold;
import io.anteroom.measure.flight.CarrierHolds;
import io.anteroom.measure.flight.FlightSettings;
import io.anteroom.measure.flight.FlightSummary;
import io.anteroom.measure.flight.FlightTap;
import io.anteroom.measure.flight.MonitorContention;
import io.anteroom.measure.flight.MonitorEntry;
import io.anteroom.measure.flight.PinSites;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import jdk.jfr.consumer.EventStream;
import org.jspecify.annotations.Nullable;

/** Sums up the events of one stream. Safe for all threads: its parts are. */
final class WatchTally {
  static final String PINNED = CarrierHold.Kind.PINNED.eventName();
  static final String MONITOR_ENTER = CarrierHold.Kind.MONITOR_ENTER.eventName();
  private static final String RECORDER = "jdk.jfr.";
  private static final String LOST = "jdk.DataLoss";
  private static final String STARTED = "jdk.VirtualThreadStart";
  private static final String SUBMIT_FAILED = "jdk.VirtualThreadSubmitFailed";

  private final Set<String> recorded;
  private final PinSites pins = new PinSites();
  private final MonitorContention contention = new MonitorContention();
  private final LongAdder lostBytes = new LongAdder();
  private final FlightTap tap;

  /**
   * @param feature of the target's JDK
   */
  WatchTally(FlightSettings settings, int feature) {
    this(settings, CarrierHolds.ofJdk(feature));
  }

  /**
   * @param holds tells the held carriers of the JVM that made the events
   */
  WatchTally(FlightSettings settings, CarrierHolds holds) {
    this.recorded = settings.enabledEvents();
    this.tap = new FlightTap(settings, holds, null);
    tap.onCarrierHold(pins::add);
    tap.onMonitorEntry(this::add);
  }

  /** The recorder's own monitors are contended because of us. */
  private void add(MonitorEntry entry) {
    if (!entry.monitorClass().startsWith(RECORDER)) {
      contention.add(entry);
    }
  }

  /** Listens to the stream; before it starts. */
  void attach(EventStream stream) {
    tap.attach(stream);
    stream.onEvent(LOST, event -> lostBytes.add(event.getLong("amount")));
  }

  /** All so far. */
  WatchFigures seen() {
    FlightSummary summary = tap.summary();
    return new WatchFigures(
        recorded.contains(PINNED) ? WatchFigures.Blocked.of(pins.total(), pins.sites()) : null,
        recorded.contains(MONITOR_ENTER)
            ? WatchFigures.Blocked.of(contention.total(), contention.sites())
            : null,
        count(summary, STARTED),
        count(summary, SUBMIT_FAILED),
        summary.undecidedHolds(),
        lostBytes.sum(),
        null);
  }

  private @Nullable Long count(FlightSummary summary, String event) {
    return recorded.contains(event) ? summary.delivered(event) : null;
  }

  /** What failed on the way; empty where nothing did. */
  String fault() {
    return tap.summary().errors().stream().findFirst().orElse("");
  }
}
