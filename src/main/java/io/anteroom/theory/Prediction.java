package io.anteroom.theory;

import io.anteroom.scenario.Distribution;
import java.util.Objects;
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
 * @param tails distributions, as far as they are known
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
    Tails tails)
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
        waits.tails());
  }

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
      Tails tails) {
    /** Where everybody who is admitted gets a room. */
    static Waits ofAll(
        @Nullable Double waited, double mean, @Nullable Double stddev, @Nullable WaitTail tail) {
      return new Waits(waited, mean, mean, stddev, new Tails(tail, tail, null));
    }

    /** The same, where it is known how long the line is; null: it is not. */
    Waits line(@Nullable LineTail line) {
      return new Waits(waited, mean, meanOfAll, stddev, tails.line(line));
    }

    /** Nothing is known of them. */
    static Waits unknown() {
      return new Waits(null, null, null, null, new Tails(null, null, null));
    }

    /** Nobody waits who gets a room. */
    static Waits none(double waited) {
      return ofAll(waited, 0, 0.0, WaitTail.NONE).line(LineTail.NONE);
    }
  }

  /**
   * The distributions that are known; null: that one is not.
   *
   * @param served the wait in nanoseconds of the visits that get a room
   * @param waitOfAll that of those and of the visits that give up
   * @param persons who wait
   */
  public record Tails(
      @Nullable WaitTail served, @Nullable WaitTail waitOfAll, @Nullable LineTail persons) {
    Tails line(@Nullable LineTail line) {
      return new Tails(served, waitOfAll, line);
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
        rooms == 1 || LineTail.NONE.equals(tails.persons()) ? tails : tails.line(null));
  }

  /**
   * What is known of some of the visits to the same rooms.
   *
   * @param ofVisits their share of all visits
   * @param ofTime their share of the time that rooms are taken
   * @param wait their mean wait in nanoseconds; null: it is not known
   */
  Prediction partOf(double ofVisits, double ofTime, @Nullable Double wait) {
    boolean alike = Objects.equals(wait, meanWaitNanos);
    return new Prediction(
        model,
        formula,
        source,
        exact,
        offeredLoad * ofTime,
        utilisation * ofTime,
        waited,
        wait,
        wait,
        alike ? stddevWaitNanos : null,
        abandoned,
        turnedAway,
        throughputPerSecond * ofVisits,
        alike ? tails.line(null) : new Tails(null, null, null));
  }

  /**
   * The mean number of persons who wait: by Little's law, those who are admitted and how long they
   * wait; empty where the mean wait is not known.
   */
  public OptionalDouble meanLineLength() {
    Double wait = meanWaitOfAllNanos;
    return wait == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(admittedPerSecond() / NANOS_PER_SECOND * wait);
  }

  /**
   * The mean number of persons who wait or are in a room; empty where the mean wait is not known.
   *
   * @param hold of the scenario
   */
  public OptionalDouble meanInSystem(Distribution hold) {
    double inRooms = throughputPerSecond / NANOS_PER_SECOND * hold.meanNanos();
    OptionalDouble line = meanLineLength();
    return line.isEmpty() ? line : OptionalDouble.of(line.getAsDouble() + inRooms);
  }

  private double admittedPerSecond() {
    return abandoned == 1 ? 0 : throughputPerSecond / (1 - abandoned);
  }

  /**
   * The number of waiting persons that is not exceeded for so many percent of the time; empty where
   * no distribution is known.
   *
   * @param percentile greater than 0, less than 100
   */
  public OptionalDouble lineLengthQuantile(double percentile) {
    LineTail line = tails.persons();
    return line == null
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) line.quantile(percentile));
  }

  /**
   * The share of all arrivals that get a room and wait no longer than this; empty where no
   * distribution is known.
   *
   * @param nanos at least 0
   */
  public OptionalDouble waitWithinShare(double nanos) {
    return servedWithin(tails.served(), nanos);
  }

  /**
   * The share of all arrivals that get a room and take no longer than this for wait and hold
   * together; empty where no distribution is known.
   *
   * @param hold of the scenario
   * @param nanos at least 0
   */
  public OptionalDouble responseWithinShare(Distribution hold, double nanos) {
    return servedWithin(ResponseTail.of(hold, tails.served()), nanos);
  }

  private OptionalDouble servedWithin(@Nullable WaitTail tail, double nanos) {
    OptionalDouble longer = exceeds(tail, nanos);
    return longer.isEmpty()
        ? longer
        : OptionalDouble.of((1 - turnedAway) * (1 - abandoned) * (1 - longer.getAsDouble()));
  }

  /**
   * The time that so many percent of the visits that get a room do not wait longer than; empty
   * where no distribution is known.
   *
   * @param percentile greater than 0, less than 100
   * @throws IllegalArgumentException if it is not
   */
  public OptionalDouble waitQuantileNanos(double percentile) {
    WaitTail tail = tails.served();
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
    WaitTail tail = ResponseTail.of(hold, tails.served());
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
    return exceeds(tails.waitOfAll(), nanos);
  }

  /**
   * The probability that a visit that gets a room waits longer than this; empty where no
   * distribution is known.
   *
   * @param nanos at least 0
   * @throws IllegalArgumentException if it is not
   */
  public OptionalDouble waitExceedsProbability(double nanos) {
    return exceeds(tails.served(), nanos);
  }

  private static OptionalDouble exceeds(@Nullable WaitTail tail, double nanos) {
    if (!(nanos >= 0)) {
      throw new IllegalArgumentException(nanos + " ns: allowed: at least 0");
    }
    return tail == null ? OptionalDouble.empty() : OptionalDouble.of(tail.exceeds(nanos));
  }
}
