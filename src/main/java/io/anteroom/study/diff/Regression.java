package io.anteroom.study.diff;

import io.anteroom.result.metric.ChangeLimit;
import io.anteroom.scenario.Named;
import io.avaje.jsonb.Json;

/**
 * A change that was named as too much, and whether it was found.
 *
 * @param limit as it was asked for, such as {@code wait.p99 +10%}
 * @param change of its metric
 */
public record Regression(String limit, Verdict verdict, Change change) {
  private static final String TOO_UNSURE =
      "such a change would not show in these runs; make more of them, or longer ones";

  /** Whether a change was too much. */
  public enum Verdict implements Named {
    /** It went that far, and that is more than chance; or the second run broke down. */
    FOUND,
    /** It did not go that far, or no further than chance goes. */
    NOT_FOUND,
    /** It can't be told. */
    NOT_JUDGED;

    @Override
    @Json.Value
    public String word() {
      return Named.super.word();
    }
  }

  static Regression of(ChangeLimit limit, Change change) {
    return change.contrast() == Contrast.NONE_SHOWN && mayBeReached(limit, change)
        ? new Regression(limit.toString(), Verdict.NOT_JUDGED, change.because(TOO_UNSURE))
        : new Regression(limit.toString(), verdict(limit, change), change);
  }

  /** Whether the true change may go that far: its interval holds such a change, and none at all. */
  private static boolean mayBeReached(ChangeLimit limit, Change change) {
    Double a = change.a();
    Change.Bounds bounds = change.bounds();
    return a != null
        && bounds != null
        && (limit.reached(a, bounds.from(a, bounds.low()))
            || limit.reached(a, bounds.from(a, bounds.high())));
  }

  /**
   * The same, of a second run that broke down, unlike the first. Where the change can't be told, it
   * counts as found: what such a run measured says how long the run was.
   *
   * @param outcome of the second run
   */
  Regression brokenDown(Named outcome) {
    return verdict == Verdict.NOT_JUDGED
        ? new Regression(
            limit, Verdict.FOUND, change.because("B is " + outcome.word() + ", and A was not"))
        : this;
  }

  static Regression notJudged(ChangeLimit limit, String reason) {
    String metric = limit.metric().name();
    return new Regression(
        limit.toString(),
        Verdict.NOT_JUDGED,
        new Change(metric, null, null, null, null, Contrast.NOT_JUDGED, reason));
  }

  private static Verdict verdict(ChangeLimit limit, Change change) {
    Double a = change.a();
    Double b = change.b();
    return switch (change.contrast()) {
      case NOT_JUDGED -> Verdict.NOT_JUDGED;
      case NONE_SHOWN -> Verdict.NOT_FOUND;
      case GREATER, SMALLER ->
          a != null && b != null && limit.reached(a, b) ? Verdict.FOUND : Verdict.NOT_FOUND;
    };
  }
}
