package io.anteroom.report;

import io.anteroom.result.FigureText;
import io.anteroom.result.RunResult;
import java.util.ArrayList;
import java.util.List;

/** Tells which durations of a run were recorded as others, since they were not told apart. */
public final class OutOfRange {
  private OutOfRange() {}

  /** One text for each kind of them; mostly none. */
  public static List<String> of(RunResult result) {
    List<String> texts = new ArrayList<>();
    add(result.clamped(), "too long to be told apart, recorded as shorter", texts);
    add(result.negative(), "below 0, recorded as 0", texts);
    return texts;
  }

  private static void add(long count, String what, List<String> texts) {
    if (count > 0) {
      texts.add(FigureText.count(count) + (count == 1 ? " duration " : " durations ") + what);
    }
  }
}
