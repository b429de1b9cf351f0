package io.anteroom.result;

import io.anteroom.measure.DurationKind;
import io.anteroom.measure.Histograms;
import io.anteroom.result.RunResult.Fairness;
import io.anteroom.result.RunResult.VisitCounts;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * A part of a run in figures. Of a pool: the visits to it that measured journeys made; each begins
 * when the person comes to the pool. Of a class: its persons' measured journeys.
 *
 * @param pool null: it is about whole journeys
 * @param personClass null: it is about all classes
 * @param rooms of the pool; null: it is about no pool
 * @param fairness of a part it is Jain's index over the waits of its visits
 */
public record PartResult(
    @Nullable String pool,
    @Json.Property("class") @Nullable String personClass,
    @Nullable Integer rooms,
    Durations durations,
    VisitCounts visits,
    Flow flow,
    Fairness fairness) {
  /** The durations of the visits of a part. */
  public record Durations(
      @Json.Property("wait") Latency waits, Latency hold, Latency response, Latency abandonedWait) {
    /** The figures of histograms. */
    public static Durations of(Histograms all) {
      return new Durations(
          Latency.of(all.wait),
          Latency.of(all.hold),
          Latency.of(all.response),
          Latency.of(all.abandonedWait));
    }
  }

  /**
   * What goes through a part in the measured time.
   *
   * @param throughputPerSecond visits completed
   * @param achievedPerSecond visits completed or given up
   * @param utilisation of the pool's rooms by them; not a number where it is about no pool
   * @param waiting persons who wait, on average
   * @param inside persons in rooms of the pool, or on their journeys, on average
   */
  public record Flow(
      double throughputPerSecond,
      double achievedPerSecond,
      double utilisation,
      double waiting,
      double inside) {}

  public PartLabel label() {
    return new PartLabel(pool, personClass);
  }

  /** How many persons were present. */
  Presence presence() {
    double present = pool == null ? flow.inside : flow.waiting + flow.inside;
    return new Presence(flow.waiting, present, null);
  }

  /** The figures of these durations; null where they are not known, as those of whole runs only. */
  @Nullable Latency latency(DurationKind kind) {
    return switch (kind) {
      case WAIT -> durations.waits;
      case HOLD -> durations.hold;
      case RESPONSE -> durations.response;
      case ABANDONED_WAIT -> durations.abandonedWait;
      default -> null;
    };
  }
}
