package io.anteroom.measure.flight;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers the own events of one run, from 1 for each type, as they are committed; so a reader can
 * prove that it got them all. Safe for all threads: the map never changes, its values are atomic.
 * The hot path allocates nothing here.
 *
 * <p>A number is drawn only for an event that some recording takes: enabled, and not below its
 * threshold.
 */
public final class EventCounters {
  private static final AtomicLong RUNS = new AtomicLong();

  private final long run = RUNS.incrementAndGet();
  private final Map<OwnEvent, AtomicLong> committed;

  public EventCounters() {
    Map<OwnEvent, AtomicLong> zeroes = new EnumMap<>(OwnEvent.class);
    OwnEvent.all().forEach(event -> zeroes.put(event, new AtomicLong()));
    committed = Collections.unmodifiableMap(zeroes);
  }

  /** Tells the runs of this JVM apart; from 1. */
  public long run() {
    return run;
  }

  /** The number of the next event of the type. */
  long next(OwnEvent event) {
    return counter(event).incrementAndGet();
  }

  /** How many events of the type were committed so far. */
  public long committed(OwnEvent event) {
    return counter(event).get();
  }

  private AtomicLong counter(OwnEvent event) {
    return Objects.requireNonNull(committed.get(event));
  }
}
