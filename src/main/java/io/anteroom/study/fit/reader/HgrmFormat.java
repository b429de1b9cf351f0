package io.anteroom.study.fit.reader;

import io.anteroom.scenario.DurationUnit;
import java.io.IOException;

/**
 * Tables of percentiles that HdrHistogram and its kin print. They hold durations and no times: at
 * most {@value #MOST} durations that have these percentiles, between which they lie on straight
 * lines; all begin at once.
 */
final class HgrmFormat implements LogFormat {
  private static final int MOST = 10_000;

  @Override
  public String name() {
    return "hgrm";
  }

  @Override
  public String summary() {
    return "tables of percentiles of HdrHistogram: durations only";
  }

  @Override
  public boolean recognises(LogHead head) {
    return head.lines().stream()
        .limit(5)
        .anyMatch(line -> line.contains("Value") && line.contains("Percentile"));
  }

  @Override
  public void read(LogInput input, ReadOptions options, RequestCollector requests)
      throws IOException {
    LogLines lines = new LogLines(input.stream());
    double unit = options.unitNanosOr(DurationUnit.MILLISECOND);
    if (options.unit() == null) {
      requests.tell(input.shortName() + ": durations are taken as milliseconds (--unit)");
    }
    long done = 0;
    double lastShare = 0;
    double lastValue = Double.NaN;
    while (lines.next()) {
      String line = lines.text().strip();
      if (line.isEmpty() || line.startsWith("#") || line.startsWith("Value")) {
        continue;
      }
      String[] fields = line.split("\\s+", -1);
      double value = DecimalText.size(fields[0]);
      double share = fields.length > 1 ? DecimalText.size(fields[1]) : Double.NaN;
      if (!(value >= 0 && share >= 0 && share <= 1)) {
        requests.skip("no value with its percentile", lines.number(), line);
        continue;
      }
      long until = Math.round(share * MOST);
      for (; done < until; done++) {
        double part = ((done + 0.5) / MOST - lastShare) / (share - lastShare);
        double between = Double.isNaN(lastValue) ? value : lastValue + part * (value - lastValue);
        requests.began(0, Math.max(Math.round(between * unit), 0), "");
      }
      lastShare = share;
      lastValue = value;
    }
  }
}
