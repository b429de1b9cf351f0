package io.anteroom.report.html;

import io.anteroom.report.facts.Report;
import io.anteroom.report.facts.ReportHead;
import io.anteroom.report.facts.Section;
import io.jstach.jstache.JStache;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that needs nothing but itself: styles, scripts, the chart library and the data are in it,
 * and its policy lets a browser run and load nothing else. Without charts it has no scripts.
 */
@JStache(path = "io/anteroom/report/html/shell.mustache")
public record PageShell(Report report) {
  /** Where the template leaves room for the library. No text before it can hold such a tag. */
  private static final String LIBRARY_START = "<script>";

  /** A section, whose blocks know how they look. */
  record Part(String id, String heading, List<HtmlBlock> blocks) {
    static Part of(Section section) {
      return new Part(
          section.id(), section.heading(), section.blocks().stream().map(HtmlBlock::new).toList());
    }
  }

  /**
   * Writes the whole page; the stream stays open.
   *
   * @throws IOException if the stream fails
   */
  public void write(OutputStream out) throws IOException {
    String page = PageShellRenderer.of().execute(this);
    if (!drawn()) {
      out.write(page.getBytes(StandardCharsets.UTF_8));
      return;
    }
    int library = page.indexOf(LIBRARY_START) + LIBRARY_START.length();
    out.write(page.substring(0, library).getBytes(StandardCharsets.UTF_8));
    Inlined.LIBRARY.writeTo(out);
    out.write(page.substring(library).getBytes(StandardCharsets.UTF_8));
  }

  ReportHead head() {
    return report.head();
  }

  String subtitle() {
    return String.join(" · ", report.head().about());
  }

  List<Sentence> says() {
    return report.head().says().stream().map(Sentence::of).toList();
  }

  boolean drawn() {
    return report.charts() != null;
  }

  boolean tiled() {
    return !report.head().tiles().isEmpty();
  }

  List<Part> parts() {
    return report.sections().stream().map(Part::of).toList();
  }

  /** In a script element nothing may look like its end; JSON can say "less than" otherwise. */
  @Nullable String embeddedData() {
    return report.charts() == null ? null : report.charts().json().replace("<", "\\u003c");
  }

  String styles() {
    return Inlined.STYLES.text();
  }

  String scripts() {
    return Inlined.SCRIPTS.text();
  }

  /**
   * What the browser may do. The chart library sets styles by script only, which needs no leave.
   */
  String policy() {
    String scripts =
        report.charts() == null
            ? ""
            : "; script-src " + Inlined.LIBRARY.hash() + " " + Inlined.SCRIPTS.hash();
    return "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src "
        + Inlined.STYLES.hash()
        + scripts;
  }
}
