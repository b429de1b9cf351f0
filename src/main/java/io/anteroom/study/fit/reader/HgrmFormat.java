package io.anteroom.study.fit.reader;

import io.anteroom.scenario.DurationUnit;
import io.anteroom.scenario.PercentileLine;
import io.anteroom.scenario.QuantileSpread;
import java.io.IOException;

/**
 * Tables of percentiles that HdrHistogram and its kin print. They hold durations and no times, so
 * all requests begin at once.
 */
final class HgrmFormat {
  static final LogFormat FORMAT =
      new LogFormat(
          "hgrm",
          "tables of percentiles of HdrHistogram: durations only",
          HgrmFormat::recognises,
          HgrmFormat::read);

  private HgrmFormat() {}

  private static boolean recognises(LogHead head) {
    return head.lines().stream()
        .limit(5)
        .anyMatch(line -> line.contains("Value") && line.contains("Percentile"));
  }

  private static void read(LogInput input, ReadOptions options, RequestCollector requests)
      throws IOException {
    LogLines lines = new LogLines(input.stream());
    double unit = options.unitNanosOr(DurationUnit.MILLISECOND);
    if (options.unit() == null) {
      requests.tell(input.shortName() + ": durations are taken as milliseconds (--unit)");
    }
    QuantileSpread spread =
        new QuantileSpread(value -> requests.began(0, Math.round(value * unit), ""));
    while (lines.next()) {
      String line = lines.text().strip();
      if (line.isEmpty() || line.startsWith("#") || line.startsWith("Value")) {
        continue;
      }
      PercentileLine.of(line)
          .ifPresentOrElse(
              spread::add,
              () -> requests.skip("no value with its percentile", lines.number(), line));
    }
  }
}
