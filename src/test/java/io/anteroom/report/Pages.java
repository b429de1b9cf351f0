package io.anteroom.report;

import io.anteroom.report.facts.Report;
import io.anteroom.report.html.PageShell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Pages as tests read them. */
final class Pages {
  private Pages() {}

  /** The whole page. */
  static String text(Report report) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new PageShell(report).write(bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** What stands above the sections. */
  static String lead(Report report) {
    String page = text(report);
    return page.substring(page.indexOf("<header>"), page.indexOf("<nav"));
  }

  /** What its scripts draw. */
  static String data(Report report) {
    return Objects.requireNonNull(report.charts()).json();
  }
}
