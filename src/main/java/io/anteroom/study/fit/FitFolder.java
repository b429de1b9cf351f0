package io.anteroom.study.fit;

import io.anteroom.result.store.StoredFile;
import io.anteroom.study.fit.reader.Requests;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what a fit leaves behind: a scenario that runs as it is, its data, and the fit itself. */
public final class FitFolder {
  private final Path folder;

  /** In that folder. */
  public FitFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes all of it.
   *
   * @param requests with their holds
   */
  public void write(Fit fit, Requests requests) throws IOException {
    StoredFile.FIT.write(folder, Fit.JSON.write(fit));
    StoredFile.SCENARIO.write(folder, scenario(fit));
    try (Writer arrivals = Files.newBufferedWriter(StoredFile.FITTED_ARRIVALS.in(folder));
        Writer holds = Files.newBufferedWriter(StoredFile.FITTED_HOLDS.in(folder))) {
      for (int i = 0; i < requests.size(); i++) {
        line(arrivals, requests.start(i));
        line(holds, requests.duration(i));
      }
    }
  }

  private static void line(Writer writer, long nanos) throws IOException {
    writer.write(Long.toString(nanos));
    writer.write("ns\n");
  }

  /** What it assumes stands before it as comments. */
  private static String scenario(Fit fit) {
    StringBuilder text = new StringBuilder();
    fit.assumptions().forEach(one -> text.append("# ").append(one).append('\n'));
    fit.scenario()
        .forEach(
            (key, value) ->
                text.append(key)
                    .append(": ")
                    .append(value.matches("\\d+") ? value : "\"" + value + "\"")
                    .append('\n'));
    return text.toString();
  }
}
