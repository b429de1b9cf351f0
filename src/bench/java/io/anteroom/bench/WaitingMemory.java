package io.anteroom.bench;

import com.sun.management.OperatingSystemMXBean;
import io.anteroom.bench.Finding.Compared;
import io.anteroom.bench.Finding.Counted;
import io.anteroom.bench.Finding.Pair;
import io.anteroom.bench.Finding.Skipped;
import io.anteroom.result.FigureText;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * What a waiting person takes of memory, against a bare virtual thread that is parked on a
 * semaphore: each crowd in a JVM of its own, with the options that the launcher gives to a run.
 *
 * <p>The figures are what N persons take less what a thousand take in another such JVM: by that,
 * the recorders and tables that a run has once are left out, and what each person adds remains.
 */
final class WaitingMemory implements GradualBenchmark {
  private static final Aim AIM = Aim.atMost(1.10);
  private static final Aim ALL = Aim.atLeast(100);
  private static final double PERCENT = 100;
  private static final Duration LIMIT = Duration.ofMinutes(15);

  /** Room for a person in the heap, with what a collector needs besides. */
  private static final long HEAP_BYTES_PER_PERSON = 2_500;

  private static final long MEMORY_BESIDES_HEAP = 2_000_000_000L;

  private static final int FEW = 1_000;

  /** What the JVM takes for its heap of the machine's memory unless it is told. */
  private static final int DEFAULT_PART = 4;

  /** What a process took, in bytes, or each of its persons; and how many of them it counted. */
  private record Use(double heap, double resident, double peak, double counted) {
    Use each(Use few, int persons) {
      return new Use(
          (heap - few.heap) / (persons - FEW),
          (resident - few.resident) / (persons - FEW),
          peak / persons,
          counted / persons * PERCENT);
    }
  }

  @Override
  public String name() {
    return "waiting-memory";
  }

  @Override
  public void measure(Size size, Consumer<Finding> found) throws Exception {
    switch (size) {
      case FULL -> {
        compare(size, 100_000, 3, found);
        compare(size, 1_000_000, 3, found);
        compare(size, 5_000_000, 1, found);
      }
      case TINY -> compare(size, 20_000, 1, found);
    }
  }

  private static void compare(Size size, int persons, int pairs, Consumer<Finding> found)
      throws Exception {
    String waiting = FigureText.count(persons) + " waiting";
    long heap = persons * HEAP_BYTES_PER_PERSON;
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    if (system.getTotalMemorySize() < heap + MEMORY_BESIDES_HEAP) {
      found.accept(new Skipped("memory a person, " + waiting, needed(heap)));
      return;
    }
    List<String> options =
        heap > system.getTotalMemorySize() / DEFAULT_PART ? List.of("-Xmx" + heap) : List.of();
    List<Use> engine = new ArrayList<>();
    List<Use> bare = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      engine.add(each(size, "engine", persons, options));
      bare.add(each(size, "bare", persons, options));
    }
    found.accept(compared("live heap a person, " + waiting, engine, bare, Use::heap));
    found.accept(compared("resident memory a person, " + waiting, engine, bare, Use::resident));
    found.accept(
        new Counted(
            "persons accounted for after an interrupt, " + waiting,
            "%",
            engine.stream().map(Use::counted).toList(),
            ALL));
    found.accept(
        compared("peak of the whole process a person, " + waiting, engine, bare, Use::peak));
  }

  private static String needed(long heapBytes) {
    return "it takes a machine with %s of memory"
        .formatted(FigureWords.measured((double) (heapBytes + MEMORY_BESIDES_HEAP), "bytes"));
  }

  private static Use each(Size size, String who, int persons, List<String> options)
      throws Exception {
    Use few = once(size, who, FEW, options);
    return once(size, who, persons, options).each(few, persons);
  }

  private static Use once(Size size, String who, int persons, List<String> options)
      throws Exception {
    try (Scratch scratch = Scratch.create()) {
      Command command =
          Anteroom.sameJvm(
              size,
              scratch,
              List.of("run", "--persons", Integer.toString(persons), "--jfr", "off"),
              options,
              List.of(WaitingPersons.class.getName(), who, Integer.toString(persons)));
      String[] figures = command.run(LIMIT).orFail(command).output().strip().split(" ", -1);
      return new Use(
          Double.parseDouble(figures[0]),
          Double.parseDouble(figures[1]),
          Double.parseDouble(figures[2]),
          Double.parseDouble(figures[3]));
    }
  }

  /** A few persons may fit into memory that was resident before: then there is nothing to tell. */
  private static Finding compared(
      String what, List<Use> engine, List<Use> bare, ToDoubleFunction<Use> part) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < engine.size(); i++) {
      double one = part.applyAsDouble(engine.get(i));
      double other = part.applyAsDouble(bare.get(i));
      if (one <= 0 || other <= 0) {
        return new Skipped(what, "it did not grow, or this is not Linux");
      }
      pairs.add(new Pair(one, other));
    }
    boolean judged = !what.startsWith("peak");
    return new Compared(
        what, "the engine", "parked virtual threads", "bytes", pairs, judged ? AIM : null);
  }
}
