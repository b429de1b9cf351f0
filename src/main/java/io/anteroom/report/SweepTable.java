package io.anteroom.report;

import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.Block.Table;
import io.anteroom.report.facts.Block.Weight;
import io.anteroom.study.cell.Axis;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.sweep.Sweep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the charts of a sweep's page show at first, as a table. */
record SweepTable(Sweep sweep, CellFigures figures) {
  /** A longer table says no more than that of all cells does. */
  private static final int MOST_FIELDS = 2_500;

  /** The metric over the two longest axes, or the only one; nothing where it would be too long. */
  Optional<Table> byAxes() {
    List<Axis> longest = sweep.axes().stream().sorted(Comparator.comparingInt(this::rank)).toList();
    Axis across = longest.getFirst();
    Axis down = longest.size() > 1 ? longest.get(1) : new Axis("", List.of(""));
    if (across.values().size() * down.values().size() > MOST_FIELDS) {
      return Optional.empty();
    }
    return Optional.of(
        down.values().size() == 1
            ? along(across)
            : Table.of(
                figures.metric().name()
                    + " by "
                    + down.name()
                    + " and "
                    + across.name()
                    + others(longest),
                Stream.concat(
                        Stream.of(down.name()),
                        across.values().stream().map(value -> across.name() + " " + value))
                    .toList(),
                rows(across, down)));
  }

  /** Seeds say least of all, unless there is nothing else. */
  private int rank(Axis axis) {
    return axis.name().equals("seed") && sweep.axes().size() > 2 ? 0 : -axis.values().size();
  }

  private Table along(Axis axis) {
    List<Row> rows =
        axis.values().stream()
            .map(value -> row(value, figures.at(point(Map.of(axis.name(), value)))))
            .toList();
    return Table.of(
        figures.metric().name() + " by " + axis.name(),
        List.of(axis.name(), figures.metric().name(), "95% interval"),
        rows);
  }

  private Row row(String value, @Nullable CellRecord cell) {
    return Row.of(
        value,
        figures.text(cell),
        PlanFigures.interval(figures.metric().unit(), figures.interval(cell)));
  }

  private List<Row> rows(Axis across, Axis down) {
    List<Row> rows = new ArrayList<>();
    for (String value : down.values()) {
      List<@Nullable CellRecord> cells = new ArrayList<>();
      for (String other : across.values()) {
        cells.add(figures.at(point(Map.of(down.name(), value, across.name(), other))));
      }
      rows.add(new Row(Weight.PLAIN, value, cells.stream().map(figures::text).toList()));
      List<String> margins = cells.stream().map(figures::margin).toList();
      if (margins.stream().anyMatch(margin -> !margin.isEmpty())) {
        rows.add(new Row(Weight.BELOW, "", margins));
      }
    }
    return rows;
  }

  /** Where the axes that are not given have their first values. */
  private Map<String, String> point(Map<String, String> given) {
    Map<String, String> point = new LinkedHashMap<>();
    sweep
        .axes()
        .forEach(
            axis ->
                point.put(axis.name(), given.getOrDefault(axis.name(), axis.values().getFirst())));
    return point;
  }

  private static String others(List<Axis> longest) {
    return longest.size() < 3
        ? ""
        : longest.stream()
            .skip(2)
            .map(axis -> axis.name() + " is " + axis.values().getFirst())
            .collect(Collectors.joining(", ", ", where ", ""));
  }
}
