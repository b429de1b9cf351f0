package io.anteroom.measure.flight;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a stream delivered, and what it did not.
 *
 * @param delivered event name to the number of events that arrived, of those recorded
 * @param belowThreshold events of another recording's lower threshold, delivered and left out
 *     (settings of parallel recordings merge)
 * @param lost own event's name to the number that was committed and not delivered
 * @param undecidedHolds monitor events that may or may not have held a carrier
 * @param errors why events are missing, and the first messages of failed handlers and of the
 *     recorder
 * @param errorCount all failures
 * @param lagP99Nanos event's end to delivery; the JDK flushes about once a second
 * @param stopNanos how long stopping took; all that was recorded is delivered in that time
 * @param complete false where stopping took longer than allowed, and the rest was given up, or
 *     somebody else has stopped the recording
 */
public record FlightSummary(
    Map<String, Long> delivered,
    long belowThreshold,
    Map<String, Long> lost,
    long undecidedHolds,
    List<String> errors,
    long errorCount,
    long lagP99Nanos,
    long lagMaxNanos,
    long stopNanos,
    boolean complete) {
  public FlightSummary {
    delivered = Collections.unmodifiableMap(new TreeMap<>(delivered));
    lost = Collections.unmodifiableMap(new TreeMap<>(lost));
    errors = List.copyOf(errors);
  }

  /** Own events of all types that were committed and not delivered. */
  public long lostInAll() {
    return lost.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many events of that name were delivered. */
  public long delivered(String event) {
    return delivered.getOrDefault(event, 0L);
  }
}
