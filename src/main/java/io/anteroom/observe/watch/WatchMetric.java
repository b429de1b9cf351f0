package io.anteroom.observe.watch;

import io.anteroom.result.metric.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A quantity that watches are judged by. */
public enum WatchMetric {
  /** How often a virtual thread blocked and held its carrier. */
  PINNING_COUNT("pinning.count", Unit.NUMBER, pins(WatchFigures.Blocked::count)),
  /** The carrier time that it took in all. */
  PINNING_TOTAL("pinning.total", Unit.DURATION, pins(WatchFigures.Blocked::totalNanos)),
  /** The longest. */
  PINNING_MAX("pinning.max", Unit.DURATION, pins(WatchFigures.Blocked::maxNanos)),
  /** The same as a share of all carriers' time. */
  PINNING_CARRIER_SHARE("pinning.carrierShare", Unit.SHARE, WatchResult::carrierShare),
  /** Entries into contended monitors. */
  CONTENTION_COUNT(
      "contention.count",
      Unit.NUMBER,
      result -> result.seen().contention() == null ? null : result.seen().contention().count()),
  /** Carriers that a waiting virtual thread held at the end. */
  CARRIERS_HELD("carriers.held", Unit.NUMBER, now(now -> (long) now.held().size())),
  /** For how long the longest of them had been held at least; 0 where none was. */
  CARRIERS_HELD_LONGEST(
      "carriers.heldLongest",
      Unit.DURATION,
      now(now -> now.held().stream().mapToLong(ThreadsNow.Held::nanos).max().orElse(0))),
  /** Carriers that used the processor at the end. */
  CARRIERS_BUSY("carriers.busy", Unit.NUMBER, now(now -> (long) now.busy())),
  /** Threads of the application that waited at the end, virtual and others, as a dump shows. */
  THREADS_WAITING(
      "threads.waiting",
      Unit.NUMBER,
      now(now -> now.waiting() == null ? null : (long) now.waiting().threads())),
  /** Virtual threads that were ready to run at the end and had no carrier. */
  THREADS_WAITING_FOR_CARRIER(
      "threads.waitingForCarrier",
      Unit.NUMBER,
      now(now -> now.waitingForCarrier() == null ? null : now.waitingForCarrier().longValue()));

  private final String metricName;
  private final Unit unit;

  @SuppressWarnings("ImmutableEnumChecker") // Every reading is a function without state.
  private final Function<WatchResult, @Nullable Number> reading;

  WatchMetric(String metricName, Unit unit, Function<WatchResult, @Nullable Number> reading) {
    this.metricName = metricName;
    this.unit = unit;
    this.reading = reading;
  }

  private static Function<WatchResult, @Nullable Number> pins(
      Function<WatchFigures.Blocked, Long> figure) {
    return result -> result.seen().pinning() == null ? null : figure.apply(result.seen().pinning());
  }

  private static Function<WatchResult, @Nullable Number> now(
      Function<ThreadsNow, @Nullable Long> figure) {
    return result -> {
      ThreadsNow now = result.seen().now();
      return now == null || !now.isSeen() ? null : figure.apply(now);
    };
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

  /** Its value; empty where it is not known. */
  OptionalDouble measure(WatchResult result) {
    Number value = reading.apply(result);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.doubleValue());
  }

  /** Why it is not known. */
  String absence(WatchResult result) {
    String settings = result.session().settings();
    return switch (this) {
      case PINNING_COUNT, PINNING_TOTAL, PINNING_MAX, CONTENTION_COUNT ->
          "the settings '" + settings + "' do not record it";
      case PINNING_CARRIER_SHARE ->
          result.seen().pinning() == null
              ? PINNING_TOTAL.absence(result)
              : CARRIERS_HELD.absence(result);
      case CARRIERS_HELD, CARRIERS_HELD_LONGEST, CARRIERS_BUSY -> "the carriers were not looked at";
      case THREADS_WAITING -> noDump(result.seen().now());
      case THREADS_WAITING_FOR_CARRIER ->
          "JDK " + result.session().target().feature() + " does not tell";
    };
  }

  private static String noDump(@Nullable ThreadsNow now) {
    return now != null && !now.notes().isEmpty()
        ? now.notes().getFirst()
        : "no thread dump was taken (--dump always takes one of a process that lives)";
  }

  /** Why the true value may be larger; empty where it is not. */
  List<String> gaps(WatchResult result) {
    return switch (this) {
      case PINNING_COUNT, PINNING_TOTAL, PINNING_MAX, PINNING_CARRIER_SHARE -> result.pinningGaps();
      case CONTENTION_COUNT -> result.contentionGaps();
      case CARRIERS_HELD,
          CARRIERS_HELD_LONGEST,
          CARRIERS_BUSY,
          THREADS_WAITING,
          THREADS_WAITING_FOR_CARRIER ->
          List.of();
    };
  }
}
