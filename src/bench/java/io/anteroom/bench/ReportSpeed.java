package io.anteroom.bench;

import io.anteroom.bench.Finding.Counted;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** How long it takes to make the report of a stored run again, as a whole process. */
final class ReportSpeed implements GradualBenchmark {
  private static final Aim AIM = Aim.atMost(1.5);
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @Override
  public String name() {
    return "report-speed";
  }

  @Override
  public void measure(Size size, Consumer<Finding> found) throws Exception {
    boolean full = size == Size.FULL;
    String visits = full ? "1,000,000" : "1,000";
    try (Scratch scratch = Scratch.create()) {
      Path run = run(size, full ? "1000" : "10", scratch);
      for (String format : List.of("html", "text")) {
        List<Double> seconds = new ArrayList<>();
        List<Double> processorSeconds = new ArrayList<>();
        for (int i = 0; i < (full ? 7 : 1); i++) {
          Command.Cost cost = report(size, run, format);
          seconds.add(cost.wallNanos() / 1e9);
          processorSeconds.add(cost.cpuNanos() / 1e9);
        }
        String what = "report of %s visits, %s".formatted(visits, format);
        found.accept(new Counted(what + ": wall time", "s", seconds, AIM));
        found.accept(new Counted(what + ": CPU time", "s", processorSeconds, null));
      }
    }
  }

  private static Path run(Size size, String visits, Scratch scratch)
      throws IOException, InterruptedException {
    Command command =
        Anteroom.command(
                size,
                List.of("run", "--persons", size == Size.FULL ? "1000" : "100", "--rooms", "64"))
            .and(List.of("--visits", visits, "--hold", "fixed:0s", "--quiet", "--no-page"))
            .and(Anteroom.into(scratch));
    return Anteroom.only(scratch.folder(), command, command.run(LIMIT).orFail(command));
  }

  private static Command.Cost report(Size size, Path run, String format)
      throws IOException, InterruptedException {
    Command command = Anteroom.command(size, List.of("report", run.toString(), "--format", format));
    Command.Ended ended = command.time(LIMIT).orFail(command);
    if (ended.output().isBlank()) {
      throw new IllegalStateException("an empty report");
    }
    return ended.cost();
  }
}
