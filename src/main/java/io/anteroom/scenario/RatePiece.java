package io.anteroom.scenario;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A part of a day in which arrivals come at a rate that is constant or changes evenly.
 *
 * @param length longer than 0
 * @param from arrivals a second at its beginning, at least 0
 * @param to arrivals a second at its end, at least 0
 */
public record RatePiece(Duration length, double from, double to) {
  private static final double MOST = 1e9;

  public RatePiece {
    Numbers.require(length.isPositive(), "a stage longer than 0s");
    Numbers.require(
        from >= 0 && from <= MOST && to >= 0 && to <= MOST, "rates from 0/s to 1,000,000,000/s");
  }

  /** How long it is, in seconds. */
  double seconds() {
    return length.toNanos() / 1e9;
  }

  /** Arrivals to expect in it. */
  double arrivals() {
    return seconds() * (from + to) / 2;
  }

  /** After how many seconds of it so many arrivals are to be expected. */
  double secondsOf(double arrivals) {
    double slope = (to - from) / seconds();
    double root = StrictMath.sqrt(Math.max(from * from + 2 * slope * arrivals, 0));
    return Math.min(2 * arrivals / (from + root), seconds());
  }

  /** Arrivals a second after so many seconds of it. */
  double at(double seconds) {
    return from + (to - from) * (seconds / seconds());
  }

  /** The same at rates that are so many times as high. */
  RatePiece times(double factor) {
    return new RatePiece(length, from * factor, to * factor);
  }

  /** The piece with rates in that unit; null where it would not be read back as it is. */
  @Nullable String text(DurationUnit unit) {
    String last = ArrivalsText.number(to, unit);
    String first = from == to ? last : ArrivalsText.number(from, unit);
    if (first == null || last == null) {
      return null;
    }
    return (from == to ? "" : first + "..")
        + last
        + "/"
        + unit.word()
        + "*"
        + DurationText.ofDay(length);
  }
}
