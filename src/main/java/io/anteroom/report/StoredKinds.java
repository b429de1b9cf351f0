package io.anteroom.report;

import io.anteroom.report.StoredKind.Format;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.store.StoredFile;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.compare.Comparison;
import io.anteroom.study.fit.Fit;
import io.anteroom.study.sweep.CellTable;
import io.anteroom.study.sweep.Sweep;
import io.anteroom.study.sweep.SweepFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The catalogue of what results folders hold besides runs. A new kind is one line here; so is a
 * format of one.
 */
public final class StoredKinds {
  private final List<StoredKind<?>> all;

  /**
   * @param parser knows the locking modes
   */
  public StoredKinds(ScenarioParser parser) {
    this.all =
        List.of(
            new StoredKind<>(
                "comparison",
                StoredFile.COMPARISON,
                Comparison.JSON::read,
                List.of(
                    Format.<Comparison>of(
                        "text", comparison -> ComparisonFacts.text(comparison, Style.PLAIN, null)),
                    Format.of("json", Comparison.JSON::write),
                    Format.of(
                        "markdown",
                        comparison -> MarkdownRenderer.text(ComparisonFacts.of(comparison))),
                    Format.of("csv", ComparisonCsv::text),
                    Format.of("svg", ComparisonSvg::text),
                    Format.html(
                        (comparison, folder) ->
                            ComparisonFacts.page(comparison, folder, parser, null)))),
            new StoredKind<>(
                "sweep",
                StoredFile.SWEEP,
                StoredKinds::readSweep,
                List.of(
                    new Format<SweepDocument>(
                        "text",
                        (sweep, folder) ->
                            SweepFacts.text(
                                sweep.sweep,
                                sweep.cells,
                                Metrics.FIRST,
                                new SweepFolder(folder),
                                Style.PLAIN)),
                    Format.of("json", sweep -> CellRecord.JSON.writeAll(sweep.cells)),
                    Format.of("csv", sweep -> CellTable.text(sweep.sweep, sweep.cells)),
                    Format.of(
                        "svg", sweep -> SweepSvg.text(sweep.sweep, sweep.cells, Metrics.FIRST)),
                    Format.html(
                        (sweep, folder) ->
                            SweepFacts.page(
                                sweep.sweep,
                                sweep.cells,
                                Metrics.FIRST,
                                SweepOrigin.in(new SweepFolder(folder), sweep.sweep, parser))))),
            new StoredKind<>(
                "plan",
                StoredFile.PLAN,
                PlanReport::read,
                List.of(
                    Format.<PlanReport>of("text", plan -> plan.text(Style.PLAIN, null)),
                    Format.of("json", PlanReport::json),
                    Format.of("markdown", plan -> MarkdownRenderer.text(plan.facts())),
                    Format.of("svg", PlanReport::svg),
                    Format.html((plan, folder) -> plan.page(null)))),
            new StoredKind<>(
                "fit",
                StoredFile.FIT,
                Fit.JSON::read,
                List.of(
                    Format.<Fit>of("text", fit -> FitFacts.text(fit, Style.PLAIN, null)),
                    Format.of("json", Fit.JSON::write),
                    Format.of("markdown", fit -> MarkdownRenderer.text(FitFacts.of(fit))),
                    Format.html((fit, folder) -> FitFacts.page(fit, null)))));
  }

  /** A sweep, and what became of its cells that have ended. */
  private record SweepDocument(Sweep sweep, List<CellRecord> cells) {}

  private static SweepDocument readSweep(Path file) throws IOException {
    SweepFolder folder = new SweepFolder(file.resolveSibling(""));
    return new SweepDocument(folder.sweep(), folder.ended());
  }

  /** What a folder holds; nothing if that is no document of these kinds. */
  public Optional<StoredKind<?>> in(Path folder) {
    for (StoredKind<?> kind : all) {
      if (kind.isIn(folder)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
