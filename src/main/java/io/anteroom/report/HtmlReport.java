package io.anteroom.report;

import io.anteroom.report.facts.Block.Download;
import io.anteroom.report.html.PageShell;
import io.anteroom.result.Run;
import io.anteroom.result.store.StoredFile;
import io.anteroom.scenario.ScenarioText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One web page that needs nothing but itself: the answer, the charts, and the raw data to take
 * along. It is the same whether the run has just ended or was read from its results folder.
 */
public final class HtmlReport implements ReportFormat {
  /** A longer file is not put into the page, which leads to it beside itself. */
  private static final int MOST_CHARACTERS = 300_000;

  /** A log of more intervals takes too long to write only to find that it is too long. */
  private static final int MOST_INTERVALS = 60;

  @Override
  public String name() {
    return "html";
  }

  @Override
  public String meaning() {
    return "a page with charts, complete in one file";
  }

  @Override
  public void write(Run run, OutputStream out) throws IOException {
    new PageShell(RunFacts.page(run, downloads(run))).write(out);
  }

  private static List<Download> downloads(Run run) throws IOException {
    List<Download> downloads = new ArrayList<>();
    downloads.add(
        download(StoredFile.RESULT.fileName(), "application/json", text(new JsonReport(), run)));
    downloads.add(
        download(
            StoredFile.SCENARIO.fileName(),
            "application/yaml",
            ScenarioText.write(run.scenario())));
    downloads.add(download(StoredFile.METRICS.fileName(), "text/csv", text(new CsvReport(), run)));
    downloads.add(download(StoredFile.WAIT.fileName(), "text/plain", text(new HgrmReport(), run)));
    downloads.add(
        run.intervals().size() > MOST_INTERVALS
            ? new Download(StoredFile.HISTOGRAMS.fileName(), "text/plain", null)
            : download(
                StoredFile.HISTOGRAMS.fileName(), "text/plain", text(new HlogReport(), run)));
    return downloads;
  }

  private static Download download(String file, String type, String text) {
    @Nullable String embedded = text.length() <= MOST_CHARACTERS ? text : null;
    return new Download(file, type, embedded);
  }

  private static String text(ReportFormat format, Run run) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    format.write(run, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
