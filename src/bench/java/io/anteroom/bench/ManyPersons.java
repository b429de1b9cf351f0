package io.anteroom.bench;

import com.sun.management.OperatingSystemMXBean;
import io.anteroom.bench.Finding.Counted;
import io.anteroom.bench.Finding.Skipped;
import io.anteroom.result.FigureText;
import io.anteroom.result.Outcome;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Interval;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A whole run, started as users do, of so many persons that come at once. Those who have a room
 * hold it until all the others must be waiting: nobody leaves before. Then arrivals are over, and
 * soon the run, which has to count everybody who still waits.
 */
final class ManyPersons implements GradualBenchmark {
  private static final Duration LIMIT = Duration.ofMinutes(60);

  private final String name;
  private final ThreadTracking crowd;

  /**
   * Who comes.
   *
   * @param waiting who have to wait, besides those who find a room
   * @param holdSeconds at least as long as it takes all to come
   * @param memoryBytes that the machine must have
   * @param runs how often they come, each time to a JVM of its own
   * @param peak the aim for what is resident at most; null: none
   */
  private record ThreadTracking(
      int waiting, int rooms, int holdSeconds, long memoryBytes, int runs, @Nullable Aim peak) {
    int persons() {
      return waiting + rooms;
    }
  }

  private ManyPersons(String name, ThreadTracking crowd) {
    this.name = name;
    this.crowd = crowd;
  }

  /** A million who wait at once. */
  static ManyPersons million() {
    return new ManyPersons(
        "million-waiting",
        new ThreadTracking(1_000_000, 10_000, 8, 4_000_000_000L, 3, Aim.atMost(1e9)));
  }

  /** Ten millions: as many as a machine with 24 GiB may hold. */
  static ManyPersons tenMillion() {
    return new ManyPersons(
        "ten-million", new ThreadTracking(10_000_000, 10_000, 120, 20L << 30, 1, null));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void measure(Size size, Consumer<Finding> found) throws Exception {
    ThreadTracking coming =
        switch (size) {
          case FULL -> crowd;
          case TINY -> new ThreadTracking(2_000, 500, 1, 0, 1, null);
        };
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    String persons = FigureText.count(coming.persons()) + " persons";
    if (system.getTotalMemorySize() < coming.memoryBytes()) {
      String needed = FigureWords.measured((double) coming.memoryBytes(), "bytes");
      found.accept(new Skipped(persons, "it takes a machine with %s of memory".formatted(needed)));
      return;
    }
    List<Anteroom.Done> runs = new ArrayList<>();
    for (int run = 0; run < coming.runs(); run++) {
      Anteroom.Done done = Anteroom.run(size, LIMIT, arguments(coming));
      requireAll(done.result(), coming.persons());
      runs.add(done);
    }
    found.accept(
        counted(
            persons + ": most waiting at once",
            "persons",
            runs,
            done -> most(done.result()),
            null));
    if (runs.getFirst().cost().peakBytes() > 0) {
      found.accept(
          counted(
              persons + ": peak memory",
              "bytes",
              runs,
              done -> done.cost().peakBytes(),
              coming.peak()));
    } else {
      found.accept(new Skipped(persons + ": peak memory", "it takes Linux"));
    }
    found.accept(
        counted(persons + ": wall time", "ns", runs, done -> done.cost().wallNanos(), null));
    found.accept(counted(persons + ": CPU time", "ns", runs, done -> done.cost().cpuNanos(), null));
  }

  private static List<String> arguments(ThreadTracking coming) {
    return List.of(
        "--persons",
        Integer.toString(coming.persons()),
        "--rooms",
        Integer.toString(coming.rooms()),
        "--hold",
        "fixed:" + coming.holdSeconds() + "s",
        "--duration",
        coming.holdSeconds() + "s",
        "--mode",
        "semaphore",
        "--jfr",
        "off");
  }

  private static void requireAll(RunResult result, int persons) {
    long counted = result.visits().completed() + result.visits().censored();
    if (result.outcome() != Outcome.COMPLETED || counted != persons) {
      throw new IllegalStateException(
          "%s: %d of %d visits counted, %s"
              .formatted(result.outcome(), counted, persons, result.explanation()));
    }
  }

  /** Over a second each. */
  private static double most(RunResult result) {
    return result.intervals().stream().mapToDouble(Interval::waiting).max().orElse(0);
  }

  private static Counted counted(
      String what,
      String unit,
      List<Anteroom.Done> runs,
      ToDoubleFunction<Anteroom.Done> figure,
      @Nullable Aim aim) {
    return new Counted(what, unit, runs.stream().map(figure::applyAsDouble).toList(), aim);
  }
}
