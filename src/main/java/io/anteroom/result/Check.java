package io.anteroom.result;

import io.anteroom.measure.DurationRange;
import io.anteroom.scenario.Named;
import io.avaje.jsonb.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that must hold in every run, and whether it did.
 *
 * @param name what is checked, such as {@code littles-law}
 * @param expected the figure that one way of computing gives
 * @param measured the figure that the other way gives
 * @param tolerance how far apart they may be, relative to the expected one
 * @param reason why it could not be judged, what it means that it failed, or to which part of the
 *     run it was held, such as {@code on the first 100,000 visits}; else empty
 */
public record Check(
    String name,
    Verdict verdict,
    double expected,
    double measured,
    double tolerance,
    String reason) {
  /** Why a pool that lets anybody in is not judged. */
  public static final String ANY_NUMBER_INSIDE = "a room holds any number of persons";

  /** The name of {@link #durations}. */
  public static final String DURATIONS = "durations";

  /** What came of a check. */
  public enum Verdict implements Named {
    /** It held. */
    PASSED,
    /** It did not. */
    FAILED,
    /** It could not be told. */
    NOT_JUDGED;

    @Override
    @Json.Value
    public String word() {
      return Named.super.word();
    }
  }

  /** Two figures that must agree within a relative tolerance. */
  public static Check of(
      String name, double expected, double measured, double tolerance, String reasonIfFailed) {
    boolean agree = Math.abs(expected - measured) <= tolerance * Math.abs(expected);
    return new Check(
        name,
        agree ? Verdict.PASSED : Verdict.FAILED,
        expected,
        measured,
        tolerance,
        agree ? "" : reasonIfFailed);
  }

  /** Two counts that must be the same. */
  public static Check exact(String name, long expected, long measured, String reasonIfFailed) {
    return of(name, (double) expected, (double) measured, 0, reasonIfFailed);
  }

  /** Whether every duration of a run is within {@link DurationRange}. */
  public static Check durations(long tooLong, long negative) {
    List<String> reasons = new ArrayList<>();
    if (negative > 0) {
      reasons.add(
          FigureText.count(negative, "duration was", "durations were")
              + " below 0: the clock was set back, or Anteroom has a bug");
    }
    if (tooLong > 0) {
      reasons.add(
          "%s longer than %s, or over only after %s, which is more than can be recorded"
              .formatted(
                  FigureText.count(tooLong, "duration was", "durations were"),
                  DurationRange.HIGHEST_TEXT,
                  DurationRange.END_OF_TIME_TEXT));
    }
    return exact(DURATIONS, 0, tooLong + negative, String.join("; ", reasons));
  }

  /** The same check, which was held to that part of the run; one that passed says so. */
  public Check heldTo(String part) {
    return verdict == Verdict.PASSED
        ? new Check(name, verdict, expected, measured, tolerance, part)
        : this;
  }

  /** The same check, whose reason begins with the runs that did not pass; a passed one stays. */
  public Check inRuns(String runs) {
    return verdict == Verdict.PASSED
        ? this
        : new Check(
            name,
            verdict,
            expected,
            measured,
            tolerance,
            reason.isEmpty() ? runs : runs + ": " + reason);
  }

  /** A check that this run can't be held to. */
  public static Check notJudged(String name, String reason) {
    return new Check(name, Verdict.NOT_JUDGED, 0, 0, 0, reason);
  }
}
