package io.anteroom.run.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioText;
import io.anteroom.scenario.schedule.Schedule;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The fast simulators tell the same of every visit as the plain one. With {@code
 * -Danteroom.seeds=100000} more scenarios are tried, from {@code -Danteroom.firstSeed} on.
 */
class DifferentialTest {
  private static final long FIRST_SEED = Long.getLong("anteroom.firstSeed", 0);
  private static final long SEEDS = Long.getLong("anteroom.seeds", 1_000);

  /** A way to simulate. */
  @FunctionalInterface
  private interface Simulator {
    void run(Scenario scenario, Schedule schedule, VisitLog log);
  }

  /** A scenario in which two simulators differ. */
  private record Difference(long seed, Scenario scenario, int visits, String fates) {
    @Override
    public String toString() {
      return "seed %d%n%s%n- plain, + fast:%n%s"
          .formatted(seed, ScenarioText.write(scenario), fates);
    }
  }

  @Test
  void theCalendarAgreesVisitByVisit() {
    assertAgreement(
        seed ->
            difference(
                seed,
                (scenario, schedule, log) ->
                    new Calendar(scenario, schedule, schedule.newWindow(), log, false).run()));
  }

  @Test
  void theRecursionAgreesVisitByVisitWhereItApplies() {
    long applied = seeds().filter(seed -> Recursion.applies(RandomSimulation.of(seed))).count();
    assertThat(applied).isGreaterThan(SEEDS / 100);
    assertAgreement(
        seed ->
            Recursion.applies(RandomSimulation.of(seed))
                ? difference(
                    seed,
                    (scenario, schedule, log) ->
                        new Recursion(scenario, schedule, schedule.newWindow(), log, false).run())
                : null);
  }

  private static LongStream seeds() {
    return LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS);
  }

  private static void assertAgreement(LongFunction<@Nullable Difference> trial) {
    List<Difference> differences = seeds().mapToObj(trial).filter(Objects::nonNull).toList();
    assertThat(differences.stream().min(Comparator.comparingInt(Difference::visits)))
        .as("smallest of %d differences in %d scenarios", differences.size(), SEEDS)
        .isEmpty();
  }

  private static @Nullable Difference difference(long seed, Simulator fast) {
    Scenario scenario = RandomSimulation.of(seed);
    LoggedVisits expected = Simulations.naively(scenario);
    LoggedVisits actual = new LoggedVisits();
    fast.run(scenario, new Schedule(scenario), actual);
    String fates = actual.differenceFrom(expected);
    return fates.isEmpty() ? null : new Difference(seed, scenario, expected.fates().size(), fates);
  }
}
