package io.anteroom.result;

import io.anteroom.result.Check.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * How a run ended.
 *
 * @param explanation why it is not {@code completed}, for a person to read; else empty
 */
public record Ending(Outcome outcome, String explanation) {
  /**
   * The ending of a run that was stopped on request.
   *
   * @param of what the time is, with a space before it; empty: real time
   */
  public static Ending interrupted(long nanos, String of) {
    return new Ending(
        Outcome.INTERRUPTED,
        String.format(
            Locale.ROOT,
            "Stopped on request after %.1f s%s; the figures are about what had happened by then.",
            nanos / 1e9,
            of));
  }

  /**
   * The ending of a run that was neither interrupted nor stuck: a check that failed, else
   * saturation, else completion.
   *
   * @param saturation why the run was saturated; empty if it was not
   */
  public static Ending judged(List<Check> checks, Supplier<String> saturation) {
    for (Check check : checks) {
      if (check.verdict() == Verdict.FAILED) {
        return new Ending(
            Outcome.INVALID, "Check " + check.name() + " failed: " + check.reason() + ".");
      }
    }
    String why = saturation.get();
    return why.isEmpty() ? new Ending(Outcome.COMPLETED, "") : new Ending(Outcome.SATURATED, why);
  }
}
