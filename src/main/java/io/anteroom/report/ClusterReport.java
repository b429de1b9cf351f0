package io.anteroom.report;

import io.anteroom.result.FigureText;
import io.anteroom.study.cluster.ClusterState;
import io.anteroom.study.cluster.SweepRecord;
import io.anteroom.study.cluster.WorkerRecord;
import java.util.Locale;

/** A cluster as text: who works, and what there is to do. */
public final class ClusterReport {
  /** Of a checksum: so many tell plugins apart. */
  private static final int LETTERS = 8;

  private final Style style;

  public ClusterReport(Style style) {
    this.style = style;
  }

  /** The text, in lines. */
  public String text(ClusterState state) {
    StringBuilder text = new StringBuilder();
    text.append(style.strong(FigureText.count(state.workers().size(), "worker"))).append('\n');
    for (WorkerRecord worker : state.workers()) {
      text.append(line(worker));
    }
    text.append(style.strong(FigureText.count(state.sweeps().size(), "sweep"))).append('\n');
    for (SweepRecord sweep : state.sweeps()) {
      text.append(line(sweep));
      if (sweep.failure() != null) {
        text.append("      failed: ").append(sweep.failure()).append('\n');
      }
    }
    if (!state.sweeps().isEmpty() && state.workers().stream().allMatch(WorkerRecord::silent)) {
      text.append("Nobody works: start anteroom worker --cluster URL on a machine.\n");
    }
    return text.toString();
  }

  private static String line(WorkerRecord worker) {
    String load =
        worker.load() == null ? "" : String.format(Locale.ROOT, ", load %.2f", worker.load());
    String plugins =
        worker.plugins() == null ? "" : ", plugins " + worker.plugins().substring(0, LETTERS);
    String now =
        worker.silent()
            ? String.format(Locale.ROOT, "silent for %.0f s", worker.secondsSinceSeen())
            : worker.running().isEmpty() ? "idle" : "runs " + String.join(", ", worker.running());
    return String.format(
        Locale.ROOT,
        "  %s  %d cores, JDK %s, Anteroom %s%s%s%n      %s%n",
        worker.worker(),
        worker.cores(),
        String.join(", ", worker.jdks()),
        worker.version(),
        plugins,
        load,
        now);
  }

  private static String line(SweepRecord sweep) {
    return String.format(
        Locale.ROOT,
        "  %s  %s, %s, Anteroom %s%n"
            + "      batches: %,d wait, %,d run, %,d to be gathered, %,d failed%n",
        sweep.sweep(),
        FigureText.count(sweep.cells(), "cell"),
        sweep.clock().equals("wall") ? "real time" : "simulated",
        sweep.version(),
        sweep.batches().waiting(),
        sweep.batches().running(),
        sweep.batches().finished(),
        sweep.batches().failed());
  }
}
