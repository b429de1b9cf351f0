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

  public FitFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes all of it. Where the hold of each request is known, it stands beside its arrival.
   *
   * @throws IOException if the folder can't be written to
   */
  public void write(Fitter.Fitted fitted) throws IOException {
    Fit fit = fitted.fit();
    Requests requests = fitted.arrivals();
    Requests known = fitted.holds();
    boolean paired = known.size() == requests.size();
    StoredFile.FIT.write(folder, Fit.JSON.write(fit));
    StoredFile.SCENARIO.write(folder, scenario(fit));
    try (Writer arrivals = Files.newBufferedWriter(StoredFile.FITTED_ARRIVALS.in(folder));
        Writer holds = Files.newBufferedWriter(StoredFile.FITTED_HOLDS.in(folder))) {
      if (paired) {
        arrivals.write("arrival,hold\n");
      }
      for (int i = 0; i < requests.size(); i++) {
        arrivals.write(nanos(requests.start(i)));
        arrivals.write(paired ? "," + nanos(known.duration(i)) + "\n" : "\n");
      }
      for (int i = 0; i < known.size(); i++) {
        holds.write(nanos(known.duration(i)));
        holds.write('\n');
      }
    }
  }

  private static String nanos(long nanos) {
    return nanos + "ns";
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
