package io.anteroom.scenario;

import io.anteroom.scenario.Scenario.Conduct;
import io.anteroom.scenario.Scenario.Demand;
import io.anteroom.scenario.Scenario.Facility;
import io.anteroom.scenario.Scenario.Locking;
import io.anteroom.scenario.Scenario.Stay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Valid scenarios without files, any combination of values; one seed gives one sequence. */
final class RandomScenario {
  private final SplittableRandom random;
  private ClockKind clock = ClockKind.WALL;

  RandomScenario(long seed) {
    this.random = new SplittableRandom(seed);
  }

  Scenario next() {
    ModeTraits mode = any(Given.MODES);
    clock =
        mode.discipline() instanceof Discipline.Unmodelled
            ? ClockKind.WALL
            : any(ClockKind.values());
    Demand demand = random.nextBoolean() ? open() : closed();
    Conduct conduct = conduct(demand.duration());
    return new Scenario(
        any(List.of("a", "unnamed", "1.5", "true", "x_y-z.0", "-", "none")),
        facility(mode),
        locking(mode),
        demand,
        new Stay(
            distribution(),
            any(Given.ACTIVITIES),
            mode.has(ModeTraits.Trait.GIVES_UP) ? maybe(distribution()) : null,
            Map.of(),
            slowdown(conduct)),
        conduct);
  }

  /** None where a steady state is looked for. */
  private @Nullable Slowdown slowdown(Conduct conduct) {
    return conduct.warmup() instanceof Warmup.Auto
        ? null
        : maybe(new Slowdown(duration(), duration(), random.nextDouble(1, 1_000_000)));
  }

  private Facility facility(ModeTraits mode) {
    Line line = any(mode.lines());
    Choice choice = line == Line.SHARED ? Choice.STICKY : any(Choice.values());
    return new Facility(random.nextInt(1, 1_000_001), line, choice);
  }

  private Locking locking(ModeTraits mode) {
    return new Locking(
        mode,
        orderIsFree(mode) ? any(List.of(Order.FIFO, Order.RANDOM, Order.LIFO)) : Order.FIFO,
        mode.reads(ScenarioKey.TIMEOUT) ? duration() : Duration.ZERO,
        mode.reads(ScenarioKey.RETRY) ? maybe(distribution()) : null,
        mode.reads(ScenarioKey.READERS) ? random.nextDouble() : 0);
  }

  private boolean orderIsFree(ModeTraits mode) {
    return clock == ClockKind.SIMULATED
        && mode.discipline() instanceof Discipline.InLine
        && !mode.reads(ScenarioKey.READERS);
  }

  private Demand open() {
    double perSecond = Math.pow(10, random.nextDouble(-6, 9));
    Arrivals arrivals =
        any(
            List.of(
                new Arrivals.Poisson(perSecond),
                new Arrivals.Constant(perSecond),
                new Arrivals.Batches(
                    new Arrivals.Poisson(perSecond),
                    new BatchSize.Geometric(random.nextDouble(1, 100))),
                new Stages(
                    List.of(
                        new RatePiece(duration(), perSecond, random.nextDouble()),
                        new RatePiece(duration(), 0, 0)),
                    random.nextBoolean(),
                    0),
                new Arrivals.Renewal(distribution())));
    Duration duration = maybe(duration());
    Long visits = duration == null ? Long.valueOf(visits()) : maybe(visits());
    return new Demand(arrivals, 0, visits, duration, maybe(random.nextInt(1, 1000)), null);
  }

  private Demand closed() {
    Arrivals arrivals = random.nextBoolean() ? new Arrivals.AtOnce() : new Arrivals.Closed();
    Duration duration = maybe(duration());
    Long visits = duration == null ? Long.valueOf(visits()) : maybe(visits());
    int persons = random.nextInt(1, 100_001);
    return new Demand(arrivals, persons, visits, duration, null, maybe(distribution()));
  }

  private Conduct conduct(@Nullable Duration duration) {
    Duration time = duration == null ? duration() : duration.dividedBy(2);
    Warmup share = new Warmup.Share(random.nextDouble());
    Warmup warmup = random.nextBoolean() ? share : new Warmup.Time(time);
    if (clock == ClockKind.SIMULATED) {
      return simulated(random.nextInt(5) == 0 ? new Warmup.Auto() : warmup);
    }
    return new Conduct(
        warmup,
        random.nextInt(1, 32_768),
        random.nextLong(),
        Duration.ofMillis(100).plus(duration()),
        any(List.of("off", "pinning", "contention", "full")),
        clock,
        1,
        expectations());
  }

  /** What does not apply to simulated time has its default. */
  private Conduct simulated(Warmup warmup) {
    return new Conduct(
        warmup,
        Given.PROCESSORS,
        random.nextLong(),
        Duration.ofSeconds(10),
        "off",
        clock,
        random.nextInt(2, 10_001),
        expectations());
  }

  private List<String> expectations() {
    return Stream.of("wait.p99 < 50ms", "# \"no\": \\ comment", "µ", "- x")
        .filter(expectation -> random.nextBoolean())
        .toList();
  }

  private Distribution distribution() {
    Duration mean = duration();
    double shape = 1 + random.nextDouble() * 999;
    return any(
        List.of(
            new Distribution.Fixed(mean),
            new Distribution.Exponential(mean),
            new Distribution.Uniform(Duration.ZERO, mean),
            new Distribution.Lognormal(mean, Math.pow(10, random.nextDouble(-9, 3))),
            new Distribution.Erlang(mean, random.nextInt(1, 1001)),
            new Distribution.Hyperexponential(mean, shape),
            new Gamma(mean, random.nextDouble(0.01, 10)),
            new Weibull(mean, random.nextDouble(0.2, 100)),
            new Distribution.Mixture(
                List.of(
                    new Distribution.Mixture.Part(0.9, new Distribution.Fixed(mean)),
                    new Distribution.Mixture.Part(0.1, new Distribution.Exponential(mean)))),
            new Distribution.Pareto(mean, Math.nextUp(shape))));
  }

  private Duration duration() {
    return Duration.ofNanos((long) Math.pow(10, random.nextDouble(0.5, 16)));
  }

  private long visits() {
    return random.nextLong(1, 10_000_001);
  }

  private <T> @Nullable T maybe(T value) {
    return random.nextBoolean() ? value : null;
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> T any(T[] values) {
    return any(List.of(values));
  }
}
