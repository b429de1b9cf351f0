package io.anteroom.result;

import io.anteroom.scenario.Named;
import io.avaje.jsonb.Json;

/**
 * Something that must hold in every run, and whether it did.
 *
 * @param name what is checked, such as {@code littles-law}
 * @param expected the figure that one way of computing gives
 * @param measured the figure that the other way gives
 * @param tolerance how far apart they may be, relative to the expected one
 * @param reason why it could not be judged, or what it means that it failed; else empty
 */
public record Check(
    String name,
    Verdict verdict,
    double expected,
    double measured,
    double tolerance,
    String reason) {

  /** What came of a check. */
  public enum Verdict implements Named {
    /** It held. */
    PASSED("passed"),
    /** It did not. */
    FAILED("failed"),
    /** It could not be told. */
    NOT_JUDGED("not-judged");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    @Override
    @Json.Value
    public String word() {
      return word;
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

  /** A check that this run can't be held to. */
  public static Check notJudged(String name, String reason) {
    return new Check(name, Verdict.NOT_JUDGED, 0, 0, 0, reason);
  }
}
