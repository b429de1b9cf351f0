package io.anteroom.study.fit.reader;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.anteroom.scenario.DurationUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Any table of comma-separated values (or semicolons, or tabs) with a line a request. */
final class CsvFormat {
  static final LogFormat FORMAT =
      new LogFormat(
          "csv",
          "a table with a line a request: its start, and its end or duration",
          CsvFormat::recognises,
          CsvFormat::read);

  /** No field may be longer, in characters. */
  private static final int LONGEST_FIELD = 4 << 20;

  private CsvFormat() {}

  private static boolean recognises(LogHead head) {
    String line = head.firstLine();
    return !head.binary() && line.indexOf(separator(line)) > 0;
  }

  /** The one that is most frequent. */
  static char separator(String line) {
    char best = ',';
    for (char one : new char[] {';', '\t'}) {
      if (count(line, one) > count(line, best)) {
        best = one;
      }
    }
    return best;
  }

  private static long count(String line, char wanted) {
    return line.chars().filter(one -> one == wanted).count();
  }

  static void read(LogInput input, ReadOptions options, RequestCollector requests)
      throws IOException {
    Iterator<CsvRecord> rows = rows(input);
    CsvRecord first = next(rows, input);
    if (first == null) {
      throw new InvalidLogException(input.name() + ": it is empty");
    }
    boolean headed = first.getFields().stream().noneMatch(CsvFormat::isValue);
    List<String> names = headed ? first.getFields() : numbered(first.getFieldCount());
    ReadOptions effective = headed ? options : withNumbers(options, names.size());
    CsvColumns columns = CsvColumns.of(names, effective, input.name());
    List<CsvRecord> ahead = new ArrayList<>();
    if (!headed) {
      ahead.add(first);
    }
    CsvRecord second = headed ? next(rows, input) : first;
    if (headed && second != null) {
      ahead.add(second);
    }
    CsvRows reader = new CsvRows(names, unit(columns, second, requests, input), options, requests);
    ahead.forEach(reader::take);
    for (CsvRecord row = next(rows, input); row != null; row = next(rows, input)) {
      reader.take(row);
    }
  }

  /** The rows of a table; a field that is too long ends it. */
  static Iterator<CsvRecord> rows(LogInput input) throws IOException {
    return CsvReader.builder()
        .fieldSeparator(separator(input.head().firstLine()))
        .maxBufferSize(LONGEST_FIELD)
        .skipEmptyLines(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .ofCsvRecord(input.reader())
        .iterator();
  }

  /** The next row; null: there is none. */
  static @Nullable CsvRecord next(Iterator<CsvRecord> rows, LogInput input) throws IOException {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    } catch (NoSuchElementException end) {
      return null;
    } catch (CsvParseException malformed) {
      throw new InvalidLogException(
          input.name()
              + ": no table: a field is longer than 4 MiB, or a quotation mark is left open; "
              + "mend the line or name the layout with --format");
    }
  }

  private static boolean isValue(String field) {
    return !Double.isNaN(DecimalText.size(field.strip()))
        || field.strip().matches("\\d{4}-\\d\\d-\\d\\d[T ].*");
  }

  private static List<String> numbered(int columns) {
    return IntStream.rangeClosed(1, columns).mapToObj(String::valueOf).toList();
  }

  /** Without names, the first column is the start and the second one the duration. */
  private static ReadOptions withNumbers(ReadOptions options, int columns) {
    ReadOptions.Columns given = options.columns();
    boolean silent = given.start() == null && given.end() == null && given.duration() == null;
    if (!silent) {
      return options;
    }
    String duration = columns > 1 && given.expression() == null ? "2" : null;
    return options.with(
        new ReadOptions.Columns("1", null, duration, given.expression(), given.label()));
  }

  /**
   * Durations without a unit are milliseconds where times are dates or since 1970, as most tools
   * write them; where times are small numbers they are in the same unit: seconds.
   */
  private static CsvColumns unit(
      CsvColumns columns, @Nullable CsvRecord row, RequestCollector requests, LogInput input) {
    if (columns.unitSaid() || columns.duration() < 0 || row == null) {
      return columns;
    }
    String written =
        columns.duration() < row.getFieldCount() ? row.getField(columns.duration()).strip() : "";
    if (Double.isNaN(DecimalText.size(written))) {
      return columns;
    }
    int timed = columns.start() >= 0 ? columns.start() : columns.end();
    String time = timed < row.getFieldCount() ? row.getField(timed).strip() : "";
    DurationUnit unit = DecimalText.size(time) < 1e8 ? DurationUnit.SECOND : columns.unit();
    requests.tell(
        "%s: durations are taken as %s, since nothing says their unit (--unit does)"
            .formatted(
                input.shortName(), unit == DurationUnit.SECOND ? "seconds" : "milliseconds"));
    return columns.with(unit);
  }
}
