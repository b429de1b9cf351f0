package io.anteroom.run.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.measure.Histograms;
import io.anteroom.measure.VisitRecord;
import io.anteroom.result.Check.Verdict;
import io.anteroom.result.Deadlock;
import io.anteroom.result.Outcome;
import io.anteroom.result.PartLabel;
import io.anteroom.result.PartResult;
import io.anteroom.result.Presence;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.run.simulate.SimulatedRun;
import io.anteroom.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Journeys on two clocks: real threads on a clock that stands still between two events do what the
 * simulator calculates, in each pool, of each class and as a whole.
 */
class JourneyTwoClocksTest {
  private static final double ROUNDING = 1e-9;

  private static final String NESTED =
      """
      pools:
        workers: {rooms: 6, mode: semaphore-fair}
        connections: {rooms: 2, mode: reentrant-fair, line: shared}
      journey:
        - in: workers
          do:
            - hold: exponential:4ms
            - in: connections
              times: 2
              do: [{hold: "lognormal:8ms,cv=1.5"}]
            - in: connections
              chance: 30%
              do: [{hold: exponential:3ms}]
        - hold: exponential:2ms
      """;

  private static final String IN_A_ROW =
      """
      pools:
        desks: {rooms: 2, mode: semaphore-fair}
        tills: {rooms: 1, mode: semaphore-fair}
      journey:
        - hold: exponential:1ms
        - in: desks
          do: [{hold: exponential:15ms}]
        - in: tills
          class: gold
          do: [{hold: exponential:10ms}]
        - in: tills
          chance: 50%
          do: [{hold: exponential:10ms}]
      classes:
        gold: {share: 30%, priority: 1}
        silver: {share: 70%, priority: 2}
      """;

  private static final String WITH_PRIORITIES =
      """
      pools:
        workers: {rooms: 5, mode: priority, patience: exponential:80ms}
        connections: {rooms: 2, mode: priority, patience: exponential:40ms}
      journey:
        - in: workers
          do:
            - hold: exponential:10ms
            - in: connections
              times: 2
              do: [{hold: exponential:9ms}]
      classes:
        gold: {share: 30%, priority: 1, patience: exponential:60ms}
        silver: {share: 40%, priority: 2}
        bronze: {share: 30%, priority: 2}
      retry-after: {pause: exponential:50ms, times: 2}
      """;

  /** Rooms that open and close, also while all are taken, and none at first. */
  private static final String SHIFTS =
      """
      pools:
        desks: {rooms: "0@0s,6@300.1ms,2@2.0003s,5@3.0007s", mode: semaphore-fair}
        tills: {rooms: "3@0s,1@1.0001s,0@1.5s,4@2.0003s", mode: semaphore-fair}
      journey:
        - in: desks
          do:
            - hold: exponential:15ms
            - in: tills
              do: [{hold: exponential:10ms}]
        - in: tills
          do: [{hold: exponential:5ms}]
      """;

  private static final String SELF =
      """
      pools:
        connections: {rooms: 7, mode: semaphore-fair}
      journey:
        - in: connections
          do:
            - hold: exponential:5ms
            - in: connections
              do: [{hold: exponential:5ms}]
            - hold: exponential:5ms
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arrivals: poisson:100/s\nduration: 20s\n",
        "arrivals: poisson:100/s\nduration: 20s\nwarmup: 20%\n",
        "arrivals: poisson:100/s\nvisits: 1500\nwarmup: 20%\n",
        "arrivals: poisson:300/s\nduration: 5s\nlimit: 12\nwarmup: 10%\n",
        "arrivals: closed\npersons: 20\nthink: exponential:100ms\nvisits: 60\nwarmup: 25%\n",
        "arrivals: closed\npersons: 20\nthink: exponential:100ms\nduration: 10s\nwarmup: 10%\n",
        "persons: 100\nvisits: 3\n",
      })
  void nestedPoolsAreTheSame(String demand) {
    assertSame(demand + NESTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arrivals: poisson:90/s\nduration: 20s\nwarmup: 10%\n",
        "arrivals: closed\npersons: 10\nthink: exponential:50ms\nvisits: 100\n",
      })
  void poolsInARowWithClassesAreTheSame(String demand) {
    assertSame(demand + IN_A_ROW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arrivals: poisson:90/s\nduration: 6s\nwarmup: 10%\n",
        "arrivals: closed\npersons: 12\nthink: exponential:50ms\nvisits: 60\n",
        "persons: 40\nvisits: 5\n",
      })
  void roomsThatOpenAndCloseAreTheSame(String demand) {
    assertSame(demand + SHIFTS);
  }

  /** With nine rooms eight persons never get stuck; with four of them open they do. */
  @Test
  void personsGetStuckWhenRoomsHaveClosed() {
    Scenario scenario =
        Scenarios.ofYaml(
            "persons: 8\nvisits: 100000\n" + SELF.replace("rooms: 7", "rooms: \"9@0s,4@1s\""));
    RunResult real = SteppedRun.of(scenario).run().result();
    RunResult simulated = SimulatedRun.detailed(scenario).run(real.environment()).result();
    assertThat(real.outcome()).as(real.explanation()).isEqualTo(Outcome.STUCK);
    assertThat(simulated.outcome()).isEqualTo(Outcome.STUCK);
    Deadlock found = Objects.requireNonNull(real.deadlock());
    Deadlock exact = Objects.requireNonNull(simulated.deadlock());
    assertThat(found.atNanos()).isGreaterThan(1_000_000_000).isEqualTo(exact.atNanos());
    assertThat(found.cycle()).isEqualTo(exact.cycle());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arrivals: closed\npersons: 6\nthink: exponential:10ms\nvisits: 200\n",
        "arrivals: closed\npersons: 6\nthink: exponential:10ms\nduration: 5s\nwarmup: 20%\n",
      })
  void severalRoomsOfOnePoolAreTheSame(String demand) {
    assertSame(demand + SELF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arrivals: poisson:90/s\nduration: 20s\nwarmup: 10%\n",
        "arrivals: poisson:140/s\nduration: 10s\nlimit: 30\n",
        "arrivals: poisson:140/s\nduration: 10s\nlimit: 8\n",
        "arrivals: closed\npersons: 14\nthink: exponential:30ms\nvisits: 100\n",
      })
  void prioritiesPatienceAndRetriesAreTheSame(String demand) {
    assertSame(demand + WITH_PRIORITIES);
  }

  private static void assertSame(String yaml) {
    Scenario scenario = Scenarios.ofYaml(yaml);
    Run real = SteppedRun.of(scenario).run();
    Run simulated = SimulatedRun.detailed(scenario).run(real.result().environment());
    Map<String, Object> expected = figures(simulated);
    Map<String, Object> actual = figures(real);
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (name, figure) -> {
          if (figure instanceof Double number && Double.isFinite(number)) {
            assertThat((Double) Objects.requireNonNull(actual.get(name)))
                .as(name)
                .isCloseTo(number, within(ROUNDING * Math.abs(number)));
          } else {
            assertThat(actual.get(name)).as(name).isEqualTo(figure);
          }
        });
    assertSampled(real.result().presence(), simulated.result().presence());
    assertThat(real.result().checks()).noneMatch(check -> check.verdict() == Verdict.FAILED);
    assertThat(real.result().checks())
        .filteredOn(check -> check.name().startsWith("littles-law"))
        .anyMatch(check -> check.verdict() == Verdict.PASSED);
  }

  /** The engine looks a hundred times a second at lines that the simulator knows all the time. */
  private static void assertSampled(@Nullable Presence real, @Nullable Presence simulated) {
    Presence seen = Objects.requireNonNull(real);
    Presence known = Objects.requireNonNull(simulated);
    assertThat(seen.waiting()).isCloseTo(known.waiting(), within(0.05 * known.waiting() + 0.3));
    assertThat(seen.inSystem()).isCloseTo(known.inSystem(), within(0.05 * known.inSystem() + 0.3));
  }

  private static Map<String, Object> figures(Run run) {
    Map<String, Object> figures = new TreeMap<>();
    add("all", run.histograms(), figures);
    run.parts().forEach((label, histograms) -> add(label.toString(), histograms, figures));
    figures.put("visits", run.result().visits());
    figures.put("first visits", withoutRooms(run.visits()));
    figures.put("throughput", run.result().throughputPerSecond());
    figures.put("offered", run.result().offeredPerSecond());
    figures.put("achieved", run.result().achievedPerSecond());
    figures.put("utilisation", run.result().utilisation());
    figures.put("fairness", run.result().fairness().jain());
    figures.put("persons", run.result().fairness().persons());
    figures.put("window", run.result().windowNanos());
    for (PartResult part : Objects.requireNonNull(run.result().parts())) {
      add(part, figures);
    }
    return figures;
  }

  /** Which of the rooms that are alike a person gets is left to each clock. */
  private static List<String> withoutRooms(List<VisitRecord> visits) {
    assertThat(visits).isNotEmpty();
    return visits.stream()
        .map(
            visit ->
                "person %d visit %d pool %d %s %s"
                    .formatted(
                        visit.person(),
                        visit.visit(),
                        visit.pool(),
                        visit.times(),
                        visit.outcome()))
        .sorted()
        .toList();
  }

  private static void add(String name, Histograms histograms, Map<String, Object> figures) {
    figures.put(name + ".wait", histograms.wait);
    figures.put(name + ".hold", histograms.hold);
    figures.put(name + ".response", histograms.response);
    figures.put(name + ".abandonedWait", histograms.abandonedWait);
  }

  private static void add(PartResult part, Map<String, Object> figures) {
    PartLabel label = part.label();
    figures.put(label + " durations", part.durations());
    figures.put(label + " visits", part.visits());
    figures.put(label + " throughput", part.flow().throughputPerSecond());
    figures.put(label + " achieved", part.flow().achievedPerSecond());
    figures.put(label + " utilisation", part.flow().utilisation());
    figures.put(label + " waiting", part.flow().waiting());
    figures.put(label + " inside", part.flow().inside());
    figures.put(label + " fairness", part.fairness().jain());
  }
}
