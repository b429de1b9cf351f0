package io.anteroom.watch;

import io.anteroom.jfr.CarrierHold;
import io.anteroom.jfr.CarrierHolds;
import io.anteroom.jfr.FlightSettings;
import io.anteroom.jfr.FlightSummary;
import io.anteroom.jfr.FlightTap;
import io.anteroom.jfr.MonitorContention;
import io.anteroom.jfr.MonitorEntry;
import io.anteroom.jfr.PinSites;
import java.util.Set;
import jdk.jfr.consumer.EventStream;
import org.jspecify.annotations.Nullable;

/** Sums up the events of one stream. Safe for all threads: its parts are. */
final class Sightings {
  static final String PINNED = CarrierHold.Kind.PINNED.eventName();
  static final String MONITOR_ENTER = CarrierHold.Kind.MONITOR_ENTER.eventName();
  private static final String RECORDER = "jdk.jfr.";
  private static final String STARTED = "jdk.VirtualThreadStart";
  private static final String SUBMIT_FAILED = "jdk.VirtualThreadSubmitFailed";

  private final Set<String> recorded;
  private final PinSites pins = new PinSites();
  private final MonitorContention contention = new MonitorContention();
  private final FlightTap tap;

  /**
   * @param feature of the target's JDK
   */
  Sightings(FlightSettings settings, int feature) {
    this.recorded = settings.enabledEvents();
    this.tap = new FlightTap(settings, CarrierHolds.ofJdk(feature), null);
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
  }

  /** All so far. */
  Seen seen() {
    FlightSummary summary = tap.summary();
    return new Seen(
        recorded.contains(PINNED) ? Seen.Blocked.of(pins.total(), pins.sites()) : null,
        recorded.contains(MONITOR_ENTER)
            ? Seen.Blocked.of(contention.total(), contention.sites())
            : null,
        count(summary, STARTED),
        count(summary, SUBMIT_FAILED),
        summary.undecidedHolds());
  }

  private @Nullable Long count(FlightSummary summary, String event) {
    return recorded.contains(event) ? summary.delivered(event) : null;
  }

  /** What failed on the way; empty where nothing did. */
  String fault() {
    return tap.summary().errors().stream().findFirst().orElse("");
  }
}
