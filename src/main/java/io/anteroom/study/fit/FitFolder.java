package io.anteroom.study.fit;

import io.anteroom.result.store.StoredFile;
import io.anteroom.study.fit.reader.Requests;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes what a fit leaves behind: a scenario that runs as it is, and its data. */
public final class FitFolder {
  private final Path folder;

  /** In that folder. */
  public FitFolder(Path folder) {
    this.folder = folder;
  }

  /** Writes the times of all arrivals and the holds, in the order of arrival. */
  public void writeData(Requests requests) throws IOException {
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

  /** Writes a scenario with what it assumes as comments. */
  public void writeScenario(List<String> comments, Map<String, String> settings)
      throws IOException {
    StringBuilder text = new StringBuilder();
    comments.forEach(comment -> text.append("# ").append(comment).append('\n'));
    settings.forEach((key, value) -> text.append(key).append(": \"").append(value).append("\"\n"));
    Files.writeString(StoredFile.SCENARIO.in(folder), text);
  }
}
