package io.anteroom.run.simulate;

import io.anteroom.modes.locking.JdkLocks;
import io.anteroom.modes.locking.ModeType;
import io.anteroom.scenario.Choice;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.Named;
import io.anteroom.scenario.Order;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.Settings;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A small scenario in simulated time, any combination of what can be simulated; one seed gives one
 * scenario. In half of them all times are whole milliseconds, so that many things happen at one
 * instant.
 */
final class RandomSimulation {
  /** Pools of libraries are left out: in simulated time they are semaphores. */
  private static final List<ModeTraits> MODES =
      JdkLocks.all().stream()
          .map(ModeType::traits)
          .filter(mode -> !(mode.discipline() instanceof Discipline.Unmodelled))
          .toList();

  private static final int MOST_VISITS = 200;

  private final SplittableRandom random;
  private final boolean wholeMillis;
  private final ModeTraits mode;
  private Settings settings = Settings.none().with(ScenarioKey.CLOCK, "simulated", "test");

  private RandomSimulation(long seed) {
    this.random = new SplittableRandom(seed);
    this.wholeMillis = random.nextBoolean();
    this.mode = any(MODES);
  }

  /** The scenario of that seed. */
  static Scenario of(long seed) {
    RandomSimulation scenario = new RandomSimulation(seed);
    scenario.facility();
    scenario.locking();
    if (scenario.random.nextBoolean()) {
      scenario.openModel();
    } else {
      scenario.closedModel();
    }
    if (scenario.chance(30)) {
      scenario.slowdown();
    }
    scenario.set(ScenarioKey.SEED, String.valueOf(scenario.random.nextLong()));
    return Simulations.scenario(scenario.settings);
  }

  private void facility() {
    set(ScenarioKey.ROOMS, String.valueOf(any(List.of(1, 1, 2, 2, 3, 4, 5, 6))));
    set(ScenarioKey.MODE, mode.name());
    Line line = any(mode.lines());
    set(ScenarioKey.LINE, line.word());
    if (line == Line.PER_ROOM) {
      set(ScenarioKey.CHOICE, anyWord(Choice.values()));
    }
  }

  private void locking() {
    if (mode.reads(ScenarioKey.TIMEOUT)) {
      set(ScenarioKey.TIMEOUT, wholeMillis ? millis(1, 6) : micros(300, 6_000));
    }
    if (mode.reads(ScenarioKey.RETRY) && random.nextBoolean()) {
      set(ScenarioKey.RETRY, duration());
    }
    if (mode.reads(ScenarioKey.READERS) && chance(70)) {
      set(ScenarioKey.READERS, any(List.of("0.3", "0.5", "0.8", "1")));
    } else if (mode.discipline() instanceof Discipline.InLine) {
      set(ScenarioKey.ORDER, any(List.of(Order.FIFO, Order.RANDOM, Order.LIFO)).word());
    }
    if (mode.has(ModeTraits.Trait.GIVES_UP) && chance(60)) {
      set(ScenarioKey.PATIENCE, chance(15) ? "fixed:0s" : duration());
    }
  }

  private void openModel() {
    set(ScenarioKey.HOLD, chance(5) ? "fixed:0s" : duration());
    set(ScenarioKey.ARRIVALS, wholeMillis || chance(20) ? arrivalsInStep() : arrivalsAtAnyTime());
    boolean lasting = random.nextBoolean();
    if (lasting) {
      set(ScenarioKey.DURATION, wholeMillis ? millis(1, 40) : micros(1_000, 40_000));
    }
    if (!lasting || random.nextBoolean()) {
      set(ScenarioKey.VISITS, String.valueOf(random.nextInt(1, 81)));
    }
    if (chance(40)) {
      set(ScenarioKey.LIMIT, String.valueOf(random.nextInt(1, 11)));
    }
  }

  private String arrivalsInStep() {
    return any(
        List.of(
            "constant:" + any(List.of(250, 500, 1_000, 2_000)) + "/s",
            "renewal:fixed:" + millis(1, 3),
            "renewal:empirical:" + Simulations.durations("gaps.durations"),
            "trace:" + Simulations.durations("batches.durations")));
  }

  private String arrivalsAtAnyTime() {
    return any(
        List.of(
            "poisson:" + random.nextInt(200, 2_500) + "/s",
            "constant:" + random.nextInt(200, 2_500) + "/s",
            "renewal:" + duration()));
  }

  private void closedModel() {
    set(ScenarioKey.ARRIVALS, random.nextBoolean() ? "closed" : "at-once");
    boolean unbounded = settings.get(ScenarioKey.PATIENCE).isEmpty() && chance(30);
    int persons = random.nextInt(1, unbounded ? 11 : 41);
    set(ScenarioKey.PERSONS, String.valueOf(persons));
    if (chance(60)) {
      set(ScenarioKey.THINK, chance(10) ? "fixed:0s" : duration());
    }
    if (unbounded) {
      set(ScenarioKey.HOLD, duration());
      set(ScenarioKey.DURATION, wholeMillis ? millis(1, 20) : micros(1_000, 20_000));
      return;
    }
    set(ScenarioKey.HOLD, chance(5) ? "fixed:0s" : duration());
    set(ScenarioKey.VISITS, String.valueOf(random.nextInt(1, MOST_VISITS / persons + 1)));
    if (random.nextBoolean()) {
      set(ScenarioKey.DURATION, wholeMillis ? millis(1, 40) : micros(1_000, 40_000));
    }
  }

  private void slowdown() {
    String at = wholeMillis ? millis(0, 30) : micros(0, 30_000);
    String lasting = wholeMillis ? millis(1, 15) : micros(1, 15_000);
    set(
        ScenarioKey.SLOWDOWN,
        "at=%s,for=%s,factor=%d".formatted(at, lasting, any(List.of(1, 2, 3, 10, 1_000_000))));
  }

  /** Any distribution of durations of some milliseconds, none of them always 0. */
  private String duration() {
    if (wholeMillis || chance(20)) {
      return random.nextBoolean()
          ? "fixed:" + millis(1, 6)
          : "empirical:" + Simulations.durations("whole.durations");
    }
    String mean = micros(1_000, 8_000);
    return any(
        List.of(
            "fixed:" + mean,
            "exponential:" + mean,
            "uniform:0ms.." + mean,
            "lognormal:" + mean + ",cv=1.5",
            "erlang:" + mean + ",k=3",
            "hyperexponential:" + mean + ",cv=2",
            "pareto:" + mean + ",alpha=2.5"));
  }

  private String millis(int least, int most) {
    return random.nextInt(least, most + 1) + "ms";
  }

  private String micros(int least, int most) {
    return random.nextInt(least, most + 1) + "us";
  }

  private void set(ScenarioKey key, String value) {
    settings = settings.with(key, value, "test");
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <E extends Enum<E> & Named> String anyWord(E[] values) {
    return any(List.of(values)).word();
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
