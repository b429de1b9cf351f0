package io.anteroom.study.fit;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import org.apache.commons.numbers.gamma.LogGamma;

/** Requests made by processes that are known. Times are in nanoseconds. */
final class Synthetic {
  static final double MEAN_GAP = 10e6;

  private static final double MEAN_HOLD = 30e6;

  /** How arrivals come. */
  enum Arrivals {
    POISSON,
    EVEN,
    BURSTY,
    CHANGING,
    CLOSED
  }

  /** How long holds are. */
  enum Law {
    EXPONENTIAL(random -> Math.round(exponential(random, MEAN_HOLD)), Map.of("mean", MEAN_HOLD)),
    LOGNORMAL(
        random -> Math.round(18e6 * Math.exp(0.9 * gaussian(random))),
        Map.of("mean", 18e6 * Math.exp(0.405), "cv", Math.sqrt(Math.expm1(0.81)))),
    GAMMA(random -> Math.round(phases(random)), Map.of("mean", MEAN_HOLD, "shape", 3.0)),
    PARETO(
        random -> Math.round(18e6 * Math.pow(1 - random.nextDouble(), -1 / 2.5)),
        Map.of("least", 18e6, "alpha", 2.5)),
    WEIBULL(
        random -> Math.round(30e6 * Math.pow(-Math.log(1 - random.nextDouble()), 1 / 0.6)),
        Map.of("mean", 30e6 * Math.exp(LogGamma.value(1 + 1 / 0.6)), "shape", 0.6)),
    HYPEREXPONENTIAL(
        random -> Math.round(exponential(random, random.nextDouble() < 0.85 ? 8e6 : 150e6)),
        Map.of("share", 0.85, "shorter", 8e6, "longer", 150e6));

    @SuppressWarnings("ImmutableEnumChecker") // Every draw is a function without state.
    private final ToLongFunction<SplittableRandom> draw;

    /** By their names; times in nanoseconds. */
    @SuppressWarnings("ImmutableEnumChecker") // Nobody can change what Map.of makes.
    final Map<String, Double> parameters;

    Law(ToLongFunction<SplittableRandom> draw, Map<String, Double> parameters) {
      this.draw = draw;
      this.parameters = parameters;
    }

    long draw(SplittableRandom random) {
      return Math.max(draw.applyAsLong(random), 1);
    }
  }

  final long[] starts;
  final long[] durations;

  private Synthetic(int count) {
    this.starts = new long[count];
    this.durations = new long[count];
  }

  static Synthetic of(Arrivals process, Law law, int count, long seed) {
    Synthetic made = new Synthetic(count);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      made.durations[i] = law.draw(random);
    }
    if (process == Arrivals.CLOSED) {
      made.loop(8, random);
      return made;
    }
    double time = 0;
    for (int i = 0; i < count; i++) {
      time += gap(process, time, random);
      made.starts[i] = (long) time;
    }
    return made;
  }

  private static double gap(Arrivals process, double time, SplittableRandom random) {
    return switch (process) {
      case POISSON, CLOSED -> exponential(random, MEAN_GAP);
      case EVEN -> MEAN_GAP * (0.8 + 0.4 * random.nextDouble());
      case BURSTY -> exponential(random, random.nextDouble() < 0.9 ? MEAN_GAP / 5 : MEAN_GAP * 8);
      case CHANGING -> exponential(random, MEAN_GAP / (1 + 0.6 * Math.sin(time / 4e9)));
    };
  }

  /** Each of the persons begins again at once. */
  private void loop(int persons, SplittableRandom random) {
    PriorityQueue<Long> free = new PriorityQueue<>();
    for (int i = 0; i < persons; i++) {
      free.add(random.nextLong(1_000_000));
    }
    for (int i = 0; i < starts.length; i++) {
      starts[i] = free.remove();
      free.add(starts[i] + durations[i]);
    }
  }

  /** The same with the waiting for so many rooms in the durations, by simulation. */
  Synthetic served(int rooms) {
    Synthetic served = new Synthetic(starts.length);
    PriorityQueue<Long> free = new PriorityQueue<>();
    for (int i = 0; i < rooms; i++) {
      free.add(0L);
    }
    for (int i = 0; i < starts.length; i++) {
      long entry = Math.max(starts[i], free.remove());
      free.add(entry + durations[i]);
      served.starts[i] = starts[i];
      served.durations[i] = entry + durations[i] - starts[i];
    }
    return served;
  }

  /** The same, but whoever came last enters first. */
  Synthetic servedLastFirst(int rooms) {
    Synthetic served = new Synthetic(starts.length);
    PriorityQueue<Long> ends = new PriorityQueue<>();
    ArrayDeque<Integer> waiting = new ArrayDeque<>();
    int next = 0;
    while (next < starts.length || !waiting.isEmpty()) {
      boolean arrives = next < starts.length && (ends.isEmpty() || starts[next] < ends.element());
      long now = arrives ? starts[next] : ends.remove();
      if (arrives) {
        served.starts[next] = now;
        waiting.push(next++);
      }
      if (ends.size() < rooms && !waiting.isEmpty()) {
        int who = waiting.pop();
        ends.add(now + durations[who]);
        served.durations[who] = now + durations[who] - starts[who];
      }
    }
    return served;
  }

  private static double exponential(SplittableRandom random, double mean) {
    return -mean * Math.log(1 - random.nextDouble());
  }

  private static double phases(SplittableRandom random) {
    return exponential(random, 10e6) + exponential(random, 10e6) + exponential(random, 10e6);
  }

  private static double gaussian(SplittableRandom random) {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
