package io.anteroom.result.verdict;

import io.anteroom.result.VerdictRecord;
import io.anteroom.scenario.Named;
import java.util.Arrays;

/**
 * What may be said of a run as a whole, the worst first: where several apply, the first one is the
 * verdict. How the run ended comes before what was expected of it, and that before what makes its
 * figures doubtful, since each explains what comes after it.
 */
public enum VerdictKind implements Named {
  /** A check failed: the figures are wrong, or mutual exclusion was broken. */
  INVALID(Rating.BAD, true),
  /** Nothing moved any more. */
  STUCK(Rating.BAD, true),
  /** What the persons called could not be reached any more. */
  SERVER_LOST(Rating.BAD, true),
  /** It was told to stop. */
  INTERRUPTED(Rating.UNCLEAR, true),
  /** More persons arrived than could be served. */
  SATURATED(Rating.BAD, true),
  /** An expectation was not met. */
  OBJECTIVE_MISSED(Rating.BAD, true),
  /** An expectation could not be judged, which counts as not met. */
  OBJECTIVE_NOT_JUDGED(Rating.UNCLEAR, true),
  /** Persons held their carriers for most of the time. */
  CARRIERS_HELD(Rating.UNCLEAR, false),
  /** The machine was so late that the figures are about it rather than the rooms. */
  MACHINE_TOO_NOISY(Rating.UNCLEAR, false),
  /** A figure is not what an exact formula gives. */
  THEORY_DISAGREES(Rating.UNCLEAR, false),
  /** Too few visits for the quantiles that matter. */
  TOO_FEW_VISITS(Rating.UNCLEAR, false),
  /** The figures are less sure than was asked for. */
  PRECISION_NOT_MET(Rating.UNCLEAR, false),
  /** Every expectation was met. */
  OBJECTIVE_MET(Rating.GOOD, false),
  /** Nothing was expected, and nothing is wrong. */
  COMPLETED(Rating.GOOD, false);
  private final Rating rating;
  private final boolean fails;

  VerdictKind(Rating rating, boolean fails) {
    this.rating = rating;
    this.fails = fails;
  }

  /**
   * The kind of a verdict that a document holds.
   *
   * @throws IllegalArgumentException if there is no such kind
   */
  public static VerdictKind of(VerdictRecord verdict) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(verdict.kind()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(verdict.kind() + ": not a kind of verdict"));
  }

  /** The same for a person to read. */
  public String words() {
    return word().replace('-', ' ');
  }

  /** Whether the answer can be used. */
  public Rating rating() {
    return rating;
  }

  /** Whether a command that ran it fails: its exit code is not 0. */
  public boolean fails() {
    return fails;
  }
}
