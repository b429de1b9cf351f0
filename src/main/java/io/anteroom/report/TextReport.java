package io.anteroom.report;

import io.anteroom.expectation.Verdict;
import io.anteroom.result.FigureText;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The summary for a person at a terminal: plain text, 80 columns wide. */
public final class TextReport implements ReportFormat {
  private final Style style;
  private final List<Verdict> verdicts;
  private final @Nullable Path folder;

  /**
   * A summary that tells more than the run itself knows.
   *
   * @param verdicts what came of the expectations
   * @param folder where the results are; null: nowhere
   */
  public TextReport(Style style, List<Verdict> verdicts, @Nullable Path folder) {
    this.style = style;
    this.verdicts = List.copyOf(verdicts);
    this.folder = folder;
  }

  /** A summary of the run alone. */
  public TextReport(Style style) {
    this(style, List.of(), null);
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
    printOutcome(run, page);
    LatencyTable.print(run.result(), page);
    page.blank();
    WaitDrawing.print(run.histograms().wait, page);
    new FigureLines(run, page).print();
    VerdictLines held = new VerdictLines(page);
    held.printChecks(run.result().checks());
    held.printExpectations(verdicts);
    printOrigin(run, page);
    return page.text();
  }

  private void printTitle(Run run, Page page) {
    page.line(style.strong(run.scenario().name()));
    Page.wrap(Page.parts(ScenarioLine.parts(run.scenario())), Page.WIDTH)
        .forEach(line -> page.line(style.faint(line)));
    page.blank();
  }

  private void printOutcome(Run run, Page page) {
    RunResult result = run.result();
    Mark mark =
        switch (result.outcome()) {
          case COMPLETED -> Mark.GOOD;
          case INTERRUPTED -> Mark.UNCLEAR;
          case STUCK, SATURATED, INVALID -> Mark.BAD;
        };
    String measured = " · measured for " + FigureText.duration(result.windowNanos());
    page.line(mark.in(style) + " " + style.strong(result.outcome().word()) + style.faint(measured));
    if (!result.explanation().isBlank()) {
      page.paragraph(2, result.explanation());
    }
    page.paragraph(2, Advice.of(run));
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
