package io.anteroom.report.html;

import io.jstach.jstache.JStache;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A page that needs nothing but itself: styles, scripts, the chart library and the data are in it,
 * and its policy lets a browser run and load nothing else.
 *
 * @param kind names the script that draws it
 * @param title what the page is about
 * @param lead what stands above the sections, as HTML
 * @param data for the scripts, as JSON
 */
@JStache(path = "io/anteroom/report/html/shell.mustache")
public record PageShell(
    String kind, String title, String lead, List<Section> sections, String data) {
  public PageShell {
    sections = List.copyOf(sections);
  }

  /**
   * Writes the whole page; the stream stays open.
   *
   * @throws IOException if the stream fails
   */
  public void write(OutputStream out) throws IOException {
    out.write(PageShellRenderer.of().execute(this).getBytes(StandardCharsets.UTF_8));
  }

  /** In a script element nothing may look like its end; JSON can say "less than" otherwise. */
  String embeddedData() {
    return data.replace("<", "\\u003c");
  }

  String styles() {
    return Inlined.STYLES.text();
  }

  String library() {
    return Inlined.LIBRARY.text();
  }

  String scripts() {
    return Inlined.SCRIPTS.text();
  }

  /**
   * What the browser may do. The chart library sets styles by script only, which needs no leave.
   */
  String policy() {
    return "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src "
        + Inlined.STYLES.hash()
        + "; script-src "
        + Inlined.LIBRARY.hash()
        + " "
        + Inlined.SCRIPTS.hash();
  }
}
