package io.anteroom.study.plan;

import io.anteroom.measure.DurationKind;
import io.anteroom.result.metric.Expectation;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.MetricKind;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.metric.Operator;
import io.anteroom.scenario.Scenario;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads objectives and refuses those that make no plan. */
final class Objectives {
  private static final String OPTION = "--slo";
  private static final String EXAMPLE = "--slo 'wait.p99 < 50ms'";

  private Objectives() {}

  /**
   * The objectives that these texts are.
   *
   * @throws io.anteroom.result.metric.InvalidExpectationException if one is no condition
   * @throws InvalidPlanException if they can't be planned for, alone or together
   */
  static List<Objective> parse(List<String> texts, Scenario scenario, Find find) {
    if (texts.isEmpty()) {
      throw new InvalidPlanException(
          "there is no objective; give at least one, such as " + EXAMPLE);
    }
    List<Objective> objectives =
        texts.stream().distinct().map(text -> new Objective(Expectation.parse(text))).toList();
    objectives.forEach(Objectives::requirePlannable);
    requireAnswerable(objectives, scenario, find);
    return objectives;
  }

  private static void requirePlannable(Objective objective) {
    if (objective.metric().theory() == null) {
      throw refused(
          objective, "a plan can't go by " + objective.metricName() + "; allowed: " + allowed());
    }
    if (objective.expectation().operator() == Operator.EQUAL) {
      throw refused(objective, "a plan needs a bound; allowed: < <= > >=");
    }
    if (objective.limit() == 0 && objective.expectation().operator() == Operator.LESS) {
      throw refused(objective, "nothing is less than 0; allowed: a limit above 0, or <=");
    }
  }

  /** The metrics that theory has formulas for. */
  private static String allowed() {
    Set<String> durations = new LinkedHashSet<>();
    Set<String> others = new LinkedHashSet<>();
    for (Metric metric : Metrics.all()) {
      DurationKind duration = metric.duration();
      if (metric.theory() != null && duration != null) {
        durations.add(duration.word());
      } else if (metric.theory() != null) {
        others.add(metric.name());
      }
    }
    return "wait.within(20s), response.within(300ms); .mean, .stddev and .pX of "
        + String.join(", ", durations)
        + "; "
        + String.join(", ", others);
  }

  private static InvalidPlanException refused(Objective objective, String why) {
    return new InvalidPlanException(OPTION + " \"" + objective + "\": " + why);
  }

  private static void requireAnswerable(List<Objective> objectives, Scenario scenario, Find find) {
    if (scenario.stay().patience() != null) {
      require(
          objectives, Metrics.ABANDONED, "persons lose patience, so giving up would meet the rest");
    }
    if (scenario.demand().limit() != null) {
      require(
          objectives,
          Metrics.TURNED_AWAY,
          "persons are turned away at a limit, which would meet the rest");
    }
    if (objectives.stream().noneMatch(objective -> objective.helpedByRelief(find))) {
      throw refused(
          objectives.getFirst(),
          String.format(
              Locale.ROOT,
              "%s would always meet it; add an objective that bounds the wait, such as %s",
              switch (find) {
                case ROOMS -> "1 room";
                case RATE -> "any high rate";
                case HOLD -> "any long hold";
              },
              EXAMPLE));
    }
  }

  private static void require(List<Objective> objectives, Metric metric, String why) {
    boolean there =
        objectives.stream()
            .anyMatch(
                objective ->
                    objective.upper()
                        ? objective.metric().equals(metric)
                        : objective.metric().kind() == MetricKind.SERVED);
    if (!there) {
      throw new InvalidPlanException(
          OPTION
              + ": "
              + why
              + "; add an objective such as --slo '"
              + metric.name()
              + " < 0.1%' or --slo 'wait.within(20s) >= 80%'");
    }
  }
}
