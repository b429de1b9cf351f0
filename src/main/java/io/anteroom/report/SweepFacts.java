package io.anteroom.report;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.anteroom.report.facts.Block;
import io.anteroom.report.facts.Block.Cells;
import io.anteroom.report.facts.Block.Chart;
import io.anteroom.report.facts.Block.Details;
import io.anteroom.report.facts.Block.Download;
import io.anteroom.report.facts.Block.Downloads;
import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Block.Paragraph;
import io.anteroom.report.facts.CellColumns;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import io.anteroom.report.facts.Report;
import io.anteroom.report.facts.ReportHead;
import io.anteroom.report.facts.Section;
import io.anteroom.report.facts.SweepData;
import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.store.StoredFile;
import io.anteroom.scenario.BusyWaiting;
import io.anteroom.study.cell.Axis;
import io.anteroom.study.cell.CellFolder;
import io.anteroom.study.cell.CellOutcome;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.cell.Hardware;
import io.anteroom.study.sweep.CellTable;
import io.anteroom.study.sweep.Sweep;
import io.anteroom.study.sweep.SweepFolder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What there is to say about a sweep. */
public final class SweepFacts {
  /** A longer table is not put into the page, which leads to it beside itself. */
  private static final int MOST_CHARACTERS = 300_000;

  private static final int MOST_FAILURES = 10;
  private static final int LONGEST_EXPLANATION = 240;

  private final Sweep sweep;
  private final List<CellRecord> cells;
  private final Metric metric;
  private final CellFigures figures;
  private final @Nullable SweepFolder folder;

  private SweepFacts(
      Sweep sweep, List<CellRecord> cells, Metric metric, @Nullable SweepFolder folder) {
    this.folder = folder;
    this.sweep = sweep;
    this.cells = List.copyOf(cells);
    this.metric = metric;
    this.figures = new CellFigures(metric, cells);
  }

  /**
   * For a person at a terminal.
   *
   * @param cells those that have ended, in order
   * @param metric what is drawn
   * @param folder where the results are
   */
  public static String text(
      Sweep sweep, List<CellRecord> cells, Metric metric, SweepFolder folder, Style style) {
    SweepFacts facts = new SweepFacts(sweep, cells, metric, folder);
    List<Block> drawings = new SweepDrawings(sweep, cells, facts.figures, style.columns()).blocks();
    Report report =
        new Report(
            "sweep",
            facts.head(),
            List.of(new Section("drawings", metric.name(), drawings), facts.outcomes()),
            null);
    return TextRenderer.text(report, style, folder.path());
  }

  /**
   * The page; it belongs into the sweep's folder.
   *
   * @param cells those that have ended, in order
   * @param metric what is drawn at first
   */
  public static Report page(
      Sweep sweep, List<CellRecord> cells, Metric metric, SweepOrigin origin) {
    return new SweepFacts(sweep, cells, metric, null).page(origin);
  }

  /** What every format begins with. */
  static ReportHead head(Sweep sweep, List<CellRecord> cells, Metric metric) {
    return new SweepFacts(sweep, cells, metric, null).head();
  }

  private Report page(SweepOrigin origin) {
    CellColumns columns = CellsOfPage.of(sweep.axes(), cells, metric.name(), origin.pages());
    List<Section> sections = new ArrayList<>();
    long varied = sweep.axes().stream().filter(axis -> axis.values().size() > 1).count();
    if (varied > 1 && !columns.metrics().isEmpty()) {
      sections.add(map());
    }
    if (varied > 0 && !columns.metrics().isEmpty()) {
      sections.add(lines());
    }
    sections.add(outcomes());
    sections.add(
        Section.of("cells", "All cells", new Paragraph(words(columns), false), new Cells()));
    sections.add(origin.section(sweep, cells.size() == sweep.cells().size()));
    List<Download> downloads = downloads();
    sections.add(Section.of("raw-data", "Raw data", new Downloads(downloads)));
    return new Report("sweep", head(), sections, new SweepData(metric.name(), columns, downloads));
  }

  private ReportHead head() {
    int left = sweep.cells().size() - cells.size();
    List<String> says = new ArrayList<>(List.of(counts(left)));
    if (sweep.busyWaiting()) {
      says.add("In all cells " + BusyWaiting.WORDS + ".");
    }
    says.addAll(extremes());
    String where = folder == null ? "and this folder" : folder.path().toString();
    return new ReportHead(
        title(),
        sweep.axes().stream().map(SweepFacts::range).toList(),
        left > 0 ? Mark.UNCLEAR : mark(),
        left > 0
            ? FigureText.count(cells.size())
                + " of "
                + FigureText.count(sweep.cells().size(), "cell")
                + " have ended"
            : FigureText.count(cells.size(), "cell"),
        sweep.simulated() ? "in simulated time" : "in real time",
        says,
        left > 0 ? "Go on with anteroom sweep --resume " + where + "." : null,
        List.of());
  }

  private String title() {
    String axes = sweep.axes().stream().map(Axis::name).collect(Collectors.joining(" and "));
    return ReportTitle.of(sweep.name(), metric.name() + " by " + axes);
  }

  private static String range(Axis axis) {
    List<String> values = axis.values();
    return axis.name()
        + " "
        + (values.size() <= 4
            ? String.join(", ", values)
            : values.getFirst() + " to " + values.getLast() + " (" + values.size() + ")");
  }

  /** How many cells ended how. */
  private String counts(int left) {
    Map<CellStanding, Long> counts =
        new TreeMap<>(cells.stream().collect(groupingBy(CellStanding::of, counting())));
    List<String> parts = new ArrayList<>();
    counts.forEach(
        (standing, count) -> parts.add(counted(standing.mark(), count, standing.word())));
    if (left > 0) {
      parts.add(counted(Mark.UNCLEAR, left, "have not run"));
    }
    return Fact.parts(parts);
  }

  private static String counted(Mark mark, long count, String words) {
    return mark.sign() + " " + FigureText.count(count) + " " + words;
  }

  /** No better than any of the cells. */
  private Mark mark() {
    Set<Mark> marks =
        cells.stream().map(cell -> CellStanding.of(cell).mark()).collect(Collectors.toSet());
    return Stream.of(Mark.BAD, Mark.LIMITED, Mark.UNCLEAR)
        .filter(marks::contains)
        .findFirst()
        .orElse(Mark.GOOD);
  }

  /** Of the cells that completed: a saturated one's figures depend on how long it ran. */
  private List<String> extremes() {
    List<CellRecord> sorted =
        cells.stream()
            .filter(cell -> cell.outcome() == CellOutcome.COMPLETED)
            .filter(cell -> figures.figure(cell) != null)
            .sorted(Comparator.comparingDouble(cell -> cell.metrics().get(metric.name())))
            .toList();
    return sorted.size() < 2
        ? List.of()
        : List.of(extreme("lowest", sorted.getFirst()), extreme("highest", sorted.getLast()));
  }

  private String extreme(String which, CellRecord cell) {
    String where =
        sweep.axes().stream()
            .map(axis -> axis.name() + " " + cell.point().getOrDefault(axis.name(), ""))
            .collect(Collectors.joining(", "));
    return "The %s %s of a cell that completed: `%s` with %s."
        .formatted(which, metric.name(), figures.text(cell), where.replace("`", "'"));
  }

  private Section map() {
    return drawn(
        "Over two axes",
        new Chart(
            "map",
            "Heat map of one metric over two axes",
            "The stronger a field's colour, the greater the figure, on a scale of logarithms where"
                + " all are above zero. An exclamation mark says that the cell is saturated: its"
                + " waits depend on how long it ran. A question mark says that its figure is in"
                + " doubt. A cross says that it missed an objective or has no figure."));
  }

  private Section drawn(String heading, Chart chart) {
    List<Block> blocks = new ArrayList<>(List.of(chart));
    new SweepTable(sweep, figures).byAxes().map(Details::of).ifPresent(blocks::add);
    return new Section(chart.id(), heading, blocks);
  }

  private Section lines() {
    return drawn(
        "Over one axis",
        new Chart(
            "lines",
            "One metric over one axis, with a line for each value of another",
            "Bars are 95% intervals. Hollow triangles are saturated cells; where a line is broken a"
                + " cell has no figure."));
  }

  private Section outcomes() {
    List<Fact> facts = new ArrayList<>();
    addNoise(facts);
    addEmptyStarts(facts);
    facts.addAll(SweepExpectations.of(cells));
    addFailures(facts);
    facts.add(Fact.of("files", "cells.csv, cells.json; cells/ holds every cell's own results"));
    return Section.of("outcomes", "What became of the cells", new Facts(facts));
  }

  private void addNoise(List<Fact> facts) {
    long noisy = cells.stream().filter(CellRecord::noisy).count();
    if (noisy > 0) {
      facts.add(
          Fact.of(
              "host",
              Mark.LIMITED,
              "%s of %s ran while others took much of the machine (noisy in cells.csv)"
                  .formatted(FigureText.count(noisy), FigureText.count(cells.size(), "cell"))));
    }
    Hardware.difference(cells)
        .ifPresent(warning -> facts.add(Fact.of("machines", Mark.LIMITED, warning)));
  }

  private void addEmptyStarts(List<Fact> facts) {
    LongSummaryStatistics starts =
        cells.stream()
            .map(CellRecord::emptyStartNanos)
            .filter(Objects::nonNull)
            .mapToLong(Long::longValue)
            .summaryStatistics();
    if (starts.getCount() > 0) {
      facts.add(
          Fact.of(
              "begin",
              Mark.UNCLEAR,
              "%s of %s begin empty: MSER-5 would leave out the first %s at most (set warmup to auto)"
                  .formatted(
                      FigureText.count(starts.getCount()),
                      FigureText.count(cells.size(), "cell"),
                      FigureText.duration(starts.getMax()))));
    }
  }

  private void addFailures(List<Fact> facts) {
    List<CellRecord> failures = cells.stream().filter(cell -> !cell.outcome().measured()).toList();
    for (CellRecord failure : failures.subList(0, Math.min(failures.size(), MOST_FAILURES))) {
      String why = failure.explanation();
      String shortened =
          why.length() <= LONGEST_EXPLANATION ? why : why.substring(0, LONGEST_EXPLANATION) + "…";
      facts.add(
          Fact.of(
              "failed",
              Mark.BAD,
              failure.name() + " · " + failure.outcome().word() + ": " + shortened));
      if (folder != null) {
        facts.add(Fact.of("", told(folder.cell(failure.name()))));
      }
    }
    if (failures.size() > MOST_FAILURES) {
      facts.add(Fact.of("", (failures.size() - MOST_FAILURES) + " more failed: see cells.csv"));
    }
  }

  /** Where more is told of a cell. */
  private static String told(CellFolder cell) {
    return (Files.exists(cell.log()) ? cell.log() : cell.path()).toString();
  }

  private static String words(CellColumns columns) {
    return CellsOfPage.where(columns.pages())
        + " A heading sorts the table."
        + (columns.metrics().size() < 20
            ? " What is not here is in cells.csv, such as more metrics."
            : "");
  }

  private List<Download> downloads() {
    return List.of(
        new Download(StoredFile.CELLS_TABLE.fileName(), "text/csv", shortTable()),
        new Download(StoredFile.CELLS_LIST.fileName(), "application/json", null),
        new Download(StoredFile.SWEEP.fileName(), "application/json", null));
  }

  /** Null where it is too long. */
  private @Nullable String shortTable() {
    StringBuilder table = new StringBuilder();
    Iterator<String> rows = CellTable.rows(sweep, cells).iterator();
    while (rows.hasNext() && table.length() <= MOST_CHARACTERS) {
      table.append(rows.next());
    }
    return table.length() <= MOST_CHARACTERS ? table.toString() : null;
  }
}
