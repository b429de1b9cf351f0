package io.anteroom.bench;

import io.anteroom.bench.Finding.Counted;
import io.anteroom.result.Outcome;
import io.anteroom.result.RunResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Whether a hundred thousand arrivals a second are served as they were offered. */
final class OpenModel implements GradualBenchmark {
  private static final Aim AIM = Aim.atMost(0.5);
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final double PERCENT = 100;

  @Override
  public String name() {
    return "open-model";
  }

  @Override
  public void measure(Size size, Consumer<Finding> found) throws Exception {
    for (String arrivals : List.of("constant", "poisson")) {
      measure(size, arrivals, found);
    }
  }

  private static void measure(Size size, String arrivals, Consumer<Finding> found)
      throws Exception {
    boolean full = size == Size.FULL;
    String rate = arrivals + (full ? ":100000/s" : ":200/s");
    List<Double> achieved = new ArrayList<>();
    List<Double> deviations = new ArrayList<>();
    List<Double> costs = new ArrayList<>();
    for (int run = 0; run < (full ? 3 : 1); run++) {
      Anteroom.Done done = Anteroom.run(size, LIMIT, arguments(rate, full ? "10s" : "1s"));
      RunResult result = done.result();
      if (full && result.outcome() != Outcome.COMPLETED) {
        throw new IllegalStateException(result.outcome() + ": " + result.explanation());
      }
      double share = result.achievedPerSecond() / result.offeredPerSecond();
      achieved.add(result.achievedPerSecond());
      deviations.add(Math.abs(share - 1) * PERCENT);
      costs.add((double) done.cost().cpuNanos());
    }
    found.accept(new Counted(rate + ": achieved", "/s", achieved, null));
    found.accept(new Counted(rate + ": achieved is off the offered by", "%", deviations, AIM));
    found.accept(new Counted(rate + ": CPU time of the process", "ns", costs, null));
  }

  private static List<String> arguments(String arrivals, String duration) {
    return List.of(
        "--arrivals",
        arrivals,
        "--duration",
        duration,
        "--hold",
        "fixed:100us",
        "--rooms",
        "1000",
        "--mode",
        "semaphore",
        "--jfr",
        "off");
  }
}
