package io.anteroom.report;

import io.anteroom.result.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The summary for a person at a terminal: plain text, 80 columns wide. */
public final class TextReport implements ReportFormat {
  private static final int INDENT = 2;

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
  public void write(Run run, OutputStream out) throws IOException {
    out.write(text(run).getBytes(StandardCharsets.UTF_8));
  }

  /** The whole summary, ending in a line feed. */
  public String text(Run run) {
    Page page = new Page(style);
    printTitle(run, page);
    RunHead head = RunHead.of(run);
    printHead(head, page);
    LatencyTable.print(run.result(), page);
    page.blank();
    WaitDrawing.print(run.histograms().wait, page);
    new FigureLines(run, page).print();
    VerdictLines held = new VerdictLines(page);
    held.printChecks(run.result().checks());
    held.printExpectations(head.verdict().expectations());
    printOrigin(run, page);
    return page.text();
  }

  private void printTitle(Run run, Page page) {
    page.line(style.strong(run.scenario().name()));
    Page.wrap(Page.parts(ScenarioLine.parts(run.scenario())), Page.WIDTH)
        .forEach(line -> page.line(style.faint(line)));
    page.blank();
  }

  /** A verdict of one word has how the run ended beside it, another one below it. */
  private void printHead(RunHead head, Page page) {
    if (head.verdict().reason().isEmpty()) {
      page.line(
          head.mark().in(style)
              + " "
              + style.strong(head.headline())
              + style.faint(" · " + head.ended()));
    } else {
      Iterator<String> lines = Page.wrap(head.headline(), Page.WIDTH - INDENT).iterator();
      page.line(head.mark().in(style) + " " + style.strong(lines.next()));
      lines.forEachRemaining(line -> page.line(" ".repeat(INDENT) + style.strong(line)));
      page.line(" ".repeat(INDENT) + style.faint(head.ended()));
    }
    if (!head.details().isBlank()) {
      page.paragraph(INDENT, head.details());
    }
    page.paragraph(INDENT, head.advice());
    page.blank();
  }

  private void printOrigin(Run run, Page page) {
    page.fact(
        "schedule", run.result().scheduleChecksum() + " · seed " + run.scenario().conduct().seed());
    if (folder != null) {
      page.line(page.label("results") + folder);
    }
  }
}
