package io.anteroom.study.sweep;

import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.cell.Axis;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.cell.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cells as a table for other programs, one a row: durations in nanoseconds, shares from 0 to 1,
 * rates per second, nothing where there is no figure. The last columns have the ends of the
 * intervals and what theory says. Of simulated cells it holds nothing that depends on the machine
 * or the time, so that the same sweep has the same table, to the byte.
 */
public final class CellTable {
  private CellTable() {}

  /** The table of the cells that have ended. */
  public static String text(Sweep sweep, List<CellRecord> cells) {
    return rows(sweep, cells).collect(Collectors.joining());
  }

  /** The rows of the table, its heading included, each ending in a line feed. */
  public static Stream<String> rows(Sweep sweep, List<CellRecord> cells) {
    List<Metric> ofParts = ofParts(cells);
    List<String> header = header(sweep);
    addHeader(ofParts, header);
    return Stream.concat(
        Stream.of(Csv.row(header)), cells.stream().map(cell -> row(sweep, cell, ofParts)));
  }

  private static String row(Sweep sweep, CellRecord cell, List<Metric> ofParts) {
    List<String> row = row(sweep, cell);
    ofParts.forEach(metric -> row.add(figure(metric, cell)));
    ofParts.forEach(metric -> addBeside(metric, cell, row));
    return Csv.row(row);
  }

  /** The metrics of pools and classes, which are last; none of scenarios with one pool. */
  private static List<Metric> ofParts(List<CellRecord> cells) {
    return cells.stream()
        .flatMap(cell -> cell.metrics().keySet().stream())
        .distinct()
        .flatMap(name -> PartMetrics.recorded(name).stream())
        .filter(metric -> !Metrics.all().contains(metric))
        .toList();
  }

  private static void addHeader(List<Metric> metrics, List<String> header) {
    metrics.stream().map(Metric::name).forEach(header::add);
    metrics.forEach(metric -> addBeside(metric, header));
  }

  /** The JDK, if it is varied, has its column in any case. */
  private static List<String> varied(Sweep sweep) {
    return sweep.axes().stream().map(Axis::name).filter(name -> !name.equals(Axis.JDK)).toList();
  }

  private static List<String> header(Sweep sweep) {
    List<String> header = new ArrayList<>(List.of("cell"));
    header.addAll(varied(sweep));
    header.addAll(
        List.of("jdk", "outcome", "explanation", "notMet", "verdict", "scheduleChecksum"));
    Metrics.all().stream().map(Metric::name).forEach(header::add);
    if (!sweep.simulated()) {
      header.addAll(List.of("seconds", "loadBefore", "stealShare", "otherShare", "noisy"));
    }
    Metrics.all().forEach(metric -> addBeside(metric, header));
    return header;
  }

  private static void addBeside(Metric metric, List<String> header) {
    if (metric.kind().estimated()) {
      header.add(metric.name() + ".low");
      header.add(metric.name() + ".high");
    }
    if (metric.theory() != null) {
      header.add(metric.name() + ".theory");
    }
  }

  private static List<String> row(Sweep sweep, CellRecord cell) {
    List<String> row = new ArrayList<>(List.of(cell.name()));
    varied(sweep).forEach(axis -> row.add(cell.point().getOrDefault(axis, "")));
    row.add(sweep.simulated() ? "" : cell.jdk());
    row.add(cell.outcome().word());
    row.add(cell.explanation());
    row.add(String.join("; ", cell.notMet()));
    row.add(cell.verdict() == null ? "" : cell.verdict().kind());
    row.add(text(cell.scheduleChecksum()));
    Metrics.all().forEach(metric -> row.add(figure(metric, cell)));
    if (!sweep.simulated()) {
      Host host = cell.host();
      row.add(text(cell.seconds()));
      row.add(host == null ? "" : text(host.loadBefore()));
      row.add(host == null ? "" : text(host.stealShare()));
      row.add(host == null ? "" : text(host.otherShare()));
      row.add(Boolean.toString(cell.noisy()));
    }
    Metrics.all().forEach(metric -> addBeside(metric, cell, row));
    return row;
  }

  /** What stands beside the figure: its interval and theory. */
  private static void addBeside(Metric metric, CellRecord cell, List<String> row) {
    if (metric.kind().estimated()) {
      Estimate interval = cell.intervals() == null ? null : cell.intervals().get(metric.name());
      row.add(interval == null ? "" : metric.unit().plainText(Math.max(interval.low(), 0)));
      row.add(interval == null ? "" : metric.unit().plainText(interval.high()));
    }
    if (metric.theory() != null) {
      Double theory = cell.theory() == null ? null : cell.theory().get(metric.name());
      row.add(theory == null ? "" : metric.unit().plainText(theory));
    }
  }

  private static String figure(Metric metric, CellRecord cell) {
    Double figure = cell.metrics().get(metric.name());
    return figure == null || !Double.isFinite(figure) ? "" : metric.unit().plainText(figure);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
