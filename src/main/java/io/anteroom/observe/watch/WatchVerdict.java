package io.anteroom.observe.watch;

import io.anteroom.result.metric.Condition;
import io.anteroom.result.metric.Verdict.Judgement;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What came of an expectation in one watch.
 *
 * @param measured the metric's value in its unit; empty where there was none
 * @param reason why it could not be judged; else empty
 */
public record WatchVerdict(
    Condition condition, Judgement judgement, OptionalDouble measured, String reason) {
  /** Whether the expectation was met, beyond doubt. */
  public boolean met() {
    return judgement == Judgement.MET;
  }

  /** One line for a person to read. */
  public String text() {
    String figure =
        measured.isPresent() ? "it was " + condition.measuredText(measured.getAsDouble()) : "";
    String why = reason.isEmpty() || figure.isEmpty() ? reason : figure + " or more: " + reason;
    return condition + ": " + judgement.words() + ", " + (why.isEmpty() ? figure : why);
  }

  WatchResult.Judged judged() {
    @Nullable Double value = measured.isPresent() ? (Double) measured.getAsDouble() : null;
    return new WatchResult.Judged(condition.toString(), judgement.words(), value, reason);
  }
}
