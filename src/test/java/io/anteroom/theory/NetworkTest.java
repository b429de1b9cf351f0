package io.anteroom.theory;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioFile;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.theory.JourneyTheory.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Journeys: published values, a second way to each formula, and where none applies. */
class NetworkTest {
  private static final ScenarioParser PARSER =
      new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2);

  /** How long a patient of the hospital is treated on average, in seconds. */
  private static final double TREATMENT = 0.333333333;

  @TempDir private Path folder;

  /** KSL: two rooms in a row, W = 18. */
  @Test
  void aTandemHasThePublishedResponse() throws IOException {
    JourneyTheory theory =
        theory(
            """
            arrivals: poisson:10/m
            pools: {a: {rooms: 1, mode: semaphore-fair}, b: {rooms: 1, mode: semaphore-fair}}
            journey: [{in: a, do: [{hold: exponential:4s}]}, {in: b, do: [{hold: exponential:3s}]}]
            """);

    Part whole = requireNonNull(theory.part(null, null));
    assertThat(whole.meanHoldNanos() + requireNonNull(whole.prediction().meanWaitNanos()))
        .isCloseTo(18e9, withPercentage(1e-7));
    assertThat(whole.prediction().formula()).isEqualTo("Jackson");
    assertThat(theory.bounds()).isNull();
  }

  /** Hillier and Lieberman, the priorities of County Hospital; to the digits that they print. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.238095238, 0.324675325, 0.909090909",
    "2, 0.028735632, 0.033156499, 0.048076923"
  })
  void prioritiesHaveThePublishedWaits(int rooms, double first, double second, double third)
      throws IOException {
    JourneyTheory theory = hospital(rooms, "priority");

    assertThat(wait(theory, null, "first") / 1e9).isCloseTo(first, offset(1e-8));
    assertThat(wait(theory, null, "second") / 1e9).isCloseTo(second, offset(1e-8));
    assertThat(wait(theory, "room", "third") / 1e9).isCloseTo(third, offset(1e-8));
    double all = 0.1 * first + 0.3 * second + 0.6 * third;
    assertThat(wait(theory, "room", null) / 1e9).isCloseTo(all, offset(1e-8));
  }

  private JourneyTheory hospital(int rooms, String order) throws IOException {
    return theory(
        """
        arrivals: poisson:2/s
        pools: {room: {rooms: %d, mode: semaphore-fair, order: %s}}
        journey: [{in: room, do: [{hold: exponential:333333333ns}]}]
        classes:
          first: {share: 10%%, priority: 1}
          second: {share: 30%%, priority: 2}
          third: {share: 60%%, priority: 3}
        """
            .formatted(rooms, order));
  }

  /**
   * The same hospital, where patients are sent out of a room: those up to a rank do not notice the
   * others, so they are a queue M/M/c of their own (Hillier and Lieberman, Introduction to
   * Operations Research, the chapter on queueing theory, "a preemptive priorities model"; Adan and
   * Resing, Queueing Systems, section 9.2). What a rank adds to the persons present is what those
   * up to it have more than those before it; by Little's law that is its stay.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void preemptivePrioritiesHaveTheWaitsOfQueuesOfTheFirstRanks(int rooms) throws IOException {
    JourneyTheory theory = hospital(rooms, "preempt-resume");

    double[] arrivalsUpTo = {0, 0.2, 0.8, 2};
    List<String> ranks = List.of("first", "second", "third");
    for (int rank = 0; rank < ranks.size(); rank++) {
      double before = arrivalsUpTo[rank];
      double upTo = arrivalsUpTo[rank + 1];
      double stay = (present(rooms, upTo) - present(rooms, before)) / (upTo - before);
      assertThat(wait(theory, null, ranks.get(rank)) / 1e9)
          .as(ranks.get(rank))
          .isCloseTo(stay - TREATMENT, offset(1e-8));
    }
    Prediction room = requireNonNull(theory.part("room", null)).prediction();
    assertThat(room.formula()).isEqualTo("preemptive resume");
    assertThat(room.waited()).as("who is sent out waits, too").isNull();
    JourneyTheory alike =
        theory(
            """
            arrivals: poisson:2/s
            pools: {room: {rooms: %d, mode: semaphore-fair}}
            journey: [{in: room, do: [{hold: exponential:333333333ns}]}]
            """
                .formatted(rooms));
    assertThat(wait(theory, "room", null))
        .as("holds of one kind: who is in the rooms does not change how many are there")
        .isCloseTo(wait(alike, "room", null), withPercentage(1e-7));
  }

  /** The mean number of patients in M/M/1 and in M/M/2, in closed form. */
  private static double present(int rooms, double arrivals) {
    double load = arrivals * TREATMENT / rooms;
    return rooms == 1 ? load / (1 - load) : 2 * load / (1 - load * load);
  }

  /** Adan and Resing, Queueing Systems, section 9.2: the first class is a queue of its own. */
  @Test
  void whoeverGoesFirstDoesNotNoticeTheOthersAndTheLastOnesWaitForAll() throws IOException {
    JourneyTheory theory =
        theory(
            """
            arrivals: poisson:6/s
            pools: {room: {rooms: 1, mode: semaphore-fair, order: preempt-resume}}
            journey:
              - {in: room, class: first, do: [{hold: fixed:100ms}]}
              - {in: room, class: second, do: [{hold: exponential:100ms}]}
              - {in: room, class: third, do: [{hold: fixed:50ms}]}
            classes:
              first: {share: 50%, priority: 1}
              second: {share: 25%, priority: 2}
              third: {share: 25%, priority: 2}
            """);
    // Three of the first class a second, and 1.5 of each other one.
    double residualOfFirst = 3 * 0.01 / 2;
    double residual = (3 * 0.01 + 1.5 * 0.02 + 1.5 * 0.0025) / 2;
    double upTo = 0.3 + 0.15 + 0.075;

    assertThat(wait(theory, null, "first") / 1e9)
        .isCloseTo(residualOfFirst / (1 - 0.3), withPercentage(1e-7));
    assertThat(wait(theory, null, "second") / 1e9)
        .isCloseTo(residual / 0.7 / (1 - upTo) + 0.1 / 0.7 - 0.1, withPercentage(1e-7));
    assertThat(wait(theory, null, "third") / 1e9)
        .isCloseTo(residual / 0.7 / (1 - upTo) + 0.05 / 0.7 - 0.05, withPercentage(1e-7));
  }

  /** Ciw's test_priority_system_compare_literature: the whole stay is 2 and 6. */
  @Test
  void prioritiesStayForAsLongAsCiwSays() throws IOException {
    JourneyTheory theory =
        theory(
            """
            arrivals: poisson:0.8/s
            pools: {room: {rooms: 1, mode: semaphore-fair, order: priority}}
            journey: [{in: room, do: [{hold: exponential:1s}]}]
            classes: {first: {share: 25%, priority: 1}, second: {share: 75%, priority: 2}}
            """);

    assertThat(wait(theory, null, "first")).isCloseTo(1e9, withPercentage(1e-7));
    assertThat(wait(theory, null, "second")).isCloseTo(5e9, withPercentage(1e-7));
    for (String pool : Arrays.asList("room", null)) {
      assertThat(requireNonNull(theory.part(pool, "first")).prediction().utilisation())
          .isCloseTo(0.2, offset(1e-9));
      assertThat(requireNonNull(theory.part(pool, "second")).prediction().offeredLoad())
          .isCloseTo(0.6, offset(1e-9));
    }
  }

  /** A pool alone is the flat form, whose formulas have tests of their own. */
  @ParameterizedTest
  @ValueSource(strings = {"exponential:50ms", "fixed:50ms", "lognormal:50ms,cv=2"})
  void aPoolVisitedFirstHasTheFormulasOfAScenarioOfOnePool(String hold) throws IOException {
    JourneyTheory theory =
        theory(
            """
            arrivals: constant:15/s
            pools: {a: {rooms: 1, mode: semaphore-fair}, b: {rooms: 2, mode: semaphore-fair}}
            journey: [{in: a, do: [{hold: "%s"}]}, {in: b, do: [{hold: fixed:10ms}]}]
            """
                .formatted(hold));
    Scenario flat = Given.scenario("arrivals=constant:15/s rooms=1 hold=" + hold);

    Prediction expected = Given.prediction(flat);
    Prediction found = requireNonNull(theory.part("a", null)).prediction();
    assertThat(found.meanWaitNanos()).isEqualTo(expected.meanWaitNanos());
    assertThat(found.model()).isEqualTo(expected.model());
    assertThat(theory.notes())
        .containsExactly(
            "pool b: "
                + (hold.startsWith("exponential")
                    ? "the arrivals are not Poisson, and they do not come to it first"
                    : "persons come to it from pool a, which is not M/M/c"));
    assertThat(requireNonNull(theory.part("b", null)).prediction().utilisation())
        .isCloseTo(0.075, offset(1e-9));
  }

  /** Burke: what leaves M/M/c is Poisson, so that Pollaczek and Khinchine hold after it. */
  @Test
  void aLastPoolOfAnyHoldsHasAFormula() throws IOException {
    JourneyTheory theory =
        theory(
            """
            arrivals: poisson:10/s
            pools: {a: {rooms: 2, mode: semaphore-fair}, b: {rooms: 1, mode: semaphore-fair}}
            journey:
              - {in: a, times: 2, do: [{hold: exponential:50ms}]}
              - {in: b, chance: 50%, do: [{hold: fixed:100ms}]}
            """);

    assertThat(wait(theory, "b", null)).isCloseTo(5 * 0.01 / 2 / 0.5 * 1e9, withPercentage(1e-7));
    assertThat(((Prediction) theory.whole()).formula()).isEqualTo("pool by pool");
    assertThat(((Prediction) theory.whole()).meanWaitNanos())
        .isCloseTo(2 * wait(theory, "a", null) + wait(theory, "b", null) / 2, withPercentage(1e-7));
  }

  /** Whom a pool lets in again decides who comes to it, however late it is in the journey. */
  @Test
  void aPoolIsJudgedWithAllThatPersonsComeBackFrom() throws IOException {
    JourneyTheory theory =
        theory(
            """
            arrivals: poisson:10/s
            pools:
              a: {rooms: 2, mode: semaphore-fair}
              b: {rooms: 2, mode: semaphore-fair}
              c: {rooms: 2, mode: semaphore-fair}
            journey:
              - {in: a, do: [{hold: exponential:20ms}]}
              - {in: b, do: [{hold: exponential:20ms}]}
              - {in: a, do: [{hold: exponential:20ms}]}
              - {in: c, do: [{hold: fixed:20ms}]}
              - {in: b, do: [{hold: exponential:20ms}]}
            """);

    String again =
        ": a person comes to it more than once on a journey, and not all pools until then are"
            + " M/M/c";
    assertThat(theory.notes())
        .containsExactly(
            "pool a" + again, "pool b" + again, "pool c: persons go back from it to pool b");
  }

  /** Reiser and Lavenberg's recursion, written out with the marginal probabilities of each pool. */
  @Test
  void convolutionIsMeanValueAnalysis() {
    SplittableRandom random = new SplittableRandom(21);
    for (int i = 0; i < 200; i++) {
      int persons = 1 + random.nextInt(30);
      double think = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 10;
      List<ClosedNetwork.Pool> pools = pools(random, 4);
      ClosedNetwork network = new ClosedNetwork(persons, think, pools);
      double[] responses = meanValueAnalysis(persons, think, pools);
      double round = think;
      for (int pool = 0; pool < responses.length; pool++) {
        ClosedNetwork.Pool of = pools.get(pool);
        round += of.perRound() * responses[pool];
        assertThat(network.meanWait(pool) + of.meanHold())
            .isCloseTo(responses[pool], withPercentage(1e-6));
      }
      assertThat(network.throughput()).isCloseTo(persons / round, withPercentage(1e-6));
    }
  }

  /** One pool and thinking persons: M/M/c//N, which has a class of its own. */
  @ParameterizedTest
  @CsvSource({
    "5, 2, 1.0",
    "2000, 40, 50.0",
    "2000, 1, 0.001",
    "1500, 3, 1e6",
    "3, 5, 2.0",
    // So many rooms that the exponential of their number is no number any more.
    "2000, 1000, 0.5"
  })
  void oneClosedPoolIsTheFinitePopulation(int persons, int rooms, double think) {
    ClosedNetwork network =
        new ClosedNetwork(persons, think, List.of(new ClosedNetwork.Pool(rooms, 1, 1)));
    FinitePopulation expected = new FinitePopulation(persons, rooms, think, 1);

    assertThat(network.throughput()).isCloseTo(expected.throughput(), withPercentage(1e-7));
    assertThat(network.waited(0)).isCloseTo(expected.waited(), offset(1e-9));
    assertThat(network.stages(0).exceeds(2)).isCloseTo(expected.exceeds(2), offset(1e-9));
  }

  @Test
  void noExactThroughputLiesOutsideOfTheBounds() {
    SplittableRandom random = new SplittableRandom(22);
    for (int i = 0; i < 300; i++) {
      int persons = 1 + random.nextInt(60);
      double think = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 20;
      List<ClosedNetwork.Pool> pools = new ArrayList<>();
      pools(random, 5)
          .forEach(one -> pools.add(new ClosedNetwork.Pool(1, one.perRound(), one.meanHold())));
      double exact = new ClosedNetwork(persons, think, pools).throughput();
      double demand = pools.stream().mapToDouble(ClosedNetwork.Pool::demand).sum();
      double greatest = pools.stream().mapToDouble(ClosedNetwork.Pool::demand).max().orElseThrow();
      BalancedJobBounds bounds =
          new BalancedJobBounds(persons, think, demand, greatest, pools.size());

      assertThat(exact).isBetween(bounds.least() * (1 - 1e-9), bounds.most() * (1 + 1e-9));
      assertThat(bounds.least())
          .isGreaterThanOrEqualTo(persons / (think + persons * demand) * (1 - 1e-9));
      assertThat(bounds.most()).isLessThanOrEqualTo(persons / (think + demand) * (1 + 1e-9));
    }
  }

  @Test
  void balancedPoolsAreTheirOwnBounds() {
    List<ClosedNetwork.Pool> pools =
        List.of(new ClosedNetwork.Pool(1, 1, 2), new ClosedNetwork.Pool(1, 1, 2));
    BalancedJobBounds bounds = new BalancedJobBounds(7, 0, 4, 2, 2);

    double exact = new ClosedNetwork(7, 0, pools).throughput();
    assertThat(bounds.least()).isCloseTo(exact, withPercentage(1e-9));
    assertThat(bounds.most()).isCloseTo(exact, withPercentage(1e-9));
  }

  @Test
  void whatIsTooManyPersonsForTheFormulaHasBounds() throws IOException {
    JourneyTheory theory =
        theory(
            """
            arrivals: closed
            persons: 2001
            think: fixed:100s
            pools: {a: {rooms: 1, mode: semaphore-fair}, b: {rooms: 1, mode: semaphore-fair}}
            journey: [{in: a, do: [{hold: exponential:40ms}]}, {in: b, do: [{hold: exponential:30ms}]}]
            """);

    assertThat(theory.whole())
        .isEqualTo(new NoFormula("the exact formula takes too long for more than 2,000 persons"));
    JourneyBounds bounds = requireNonNull(theory.bounds());
    assertThat(bounds.method()).isEqualTo("balanced job bounds");
    assertThat(bounds.bottleneck()).isEqualTo("a");
    double exact =
        new ClosedNetwork(
                2001,
                100,
                List.of(new ClosedNetwork.Pool(1, 1, 0.04), new ClosedNetwork.Pool(1, 1, 0.03)))
            .throughput();
    assertThat(exact).isBetween(bounds.leastPerSecond(), bounds.mostPerSecond());
    assertThat(2001 / exact - 100)
        .isBetween(bounds.leastResponseNanos() / 1e9, bounds.mostResponseNanos() / 1e9);
  }

  /** Persons who make one journey each are fewer and fewer: no steady state to be bounded. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{in: a, do: [{hold: fixed:1s}]}]",
        "[{in: a, do: [{hold: fixed:1s}, {in: a, do: [{hold: fixed:1ms}]}]}]"
      })
  void oneJourneyOfEachPersonHasNoBounds(String steps) throws IOException {
    JourneyTheory theory =
        theory(
            """
            arrivals: closed
            persons: 20
            think: fixed:1s
            pools: {a: {rooms: 30, mode: semaphore-fair}}
            journey: %s
            """
                .formatted(steps),
            1);

    assertThat(theory.whole())
        .isEqualTo(
            new NoFormula("each person makes one journey, so that there is no steady state"));
    assertThat(theory.bounds()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{patience: fixed:1s} | persons give up on their journeys: no formula",
        "{rooms: 1, mode: reentrant-fair} | ",
        "{rooms: 2, mode: reentrant-fair} |"
            + " pool a has a line for each room: no formula is known on a journey",
        "{rooms: 1, readers: 10%, mode: stamped} | pool a has readers, who share a room: no"
            + " formula",
        "{rooms: '2@0s,1@5s', mode: semaphore-fair} | pool a has not the same rooms all the time:"
            + " no formula",
        "{rooms: 1, mode: try-park} | persons do not stand in a line for pool a: no formula",
      })
  void saysWhichAssumptionFails(String pool, String reason) throws IOException {
    Theory whole =
        theory(
                """
                arrivals: poisson:1/s
                pools: {a: %s}
                journey: [{in: a, do: [{hold: exponential:100ms}]}]
                """
                    .formatted(pool))
            .whole();

    if (reason == null) {
      assertThat(whole).isInstanceOf(Prediction.class);
    } else {
      assertThat(whole).isEqualTo(new NoFormula(reason));
    }
  }

  @Test
  void whoHoldsARoomWhileItWaitsHasBoundsOnly() throws IOException {
    JourneyTheory theory =
        theory(
            """
            arrivals: closed
            persons: 4
            think: fixed:1s
            pools: {a: {rooms: 2, mode: semaphore-fair}, b: {rooms: 1, mode: semaphore-fair}}
            journey: [{in: a, do: [{hold: fixed:1s}, {in: b, do: [{hold: fixed:2s}]}]}]
            """);

    assertThat(theory.whole())
        .isEqualTo(
            new NoFormula(
                "a person waits for a room of b while it holds one of a: no exact formula"));
    JourneyBounds bounds = requireNonNull(theory.bounds());
    assertThat(bounds.mostPerSecond()).isCloseTo(0.5, offset(1e-9));
    assertThat(bounds.leastPerSecond()).isCloseTo(4 / 13.0, offset(1e-9));
    assertThat(bounds.mostResponseNanos()).isCloseTo(12e9, offset(1.0));
    assertThat(theory.parts()).isEmpty();
  }

  @Test
  void aPoolThatIsAskedForTooMuchIsNamed() throws IOException {
    JourneyTheory theory =
        theory(
            """
            arrivals: poisson:10/s
            pools: {a: {rooms: 2, mode: semaphore-fair}, b: {rooms: 1, mode: semaphore-fair}}
            journey: [{in: a, do: [{hold: fixed:100ms}]}, {in: b, do: [{hold: fixed:110ms}]}]
            """);

    assertThat(theory.whole())
        .isEqualTo(
            new NoFormula(
                "pool b: the offered load of 1.1 is at least the one room, so the line grows"
                    + " without end"));
    assertThat(requireNonNull(theory.bounds()).mostPerSecond()).isCloseTo(9.0909, offset(1e-4));
  }

  private JourneyTheory theory(String yaml) throws IOException {
    return theory(yaml, 1000);
  }

  private JourneyTheory theory(String yaml, int visits) throws IOException {
    Path file = folder.resolve("network.yaml");
    Files.writeString(file, yaml + "visits: " + visits + "\nclock: simulated\n");
    return JourneyTheory.of(PARSER.parse(ScenarioFile.read(file)));
  }

  private static double wait(
      JourneyTheory theory, @Nullable String pool, @Nullable String personClass) {
    return requireNonNull(
        requireNonNull(theory.part(pool, personClass)).prediction().meanWaitNanos());
  }

  private static List<ClosedNetwork.Pool> pools(SplittableRandom random, int most) {
    List<ClosedNetwork.Pool> pools = new ArrayList<>();
    int count = 1 + random.nextInt(most);
    for (int pool = 0; pool < count; pool++) {
      pools.add(
          new ClosedNetwork.Pool(
              1 + random.nextInt(4), 0.1 + 3 * random.nextDouble(), 0.1 + random.nextDouble()));
    }
    return pools;
  }

  /** How long a visit to each pool takes, wait and hold. */
  private static double[] meanValueAnalysis(
      int persons, double think, List<ClosedNetwork.Pool> pools) {
    double[][] present = new double[pools.size()][persons + 1];
    double[] responses = new double[pools.size()];
    for (double[] of : present) {
      of[0] = 1;
    }
    for (int among = 1; among <= persons; among++) {
      double round = think;
      for (int pool = 0; pool < responses.length; pool++) {
        ClosedNetwork.Pool of = pools.get(pool);
        responses[pool] = 0;
        for (int there = 1; there <= among; there++) {
          responses[pool] +=
              there * of.meanHold() / Math.min(there, of.rooms()) * present[pool][there - 1];
        }
        round += of.perRound() * responses[pool];
      }
      double throughput = among / round;
      for (int pool = 0; pool < responses.length; pool++) {
        ClosedNetwork.Pool of = pools.get(pool);
        double sum = 0;
        for (int there = among; there >= 1; there--) {
          present[pool][there] =
              throughput * of.demand() / Math.min(there, of.rooms()) * present[pool][there - 1];
          sum += present[pool][there];
        }
        present[pool][0] = 1 - sum;
      }
    }
    return responses;
  }
}
