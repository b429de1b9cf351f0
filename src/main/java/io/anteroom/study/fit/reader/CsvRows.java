package io.anteroom.study.fit.reader;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes requests from the rows of a table. For one thread. */
final class CsvRows {
  private final CsvColumns columns;
  private final RequestCollector requests;
  private final StampText stamps;
  private final DurationValue durations;
  private final ReadOptions options;
  private final boolean stampsAreEnds;
  private final Map<String, Integer> named = new HashMap<>();

  CsvRows(List<String> names, CsvColumns columns, ReadOptions options, RequestCollector requests) {
    this.columns = columns;
    this.requests = requests;
    this.options = options;
    this.stamps = new StampText(options.unit());
    this.durations = new DurationValue(columns.unit());
    this.stampsAreEnds =
        options.stampsAreEnds() == null ? columns.start() < 0 : options.stampsAreEnds();
    DurationExpression expression = options.columns().expression();
    if (expression != null) {
      expression
          .columns()
          .forEach(name -> named.put(name, CsvColumns.number(names, name, "--duration-expr", "")));
    }
  }

  void take(CsvRecord row) {
    try {
      request(row);
    } catch (UnusableLineException unusable) {
      requests.skip(
          unusable.reason(), row.getStartingLineNumber(), String.join(",", row.getFields()));
    }
  }

  private void request(CsvRecord row) throws UnusableLineException {
    String label = columns.label() < 0 ? "" : field(row, columns.label());
    boolean both = columns.start() >= 0 && columns.end() >= 0;
    if (both && columns.duration() < 0 && options.columns().expression() == null) {
      long start = stamps.nanos(field(row, columns.start()));
      long end = stamps.nanos(field(row, columns.end()));
      requests.began(start, DurationValue.notNegative(end - start), label);
      return;
    }
    long duration = duration(row);
    long stamp = stamps.nanos(field(row, columns.start() >= 0 ? columns.start() : columns.end()));
    if (stampsAreEnds) {
      requests.ended(stamp, duration, label);
    } else {
      requests.began(stamp, duration, label);
    }
  }

  private long duration(CsvRecord row) throws UnusableLineException {
    DurationExpression expression = options.columns().expression();
    if (expression != null) {
      double nanos = expression.nanos(name -> figure(row, name));
      if (!(nanos >= 0 && nanos < 1e18)) {
        throw new UnusableLineException("no duration by --duration-expr");
      }
      return Math.round(nanos);
    }
    return columns.duration() < 0 ? 0 : durations.nanos(field(row, columns.duration()));
  }

  private double figure(CsvRecord row, String name) {
    int column = named.getOrDefault(name, -1);
    if (column < 0 || column >= row.getFieldCount()) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(row.getField(column).strip());
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }

  private static String field(CsvRecord row, int column) throws UnusableLineException {
    if (column >= row.getFieldCount()) {
      throw new UnusableLineException("too few columns");
    }
    return row.getField(column);
  }
}
