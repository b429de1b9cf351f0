package io.anteroom.theory;

import io.anteroom.scenario.Distribution;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What theory predicts of a scenario's steady state, or of its burst. Where no formula is known for
 * a figure, it is null. An approximation is one of the waits: what flows through the rooms
 * (utilisation, abandoned, turned away, throughput) is exact with every formula. Immutable.
 *
 * @param model in Kendall's notation with the numbers filled in, such as {@code M/M/50+M}
 * @param formula what the formula is called, such as {@code Erlang C}
 * @param source where it comes from
 * @param exact whether it is exact under its assumptions, rather than an approximation
 * @param offeredLoad rooms that would be busy on average if nobody ever had to wait, in erlangs:
 *     open model: arrival rate times mean hold; closed model: persons times their share of holding
 * @param utilisation share of the rooms' time in which they are taken, from 0 to 1; where rooms are
 *     entered at will, mean number of persons in a room. Burst: until the expected end of the last
 *     visit
 * @param waited probability that an arriving visit finds no free room, whether it then waits, gives
 *     up or is turned away
 * @param meanWaitNanos of the visits that get a room
 * @param meanWaitOfAllNanos of those and of the visits that give up
 * @param stddevWaitNanos of the visits that get a room
 * @param abandoned share of the admitted visits that give up
 * @param turnedAway share of the arrivals that are not admitted
 * @param throughputPerSecond completed visits. Burst: until the expected end of the last one
 * @param waitTail the wait in nanoseconds of the visits that get a room
 * @param waitOfAllTail that of those and of the visits that give up
 */
public record Prediction(
    String model,
    String formula,
    String source,
    boolean exact,
    double offeredLoad,
    double utilisation,
    @Nullable Double waited,
    @Nullable Double meanWaitNanos,
    @Nullable Double meanWaitOfAllNanos,
    @Nullable Double stddevWaitNanos,
    double abandoned,
    double turnedAway,
    double throughputPerSecond,
    @Nullable WaitTail waitTail,
    @Nullable WaitTail waitOfAllTail)
    implements Theory {
  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * A prediction put together. The rooms' occupation follows from the utilisation law.
   *
   * @param throughput completed visits per nanosecond
   */
  static Prediction of(Kind kind, double offeredLoad, double throughput, Flow flow, Waits waits) {
    double occupied = throughput * flow.meanHold() / flow.rooms();
    return new Prediction(
        kind.model(),
        kind.formula().word(),
        kind.formula().source(),
        kind.formula().exact(),
        offeredLoad,
        kind.formula() == Formula.AT_WILL ? occupied : Math.min(1, occupied),
        waits.waited(),
        waits.mean(),
        waits.meanOfAll(),
        waits.stddev(),
        flow.abandoned(),
        flow.turnedAway(),
        throughput * NANOS_PER_SECOND,
        waits.tail(),
        waits.tailOfAll());
  }

  /** Which model, by which formula. */
  record Kind(String model, Formula formula) {}

  /**
   * What passes through the rooms.
   *
   * @param meanHold in nanoseconds
   */
  record Flow(int rooms, double meanHold, double abandoned, double turnedAway) {
    /** Nobody gives up and nobody is turned away. */
    static Flow lossless(int rooms, double meanHold) {
      return new Flow(rooms, meanHold, 0, 0);
    }
  }

  /** The waits, in nanoseconds; null where no formula is known. */
  record Waits(
      @Nullable Double waited,
      @Nullable Double mean,
      @Nullable Double meanOfAll,
      @Nullable Double stddev,
      @Nullable WaitTail tail,
      @Nullable WaitTail tailOfAll) {
    /** Where everybody who is admitted gets a room. */
    static Waits ofAll(
        @Nullable Double waited, double mean, @Nullable Double stddev, @Nullable WaitTail tail) {
      return new Waits(waited, mean, mean, stddev, tail, tail);
    }

    /** Nobody waits who gets a room. */
    static Waits none(double waited) {
      return ofAll(waited, 0, 0.0, WaitTail.NONE);
    }
  }

  /** The same in each of so many rooms, seen together. */
  Prediction inEachOf(int rooms) {
    return new Prediction(
        rooms + " × " + model,
        formula,
        source,
        exact,
        offeredLoad * rooms,
        utilisation,
        waited,
        meanWaitNanos,
        meanWaitOfAllNanos,
        stddevWaitNanos,
        abandoned,
        turnedAway,
        throughputPerSecond * rooms,
        waitTail,
        waitOfAllTail);
  }

  /**
   * The time that so many percent of the visits that get a room do not wait longer than; empty
   * where no distribution is known.
   *
   * @param percentile greater than 0, less than 100
   * @throws IllegalArgumentException if it is not
   */
  public OptionalDouble waitQuantileNanos(double percentile) {
    WaitTail tail = waitTail;
    return tail == null ? OptionalDouble.empty() : OptionalDouble.of(tail.quantile(percentile));
  }

  /**
   * The time that so many percent of the visits that get a room do not take longer than for wait
   * and hold together; empty where no distribution is known.
   *
   * @param hold of the scenario
   * @param percentile greater than 0, less than 100
   * @throws IllegalArgumentException if it is not
   */
  public OptionalDouble responseQuantileNanos(Distribution hold, double percentile) {
    WaitTail tail = ResponseTail.of(hold, waitTail);
    return tail == null ? OptionalDouble.empty() : OptionalDouble.of(tail.quantile(percentile));
  }

  /**
   * The probability that a visit waits longer than this, whether it then gets a room or gives up;
   * empty where no distribution is known.
   *
   * @param nanos at least 0
   * @throws IllegalArgumentException if it is not
   */
  public OptionalDouble waitOfAllExceedsProbability(double nanos) {
    return exceeds(waitOfAllTail, nanos);
  }

  /**
   * The probability that a visit that gets a room waits longer than this; empty where no
   * distribution is known.
   *
   * @param nanos at least 0
   * @throws IllegalArgumentException if it is not
   */
  public OptionalDouble waitExceedsProbability(double nanos) {
    return exceeds(waitTail, nanos);
  }

  private static OptionalDouble exceeds(@Nullable WaitTail tail, double nanos) {
    if (!(nanos >= 0)) {
      throw new IllegalArgumentException(nanos + " ns: allowed: at least 0");
    }
    return tail == null ? OptionalDouble.empty() : OptionalDouble.of(tail.exceeds(nanos));
  }
}
