package io.anteroom.study.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.metric.Expectation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of rooms that are published or known from exact formulas. */
class PlanCasesTest {
  @ParameterizedTest
  @CsvSource({
    // plan-8020, plan-9020: 200 calls an hour of 3 minutes
    "arrivals=poisson:3.3333333333333335/s hold=exponential:3s, wait.p80 <= 333.333333ms, 14",
    "arrivals=poisson:3.3333333333333335/s hold=exponential:3s, wait.p90 <= 333.333333ms, 15",
    // plan-pw20
    "arrivals=poisson:1/s hold=exponential:1s, waited <= 20%, 3",
    "arrivals=poisson:20/s hold=exponential:1s, waited <= 20%, 26",
    // plan-p99
    "arrivals=poisson:50/s hold=exponential:1s, wait.p99 <= 100ms, 64",
    "arrivals=poisson:500/s hold=exponential:1s, wait.p99 <= 100ms, 528",
    // plan-asa
    "arrivals=poisson:10/s hold=exponential:1s, wait.mean <= 50ms, 14",
    // plan-loss
    "arrivals=poisson:5/s hold=exponential:1s patience=fixed:0s, abandoned <= 1%, 11",
    "arrivals=poisson:10/s hold=exponential:1s patience=fixed:0s, abandoned <= 2%, 17",
    "arrivals=poisson:100/s hold=exponential:1s patience=fixed:0s, abandoned <= 1%, 117",
    // plan-timed
    "arrivals=poisson:9/s hold=exponential:1s patience=fixed:500ms, abandoned <= 1%, 13",
    // the example, by Erlang C
    "arrivals=poisson:300/s hold=exponential:20ms, wait.p99 < 50ms, 8",
  })
  void fewestRooms(String scenario, String objective, int rooms) throws Exception {
    Plan plan = Given.plan(Find.ROOMS, scenario, objective);
    assertThat(plan.answer()).isEqualTo(BigDecimal.valueOf(rooms));
    assertThat(plan.notMet()).isEqualTo(BigDecimal.valueOf(rooms - 1));
    assertThat(plan.outcome()).isEqualTo(Plan.ANSWERED);
    assertThat(plan.exact()).isTrue();
  }

  @Test
  void theGreatestRateIsTheInverse() throws Exception {
    Plan plan =
        Given.plan(
            Find.RATE, "arrivals=poisson:1/s hold=exponential:20ms rooms=8", "wait.p99 < 50ms");
    // Erlang C: the limit is passed between 322 and 323 arrivals a second.
    assertThat(plan.answer()).isEqualByComparingTo("322");
    assertThat(plan.notMet()).isEqualByComparingTo("323");
  }

  @Test
  void theLongestHold() throws Exception {
    Plan plan =
        Given.plan(
            Find.HOLD, "arrivals=poisson:300/s hold=exponential:1ms rooms=8", "wait.p99 < 50ms");
    assertThat(plan.answer()).isBetween(new BigDecimal("20700000"), new BigDecimal("21300000"));
    assertThat(plan.notMet()).isGreaterThan(plan.answer());
  }

  @Test
  void closedModelsNeedNoMoreRoomsThanPersons() throws Exception {
    Plan plan =
        Given.plan(
            Find.ROOMS,
            "arrivals=closed persons=20 think=exponential:1s hold=exponential:500ms",
            "wait.mean < 50ms");
    assertThat(plan.answer()).isBetween(new BigDecimal(7), new BigDecimal(12));
    assertThat(plan.exact()).isTrue();
  }

  @Test
  void whatTheHoldAloneBreaksNoRoomCanMend() throws Exception {
    Plan plan =
        Given.plan(
            Find.ROOMS, "arrivals=poisson:300/s hold=exponential:20ms", "response.p99 < 10ms");
    assertThat(plan.answer()).isNull();
    assertThat(plan.outcome()).isEqualTo(Plan.NO_ANSWER);
    assertThat(plan.explanation())
        .startsWith("no number of rooms meets response.p99 < 10ms: with ")
        .contains("nobody waits any more, and the hold alone has a p99 of 9");
  }

  @Test
  void noAnswerWithinTheLimit() throws Exception {
    Question question =
        new Question(
            Find.ROOMS,
            Given.scenario("arrivals=poisson:300/s hold=exponential:20ms"),
            List.of("wait.p99 < 50ms"),
            false,
            7,
            null);
    Plan plan = new Planner(question, 2).plan();
    assertThat(plan.answer()).isNull();
    assertThat(plan.explanation())
        .startsWith("no number of rooms up to the limit meets wait.p99 < 50ms: with 7 rooms it is");
  }

  @Test
  void objectivesThatContradictEachOther() throws Exception {
    Plan plan =
        Given.plan(
            Find.ROOMS,
            "arrivals=poisson:300/s hold=exponential:20ms",
            "wait.p99 < 50ms",
            "utilisation > 90%");
    assertThat(plan.answer()).isNull();
    assertThat(plan.explanation())
        .contains("contradict each other", "at least 8 rooms", "at most 6 rooms");
  }

  /** Even where nobody waits any more, relief helps what is not about waiting. */
  @ParameterizedTest
  @CsvSource({
    "ROOMS, utilisation < 5%, 121",
    "RATE, utilisation < 1%, 3.99",
    "RATE, throughput < 5/s, 4.99",
    // With a hold of 100 ns, the shortest there is, 8 rooms are still used for 0.000375%.
    "HOLD, utilisation < 0.1%, 26600",
    "HOLD, response.p99 < 1ms, 217000",
  })
  void reliefHelpsBeyondWaits(Find find, String objective, BigDecimal answer) throws Exception {
    Plan plan = Given.plan(find, "arrivals=poisson:300/s hold=exponential:20ms rooms=8", objective);
    assertThat(plan.answer()).as(plan.explanation()).isEqualByComparingTo(answer);
  }

  @Test
  void aLineThatGrowsWithoutEndFailsWhatItMust() throws Exception {
    String scenario = "arrivals=poisson:300/s hold=lognormal:20ms,cv=2";
    for (String objective :
        List.of(
            "wait.p50 < 1000s",
            "wait.stddev < 1000s",
            "response.mean < 1000s",
            "waited <= 99.9%",
            "utilisation < 100%",
            "throughput > 299/s",
            "hold.mean < 1s",
            "abandoned < 1%")) {
      Point five = endless(scenario + " rooms=5", objective);
      boolean meets = objective.startsWith("hold") || objective.startsWith("abandoned");
      assertThat(five.verdict()).as(objective).isEqualTo(meets ? Judgement.MET : Judgement.FAILED);
      assertThat(five.endless()).isTrue();
    }
    assertThat(endless(scenario + " rooms=5", "throughput > 249/s").verdict())
        .isEqualTo(Judgement.MET);
    assertThat(endless(scenario + " rooms=5", "wait.mean > 1s").verdict()).isEqualTo(Judgement.MET);
  }

  private static Point endless(String scenario, String objective) throws InterruptedException {
    Question question = Given.question(Find.RATE, scenario, "wait.p99 < 1s");
    return new Assessor(question, 1)
        .assess(
            BigDecimal.valueOf(5),
            Given.scenario(scenario),
            List.of(new Objective(Expectation.parse(objective))),
            true);
  }

  @Test
  void aLoadOfOneGrowsUnlessNothingVaries() {
    assertThat(Load.endless(Given.scenario("arrivals=poisson:300/s hold=fixed:20ms rooms=6")))
        .isTrue();
    assertThat(Load.endless(Given.scenario("arrivals=constant:300/s hold=fixed:20ms rooms=6")))
        .isFalse();
    assertThat(Load.endless(Given.scenario("arrivals=constant:301/s hold=fixed:20ms rooms=6")))
        .isTrue();
  }

  @Test
  void moreThanComesCanNotBeServed() throws Exception {
    Plan plan =
        Given.plan(
            Find.ROOMS, "arrivals=poisson:300/s hold=lognormal:20ms,cv=2", "throughput > 400/s");
    assertThat(plan.answer()).isNull();
    assertThat(plan.explanation())
        .isEqualTo("no number of rooms meets throughput > 400/s: no more than 300/s come");
  }

  @Test
  void whatAnyRateMeetsHasNoGreatestRate() throws Exception {
    Plan plan =
        Given.plan(
            Find.RATE, "arrivals=poisson:1/s hold=exponential:20ms rooms=2", "throughput < 140/s");
    assertThat(plan.answer()).isNull();
    assertThat(plan.explanation())
        .isEqualTo(
            "any rate of arrivals meets throughput < 140/s: even with 1,000,000,000/s throughput"
                + " is 100/s");
  }

  /** The crowd at the beginning and the stragglers at the end are part of it. */
  @Test
  void aBurstOfSeveralVisitsEachHasNoExactFormula() throws Exception {
    Plan plan =
        Given.plan(
            Find.ROOMS,
            "arrivals=at-once persons=20 visits=3 think=exponential:20ms hold=exponential:20ms",
            "throughput > 150/s");
    assertThat(plan.decidedBy()).isEqualTo(Basis.SIMULATION);
    assertThat(Objects.requireNonNull(plan.at(plan.answer())).standings().getFirst().exactBy())
        .isNull();
  }

  @Test
  void exactnessIsOfAFigureRatherThanOfAModel() throws Exception {
    Plan plan =
        Given.plan(
            Find.ROOMS,
            "arrivals=poisson:300/s hold=lognormal:20ms,cv=1",
            "utilisation < 80%",
            "wait.mean < 1s");
    Point answer = Objects.requireNonNull(plan.at(plan.answer()));
    assertThat(plan.answer()).isEqualTo(BigDecimal.valueOf(8));
    assertThat(plan.exact()).isFalse();
    assertThat(answer.standings().get(0).exactBy()).isEqualTo("the utilisation law");
    assertThat(answer.standings().get(1).exactBy()).isNull();
    assertThat(answer.standings().get(1).basis()).isEqualTo(Basis.SIMULATION);
    assertThat(Objects.requireNonNull(plan.at(plan.notMet())).standings().get(0).basis())
        .isEqualTo(Basis.THEORY);
  }

  /** With 330/s it takes 9 rooms, which are used for 73.3%; with 450/s 11, for 81.8%. */
  @Test
  void headRoomKeepsToEveryObjective() throws Exception {
    Plan plan =
        Given.plan(
            Find.ROOMS,
            "arrivals=poisson:300/s hold=exponential:20ms",
            "wait.p99 < 50ms",
            "utilisation > 74%");
    assertThat(plan.answer()).isEqualTo(BigDecimal.valueOf(8));
    assertThat(plan.headRoom())
        .containsExactly(
            new HeadRoom("load +10%", false, null, Basis.THEORY),
            new HeadRoom("load +50%", false, BigDecimal.valueOf(11), Basis.THEORY),
            new HeadRoom("hold +10%", false, null, Basis.THEORY));
  }

  @Test
  void anInterruptedPlanKeepsWhatThereIs() throws Exception {
    Planner planner =
        new Planner(
            Given.question(
                Find.ROOMS, "arrivals=poisson:300/s hold=exponential:20ms", "wait.p99 < 50ms"),
            2);
    planner.interrupt();
    Plan plan = planner.plan();
    assertThat(plan.outcome()).isEqualTo(Plan.INTERRUPTED);
    assertThat(plan.answer()).isNull();
    assertThat(plan.curve()).isEmpty();
  }

  @Test
  void costsWhatItsRoomsCost() throws Exception {
    Question question =
        new Question(
            Find.ROOMS,
            Given.scenario("arrivals=poisson:300/s hold=exponential:20ms"),
            List.of("wait.p99 < 50ms"),
            false,
            100,
            new BigDecimal("12.5"));
    assertThat(new Planner(question, 2).plan().cost()).isEqualByComparingTo("100");
  }

  @Test
  void theSameQuestionHasTheSameAnswerToTheLastByte() throws Exception {
    String scenario = "arrivals=poisson:300/s hold=lognormal:5ms,cv=2";
    String once = Plan.JSON.write(Given.plan(Find.ROOMS, scenario, "wait.p90 < 5ms"));
    String again = Plan.JSON.write(Given.plan(Find.ROOMS, scenario, "wait.p90 < 5ms"));
    assertThat(again).isEqualTo(once);
  }

  @Test
  void readsWhatItWrites() throws Exception {
    Plan plan =
        Given.plan(Find.ROOMS, "arrivals=poisson:300/s hold=exponential:20ms", "wait.p99 < 50ms");
    String json = Plan.JSON.write(plan);
    assertThat(json).startsWith("{\n  \"schema\": 1,\n  \"find\": \"rooms\",\n  \"answer\": 8,\n");
    assertThat(Plan.JSON.write(Plan.JSON.read(json))).isEqualTo(json);
  }
}
