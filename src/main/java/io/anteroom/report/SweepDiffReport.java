package io.anteroom.report;

import io.anteroom.report.facts.Mark;
import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.metric.Unit;
import io.anteroom.study.diff.Change;
import io.anteroom.study.diff.Contrast;
import io.anteroom.study.diff.Difference;
import io.anteroom.study.diff.Regression;
import io.anteroom.study.diff.SweepDiff;
import io.anteroom.study.diff.SweepDiff.CellDiff;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two sweeps, cell by cell, for a person at a terminal: plain text, 80 columns wide. */
public final class SweepDiffReport {
  private static final int MOST_ROWS = 40;
  private static final int LABEL = 28;
  private static final String ROW = "%-" + LABEL + "s%10s%10s%10s  ";

  private final Style style;

  public SweepDiffReport(Style style) {
    this.style = style;
  }

  /** The whole text, ending in a line feed. */
  public String text(SweepDiff diff) {
    Page page = new Page(style);
    new DiffSummary(diff.failOn(), diff.strict(), diff.regressions()).print(page);
    page.fact("A", diff.a());
    page.fact("B", diff.b());
    page.fact("cells", cells(diff));
    printEnvironment(diff.environment(), page);
    page.blank();
    for (String metric : metrics(diff)) {
      print(metric, diff.cells(), page);
    }
    printOutcomes(diff.cells(), page);
    printRegressions(diff.cells(), diff.strict(), page);
    page.paragraph(
        0,
        ("Each change is held against its %s%% interval: of twenty pairs of such sweeps without a"
                + " change, at most one shows one in a metric by chance.")
            .formatted(FigureText.number(diff.level() * 100, 6)),
        style::faint);
    return page.text();
  }

  private static String cells(SweepDiff diff) {
    return diff.cells().size()
        + " in both · "
        + diff.onlyInA().size()
        + " only in A · "
        + diff.onlyInB().size()
        + " only in B";
  }

  private static void printEnvironment(List<Difference> environment, Page page) {
    String differing =
        environment.stream()
            .filter(Difference::differs)
            .map(one -> one.key() + " " + one.a() + " → " + one.b())
            .collect(Collectors.joining("; "));
    page.fact("environment", differing.isEmpty() ? "the same" : differing);
  }

  /** What was named as too much; else the usual one. */
  private static List<String> metrics(SweepDiff diff) {
    List<String> named =
        diff.cells().stream()
            .flatMap(cell -> cell.regressions().stream())
            .map(regression -> regression.change().metric())
            .distinct()
            .toList();
    return named.isEmpty() ? List.of(Metrics.FIRST_NAME) : named;
  }

  /** A cell and its change. */
  private record Row(CellDiff cell, Change change) {}

  private void print(String metric, List<CellDiff> cells, Page page) {
    List<Row> rows =
        cells.stream()
            .flatMap(cell -> change(cell, metric).map(change -> new Row(cell, change)))
            .sorted(Comparator.comparingInt(row -> rank(row.change().contrast())))
            .toList();
    page.line(
        style.strong(metric)
            + style.faint(
                String.format(
                    Locale.ROOT,
                    "  %,d greater, %,d smaller, %,d without difference, %,d not judged",
                    count(rows, Contrast.GREATER),
                    count(rows, Contrast.SMALLER),
                    count(rows, Contrast.NONE_SHOWN),
                    count(rows, Contrast.NOT_JUDGED))));
    Unit unit = Metrics.find(metric).orElseThrow().unit();
    page.line(style.faint(String.format(Locale.ROOT, ROW, "", "A", "B", "change")));
    rows.stream().limit(MOST_ROWS).forEach(row -> print(row, unit, page));
    if (rows.size() > MOST_ROWS) {
      page.line(style.faint("and %d more".formatted(rows.size() - MOST_ROWS)));
    }
    page.blank();
  }

  private static Stream<Change> change(CellDiff cell, String metric) {
    return Stream.concat(
            cell.metrics().stream(), cell.regressions().stream().map(Regression::change))
        .filter(change -> change.metric().equals(metric))
        .limit(1);
  }

  /** What changed comes first. */
  private static int rank(Contrast contrast) {
    return switch (contrast) {
      case GREATER, SMALLER -> 0;
      case NONE_SHOWN -> 1;
      case NOT_JUDGED -> 2;
    };
  }

  private static long count(List<Row> rows, Contrast contrast) {
    return rows.stream().filter(row -> row.change().contrast() == contrast).count();
  }

  private void print(Row row, Unit unit, Page page) {
    Change change = row.change();
    Double relative = change.relative();
    String figures =
        String.format(
            Locale.ROOT,
            ROW,
            label(row.cell()),
            DiffTable.figure(change.a(), unit),
            DiffTable.figure(change.b(), unit),
            relative == null ? "–" : DiffTable.percent(relative));
    page.line(
        figures
            + switch (change.contrast()) {
              case GREATER, SMALLER -> style.strong(change.contrast().word());
              case NONE_SHOWN -> "no diff";
              case NOT_JUDGED -> "not judged";
            });
  }

  private static String label(CellDiff cell) {
    List<String> parts = new ArrayList<>();
    cell.point().forEach((name, value) -> parts.add(name + " " + value));
    String label = String.join(", ", parts);
    return label.length() < LABEL ? label : label.substring(0, LABEL - 2) + "…";
  }

  private void printOutcomes(List<CellDiff> cells, Page page) {
    String label = "outcomes";
    for (CellDiff cell : cells) {
      if (!cell.outcomeA().equals(cell.outcomeB())) {
        page.fact(label, Mark.BAD, cell.cell() + ": " + cell.outcomeA() + " → " + cell.outcomeB());
        label = "";
      }
    }
  }

  private static void printRegressions(List<CellDiff> cells, boolean strict, Page page) {
    List<String> limits =
        cells.stream()
            .flatMap(cell -> cell.regressions().stream())
            .map(Regression::limit)
            .distinct()
            .toList();
    String label = "fail on";
    for (String limit : limits) {
      List<String> found = names(cells, limit, Regression.Verdict.FOUND);
      List<String> unchecked = names(cells, limit, Regression.Verdict.NOT_JUDGED);
      boolean bad = !found.isEmpty() || (strict && !unchecked.isEmpty());
      page.fact(
          label,
          bad ? Mark.BAD : unchecked.isEmpty() ? Mark.GOOD : Mark.UNCLEAR,
          limit
              + ": "
              + (unchecked.size() == cells.size()
                  ? "not checked in any cell: " + reasons(cells, limit)
                  : found(found, cells) + unchecked(unchecked, cells, limit)));
      label = "";
    }
    if (!limits.isEmpty()) {
      page.blank();
    }
  }

  private static String found(List<String> names, List<CellDiff> cells) {
    return names.isEmpty()
        ? "found in no cell"
        : "found in %d of %d cells: %s"
            .formatted(names.size(), cells.size(), String.join(", ", names));
  }

  private static String unchecked(List<String> names, List<CellDiff> cells, String limit) {
    return names.isEmpty()
        ? ""
        : "; not checked in %d of %d: %s (%s)"
            .formatted(names.size(), cells.size(), String.join(", ", names), reasons(cells, limit));
  }

  private static String reasons(List<CellDiff> cells, String limit) {
    return cells.stream()
        .flatMap(cell -> cell.regressions().stream())
        .filter(one -> is(one, limit, Regression.Verdict.NOT_JUDGED))
        .map(one -> one.change().reason())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static List<String> names(
      List<CellDiff> cells, String limit, Regression.Verdict verdict) {
    return cells.stream()
        .filter(cell -> cell.regressions().stream().anyMatch(one -> is(one, limit, verdict)))
        .map(CellDiff::cell)
        .toList();
  }

  private static boolean is(Regression regression, String limit, Regression.Verdict verdict) {
    return regression.limit().equals(limit) && regression.verdict() == verdict;
  }
}
