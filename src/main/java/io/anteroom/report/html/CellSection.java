package io.anteroom.report.html;

import io.jstach.jstache.JStache;

/**
 * The table of all cells, which a script makes of the page's {@link CellColumns}: there may be ten
 * thousand.
 *
 * @param words what to know before
 */
@JStache(path = "io/anteroom/report/html/cells.mustache")
public record CellSection(String words) implements Section {
  @Override
  public String id() {
    return "cells";
  }

  @Override
  public String heading() {
    return "All cells";
  }

  @Override
  public String html() {
    return CellSectionRenderer.of().execute(this);
  }
}
