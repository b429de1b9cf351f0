package io.anteroom.report;

import io.anteroom.result.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The summary for a person at a terminal: plain text, 80 columns wide. */
public final class TextReport implements ReportFormat {

  private final Style style;
  private final @Nullable Path folder;

  /**
   * A summary that says where the results are.
   *
   * @param folder where they are; null: nowhere
   */
  public TextReport(Style style, @Nullable Path folder) {
    this.style = style;
    this.folder = folder;
  }

  /** A summary of the run alone. */
  public TextReport(Style style) {
    this(style, null);
  }

  @Override
  public String name() {
    return "text";
  }

  @Override
  public String meaning() {
    return "the summary, 80 columns wide";
  }

  @Override
  public void write(Run run, OutputStream out) throws IOException {
    out.write(text(run).getBytes(StandardCharsets.UTF_8));
  }

  /** The whole summary, ending in a line feed. */
  public String text(Run run) {
    return TextRenderer.text(RunFacts.of(run), style, folder);
  }
}
