package io.anteroom.report;

import io.anteroom.result.Run;
import io.anteroom.result.VerdictRecord;
import io.anteroom.result.store.StoredRun;
import io.anteroom.result.verdict.RunVerdict;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The result and the verdict on it, for programs. */
public final class JsonReport implements ReportFormat {
  @Override
  public String name() {
    return "json";
  }

  @Override
  public String meaning() {
    return "every figure, for programs";
  }

  /** The whole document, ending in a line feed. */
  public static String text(Run run) {
    return StoredRun.RESULT.write(
        run.result(), "verdict", VerdictRecord.class, RunVerdict.of(run).toRecord());
  }

  @Override
  public void write(Run run, OutputStream out) throws IOException {
    out.write(text(run).getBytes(StandardCharsets.UTF_8));
  }
}
