package io.anteroom.report;

import java.util.List;
import java.util.Optional;

/** The catalogue of report formats. A new format is one class and one line here. */
public final class ReportFormats {
  private static final List<ReportFormat> ALL =
      List.of(
          new TextReport(Style.PLAIN),
          new JsonReport(),
          new HgrmReport(),
          new HlogReport(),
          new CsvReport(),
          new JUnitReport(),
          new ReplicationsReport(),
          new VisitsReport(),
          new HtmlReport(),
          new MarkdownReport(),
          new SvgReport());

  private ReportFormats() {}

  /** Every format, in the catalogue's order. */
  public static List<ReportFormat> all() {
    return ALL;
  }

  public static Optional<ReportFormat> find(String name) {
    return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
  }
}
