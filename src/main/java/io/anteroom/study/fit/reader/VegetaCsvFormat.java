package io.anteroom.study.fit.reader;

import io.anteroom.scenario.DurationUnit;
import java.io.IOException;
import java.util.regex.Pattern;

/** What vegeta writes with {@code encode --to csv}: nanoseconds, and no header. */
final class VegetaCsvFormat implements LogFormat {
  /** Time, code, latency, bytes out and in, error, body, attack, number, method, URL, header. */
  private static final Pattern LINE = Pattern.compile("\\d{19},\\d{1,3},\\d+,\\d+,\\d+,.*");

  private final CsvFormat table = new CsvFormat();

  @Override
  public String name() {
    return "vegeta-csv";
  }

  @Override
  public String summary() {
    return "results of vegeta encode --to csv";
  }

  @Override
  public boolean recognises(LogHead head) {
    return LINE.matcher(head.firstLine()).matches();
  }

  @Override
  public void read(LogInput input, ReadOptions options, RequestCollector requests)
      throws IOException {
    ReadOptions.Columns columns = new ReadOptions.Columns("1", null, "3", null, "11");
    table.read(input, options.with(columns).withDefaultUnit(DurationUnit.NANOSECOND), requests);
  }
}
