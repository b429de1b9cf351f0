package io.anteroom.bench.peer;

import io.avaje.jsonb.Jsonb;
import io.avaje.jsonb.Types;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * {@code src/bench/peers/python/simpy_journey.py}: the journey of the scenario {@code
 * worker-and-connection}, simulated by SimPy (K. Müller, T. Vignaux and others, simpy.org).
 */
public final class SimPy {
  private static final String FILE = "simpy_journey.py";

  /** The second one is where Debian's package is, whichever Python comes first on the PATH. */
  private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

  private static final long LIMIT_MINUTES = 4;
  private static final Jsonb JSON = Jsonb.builder().build();

  private SimPy() {}

  /** What it needs and how to get it; empty: it is here. */
  public static Optional<String> missing() {
    return python().isPresent()
        ? Optional.empty()
        : Optional.of(
            "no python3 here has SimPy; install it (apt-get install python3-simpy3, or pip install"
                + " simpy)");
  }

  private static Optional<String> python() {
    return PYTHONS.stream().filter(python -> Tool.runs(python, "-c", "import simpy")).findFirst();
  }

  /**
   * Simulates so many journeys in a new process.
   *
   * @throws IllegalStateException if it is not here, fails, or does not end in time
   */
  public static SimulatedJourneys run(int journeys) throws IOException, InterruptedException {
    String python = python().orElseThrow(() -> new IllegalStateException(missing().orElse("")));
    // -B: no byte code beside the sources.
    Process process =
        new ProcessBuilder(
                python,
                "-B",
                Places.source("python").resolve(FILE).toString(),
                String.valueOf(journeys))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IllegalStateException(FILE + " failed, or did not end in time");
      }
      // One short line: it fits into the pipe.
      return read(
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
    } finally {
      process.destroyForcibly();
    }
  }

  private static SimulatedJourneys read(String line) {
    Map<String, Long> figures =
        JSON.<Map<String, Long>>type(Types.mapOf(Long.class)).fromJson(line);
    List<Long> inOrder =
        Stream.of(
                "journeys",
                "cpuNanos",
                "meanWorkerWaitNanos",
                "meanConnectionWaitNanos",
                "meanResponseNanos")
            .map(name -> Objects.requireNonNull(figures.get(name), name))
            .toList();
    return new SimulatedJourneys(
        inOrder.get(0), inOrder.get(1), inOrder.get(2), inOrder.get(3), inOrder.get(4));
  }
}
