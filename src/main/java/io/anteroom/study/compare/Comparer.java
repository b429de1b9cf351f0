package io.anteroom.study.compare;

import io.anteroom.result.Environment;
import io.anteroom.result.PartLabel;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.MetricGroup;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.result.metric.PartNames;
import io.anteroom.result.metric.Prominence;
import io.anteroom.scenario.BusyWaiting;
import io.anteroom.scenario.ClockKind;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioText;
import io.anteroom.statistics.Estimate;
import io.anteroom.statistics.Estimates;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.cell.Hardware;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what the cells of a trial show of its arms' differences. Immutable. */
public final class Comparer {
  private static final double LEVEL = Estimates.LEVEL;

  private static final List<Metric> OF_POOLS = List.of(Metrics.MEAN_WAIT, Metrics.FIRST);

  private final Trial trial;
  private final List<Metric> metrics;

  /** A comparer by these metrics. */
  public Comparer(Trial trial, List<Metric> metrics) {
    this.trial = trial;
    this.metrics = List.copyOf(metrics);
  }

  /** A comparer by the headlines of the metrics. */
  public Comparer(Trial trial) {
    this(trial, headlines(trial.baseline().scenario()));
  }

  /** Of several pools also what is said of each of them. */
  private static List<Metric> headlines(Scenario scenario) {
    List<Metric> metrics = new ArrayList<>(Metrics.all(Prominence.HEADLINE));
    PartNames.of(scenario).pools().stream()
        .map(pool -> new PartLabel(pool, null))
        .flatMap(pool -> OF_POOLS.stream().map(metric -> PartMetrics.named(metric.name(), pool)))
        .forEach(metrics::add);
    return metrics;
  }

  /**
   * The comparison.
   *
   * @param cells what became of the trial's cells; those that are missing did not end
   */
  public Comparison compare(List<CellRecord> cells, Environment environment) {
    Map<String, Map<Integer, CellRecord>> byArm = new LinkedHashMap<>();
    trial.arms().forEach(arm -> byArm.put(arm.label(), new TreeMap<>()));
    for (CellRecord cell : cells) {
      Objects.requireNonNull(byArm.get(cell.point().get(Trial.ARM)))
          .put(Integer.valueOf(Objects.requireNonNull(cell.point().get(Trial.FORK))), cell);
    }
    boolean complete = cells.size() == trial.arms().size() * trial.forks();
    boolean same = sameSchedule(byArm);
    return new Comparison(
        Comparison.SCHEMA,
        trial.baseline().scenario().name(),
        complete ? Comparison.COMPLETED : Comparison.INTERRUPTED,
        trial.simulated() ? environment : environment.withBusyWaiting(trial.busyWaiting()),
        trial.seed(),
        trial.forks(),
        same,
        LEVEL,
        notes(byArm, same),
        trial.arms().stream().map(arm -> figures(arm, byArm.get(arm.label()))).toList(),
        contrasts(byArm));
  }

  private static boolean sameSchedule(Map<String, Map<Integer, CellRecord>> byArm) {
    Map<Integer, List<String>> byFork = new TreeMap<>();
    for (Map<Integer, CellRecord> cells : byArm.values()) {
      cells.forEach(
          (fork, cell) -> {
            if (cell.scheduleChecksum() != null) {
              byFork.computeIfAbsent(fork, none -> new ArrayList<>()).add(cell.scheduleChecksum());
            }
          });
    }
    return byFork.values().stream().allMatch(sums -> sums.stream().distinct().count() == 1);
  }

  private List<String> notes(Map<String, Map<Integer, CellRecord>> byArm, boolean same) {
    List<String> notes = new ArrayList<>();
    if (trial.busyWaiting()) {
      notes.add(BusyWaiting.note(trial.busyModes(), "arms"));
    }
    if (!same) {
      notes.add("The arms met different schedules: what is varied changes who comes when.");
    }
    Map<String, List<String>> byLine =
        trial.arms().stream()
            .collect(
                Collectors.groupingBy(
                    arm -> arm.scenario().facility().line().word(),
                    LinkedHashMap::new,
                    Collectors.mapping(Arm::label, Collectors.toList())));
    if (byLine.size() > 1) {
      notes.add(
          "The persons wait in different lines ("
              + byLine.entrySet().stream()
                  .map(line -> line.getKey() + ": " + String.join(", ", line.getValue()))
                  .collect(Collectors.joining("; "))
              + "), so this compares topologies as well as locks; --line shared gives all one"
              + " line.");
    }
    long noisy =
        byArm.values().stream()
            .flatMap(cells -> cells.values().stream())
            .filter(CellRecord::noisy)
            .count();
    if (noisy > 0) {
      notes.add("While %d of the cells ran, others took much of the machine.".formatted(noisy));
    }
    Hardware.difference(byArm.values().stream().flatMap(cells -> cells.values().stream()).toList())
        .ifPresent(notes::add);
    return notes;
  }

  private ArmFigures figures(Arm arm, @Nullable Map<Integer, CellRecord> forks) {
    List<CellRecord> cells = forks == null ? List.of() : List.copyOf(forks.values());
    Map<String, Integer> outcomes = new TreeMap<>();
    cells.forEach(cell -> outcomes.merge(cell.outcome().word(), 1, Integer::sum));
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    for (Metric metric : metrics) {
      double[] values =
          cells.stream()
              .filter(cell -> cell.outcome().measured())
              .flatMap(cell -> value(cell, metric).stream())
              .mapToDouble(Double::doubleValue)
              .toArray();
      if (values.length > 1) {
        estimates.put(metric.name(), ArmEstimate.of(values, metric, LEVEL));
      }
    }
    return new ArmFigures(
        arm.label(),
        arm.jvm().jdk().version(),
        ScenarioText.settings(arm.scenario()),
        outcomes,
        (int) cells.stream().filter(cell -> cell.outcome().measured()).count(),
        Uncounted.of(cells, trial.forks()),
        problems(cells),
        cells.stream().flatMap(cell -> Stream.ofNullable(cell.scheduleChecksum())).toList(),
        (int) cells.stream().filter(CellRecord::noisy).count(),
        estimates);
  }

  private static List<String> problems(List<CellRecord> cells) {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (CellRecord cell : cells) {
      if (!cell.outcome().measured()) {
        byReason
            .computeIfAbsent(
                cell.outcome().word() + ": " + cell.explanation(), none -> new ArrayList<>())
            .add(cell.name());
      }
    }
    return byReason.entrySet().stream()
        .map(reason -> String.join(", ", reason.getValue()) + " " + reason.getKey())
        .toList();
  }

  private static Optional<Double> value(CellRecord cell, Metric metric) {
    return Optional.ofNullable(cell.metrics().get(metric.name()));
  }

  /** What a metric was in the forks in which two arms have figures. */
  private record Pairs(Arm arm, Metric metric, int count, @Nullable Paired paired) {
    boolean tested() {
      return paired != null && !paired.same();
    }
  }

  private List<ArmContrast> contrasts(Map<String, Map<Integer, CellRecord>> byArm) {
    Map<Integer, CellRecord> base = byArm.getOrDefault(trial.baseline().label(), Map.of());
    List<Pairs> all = new ArrayList<>();
    for (Arm arm : trial.arms().subList(1, trial.arms().size())) {
      for (Metric metric : metrics) {
        all.add(pairs(arm, metric, base, byArm.getOrDefault(arm.label(), Map.of())));
      }
    }
    double[] probabilities =
        all.stream()
            .flatMap(pairs -> Stream.ofNullable(pairs.tested() ? pairs.paired : null))
            .mapToDouble(Paired::probability)
            .toArray();
    double[] levels = Holm.levels(probabilities, 1 - LEVEL);
    List<ArmContrast> contrasts = new ArrayList<>();
    int tested = 0;
    for (Pairs pairs : all) {
      contrasts.add(contrast(pairs, pairs.tested() ? levels[tested++] : LEVEL));
    }
    return contrasts;
  }

  private static Pairs pairs(
      Arm arm, Metric metric, Map<Integer, CellRecord> base, Map<Integer, CellRecord> one) {
    List<Double> before = new ArrayList<>();
    List<Double> after = new ArrayList<>();
    one.forEach(
        (fork, cell) -> {
          CellRecord other = base.get(fork);
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
    return new Pairs(arm, metric, before.size(), paired);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private ArmContrast contrast(Pairs pairs, double level) {
    String arm = pairs.arm.label();
    String base = trial.baseline().label();
    Metric metric = pairs.metric;
    Paired paired = pairs.paired;
    if (paired == null) {
      String why = "of `%s` and `%s` too few forks have %s".formatted(arm, base, metric.name());
      return new ArmContrast(
          arm, metric.name(), ArmContrast.UNKNOWN, "", null, null, null, null, pairs.count, why);
    }
    Estimate estimate = paired.estimate(level);
    String verdict = Contrasts.verdict(paired, estimate, metric.unit());
    double effect = paired.effect();
    return new ArmContrast(
        arm,
        metric.name(),
        verdict,
        paired.scale().name().toLowerCase(Locale.ROOT),
        estimate,
        level,
        paired.probability(),
        Double.isFinite(effect) ? effect : null,
        pairs.count,
        sentence(pairs, paired, verdict, estimate));
  }

  private String sentence(Pairs pairs, Paired paired, String verdict, Estimate estimate) {
    String arm = pairs.arm.label();
    String base = trial.baseline().label();
    Metric metric = pairs.metric;
    return switch (verdict) {
      case ArmContrast.SAME ->
          "`%s` and `%s` have the same %s in every fork".formatted(arm, base, metric.name());
      case ArmContrast.NONE ->
          "`%s` and `%s`: no difference in %s that these runs can show"
              .formatted(arm, base, metric.name());
      case ArmContrast.TOO_FEW ->
          "`%s` and `%s`: too few forks to tell whether %s differs"
              .formatted(arm, base, metric.name());
      default ->
          spreadOnly(metric)
              ? "the waits of `%s` and `%s` vary differently (%s); where each person comes once, that says nothing of fairness"
                  .formatted(arm, base, metric.name())
              : new Wording(metric)
                  .differs(
                      arm, base, paired.scale(), estimate, clocked(metric, paired.smallerMean()));
    };
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
