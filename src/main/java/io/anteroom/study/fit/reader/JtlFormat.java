package io.anteroom.study.fit.reader;

import io.anteroom.scenario.DurationUnit;
import java.io.IOException;

/** The results of JMeter as CSV, with its column names; times are those of starts. */
final class JtlFormat implements LogFormat {
  private final CsvFormat table = new CsvFormat();

  @Override
  public String name() {
    return "jtl";
  }

  @Override
  public String summary() {
    return "results of JMeter as CSV";
  }

  @Override
  public boolean recognises(LogHead head) {
    return head.firstLine().contains("timeStamp,elapsed");
  }

  @Override
  public void read(LogInput input, ReadOptions options, RequestCollector requests)
      throws IOException {
    table.read(input, options.withDefaultUnit(DurationUnit.MILLISECOND), requests);
  }
}
