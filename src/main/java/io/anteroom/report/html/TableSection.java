package io.anteroom.report.html;

import io.jstach.jstache.JStache;

/**
 * A table that always shows.
 *
 * @param words how to read it
 */
@JStache(path = "io/anteroom/report/html/figures.mustache")
public record TableSection(String id, String heading, DataTable table, String words)
    implements Section {
  @Override
  public String html() {
    return TableSectionRenderer.of().execute(this);
  }
}
