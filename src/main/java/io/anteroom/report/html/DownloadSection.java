package io.anteroom.report.html;

import io.anteroom.report.html.RunData.Download;
import io.jstach.jstache.JStache;
import java.util.List;

/** The raw data: files in the page, and files that lie beside it. */
@JStache(path = "io/anteroom/report/html/downloads.mustache")
public record DownloadSection(List<Download> files) implements Section {
  public DownloadSection {
    files = List.copyOf(files);
  }

  @Override
  public String id() {
    return "raw-data";
  }

  @Override
  public String heading() {
    return "Raw data";
  }

  @Override
  public String html() {
    return DownloadSectionRenderer.of().execute(this);
  }
}
