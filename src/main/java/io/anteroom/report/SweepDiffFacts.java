package io.anteroom.report;

import io.anteroom.report.facts.Block;
import io.anteroom.report.facts.Block.Column;
import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Block.Heading;
import io.anteroom.report.facts.Block.Paragraph;
import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.Block.Table;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import io.anteroom.report.facts.Report;
import io.anteroom.report.facts.ReportHead;
import io.anteroom.report.facts.Section;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.metric.PartMetrics;
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

/** What there is to say about two sweeps, cell by cell. */
public final class SweepDiffFacts {
  private static final int MOST_ROWS = 40;
  private static final int LABEL = 28;

  private final SweepDiff diff;
  private final List<CellDiff> cells;

  private SweepDiffFacts(SweepDiff diff) {
    this.diff = diff;
    this.cells = diff.cells();
  }

  /** For a person at a terminal: the whole text, ending in a line feed. */
  public static String text(SweepDiff diff, Style style) {
    SweepDiffFacts facts = new SweepDiffFacts(diff);
    return ChangeWording.text(facts.head(), facts.sections(), style);
  }

  /**
   * For a page.
   *
   * @param command that compared them
   */
  public static Report page(SweepDiff diff, String command) {
    SweepDiffFacts facts = new SweepDiffFacts(diff);
    return new Report(
        "diff",
        facts.head(),
        Stream.concat(facts.sections().stream(), Stream.of(ChangeWording.origin(command))).toList(),
        null);
  }

  private ReportHead head() {
    List<String> counts =
        metrics().stream().map(metric -> metric + ": " + counts(changes(metric))).toList();
    return ChangeWording.head(
        diff.failOn(),
        diff.strict(),
        diff.regressions(),
        new ReportHead(
            ChangeWording.title(diff.a(), diff.b()),
            List.of(),
            Mark.GOOD,
            cells.size() + " cells compared",
            String.join("; ", counts),
            List.of(),
            null,
            List.of()));
  }

  private List<Section> sections() {
    List<Block> tables = new ArrayList<>();
    metrics().forEach(metric -> tables.addAll(table(metric)));
    return List.of(
        Section.of("sides", "What is compared", new Facts(sides())),
        new Section("metrics", "What changed", tables),
        Section.of(
            "outcomes", "Cells that ended otherwise", new Facts(Facts.labelledOnce(outcomes()))),
        ChangeWording.named(limits().stream().map(this::judged).toList()),
        Section.of(
            "reading",
            "How to read it",
            new Paragraph(
                String.format(
                    Locale.ROOT,
                    "Each change is held against its %.6g%% interval: of twenty pairs of such"
                        + " sweeps without a change, at most one shows one in a metric by chance.",
                    diff.level() * 100),
                true)));
  }

  private List<Fact> sides() {
    String differing =
        diff.environment().stream()
            .filter(Difference::differs)
            .map(ChangeWording::text)
            .collect(Collectors.joining("; "));
    return List.of(
        Fact.of("A", diff.a()),
        Fact.of("B", diff.b()),
        Fact.of(
            "cells",
            "%d in both · %d only in A · %d only in B"
                .formatted(cells.size(), diff.onlyInA().size(), diff.onlyInB().size())),
        Fact.of("environment", differing.isEmpty() ? "the same" : differing));
  }

  /** What was named as too much; else the usual one. */
  private List<String> metrics() {
    List<String> named =
        cells.stream()
            .flatMap(cell -> cell.regressions().stream())
            .map(regression -> regression.change().metric())
            .distinct()
            .toList();
    return named.isEmpty() ? List.of(Metrics.FIRST_NAME) : named;
  }

  private record Changed(CellDiff cell, Change change) {}

  private List<Block> table(String metric) {
    List<Changed> changes = changes(metric);
    List<Column> columns =
        List.of(
            Column.left("", LABEL),
            Column.right("A", 10),
            Column.right("B", 10),
            Column.right("change", 10),
            Column.left("", 0));
    Unit unit = PartMetrics.recorded(metric).orElseThrow().unit();
    List<Row> rows = changes.stream().limit(MOST_ROWS).map(one -> row(one, unit)).toList();
    int more = changes.size() - rows.size();
    return List.of(
        new Heading(metric + "  " + counts(changes)),
        new Table(metric, columns, rows),
        new Paragraph(more > 0 ? "and " + more + " more" : "", true));
  }

  private List<Changed> changes(String metric) {
    return cells.stream()
        .flatMap(cell -> change(cell, metric).map(change -> new Changed(cell, change)))
        .sorted(Comparator.comparingInt(one -> rank(one.change().contrast())))
        .toList();
  }

  private static String counts(List<Changed> changes) {
    return String.format(
        Locale.ROOT,
        "%,d greater, %,d smaller, %,d without difference, %,d not judged",
        count(changes, Contrast.GREATER),
        count(changes, Contrast.SMALLER),
        count(changes, Contrast.NONE_SHOWN),
        count(changes, Contrast.NOT_JUDGED));
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

  private static long count(List<Changed> changes, Contrast contrast) {
    return changes.stream().filter(one -> one.change().contrast() == contrast).count();
  }

  private static Row row(Changed changed, Unit unit) {
    Change change = changed.change();
    String where =
        changed.cell().point().entrySet().stream()
            .map(one -> one.getKey() + " " + one.getValue())
            .collect(Collectors.joining(", "));
    return Row.of(
        where,
        ChangeWording.figure(change.a(), unit),
        ChangeWording.figure(change.b(), unit),
        ChangeWording.amount(change, unit),
        switch (change.contrast()) {
          case GREATER, SMALLER -> change.contrast().word();
          case NONE_SHOWN -> "no diff";
          case NOT_JUDGED -> "not judged";
        });
  }

  private List<Fact> outcomes() {
    return cells.stream()
        .filter(cell -> !cell.outcomeA().equals(cell.outcomeB()))
        .map(
            cell ->
                Fact.of(
                    "outcomes",
                    Mark.BAD,
                    cell.cell() + ": " + ChangeWording.arrow(cell.outcomeA(), cell.outcomeB())))
        .toList();
  }

  private List<String> limits() {
    return cells.stream()
        .flatMap(cell -> cell.regressions().stream())
        .map(Regression::limit)
        .distinct()
        .toList();
  }

  private Fact judged(String limit) {
    List<String> found = names(limit, Regression.Verdict.FOUND);
    List<String> unchecked = names(limit, Regression.Verdict.NOT_JUDGED);
    boolean bad = !found.isEmpty() || (diff.strict() && !unchecked.isEmpty());
    String words =
        unchecked.size() == cells.size()
            ? "not checked in any cell: " + reasons(limit)
            : found(found) + unchecked(unchecked, limit);
    return Fact.of(
        "fail on",
        bad ? Mark.BAD : unchecked.isEmpty() ? Mark.GOOD : Mark.UNCLEAR,
        limit + ": " + words);
  }

  private String found(List<String> names) {
    return names.isEmpty()
        ? "found in no cell"
        : "found in %d of %d cells: %s"
            .formatted(names.size(), cells.size(), String.join(", ", names));
  }

  private String unchecked(List<String> names, String limit) {
    return names.isEmpty()
        ? ""
        : "; not checked in %d of %d: %s (%s)"
            .formatted(names.size(), cells.size(), String.join(", ", names), reasons(limit));
  }

  private String reasons(String limit) {
    return cells.stream()
        .flatMap(cell -> cell.regressions().stream())
        .filter(one -> is(one, limit, Regression.Verdict.NOT_JUDGED))
        .map(one -> one.change().reason())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private List<String> names(String limit, Regression.Verdict verdict) {
    return cells.stream()
        .filter(cell -> cell.regressions().stream().anyMatch(one -> is(one, limit, verdict)))
        .map(CellDiff::cell)
        .toList();
  }

  private static boolean is(Regression regression, String limit, Regression.Verdict verdict) {
    return regression.limit().equals(limit) && regression.verdict() == verdict;
  }
}
