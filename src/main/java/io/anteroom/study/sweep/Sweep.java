package io.anteroom.study.sweep;

import io.anteroom.result.store.Document;
import io.anteroom.scenario.BusyWaiting;
import io.anteroom.study.cell.Axis;
import io.anteroom.study.cell.SameKeysMap;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Map;

/**
 * A sweep as it was begun: with the cells' scenarios, all that is needed to go on with it.
 *
 * @param anteroom the version that began it
 * @param name that of the scenario
 * @param clock of all cells: {@code wall} or {@code simulated}
 * @param axes what is varied
 * @param seed shuffles the order in which cells run in real time
 * @param cellTimeout how long a cell may take in real time, as scenarios write durations
 * @param cells in the order of the axes
 */
@Json
public record Sweep(
    int schema,
    String anteroom,
    String name,
    String clock,
    List<Axis> axes,
    long seed,
    String cellTimeout,
    List<Planned> cells) {
  /** The version that this code writes and reads. */
  public static final int SCHEMA = 1;

  /** How it is written and read. */
  public static final Document<Sweep> JSON =
      new Document<>(
          Sweep.class,
          "sweep",
          SCHEMA,
          List.of("anteroom", "name", "clock", "axes", "seed", "cellTimeout", "cells"));

  public Sweep {
    axes = List.copyOf(axes);
    cells = List.copyOf(cells);
  }

  /** Whether its figures depend on nothing but its scenarios. */
  public boolean simulated() {
    return clock.equals("simulated");
  }

  /** Whether its cells reckon with persons who keep the carriers busy while they wait. */
  public boolean busyWaiting() {
    return cells.stream().anyMatch(cell -> cell.jvmArguments.contains(BusyWaiting.jvmOption()));
  }

  /**
   * A cell, but for its scenario.
   *
   * @param point where it lies: the axes' names and its values
   * @param jdkHome of the JDK that it runs on
   * @param jdk the version of that
   * @param jvmArguments the options of its JVM besides those that it always has
   */
  @Json
  public record Planned(
      String name,
      Map<String, String> point,
      String jdkHome,
      String jdk,
      List<String> jvmArguments) {
    public Planned {
      point = SameKeysMap.copyOf(point);
      jvmArguments = List.copyOf(jvmArguments);
    }
  }
}
