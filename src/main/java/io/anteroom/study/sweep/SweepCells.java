package io.anteroom.study.sweep;

import io.anteroom.result.metric.Expectation;
import io.anteroom.result.metric.InvalidExpectationException;
import io.anteroom.run.jdk.Jdk;
import io.anteroom.run.jdk.Jdks;
import io.anteroom.scenario.BusyWaiting;
import io.anteroom.scenario.ClockKind;
import io.anteroom.scenario.DurationText;
import io.anteroom.scenario.InvalidScenarioException;
import io.anteroom.scenario.Overruled;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import io.anteroom.study.cell.Axis;
import io.anteroom.study.cell.Cell;
import io.anteroom.study.cell.Jvm;
import io.anteroom.study.cell.PointSettings;
import io.anteroom.study.replication.Replications;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes the cells of a sweep, and makes sure that each of them can run. For one sweep. */
public final class SweepCells {
  private static final int LONGEST_NAME = 100;

  private final Settings base;
  private final ScenarioParser parser;
  private final Jvm jvm;
  private final Duration timeout;
  private final Map<String, Jdk> jdks = new HashMap<>();
  private final Set<String> leftOut = new LinkedHashSet<>();

  /**
   * @param base what all cells have in common
   * @param jvm that cells run in, in real time, unless they vary the JDK
   * @param timeout how long a cell may take in real time
   */
  public SweepCells(Settings base, ScenarioParser parser, Jvm jvm, Duration timeout) {
    this.base = base;
    this.parser = parser;
    this.jvm = jvm;
    this.timeout = timeout;
  }

  /**
   * A cell for each point, in order.
   *
   * @throws InvalidSweepException if one of them can't be; the message names it
   */
  public List<Cell> at(Points points) {
    List<Cell> cells = new ArrayList<>();
    PointSettings settings = new PointSettings(base, points.axes(), parser, "the cell");
    int digits = Math.max(4, Integer.toString(points.all().size()).length());
    for (Map<String, String> point : points.all()) {
      String number = String.format(Locale.ROOT, "%0" + digits + "d", cells.size() + 1);
      cells.add(cell(name(number, point), point, settings));
    }
    return onEqualTerms(cells);
  }

  /** Where one cell needs {@link BusyWaiting} reckoned with, all cells in real time do it. */
  private static List<Cell> onEqualTerms(List<Cell> cells) {
    return BusyWaiting.modes(cells.stream().map(Cell::scenario)).isEmpty()
        ? cells
        : cells.stream()
            .map(
                cell ->
                    new Cell(
                        cell.name(), cell.point(), cell.scenario(), cell.jvm().withBusyWaiting()))
            .toList();
  }

  /** What cells do not read of what all of them are given: a line each, once. */
  public Set<String> leftOut() {
    return Collections.unmodifiableSet(leftOut);
  }

  /** The number keeps names apart of which all else is cut off or replaced. */
  private static String name(String number, Map<String, String> point) {
    StringBuilder name = new StringBuilder(number);
    point.forEach((key, value) -> name.append('-').append(key).append('-').append(value));
    String safe = name.toString().replaceAll("[^A-Za-z0-9._]+", "-");
    return safe.substring(0, Math.min(safe.length(), LONGEST_NAME)).replaceAll("[-.]+$", "");
  }

  private Cell cell(String name, Map<String, String> point, PointSettings settings) {
    try {
      Overruled overruled = settings.at(point);
      leftOut.addAll(overruled.leftOut());
      Scenario scenario = parser.parse(overruled.settings());
      Expectation.of(scenario);
      if (scenario.conduct().clock() == ClockKind.SIMULATED) {
        return simulated(name, point, scenario);
      }
      requireRunnable(scenario);
      return new Cell(name, point, scenario, new Jvm(jdk(point), jvm.arguments()));
    } catch (InvalidScenarioException | InvalidExpectationException wrong) {
      throw new InvalidSweepException("cell " + name + ": " + wrong.getMessage());
    } catch (IllegalArgumentException unsuitable) {
      throw new InvalidSweepException("cell " + name + ": " + unsuitable.getMessage());
    }
  }

  private Cell simulated(String name, Map<String, String> point, Scenario scenario) {
    if (point.containsKey(Axis.JDK)) {
      throw new IllegalArgumentException(
          "simulated time is the same on every JDK; vary jdk with --clock wall");
    }
    try {
      Replications unused = new Replications(scenario, List.of(), null, 1);
    } catch (OutOfMemoryError tooLarge) {
      // It can be simulated, if not here: its outcome will say so.
    }
    return new Cell(name, point, scenario, new Jvm(Jdk.current(), jvm.plugins()));
  }

  private void requireRunnable(Scenario scenario) {
    Duration duration = scenario.demand().duration();
    if (duration != null && duration.compareTo(timeout) >= 0) {
      throw new IllegalArgumentException(
          "it takes at least "
              + DurationText.format(duration)
              + ", and a cell may take "
              + DurationText.format(timeout)
              + "; allow more with --cell-timeout");
    }
    String jfr = scenario.conduct().jfr();
    if (jfr.endsWith(".jfc") && !Files.isReadable(Path.of(jfr))) {
      throw new IllegalArgumentException("jfr: " + jfr + " can't be read; check the path");
    }
  }

  private Jdk jdk(Map<String, String> point) {
    String wanted = point.get(Axis.JDK);
    return wanted == null ? jvm.jdk() : jdks.computeIfAbsent(wanted, Jdks::named);
  }
}
