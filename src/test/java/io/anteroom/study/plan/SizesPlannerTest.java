package io.anteroom.study.plan;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.result.Deadlock;
import io.anteroom.result.Machine;
import io.anteroom.result.Run;
import io.anteroom.run.simulate.SimulatedRun;
import io.anteroom.scenario.ClockKind;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioFile;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.ShippedScenarios;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sizes that a plan of several pools finds. */
class SizesPlannerTest {
  private static final ScenarioParser PARSER =
      new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2);

  @TempDir private Path folder;

  /** Formulas decide here, so that all sizes can be judged one by one. */
  @Test
  void noSizesOfAllAreCheaper() throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 4; i++) {
      Scenario scenario = tandem(random);
      List<String> slos =
          i % 2 == 0
              ? List.of("wait.p99{pool=a} < 150ms", "wait.mean < 60ms")
              : List.of("response.mean < 400ms", "utilisation{pool=b} < 85%");
      Map<String, BigDecimal> costs =
          Map.of("a", cost(random), "b", cost(random), "c", cost(random));
      SizesQuestion question = new SizesQuestion(scenario, slos, true, 100, costs);

      SizesPlan plan = new SizesPlanner(question, 2).plan();

      SizesPlan.Answer answer = requireNonNull(plan.answer(), plan.explanation());
      assertThat(answer.point().cost()).isEqualByComparingTo(cheapest(question));
      assertThat(plan.search().proven()).isTrue();
      assertThat(plan.search().exceptions()).isEmpty();
      assertThat(answer.fewer()).allMatch(point -> point.verdict() == Judgement.FAILED);
    }
  }

  private static BigDecimal cost(SplittableRandom random) {
    return BigDecimal.valueOf(1 + random.nextInt(12));
  }

  private static BigDecimal cheapest(SizesQuestion question) throws InterruptedException {
    SizesAssessor assessor = new SizesAssessor(question, 1);
    BigDecimal cheapest = BigDecimal.valueOf(Long.MAX_VALUE);
    for (int a = 1; a <= 14; a++) {
      for (int b = 1; b <= 14; b++) {
        for (int c = 1; c <= 14; c++) {
          List<Integer> sizes = List.of(a, b, c);
          boolean cheaper = question.cost(sizes).compareTo(cheapest) < 0;
          if (cheaper
              && assessor.assess(sizes, question.at(sizes), false).verdict() == Judgement.MET) {
            cheapest = question.cost(sizes);
          }
        }
      }
    }
    return cheapest;
  }

  private Scenario tandem(SplittableRandom random) throws IOException {
    return scenario(
        """
        arrivals: poisson:%d/s
        pools:
          a: {rooms: 1, mode: semaphore-fair}
          b: {rooms: 1, mode: semaphore-fair}
          c: {rooms: 1, mode: semaphore-fair}
        journey:
          - {in: a, do: [{hold: exponential:%dms}]}
          - {in: b, chance: 50%%, do: [{hold: exponential:%dms}]}
          - {in: c, times: 2, do: [{hold: exponential:%dms}]}
        """
            .formatted(
                10 + random.nextInt(20),
                20 + random.nextInt(80),
                20 + random.nextInt(150),
                10 + random.nextInt(40)));
  }

  /** Who waits for a worker does not wait for a connection: more workers are worse for that. */
  @Test
  void saysWhereMoreRoomsMakeAnObjectiveFail() throws InterruptedException {
    Scenario scenario =
        Variation.withLength(
            PARSER.parse(ShippedScenarios.read("worker-and-connection")),
            null,
            Duration.ofSeconds(15));
    SizesQuestion question =
        new SizesQuestion(
            scenario,
            List.of("wait.p99{pool=connections} < 10ms", "response.p99 < 150ms"),
            true,
            1000,
            Map.of("connections", BigDecimal.valueOf(12)));

    SizesPlan plan = new SizesPlanner(question, 2).plan();

    SizesPlan.Answer answer = requireNonNull(plan.answer());
    assertThat(answer.point().verdict()).isEqualTo(Judgement.MET);
    assertThat(answer.fewer()).hasSize(2).noneMatch(point -> point.verdict() == Judgement.MET);
    assertThat(plan.search().exceptions())
        .singleElement()
        .asString()
        .startsWith("More rooms are not always better here: ")
        .contains(" do not. There may be");
    assertThat(SizesPlan.JSON.write(plan)).contains("\"search\"", "\"headRoomPercent\"");
  }

  private static final String NESTED =
      """
      arrivals: poisson:100/s
      replications: 4
      pools:
        workers: {rooms: 20, mode: semaphore-fair}
        connections: {rooms: 10, mode: semaphore-fair}
      journey: [{in: workers, do: [{in: connections, do: [{hold: "exponential:20ms"}]}]}]
      """;

  private static SizesPlan ofConnections(Scenario scenario, Set<String> kept)
      throws InterruptedException {
    List<String> slos = List.of("wait.p90{pool=connections} < 30ms");
    return new SizesPlanner(new SizesQuestion(scenario, slos, true, 100, Map.of(), kept), 2).plan();
  }

  @Test
  void aPoolKeepsItsRooms() throws IOException, InterruptedException {
    SizesPlan plan = ofConnections(scenario(NESTED), Set.of("workers"));

    SizesPlan.Answer answer = requireNonNull(plan.answer(), plan.explanation());
    assertThat(answer.point().rooms("workers")).isEqualTo(20);
    assertThat(answer.fewer()).hasSize(1).allMatch(one -> one.rooms("workers") == 20);
    assertThat(answer.more()).hasSize(1).allMatch(one -> one.rooms("workers") == 20);
    assertThat(plan.search().kept()).containsExactly("workers");
    assertThat(plan.search().exceptions()).isEmpty();
  }

  @Test
  void saysWhichPoolIsOnlyModelledAsALine() throws IOException, InterruptedException {
    Scenario scenario = scenario(NESTED.replace("10, mode: semaphore-fair", "10, mode: semaphore"));

    assertThat(ofConnections(scenario, Set.of("workers")).search().exceptions())
        .singleElement()
        .asString()
        .startsWith("Mode semaphore lets newcomers barge; ");
  }

  /** The queue moves to where nobody asks about it. */
  @Test
  void saysWhereMostWaitingIsThatNoObjectiveIsAbout() throws IOException, InterruptedException {
    SizesPlan plan = ofConnections(scenario(NESTED), Set.of());

    assertThat(requireNonNull(plan.answer()).bottleneck()).isEqualTo("workers");
    assertThat(plan.search().given()).isEqualTo(Map.of("workers", 20, "connections", 10));
    assertThat(plan.search().exceptions())
        .singleElement()
        .asString()
        .startsWith("No objective says how long persons may wait for workers, where ");
  }

  @Test
  void endsWhereThePoolThatIsKeptIsTooSmall() throws IOException, InterruptedException {
    Scenario scenario = scenario(NESTED.replace("rooms: 10", "rooms: 3"));
    SizesQuestion question =
        new SizesQuestion(
            scenario, List.of("wait.p90 < 5ms"), true, 100_000, Map.of(), Set.of("connections"));

    assertThat(new SizesPlanner(question, 2).plan().explanation())
        .startsWith("no sizes meet wait.p90 < 5ms: even with workers ")
        .contains("connections 3 (kept: connections)");
  }

  @ParameterizedTest
  @CsvSource({
    "nobody, --keep: there is no pool nobody; there are: workers",
    "workers connections, --keep: no pool is left to find a size for",
  })
  void whatCannotBeKeptIsRefused(String kept, String why) throws IOException {
    Scenario scenario = scenario(NESTED);
    assertThatThrownBy(() -> ofConnections(scenario, Set.of(kept.split(" "))))
        .isInstanceOf(InvalidPlanException.class)
        .hasMessageStartingWith(why);
  }

  /** Persons who take two rooms of one pool each: with few rooms they wait for each other. */
  @ParameterizedTest
  @CsvSource({
    "10, NO_ANSWER, 'nobody can tell which sizes meet wait.p99 < 30ms: a replication has too few'",
    "2000, ANSWERED, 'The cheapest sizes'",
  })
  void goesOnWherePersonsWaitForEachOther(long visits, String outcome, String words)
      throws IOException, InterruptedException {
    Scenario scenario =
        scenario(
            """
            arrivals: closed
            persons: 4
            replications: 4
            think: exponential:20ms
            pools: {connections: {rooms: 2, mode: semaphore-fair}}
            journey:
              - in: connections
                do: [{hold: "exponential:5ms"}, {in: connections, do: [{hold: "fixed:10ms"}]}]
            """);
    SizesQuestion question =
        new SizesQuestion(
            Variation.withLength(scenario, visits, null),
            List.of("wait.p99 < 30ms"),
            true,
            100,
            Map.of());

    SizesPlan plan = new SizesPlanner(question, 2).plan();

    assertThat(plan.outcome())
        .isEqualTo(outcome.equals("ANSWERED") ? Plan.ANSWERED : Plan.NO_ANSWER);
    assertThat(plan.explanation()).startsWith(words);
  }

  @Test
  void saysWhyNoSizesDo() throws IOException, InterruptedException {
    SizesQuestion question =
        new SizesQuestion(
            tandem(new SplittableRandom(1)), List.of("response.mean < 1ms"), false, 30, Map.of());

    SizesPlan plan = new SizesPlanner(question, 2).plan();

    assertThat(plan.outcome()).isEqualTo(Plan.NO_ANSWER);
    assertThat(plan.explanation())
        .startsWith("no sizes meet response.mean < 1ms: even with a 30, ");
  }

  /** In M/M/1 the wait is 50 ms ρ / (1 - ρ): below 201 ms up to a ρ of 0.8008. */
  @Test
  void theArrivalsCanGrowUntilAnObjectiveFails() throws IOException, InterruptedException {
    Scenario scenario =
        scenario(
            """
            arrivals: poisson:10/s
            pools: {a: {rooms: 1, mode: semaphore-fair}}
            journey: [{in: a, do: [{hold: exponential:50ms}]}]
            """);
    SizesQuestion question =
        new SizesQuestion(scenario, List.of("wait.mean < 201ms"), true, 30, Map.of());

    SizesPlan.Answer answer = requireNonNull(new SizesPlanner(question, 2).plan().answer());

    assertThat(answer.point().sizes()).isEqualTo(Map.of("a", 1));
    assertThat(answer.headRoomPercent()).isEqualTo(60);
  }

  @Test
  void anAnswerInWhichPersonsCanDeadlockSaysSo() throws IOException, InterruptedException {
    Scenario scenario =
        scenario(
            """
            arrivals: poisson:100/s
            pools: {a: {rooms: 1, mode: semaphore-fair}}
            journey: [{in: a, do: [{hold: fixed:1ms}, {in: a, do: [{hold: fixed:1ms}]}]}]
            """);
    SizesQuestion question =
        new SizesQuestion(scenario, List.of("wait.p99 < 50ms"), true, 30, Map.of());
    SizesPlan plan = new SizesPlanner(question, 2).plan();
    assertThat(plan.answer()).isNotNull();
    assertThat(plan.search().exceptions())
        .anyMatch(
            words ->
                words.startsWith(
                    "Persons can deadlock: each takes 2 rooms of a one after the other, and no"
                        + " number of rooms is enough"));
  }

  @Test
  void enoughRoomsForAllWhoCanBePresentAreNoRisk() {
    Scenario few =
        PARSER.parse(
            ShippedScenarios.read("two-connections")
                .with(ScenarioKey.CLOCK, ClockKind.SIMULATED.word(), "a plan"));
    SizesQuestion question = new SizesQuestion(few, List.of("wait.p99 < 1h"), true, 30, Map.of());
    assertThat(Deadlock.risks(question.at(List.of(4)))).singleElement().asString().contains("4 of");
    assertThat(Deadlock.risks(question.at(List.of(5)))).isEmpty();
  }

  /** Short waits until then do not help. */
  @Test
  void sizesThatGetStuckFail() throws InterruptedException {
    Scenario scenario =
        PARSER.parse(
            ShippedScenarios.read("two-connections")
                .with(ScenarioKey.CLOCK, ClockKind.SIMULATED.word(), "a plan"));
    SizesQuestion question =
        new SizesQuestion(scenario, List.of("wait.p99 < 1h"), true, 30, Map.of());
    SizesAssessor assessor = new SizesAssessor(question, 2);

    SizesPoint stuck = assessor.assess(List.of(4), question.at(List.of(4)), false);
    SizesPoint enough = assessor.assess(List.of(5), question.at(List.of(5)), false);

    assertThat(stuck.verdict()).isEqualTo(Judgement.FAILED);
    assertThat(stuck.unsound())
        .isEqualTo("deadlock in %1$d of %1$d".formatted(stuck.replications()));
    assertThat(enough.unsound()).isNull();
    assertThat(enough.verdict()).isEqualTo(Judgement.MET);
  }

  /** The runs for real are played by simulations with too few rooms. */
  @Test
  void aRunForRealThatGotStuckIsToldWithItsDeadlock() throws InterruptedException {
    Scenario scenario =
        PARSER.parse(
            ShippedScenarios.read("two-connections")
                .with(ScenarioKey.CLOCK, ClockKind.SIMULATED.word(), "a plan"));
    SizesQuestion question =
        new SizesQuestion(scenario, List.of("wait.p99 < 1h"), true, 30, Map.of());
    Run stuck = SimulatedRun.detailed(question.at(List.of(4))).run(Machine.now(1));

    SizesPlan plan =
        new SizesVerifier(question, unused -> stuck, Duration.ofSeconds(1))
            .verified(new SizesPlanner(question, 2).plan());

    assertThat(plan.outcome()).isEqualTo(Plan.FAILED_FOR_REAL);
    assertThat(plan.explanation()).contains("the run got stuck");
    SizesVerification answer = requireNonNull(plan.verification()).getFirst();
    assertThat(answer.stuck()).isTrue();
    assertThat(answer.ended()).startsWith("Deadlock after ").contains("all 4 rooms of connections");
    assertThat(SizesPlan.JSON.read(SizesPlan.JSON.write(plan))).isEqualTo(plan);
  }

  /** Twice as much comes as the room can serve, and half of it gives up. */
  @Test
  void aLineThatPatienceEndsDoesNotGrow() throws IOException, InterruptedException {
    Scenario scenario =
        scenario(
            """
            arrivals: poisson:20/s
            pools: {a: {rooms: 1, mode: semaphore-fair, patience: fixed:100ms}}
            journey: [{in: a, do: [{hold: exponential:100ms}]}]
            """);
    SizesQuestion question =
        new SizesQuestion(scenario, List.of("abandoned < 90%"), true, 30, Map.of());

    SizesPoint point =
        new SizesAssessor(question, 2).assess(List.of(1), question.at(List.of(1)), false);

    assertThat(question.least()).containsExactly(1);
    assertThat(point.verdict()).isEqualTo(Judgement.MET);
    assertThat(point.replications()).isPositive();
  }

  @Test
  void aPlanThatIsStoppedHasNoAnswer() throws IOException, InterruptedException {
    SizesPlanner planner =
        new SizesPlanner(
            new SizesQuestion(
                tandem(new SplittableRandom(1)), List.of("wait.mean < 1s"), false, 30, Map.of()),
            2);
    planner.interrupt();

    assertThat(planner.plan().outcome()).isEqualTo(Plan.INTERRUPTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wait.p99 > 5ms | sizes of pools are planned for what more rooms help",
        "throughput < 5/s | sizes of pools are planned for what more rooms help",
        "hold.mean{pool=x} < 5ms | there is no pool",
        "fairness.jain < 1 | sizes of pools are planned for what more rooms help",
      })
  void refusesWhatMoreRoomsDoNotHelp(String slo, String why) throws IOException {
    Scenario scenario = tandem(new SplittableRandom(1));
    assertThatThrownBy(() -> new SizesQuestion(scenario, List.of(slo), false, 30, Map.of()))
        .hasMessageContaining(why);
  }

  @Test
  void refusesACostOfNoPoolAndNoObjective() throws IOException {
    Scenario scenario = tandem(new SplittableRandom(1));
    assertThatThrownBy(
            () ->
                new SizesQuestion(
                    scenario, List.of("wait.mean < 1s"), false, 30, Map.of("d", BigDecimal.ONE)))
        .hasMessage("--cost: there is no pool d; there are: a, b, c");
    assertThatThrownBy(() -> new SizesQuestion(scenario, List.of(), false, 30, Map.of()))
        .isInstanceOf(InvalidPlanException.class)
        .hasMessageContaining("give at least one, such as --slo 'wait.p99{pool=a} < 50ms'");
  }

  private Scenario scenario(String yaml) throws IOException {
    Path file = folder.resolve(String.format(Locale.ROOT, "pools%d.yaml", yaml.hashCode()));
    Files.writeString(file, yaml + "visits: 1000\nclock: simulated\n");
    return PARSER.parse(ScenarioFile.read(file));
  }
}
