package io.anteroom.result.metric;

import java.util.OptionalDouble;

/**
 * What came of an expectation in one run.
 *
 * @param measured the metric's value in its unit; empty where the run has no data for it
 * @param reason why it could not be judged; else empty
 */
public record Verdict(
    Expectation expectation, Judgement judgement, OptionalDouble measured, String reason) {
  /** Whether an expectation was met. */
  public enum Judgement {
    MET("met"),
    NOT_MET("not met"),
    /** It can't be told; it counts as not met. */
    NOT_JUDGED("cannot be judged");

    private final String words;

    Judgement(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** Whether the expectation was met, beyond doubt. */
  public boolean met() {
    return judgement == Judgement.MET;
  }

  /** What was found, without a judgement, such as {@code wait.p99 < 50ms, it was 62.1ms}. */
  public String finding() {
    return reason.isEmpty() ? expectation + ", " + measuredText() : expectation + ", " + reason;
  }

  /** One line for a person to read, such as {@code wait.p99 < 50ms: not met, it was 62.1ms}. */
  public String text() {
    String judged = expectation + ": " + judgement.words();
    if (!reason.isEmpty()) {
      return judged + ", " + reason;
    }
    return judged + ", " + measuredText();
  }

  private String measuredText() {
    return "it was " + expectation.condition().measuredText(measured.orElseThrow());
  }
}
