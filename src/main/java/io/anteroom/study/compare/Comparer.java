package io.anteroom.study.compare;

import io.anteroom.result.Environment;
import io.anteroom.result.PartLabel;
import io.anteroom.result.SentenceText;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.result.metric.PartNames;
import io.anteroom.result.metric.Prominence;
import io.anteroom.scenario.BargingModel;
import io.anteroom.scenario.BusyWaiting;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioText;
import io.anteroom.statistics.Estimate;
import io.anteroom.statistics.Estimates;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.cell.Hardware;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    List<ArmFigures> arms =
        trial.arms().stream().map(arm -> figures(arm, byArm.get(arm.label()))).toList();
    ArmTests contrasts = ArmTests.of(trial, metrics, byArm);
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
        arms,
        contrasts.all(),
        contrasts.best(arms));
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
    if (trial.simulated()) {
      trial.arms().stream()
          .map(arm -> BargingModel.of(arm.scenario()))
          .filter(words -> !words.isEmpty())
          .distinct()
          .map(SentenceText::of)
          .forEach(notes::add);
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
    List<CellRecord> counted = cells.stream().filter(cell -> cell.outcome().measured()).toList();
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    for (Metric metric : metrics) {
      double[] values =
          counted.stream()
              .flatMap(cell -> ArmTests.value(cell, metric).stream())
              .mapToDouble(Double::doubleValue)
              .toArray();
      // Some forks alone say less: p99.9 of those that have one may lie below p99 of all.
      if (values.length > 1 && values.length == counted.size()) {
        estimates.put(metric.name(), ArmEstimate.of(values, metric, LEVEL));
      }
    }
    return new ArmFigures(
        arm.label(),
        arm.jvm().jdk().version(),
        ScenarioText.settings(arm.scenario()),
        outcomes,
        counted.size(),
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
}
