package io.anteroom.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A distribution of durations on a part of a line, for a person to read. */
public final class LatencyText {
  private LatencyText() {}

  /**
   * Percentiles and the longest duration, such as {@code p50 1.90ms, p99 3.00ms, max 4.10ms};
   * without those that too few durations lie beyond.
   */
  public static String percentiles(Latency latency, double... percents) {
    List<String> parts = new ArrayList<>();
    for (double percent : percents) {
      Long nanos = latency.percentileNanos(percent);
      if (nanos != null) {
        parts.add("p" + FigureText.number(percent, 6) + " " + FigureText.duration(nanos));
      }
    }
    parts.add("max " + FigureText.duration(latency.maxNanos()));
    return String.join(", ", parts);
  }

  /** The highest of the usual percentiles that is a figure, and the longest duration. */
  public static String tail(@Nullable Latency latency) {
    if (latency == null) {
      return "not known of all merged runs";
    }
    if (latency.count() == 0) {
      return "not measured";
    }
    double[] highest =
        Arrays.stream(new double[] {99, 90, 50}).filter(latency::known).limit(1).toArray();
    return percentiles(latency, highest);
  }
}
