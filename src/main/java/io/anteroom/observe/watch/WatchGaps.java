package io.anteroom.observe.watch;

import io.anteroom.measure.flight.CarrierHold;
import io.anteroom.measure.flight.CarrierHolds;
import io.anteroom.measure.flight.FlightSettings;
import io.anteroom.measure.flight.Observability;
import io.anteroom.result.FigureText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Why there may have been more than a watch has seen. */
record WatchGaps(List<String> pinning, List<String> contention) {
  /** Our own settings leave out nothing longer: that is no gap. */
  private static final Duration SHORTEST = Duration.ofNanos(1_000);

  static WatchGaps of(FlightSettings settings, int feature, WatchEnding ending, WatchFigures seen) {
    List<String> pinning = new ArrayList<>();
    List<String> contention = new ArrayList<>();
    for (String event : CarrierHolds.ofJdk(feature).eventNames()) {
      if (!settings.enabledEvents().contains(event)) {
        pinning.add("the settings do not record " + event);
      } else if (settings.threshold(event).compareTo(SHORTEST) > 0) {
        String text = threshold(settings, event);
        pinning.add(text);
        if (event.equals(CarrierHold.Kind.MONITOR_ENTER.eventName())) {
          contention.add(text);
        }
      }
    }
    if (seen.undecided() > 0) {
      pinning.add(seen.undecided() + " monitor events may or may not have held a carrier");
    }
    if (!Observability.of(Observability.CONTENDED_MONITOR, feature).observable()) {
      contention.add("monitors that virtual threads wait for are not observable on JDK " + feature);
    }
    ThreadsNow now = seen.now();
    if (now != null) {
      pinning.addAll(now.gaps());
      if (!now.held().isEmpty()) {
        int held = now.held().size();
        pinning.add(
            held == 1
                ? "1 carrier was held at the end"
                : "%,d carriers were held at the end".formatted(held));
      } else if (now.hangs()) {
        pinning.add("it stood still at the end");
      }
    }
    if (seen.lostBytes() > 0) {
      String lost = "the recorder lost events of %,d bytes".formatted(seen.lostBytes());
      pinning.add(lost);
      contention.add(lost);
    }
    if (!ending.whole()) {
      String early = "the recording ends before the target did";
      pinning.add(early);
      contention.add(early);
    }
    return new WatchGaps(List.copyOf(pinning), List.copyOf(contention));
  }

  private static String threshold(FlightSettings settings, String event) {
    return "the settings leave out %s below %s"
        .formatted(event, FigureText.duration(settings.threshold(event).toNanos()));
  }
}
