package io.anteroom.run.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The generator is only worth what it covers. */
class RandomSimulationTest {
  private static final int SEEDS = 2_000;

  @Test
  void oneSeedGivesOneScenario() {
    for (long seed = 0; seed < 100; seed++) {
      assertThat(RandomSimulation.of(seed)).isEqualTo(RandomSimulation.of(seed));
    }
  }

  @Test
  void coversEveryModeLineChoiceOrderAndArrivals() {
    Map<String, TreeSet<String>> seen = new TreeMap<>();
    LongStream.range(0, SEEDS)
        .mapToObj(seed -> ScenarioText.write(RandomSimulation.of(seed)))
        .flatMap(String::lines)
        .map(line -> line.split(":", -1))
        .forEach(
            line -> seen.computeIfAbsent(line[0], key -> new TreeSet<>()).add(line[1].strip()));
    assertThat(seen.get("mode"))
        .containsExactlyInAnyOrder(
            "none",
            "synchronized",
            "monitor-wait",
            "reentrant",
            "reentrant-fair",
            "semaphore",
            "semaphore-fair",
            "stamped",
            "queue",
            "priority",
            "timed",
            "try-park",
            "try-backoff");
    assertThat(seen.get("line")).containsExactly("per-room", "shared");
    assertThat(seen.get("choice")).containsExactly("random", "round-robin", "shortest", "sticky");
    assertThat(seen.get("order")).containsExactly("fifo", "lifo", "random");
    assertThat(seen.get("arrivals"))
        .containsExactly("at-once", "closed", "constant", "poisson", "renewal", "trace");
    List<String> distributions =
        List.of(
            "empirical",
            "erlang",
            "exponential",
            "fixed",
            "hyperexponential",
            "lognormal",
            "pareto",
            "uniform");
    assertThat(seen.get("hold")).containsAll(distributions);
    assertThat(seen.get("patience")).containsAll(distributions).contains("none");
    assertThat(seen.get("think")).containsAll(distributions).contains("none");
    assertThat(seen.get("retry")).containsAll(distributions);
    assertThat(seen.get("rooms")).contains("1", "6");
    assertThat(seen.get("persons")).contains("1", "40");
    assertThat(seen.get("limit")).contains("1", "none");
    assertThat(seen).containsKeys("timeout", "readers");
  }

  @Test
  void letsEverythingHappenThatCan() {
    long entered = 0;
    long abandoned = 0;
    long refusedTwice = 0;
    long turnedAway = 0;
    long leftWaiting = 0;
    long violations = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Scenario scenario = RandomSimulation.of(seed);
      LoggedVisits log = Simulations.naively(scenario);
      entered += log.entered().size();
      abandoned += log.abandoned().size();
      refusedTwice += log.entered().stream().filter(visit -> visit.refusals() > 1).count();
      turnedAway += log.only(Fate.TurnedAway.class).size();
      leftWaiting += log.only(Fate.LeftWaiting.class).size();
      violations += log.violations();
      assertThat(log.fates().size()).as(ScenarioText.write(scenario)).isLessThan(500);
    }
    assertThat(List.of(entered, abandoned, refusedTwice, turnedAway, leftWaiting, violations))
        .allSatisfy(count -> assertThat(count).isGreaterThan(SEEDS / 4));
  }
}
