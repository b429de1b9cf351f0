package io.anteroom.report;

import io.anteroom.result.ResultJson;
import io.anteroom.result.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The result as {@link ResultJson} writes it: for programs. */
public final class JsonReport implements ReportFormat {
  @Override
  public String name() {
    return "json";
  }

  @Override
  public void write(Run run, OutputStream out) throws IOException {
    out.write(ResultJson.write(run.result()).getBytes(StandardCharsets.UTF_8));
  }
}
