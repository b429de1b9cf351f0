package io.anteroom.study.diff;

import io.anteroom.result.Run;
import io.anteroom.result.metric.ChangeLimit;
import io.anteroom.result.store.Document;
import io.anteroom.statistics.Estimates;
import io.anteroom.study.cell.CellOutcome;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.diff.RunDiff.Labelled;
import io.avaje.jsonb.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In what two sweeps differ: their cells, point by point.
 *
 * <p>With many cells one looks changed by chance. So every interval has the level at which no more
 * than one of twenty pairs of sweeps without a change shows one in a metric, however many cells
 * they have (Bonferroni's bound).
 *
 * @param schema version of this shape
 * @param level of every interval
 * @param environment where the first cells with figures took place, the same values included
 * @param cells that both have, in the order of the second sweep
 * @param onlyInA cells whose points the second sweep does not have
 * @param onlyInB cells whose points the first one did not have
 * @param failOn what came of all changes that were named as too much; of documents without it, by
 *     the cells
 * @param strict whether a change that could not be judged counts as found
 */
@Json
public record SweepDiff(
    int schema,
    String a,
    String b,
    double level,
    List<Difference> environment,
    List<CellDiff> cells,
    List<String> onlyInA,
    List<String> onlyInB,
    FailOn failOn,
    boolean strict) {
  /** The version that this code writes. */
  public static final int SCHEMA = 1;

  /** How it is written and read. */
  public static final Document<SweepDiff> JSON =
      new Document<>(SweepDiff.class, "diff of sweeps", SCHEMA, List.of());

  /**
   * A point in both sweeps.
   *
   * @param cell its name in the second sweep
   * @param outcomeA what became of it in the first sweep
   * @param outcomeB what became of it in the second one
   * @param metrics how the usual metrics changed; empty where one of both has no figures
   * @param regressions what came of the changes that were named as too much
   */
  public record CellDiff(
      String cell,
      Map<String, String> point,
      String outcomeA,
      String outcomeB,
      List<Change> metrics,
      List<Regression> regressions) {
    public CellDiff {
      point = Collections.unmodifiableMap(new LinkedHashMap<>(point));
      metrics = List.copyOf(metrics);
      regressions = List.copyOf(regressions);
    }
  }

  /** A sweep whose cells have ended. */
  public interface Side {
    /** Where it came from. */
    String name();

    /** What became of its cells. */
    List<CellRecord> cells();

    /** The run of a cell that has one. */
    Run run(CellRecord cell) throws IOException;
  }

  public SweepDiff {
    environment = List.copyOf(environment);
    cells = List.copyOf(cells);
    onlyInA = List.copyOf(onlyInA);
    onlyInB = List.copyOf(onlyInB);
    failOn = RunDiff.failOn(failOn, regressions(cells));
  }

  private static List<Regression> regressions(List<CellDiff> cells) {
    return cells.stream().flatMap(cell -> cell.regressions().stream()).toList();
  }

  /**
   * Compares two sweeps.
   *
   * @param limits changes that are too much in any cell
   * @throws IOException if a cell's results can't be read
   */
  public static SweepDiff of(Side a, Side b, List<ChangeLimit> limits) throws IOException {
    Map<Map<String, String>, CellRecord> before = byPoint(a);
    Map<Map<String, String>, CellRecord> after = byPoint(b);
    List<Pair> pairs = new ArrayList<>();
    after.forEach(
        (point, cell) ->
            Stream.ofNullable(before.get(point)).forEach(one -> pairs.add(new Pair(one, cell))));
    double level = 1 - (1 - Estimates.LEVEL) / Math.max(pairs.size(), 1);
    List<CellDiff> cells = new ArrayList<>();
    List<Difference> environment = List.of();
    for (Pair pair : pairs) {
      RunDiff diff = pair.measured() ? pair.diff(a, b, limits, level) : null;
      if (environment.isEmpty() && diff != null) {
        environment = diff.environment();
      }
      cells.add(pair.toCellDiff(diff, limits));
    }
    return new SweepDiff(
        SCHEMA,
        a.name(),
        b.name(),
        level,
        environment,
        cells,
        names(before, after),
        names(after, before),
        FailOn.of(regressions(cells)),
        false);
  }

  /** The same, where a change that could not be judged counts as found. */
  public SweepDiff strictly() {
    return new SweepDiff(schema, a, b, level, environment, cells, onlyInA, onlyInB, failOn, true);
  }

  /** A point in both sweeps, before and after. */
  private record Pair(CellRecord one, CellRecord other) {
    boolean measured() {
      return one.outcome().measured() && other.outcome().measured();
    }

    RunDiff diff(Side a, Side b, List<ChangeLimit> limits, double level) throws IOException {
      return RunDiff.of(
          new Labelled(one.name(), a.run(one)),
          new Labelled(other.name(), b.run(other)),
          limits,
          level);
    }

    /** A cell that has no figures leaves every limit unjudged. */
    CellDiff toCellDiff(@Nullable RunDiff diff, List<ChangeLimit> limits) {
      return new CellDiff(
          other.name(),
          other.point(),
          one.outcome().word(),
          other.outcome().word(),
          diff == null ? List.of() : diff.metrics(),
          diff == null ? limits.stream().map(this::unmeasured).toList() : diff.regressions());
    }

    private Regression unmeasured(ChangeLimit limit) {
      Regression unknown = Regression.notJudged(limit, reason());
      return one.outcome() == CellOutcome.COMPLETED && other.outcome() == CellOutcome.STUCK
          ? unknown.brokenDown(other.outcome())
          : unknown;
    }

    private String reason() {
      return one.outcome().measured()
          ? "B: its outcome is " + other.outcome().word()
          : "A: its outcome is " + one.outcome().word();
    }
  }

  private static Map<Map<String, String>, CellRecord> byPoint(Side side) {
    Map<Map<String, String>, CellRecord> cells = new LinkedHashMap<>();
    side.cells().forEach(cell -> cells.put(cell.point(), cell));
    return cells;
  }

  private static List<String> names(
      Map<Map<String, String>, CellRecord> one, Map<Map<String, String>, CellRecord> other) {
    return one.entrySet().stream()
        .filter(cell -> !other.containsKey(cell.getKey()))
        .map(cell -> cell.getValue().name())
        .toList();
  }

  /** Every change that was named as too much, of every cell. */
  public List<Regression> regressions() {
    return regressions(cells);
  }

  /** Whether a change that was named as too much was found in a cell, or counts as found. */
  public boolean regressed() {
    return failOn.fails(strict);
  }
}
