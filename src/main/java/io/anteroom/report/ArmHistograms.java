package io.anteroom.report;

import io.anteroom.measure.DurationKind;
import io.anteroom.measure.Histograms;
import io.anteroom.report.facts.Block.Chart;
import io.anteroom.report.facts.Block.Details;
import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.ComparisonData.Distribution;
import io.anteroom.report.facts.Curves;
import io.anteroom.report.facts.RunData.Curve;
import io.anteroom.report.facts.Section;
import io.anteroom.result.store.StoredFile;
import io.anteroom.result.store.StoredRun;
import io.anteroom.result.store.UnreadableResultException;
import io.anteroom.scenario.InvalidScenarioException;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.study.cell.Axis;
import io.anteroom.study.cell.CellFolder;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.compare.ArmFigures;
import io.anteroom.study.compare.Comparison;
import io.anteroom.study.compare.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * What the cells of a comparison recorded: their figures, and of each arm the durations of all
 * forks together. Mutable; confined to one thread.
 */
final class ArmHistograms {
  private static final List<Double> PERCENTILES =
      List.of(50.0, 90.0, 99.0, 99.5, 99.9, 99.95, 99.99, 100.0);

  private final Map<String, Histograms> byArm = new LinkedHashMap<>();
  private final List<CellRecord> cells = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();

  private ArmHistograms() {}

  /**
   * Reads the cells of a comparison's results folder, by fork and arm.
   *
   * @param parser knows the locking modes
   * @throws IOException if the folder can't be listed
   */
  static ArmHistograms read(Comparison comparison, Path folder, ScenarioParser parser)
      throws IOException {
    ArmHistograms all = new ArmHistograms();
    comparison.arms().forEach(arm -> all.byArm.put(arm.label(), Histograms.empty()));
    Path cells = StoredFile.CELLS.in(folder);
    if (Files.isDirectory(cells)) {
      try (Stream<Path> folders = Files.list(cells)) {
        for (Path cell : folders.filter(Files::isDirectory).sorted().toList()) {
          all.add(new CellFolder(cell), parser);
        }
      }
    }
    return all;
  }

  private void add(CellFolder folder, ScenarioParser parser) {
    if (!folder.finished()) {
      return;
    }
    try {
      CellRecord cell = folder.figures();
      cells.add(cell);
      Histograms arm = byArm.get(cell.point().getOrDefault(Trial.ARM, ""));
      if (arm != null && cell.outcome().measured()) {
        arm.add(StoredRun.read(folder.result(), parser).histograms());
      }
    } catch (IOException
        | UncheckedIOException
        | UnreadableResultException
        | InvalidScenarioException damaged) {
      unreadable.add(String.valueOf(folder.path().getFileName()));
    }
  }

  /** What became of the cells that have ended. */
  List<CellRecord> cells() {
    return cells;
  }

  /** The names of the cells whose recordings can't be read. */
  List<String> unreadable() {
    return unreadable;
  }

  /** What the cells differ in. */
  static List<Axis> axes(Comparison comparison) {
    return List.of(
        new Axis(Trial.ARM, comparison.arms().stream().map(ArmFigures::label).toList()),
        new Axis(
            Trial.FORK,
            IntStream.rangeClosed(1, comparison.forks()).mapToObj(Integer::toString).toList()));
  }

  /** One kind of durations of an arm, all forks together. */
  private Histogram of(String arm, DurationKind kind) {
    return byArm.getOrDefault(arm, Histograms.empty()).of(kind);
  }

  /** The kinds of which something was recorded, as curves. */
  List<Distribution> distributions() {
    return DurationKind.drawn().stream()
        .map(kind -> new Distribution(kind.label(), curves(kind)))
        .filter(distribution -> !distribution.curves().isEmpty())
        .toList();
  }

  private List<Curve> curves(DurationKind kind) {
    return byArm.keySet().stream()
        .filter(arm -> of(arm, kind).getTotalCount() > 0)
        .map(arm -> Curves.of(arm, of(arm, kind)))
        .toList();
  }

  /** The distributions side by side; an empty section where nothing can be read. */
  Section curves() {
    if (distributions().isEmpty()) {
      return Section.of("curves", "");
    }
    List<Row> rows = new ArrayList<>();
    for (DurationKind kind : DurationKind.drawn()) {
      List<Histogram> arms = byArm.keySet().stream().map(arm -> of(arm, kind)).toList();
      if (arms.stream().anyMatch(arm -> arm.getTotalCount() > 0)) {
        PERCENTILES.forEach(
            percentile -> rows.add(Captions.percentileRow(kind.label() + " ", percentile, arms)));
      }
    }
    return Section.of(
        "curves",
        "How long visits took",
        new Chart(
            "curves",
            "Percentiles of all arms, on HdrHistogram's axis",
            "The durations of all forks of an arm together. "
                + Captions.PERCENTILES
                + ". Forks differ, so the far right is one fork's bad luck more often than an"
                + " arm's fault."),
        Details.of(Captions.percentileTable(List.copyOf(byArm.keySet()), rows)));
  }
}
