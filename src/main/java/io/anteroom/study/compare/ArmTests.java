package io.anteroom.study.compare;

import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.MetricGroup;
import io.anteroom.result.metric.Metrics;
import io.anteroom.scenario.ClockKind;
import io.anteroom.statistics.Estimate;
import io.anteroom.statistics.Estimates;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.compare.Paired.Scale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the pairs of forks show of the arms' differences: each arm against the baseline in every
 * metric, and all other pairs of arms in the first one. Which of these are asked for is settled
 * only when the arm with the shortest waits has been seen, so all of them are in the one family
 * that Holm's procedure corrects for. Immutable.
 */
final class ArmTests {
  private static final double LEVEL = Estimates.LEVEL;

  private final Trial trial;
  private final List<ArmContrast> contrasts;

  /** The pairs of arms without the baseline. */
  private final List<Versus> others;

  /** A contrast, and which arm it is against. */
  private record Versus(String base, ArmContrast contrast) {
    /** Whether these are its arms, and how the first one of them does against the other one. */
    Optional<String> verdict(String one, String other) {
      if (contrast.arm().equals(one) && base.equals(other)) {
        return Optional.of(contrast.verdict());
      }
      return contrast.arm().equals(other) && base.equals(one)
          ? Optional.of(turned(contrast.verdict()))
          : Optional.empty();
    }

    private static String turned(String verdict) {
      return switch (verdict) {
        case ArmContrast.GREATER -> ArmContrast.SMALLER;
        case ArmContrast.SMALLER -> ArmContrast.GREATER;
        default -> verdict;
      };
    }
  }

  private ArmTests(Trial trial, List<ArmContrast> contrasts, List<Versus> others) {
    this.trial = trial;
    this.contrasts = List.copyOf(contrasts);
    this.others = List.copyOf(others);
  }

  /** What a metric was in the forks in which two arms have figures. */
  private record Pairs(Arm arm, Arm base, Metric metric, int count, @Nullable Paired paired) {
    boolean tested() {
      return paired != null && !paired.same();
    }
  }

  /**
   * The tests of the cells' figures.
   *
   * @param byArm the cells that ended, by arm and fork
   */
  static ArmTests of(
      Trial trial, List<Metric> metrics, Map<String, Map<Integer, CellRecord>> byArm) {
    List<Arm> arms = trial.arms();
    List<Pairs> all = new ArrayList<>();
    for (Arm arm : arms.subList(1, arms.size())) {
      for (Metric metric : metrics) {
        all.add(pairs(arm, trial.baseline(), metric, byArm));
      }
    }
    int ofBaseline = all.size();
    if (metrics.contains(Metrics.FIRST)) {
      for (int base = 1; base < arms.size(); base++) {
        for (Arm arm : arms.subList(base + 1, arms.size())) {
          all.add(pairs(arm, arms.get(base), Metrics.FIRST, byArm));
        }
      }
    }
    List<Versus> judged = new Judge(trial).judged(all);
    return new ArmTests(
        trial,
        judged.subList(0, ofBaseline).stream().map(Versus::contrast).toList(),
        judged.subList(ofBaseline, judged.size()));
  }

  private static Pairs pairs(
      Arm arm, Arm base, Metric metric, Map<String, Map<Integer, CellRecord>> byArm) {
    Map<Integer, CellRecord> those = byArm.getOrDefault(base.label(), Map.of());
    List<Double> before = new ArrayList<>();
    List<Double> after = new ArrayList<>();
    byArm
        .getOrDefault(arm.label(), Map.of())
        .forEach(
            (fork, cell) -> {
              CellRecord other = those.get(fork);
              if (other != null && other.outcome().measured() && cell.outcome().measured()) {
                Optional<Double> left = value(other, metric);
                Optional<Double> right = value(cell, metric);
                if (left.isPresent() && right.isPresent()) {
                  before.add(left.get());
                  after.add(right.get());
                }
              }
            });
    Paired paired = before.size() < 2 ? null : Paired.of(array(before), array(after));
    return new Pairs(arm, base, metric, before.size(), paired);
  }

  /** What a cell measured of a metric. */
  static Optional<Double> value(CellRecord cell, Metric metric) {
    return Optional.ofNullable(cell.metrics().get(metric.name()));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Each arm against the baseline, in every metric. */
  List<ArmContrast> all() {
    return contrasts;
  }

  /** The arm with the shortest waits; null as {@link Comparison} says it. */
  @Nullable BestArm best(List<ArmFigures> arms) {
    List<ArmFigures> compared =
        arms.stream()
            .filter(arm -> arm.counted() >= trial.forks())
            .filter(arm -> arm.metrics().containsKey(Metrics.FIRST_NAME))
            .sorted(Comparator.comparingDouble(arm -> wait(arm).mean()))
            .toList();
    if (arms.size() < 3 || compared.size() < 2) {
      return null;
    }
    ArmFigures best = compared.getFirst();
    List<String> same = new ArrayList<>();
    List<String> notToldApart = new ArrayList<>();
    List<String> worse = new ArrayList<>();
    for (ArmFigures arm : compared.subList(1, compared.size())) {
      switch (verdict(arm.label(), best.label())) {
        case ArmContrast.SAME -> same.add(arm.label());
        case ArmContrast.GREATER -> worse.add(arm.label());
        default -> notToldApart.add(arm.label());
      }
    }
    List<String> notCompared =
        arms.stream().filter(arm -> !compared.contains(arm)).map(ArmFigures::label).toList();
    String wait = Metrics.FIRST.unit().text(wait(best).mean(), 3);
    return BestArm.of(best.label(), wait, same, notToldApart, worse, notCompared);
  }

  private static Estimate wait(ArmFigures arm) {
    return Objects.requireNonNull(arm.metrics().get(Metrics.FIRST_NAME));
  }

  private String verdict(String arm, String other) {
    String baseline = trial.baseline().label();
    return Stream.concat(
            contrasts.stream()
                .filter(contrast -> contrast.metric().equals(Metrics.FIRST_NAME))
                .map(contrast -> new Versus(baseline, contrast)),
            others.stream())
        .flatMap(versus -> versus.verdict(arm, other).stream())
        .findFirst()
        .orElse(ArmContrast.UNKNOWN);
  }

  /** Judges pairs, all of them as one family. */
  private record Judge(Trial trial) {
    List<Versus> judged(List<Pairs> all) {
      double[] probabilities =
          all.stream()
              .flatMap(pairs -> Stream.ofNullable(pairs.tested() ? pairs.paired : null))
              .mapToDouble(Paired::probability)
              .toArray();
      double[] levels = Holm.levels(probabilities, 1 - LEVEL);
      List<Versus> judged = new ArrayList<>();
      int tested = 0;
      for (Pairs pairs : all) {
        double level = pairs.tested() ? levels[tested++] : LEVEL;
        judged.add(new Versus(pairs.base.label(), contrast(pairs, level)));
      }
      return judged;
    }

    private ArmContrast contrast(Pairs pairs, double level) {
      String arm = pairs.arm.label();
      String base = pairs.base.label();
      String metric = pairs.metric.name();
      Paired paired = pairs.paired;
      if (paired == null) {
        String why =
            "`%s` and `%s` can't be compared by %s: too few forks have it"
                .formatted(arm, base, metric);
        return new ArmContrast(
            arm, metric, ArmContrast.UNKNOWN, "", null, null, null, null, pairs.count, why, null);
      }
      Estimate estimate = paired.estimate(level);
      String verdict = Contrasts.verdict(paired, estimate, pairs.metric.unit());
      double effect = paired.effect();
      @Nullable Integer needed =
          verdict.equals(ArmContrast.TOO_FEW) && pairs.count >= Contrasts.LEAST_PAIRS
              ? ForksNeeded.of(paired, level, pairs.metric.unit())
              : null;
      return new ArmContrast(
          arm,
          metric,
          verdict,
          paired.scale().name().toLowerCase(Locale.ROOT),
          estimate,
          level,
          paired.probability(),
          Double.isFinite(effect) ? effect : null,
          pairs.count,
          sentence(pairs, paired, verdict, estimate, needed),
          needed);
    }

    private String sentence(
        Pairs pairs, Paired paired, String verdict, Estimate estimate, @Nullable Integer needed) {
      String arm = pairs.arm.label();
      String base = pairs.base.label();
      Metric metric = pairs.metric;
      return switch (verdict) {
        case ArmContrast.SAME ->
            "`%s` and `%s` have the same %s in every fork".formatted(arm, base, metric.name());
        case ArmContrast.NONE ->
            "`%s` and `%s`: no difference in %s that these runs can show"
                .formatted(arm, base, metric.name());
        case ArmContrast.TOO_FEW ->
            "`%s` and `%s`: too few forks to tell whether %s differs%s"
                .formatted(
                    arm,
                    base,
                    metric.name(),
                    needed == null ? "" : "; " + ForksNeeded.text(needed));
        default ->
            spreadOnly(metric)
                ? "the waits of `%s` and `%s` vary differently (%s); where each person comes once, that says nothing of fairness"
                    .formatted(arm, base, metric.name())
                : differs(arm, base, metric, paired, estimate);
      };
    }

    private String differs(
        String arm, String base, Metric metric, Paired paired, Estimate estimate) {
      Scale scale = paired.scale();
      return new Wording(metric)
          .differs(arm, base, scale, estimate, clocked(metric, paired.smallerMean()));
    }

    /** Whether a metric of fairness is about persons who come once each. */
    private boolean spreadOnly(Metric metric) {
      return metric.look().group() == MetricGroup.FAIRNESS
          && trial.baseline().scenario().demand().arrivals().open();
    }

    /** A figure, where a clock measured it; infinite where none limits how small it may be. */
    private double clocked(Metric metric, double figure) {
      boolean wall = trial.baseline().scenario().conduct().clock() == ClockKind.WALL;
      return wall && metric.duration() != null ? figure : Double.POSITIVE_INFINITY;
    }
  }
}
