package io.anteroom.study.compare;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.result.Machine;
import io.anteroom.run.jdk.Jdk;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import io.anteroom.study.cell.CellOutcome;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.cell.Jvm;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cells of a comparison, with figures that are made up. Mutable. */
public final class Cells {
  private final int forks;
  private final Map<String, List<CellRecord>> byArm = new LinkedHashMap<>();
  private Scenario scenario = Given.simulated("persons: 10");

  /** Of arms that shall have so many forks. */
  public Cells(int forks) {
    this.forks = forks;
  }

  /** Adds an arm whose forks completed, with a figure of each metric for each; NaN: it has none. */
  public Cells arm(String label, Map<String, double[]> figures) {
    List<CellRecord> cells = new ArrayList<>();
    int ended = figures.values().iterator().next().length;
    for (int fork = 0; fork < ended; fork++) {
      Map<String, Double> metrics = new HashMap<>();
      for (Map.Entry<String, double[]> one : figures.entrySet()) {
        if (!Double.isNaN(one.getValue()[fork])) {
          metrics.put(one.getKey(), one.getValue()[fork]);
        }
      }
      cells.add(cell(label, fork, CellOutcome.COMPLETED, "", metrics));
    }
    byArm.put(label, cells);
    return this;
  }

  /** Lets a fork of an arm end in another way, with the figures that it has. */
  public Cells ending(String label, int fork, CellOutcome outcome, String explanation) {
    List<CellRecord> cells = byArm.getOrDefault(label, List.of());
    cells.set(fork, cell(label, fork, outcome, explanation, cells.get(fork).metrics()));
    return this;
  }

  /** Lets each person come once. */
  public Cells withPersonsWhoComeOnce() {
    scenario = Given.simulated("arrivals: poisson:100/s\nduration: 10s");
    return this;
  }

  /** Lets them run in real time. */
  public Cells onTheWallClock() {
    scenario =
        new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2)
            .parse(Settings.none());
    return this;
  }

  private static CellRecord cell(
      String label,
      int fork,
      CellOutcome outcome,
      String explanation,
      Map<String, Double> metrics) {
    return new CellRecord(
        CellRecord.SCHEMA,
        "fork-" + (fork + 1) + "-" + label,
        Map.of(Trial.FORK, Integer.toString(fork + 1), Trial.ARM, label),
        "25",
        outcome,
        explanation,
        null,
        0,
        "sum",
        metrics,
        List.of(),
        null,
        null,
        null,
        null);
  }

  /** What they show, by the metrics that are usually compared. */
  public Comparison compared() {
    Jvm jvm = new Jvm(Jdk.current(), List.of());
    List<Arm> arms =
        byArm.keySet().stream().map(label -> new Arm(label, Map.of(), scenario, jvm)).toList();
    List<CellRecord> cells = byArm.values().stream().flatMap(List::stream).toList();
    return new Comparer(new Trial(arms, forks, true))
        .compare(cells, Machine.describe(OffsetDateTime.parse("2026-01-02T03:04:05Z"), 2, -1));
  }
}
