package io.anteroom.observe.watch;

import io.anteroom.result.metric.Condition;
import io.anteroom.result.metric.MetricNames;
import io.anteroom.result.metric.Unit;
import io.anteroom.result.metric.Verdict.Judgement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A condition that watches are held against, such as {@code pinning.count == 0}. Where there may
 * have been more than was seen, an upper limit can be broken, and never be met. Immutable.
 */
public final class WatchExpectation {
  private final Condition condition;
  private final WatchMetric metric;

  private WatchExpectation(Condition condition, WatchMetric metric) {
    this.condition = condition;
    this.metric = metric;
  }

  /**
   * Reads a condition.
   *
   * @throws io.anteroom.result.metric.InvalidExpectationException if the text is not one
   */
  public static WatchExpectation parse(String text) {
    Condition condition = Condition.parse(text, new Names());
    return new WatchExpectation(condition, WatchMetric.of(condition.metric()).orElseThrow());
  }

  private static final class Names implements MetricNames {
    @Override
    public Optional<Unit> unit(String name) {
      return WatchMetric.of(name).map(WatchMetric::unit);
    }

    @Override
    public String problem(String name) {
      String all =
          Arrays.stream(WatchMetric.values())
              .map(WatchMetric::metricName)
              .collect(Collectors.joining(", "));
      return "a watch measures " + all + ", such as pinning.count == 0";
    }
  }

  /** Holds a watch against this condition. */
  public WatchVerdict evaluate(WatchResult result) {
    OptionalDouble measured = metric.measure(result);
    if (measured.isEmpty()) {
      return new WatchVerdict(condition, Judgement.NOT_JUDGED, measured, metric.absence(result));
    }
    boolean holds = condition.holds(measured.getAsDouble());
    List<String> gaps = metric.gaps(result);
    if (!gaps.isEmpty() && isOpen(holds, measured.getAsDouble())) {
      return new WatchVerdict(condition, Judgement.NOT_JUDGED, measured, gaps.getFirst());
    }
    return new WatchVerdict(condition, holds ? Judgement.MET : Judgement.NOT_MET, measured, "");
  }

  /** Whether the judgement might be another if there had been more than was seen. */
  private boolean isOpen(boolean holds, double measured) {
    return switch (condition.operator()) {
      case MORE, AT_LEAST -> !holds;
      case LESS, AT_MOST -> holds;
      case EQUAL -> measured <= condition.limit();
    };
  }
}
