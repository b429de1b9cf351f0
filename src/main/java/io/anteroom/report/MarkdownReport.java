package io.anteroom.report;

import io.anteroom.result.Check;
import io.anteroom.result.FigureText;
import io.anteroom.result.FlightReport.Site;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.metric.Verdict;
import io.anteroom.scenario.ScenarioText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The run as GitHub-flavoured Markdown, for issues, pull requests and READMEs. */
public final class MarkdownReport implements ReportFormat {
  private static final int MOST_SITES = 20;

  @Override
  public String name() {
    return "markdown";
  }

  @Override
  public void write(Run run, OutputStream out) throws IOException {
    out.write(text(run).getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Run run) {
    Markdown page = new Markdown();
    RunHead head = RunHead.of(run);
    addAnswer(run, head, page);
    addWaits(run.result(), page);
    MarkdownFacts figures = new MarkdownFacts();
    new FigureLines(run, figures).print();
    page.heading(2, "Figures").table(List.of("", ""), false, figures.rows());
    addPins(run.result().pinning().sites(), page);
    addVerdicts(run.result(), head.verdict().expectations(), page);
    addScenario(run, page);
    return page.text();
  }

  private static void addAnswer(Run run, RunHead head, Markdown page) {
    page.heading(1, run.scenario().name());
    page.paragraph(Markdown.escaped(Page.parts(ScenarioLine.parts(run.scenario()))));
    page.paragraph(
        "**%s %s** · %s"
            .formatted(
                head.mark().in(Style.PLAIN),
                Markdown.escaped(head.headline()),
                Markdown.escaped(head.ended())));
    if (!head.details().isBlank()) {
      page.paragraph("> " + Markdown.escaped(head.details()));
    }
    page.paragraph(Markdown.escaped(head.advice()));
  }

  private static void addWaits(RunResult result, Markdown page) {
    List<List<String>> rows = new ArrayList<>();
    for (LatencyTable.Row row : LatencyTable.rows(result)) {
      String label = row.below() ? "*" + row.label() + "*" : "**" + row.label() + "**";
      rows.add(Stream.concat(Stream.of(label), row.cells().stream()).toList());
    }
    List<String> headings =
        Stream.concat(Stream.of(""), LatencyTable.headings(result).stream()).toList();
    page.heading(2, "How long visits took").table(headings, true, rows);
  }

  private static void addPins(List<Site> sites, Markdown page) {
    if (sites.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (Site site : sites.subList(0, Math.min(sites.size(), MOST_SITES))) {
      String reason = site.reasons().isEmpty() ? "" : site.reasons().getFirst().reason();
      rows.add(
          List.of(
              Markdown.inCode(site.frame()),
              Markdown.escaped(reason),
              FigureText.count(site.count()),
              FigureText.duration(site.nanos()),
              FigureText.duration(site.largestNanos())));
    }
    page.heading(2, "What pinned carriers")
        .table(List.of("first frame", "reason", "times", "in all", "longest"), false, rows);
    if (sites.size() > MOST_SITES) {
      page.paragraph(FigureText.count(sites.size() - MOST_SITES) + " more in `result.json`.");
    }
  }

  private static void addVerdicts(RunResult result, List<Verdict> expectations, Markdown page) {
    List<List<String>> rows = new ArrayList<>();
    for (Check check : result.checks()) {
      Mark mark =
          switch (check.verdict()) {
            case PASSED -> Mark.GOOD;
            case FAILED -> Mark.BAD;
            case NOT_JUDGED -> Mark.UNCLEAR;
          };
      rows.add(row(mark, VerdictLines.text(check)));
    }
    expectations.stream()
        .map(verdict -> row(VerdictLines.mark(verdict), verdict.text()))
        .forEach(rows::add);
    if (!rows.isEmpty()) {
      page.heading(2, "Checks and expectations").table(List.of("", ""), false, rows);
    }
  }

  private static List<String> row(Mark mark, String text) {
    return List.of(mark.in(Style.PLAIN), Markdown.escaped(text));
  }

  private static void addScenario(Run run, Markdown page) {
    page.heading(2, "Run it again")
        .paragraph("With this as `scenario.yaml`:")
        .code("yaml", ScenarioText.write(run.scenario()))
        .code("sh", "./anteroom run scenario.yaml")
        .paragraph(
            Markdown.escaped(
                "Schedule %s · Anteroom %s · JDK %s · %s"
                    .formatted(
                        run.result().scheduleChecksum(),
                        run.result().environment().anteroom(),
                        run.result().environment().jdk(),
                        run.result().environment().os())));
  }
}
