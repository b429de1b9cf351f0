package io.anteroom.study.fit.reader;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.anteroom.scenario.DurationUnit;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/**
 * What k6 writes with {@code --out csv}: a line for each figure of each metric. Those of {@value
 * #METRIC} are requests, in milliseconds; their times are whole seconds, those of ends.
 */
final class K6CsvFormat {
  static final LogFormat FORMAT =
      new LogFormat(
          "k6-csv", "results of k6 --out csv", K6CsvFormat::recognises, K6CsvFormat::read);

  /** What k6 measures of a whole request. */
  static final String METRIC = "http_req_duration";

  private K6CsvFormat() {}

  private static boolean recognises(LogHead head) {
    return head.firstLine().startsWith("metric_name,timestamp,metric_value");
  }

  private static void read(LogInput input, ReadOptions options, RequestCollector requests)
      throws IOException {
    Iterator<CsvRecord> rows = CsvFormat.rows(input);
    CsvRecord header = CsvFormat.next(rows, input);
    List<String> names = header == null ? List.of() : header.getFields();
    int label = names.indexOf("name");
    StampText stamps = new StampText(null);
    DurationValue durations = new DurationValue(DurationUnit.MILLISECOND);
    for (CsvRecord row = CsvFormat.next(rows, input);
        row != null;
        row = CsvFormat.next(rows, input)) {
      try {
        if (row.getFieldCount() < 3) {
          throw new UnusableLineException("too few columns");
        }
        if (row.getField(0).equals(METRIC)) {
          requests.stamped(
              stamps.nanos(row.getField(1)),
              durations.nanos(row.getField(2)),
              label >= 0 && label < row.getFieldCount() ? row.getField(label) : "",
              options.endsUnlessSaid(true));
        }
      } catch (UnusableLineException unusable) {
        requests.skip(
            unusable.reason(), row.getStartingLineNumber(), String.join(",", row.getFields()));
      }
    }
  }
}
