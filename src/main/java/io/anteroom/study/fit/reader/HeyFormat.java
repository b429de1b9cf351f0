package io.anteroom.study.fit.reader;

import io.anteroom.scenario.DurationUnit;
import java.io.IOException;

/** What hey writes with {@code -o csv}: seconds, and starts since the test began. */
final class HeyFormat implements LogFormat {
  private final CsvFormat table = new CsvFormat();

  @Override
  public String name() {
    return "hey";
  }

  @Override
  public String summary() {
    return "results of hey -o csv";
  }

  @Override
  public boolean recognises(LogHead head) {
    return head.firstLine().startsWith("response-time,") && head.firstLine().endsWith(",offset");
  }

  @Override
  public void read(LogInput input, ReadOptions options, RequestCollector requests)
      throws IOException {
    ReadOptions.Columns columns =
        new ReadOptions.Columns("offset", null, "response-time", null, null);
    table.read(input, options.with(columns).withDefaultUnit(DurationUnit.SECOND), requests);
  }
}
