package io.anteroom.report;

import io.anteroom.report.facts.Report;
import io.anteroom.result.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The run as GitHub-flavoured Markdown. */
public final class MarkdownReport implements ReportFormat {
  @Override
  public String name() {
    return "markdown";
  }

  @Override
  public String meaning() {
    return "tables, for issues and wikis";
  }

  @Override
  public void write(Run run, OutputStream out) throws IOException {
    Report report = RunFacts.of(run).with(EnvironmentFacts.section(run.result().environment()));
    out.write(MarkdownRenderer.text(report).getBytes(StandardCharsets.UTF_8));
  }
}
