package io.anteroom.bench;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a benchmark found: a line of its table. */
public sealed interface Finding {
  /** What was measured, in words: {@code CPU a visit, zero hold}. */
  String what();

  /**
   * Two programs that took turns at the same work; the figure is the median of the pairs' ratios.
   *
   * @param one the program that is judged
   * @param other the one that it is judged against
   * @param unit of both measurements, such as {@code ns} or {@code bytes}
   * @param pairs at least one
   * @param aim for the ratio; null: none
   */
  record Compared(
      String what, String one, String other, String unit, List<Pair> pairs, @Nullable Aim aim)
      implements Finding {
    public Compared {
      pairs = List.copyOf(pairs);
      if (pairs.isEmpty()) {
        throw new IllegalArgumentException(what + ": no pairs");
      }
    }
  }

  /**
   * What two programs measured next to each other.
   *
   * @param one not negative
   * @param other above 0
   */
  @Json
  record Pair(double one, double other) {
    public Pair {
      if (!Double.isFinite(one) || !Double.isFinite(other) || one < 0 || other <= 0) {
        throw new IllegalArgumentException("no ratio of %s to %s".formatted(one, other));
      }
    }

    /** The one over the other. */
    public double ratio() {
      return one / other;
    }
  }

  /**
   * One program by itself, run several times; the figure is the median.
   *
   * @param values at least one, all finite
   * @param aim for the figure; null: none
   */
  record Counted(String what, String unit, List<Double> values, @Nullable Aim aim)
      implements Finding {
    public Counted {
      values = List.copyOf(values);
      if (values.isEmpty() || !values.stream().allMatch(Double::isFinite)) {
        throw new IllegalArgumentException(what + ": " + values);
      }
    }
  }

  /**
   * Something that could not be measured here.
   *
   * @param reason what is missing, and how to get it
   */
  record Skipped(String what, String reason) implements Finding {}
}
