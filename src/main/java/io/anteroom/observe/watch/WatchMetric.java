package io.anteroom.observe.watch;

import io.anteroom.result.metric.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A quantity that watches are judged by. */
public enum WatchMetric {
  /** How often a virtual thread blocked and held its carrier. */
  PINNING_COUNT("pinning.count", Unit.NUMBER),
  /** The carrier time that it took in all. */
  PINNING_TOTAL("pinning.total", Unit.DURATION),
  /** The longest. */
  PINNING_MAX("pinning.max", Unit.DURATION),
  /** Entries into contended monitors. */
  CONTENTION_COUNT("contention.count", Unit.NUMBER);

  private final String metricName;
  private final Unit unit;

  WatchMetric(String metricName, Unit unit) {
    this.metricName = metricName;
    this.unit = unit;
  }

  /** As conditions name it. */
  public String metricName() {
    return metricName;
  }

  /** What it is measured in. */
  public Unit unit() {
    return unit;
  }

  static Optional<WatchMetric> of(String name) {
    return Arrays.stream(values()).filter(metric -> metric.metricName.equals(name)).findFirst();
  }

  /** Its value; empty where the settings did not record it. */
  OptionalDouble measure(WatchResult result) {
    Sighted seen = result.seen();
    Sighted.Blocked blocked = this == CONTENTION_COUNT ? seen.contention() : seen.pinning();
    if (blocked == null) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        switch (this) {
          case PINNING_COUNT, CONTENTION_COUNT -> blocked.count();
          case PINNING_TOTAL -> blocked.totalNanos();
          case PINNING_MAX -> blocked.maxNanos();
        });
  }

  /** Why the true value may be larger; empty where it is not. */
  List<String> gaps(WatchResult result) {
    return this == CONTENTION_COUNT ? result.contentionGaps() : result.pinningGaps();
  }
}
