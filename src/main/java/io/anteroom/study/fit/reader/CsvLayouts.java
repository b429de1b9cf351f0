package io.anteroom.study.fit.reader;

import io.anteroom.scenario.DurationUnit;
import java.util.regex.Pattern;

/** Tables whose columns and units are known by the tool that writes them. */
final class CsvLayouts {
  /** The results of JMeter, with its column names; times are those of starts. */
  static final LogFormat JTL =
      new LogFormat(
          "jtl",
          "results of JMeter as CSV",
          head -> head.firstLine().contains("timeStamp,elapsed"),
          (input, options, requests) ->
              CsvFormat.read(input, options.withDefaultUnit(DurationUnit.MILLISECOND), requests));

  /** Starts since the test began. */
  static final LogFormat HEY =
      new LogFormat(
          "hey",
          "results of hey -o csv",
          head ->
              head.firstLine().startsWith("response-time,") && head.firstLine().endsWith(",offset"),
          of(
              new ReadOptions.Columns("offset", null, "response-time", null, null),
              DurationUnit.SECOND));

  /** Time, code, latency, bytes out and in, error, body, attack, number, method, URL, header. */
  private static final Pattern VEGETA_LINE = Pattern.compile("\\d{19},\\d{1,3},\\d+,\\d+,\\d+,.*");

  static final LogFormat VEGETA =
      new LogFormat(
          "vegeta-csv",
          "results of vegeta encode --to csv",
          head -> VEGETA_LINE.matcher(head.firstLine()).matches(),
          of(new ReadOptions.Columns("1", null, "3", null, "11"), DurationUnit.NANOSECOND));

  private CsvLayouts() {}

  private static LogFormat.Reading of(ReadOptions.Columns columns, DurationUnit unit) {
    return (input, options, requests) ->
        CsvFormat.read(input, options.with(columns).withDefaultUnit(unit), requests);
  }
}
