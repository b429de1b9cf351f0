package io.anteroom.study.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.scenario.InvalidScenarioException;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.theory.NoFormula;
import io.anteroom.theory.Theory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The call centre of SSJ's user guide (P. L'Ecuyer, SSJ, example CallCenter): thirteen hours with
 * rates and agents of their own, calls of 100 s, callers of whom one in ten hangs up at once if it
 * has to wait and the others after 1000 s on average, and days of which some are busier than others
 * by a gamma factor.
 */
class CallCentreTest {
  private static final int DAYS = 600;
  private static final double CALLS = 1660;

  private static final Map<ScenarioKey, String> SETTINGS =
      Map.of(
          ScenarioKey.CLOCK,
          "simulated",
          ScenarioKey.MODE,
          "semaphore-fair",
          ScenarioKey.HOLD,
          "exponential:100s",
          ScenarioKey.PATIENCE,
          "mix:10%*fixed:0s,90%*exponential:1000s",
          ScenarioKey.ROOMS,
          "4@0s,6@1h,8@2h,7@5h,8@6h,6@8h,4@10h");

  private static final String DAY =
      "stages:100/h*1h,150/h*2h,180/h*1h,200/h*1h,150/h*3h,120/h*1h,100/h*1h,80/h*1h,70/h*1h,60/h*1h";

  /**
   * The example's published results, over 10,000 days each: the sum of the waits (who hangs up
   * waits, too) and the calls lost, over the calls to expect. It was published with days that vary
   * little (arrivals a day: 1660.4, standard deviation 93.6) and with gamma(10) days (528.7), which
   * are coefficients of variation of 0.0508 and 0.3162 of the factor.
   */
  @ParameterizedTest
  @CsvSource({"0.0508, 4.713, 0.020, 93.6", "0.3162, 12.736, 0.037, 528.7"})
  void thePublishedCallCentreIsMet(String dayCv, double wait, double lost, double deviation) {
    double waits = 0;
    double lostCalls = 0;
    double calls = 0;
    double squares = 0;
    for (int day = 0; day < DAYS; day++) {
      RunResult result = day(dayCv, day).result();
      double completed = result.visits().completed();
      double abandoned = result.visits().abandoned();
      double arrived = completed + abandoned;
      waits += mean(result.waits().meanNanos(), completed);
      waits += mean(result.abandonedWait().meanNanos(), abandoned);
      lostCalls += abandoned;
      calls += arrived;
      squares += arrived * arrived;
    }
    double meanCalls = calls / DAYS;
    assertThat(meanCalls).isCloseTo(CALLS, within(4 * deviation / Math.sqrt(DAYS)));
    assertThat(Math.sqrt(squares / DAYS - meanCalls * meanCalls))
        .isCloseTo(deviation, within(0.12 * deviation));
    assertThat(waits / DAYS / CALLS / 1e9).isCloseTo(wait, within(0.3 * wait * spread(dayCv)));
    assertThat(lostCalls / DAYS / CALLS).isCloseTo(lost, within(0.3 * lost * spread(dayCv)));
  }

  /** Few days say less where days differ more; four standard errors of the published deviations. */
  private static double spread(String dayCv) {
    return dayCv.equals("0.0508") ? 0.25 : 1.3;
  }

  private static double mean(double nanos, double count) {
    return count == 0 ? 0 : nanos * count;
  }

  private static Run day(String dayCv, int seed) {
    Map<ScenarioKey, String> settings = new TreeMap<>(SETTINGS);
    settings.put(ScenarioKey.ARRIVALS, DAY + ",day-cv=" + dayCv);
    settings.put(ScenarioKey.SEED, String.valueOf(seed));
    return Simulated.brief(scenario(settings));
  }

  private static Scenario scenario(Map<ScenarioKey, String> settings) {
    Map<String, String> words = new TreeMap<>();
    settings.forEach((key, value) -> words.put(key.word(), value));
    return Simulated.scenario(words);
  }

  /** By hand: two rooms, from 10 s on one; holds of 6 s; four come at 0 s, and one at 11 s. */
  @Test
  void aRoomClosesWhenItsPersonLeaves() {
    Run run =
        Simulated.detailed(
            Simulated.scenario(
                "rooms=2@0s,1@8s,3@30s hold=fixed:6s visits=8" + " arrivals=stages:2/s*2s,even"));
    // They arrive at 0.25, 0.75, 1.25 and 1.75 s; the rooms free at 6.25, 6.75, then 12.25 only.
    assertThat(run.visits())
        .extracting(visit -> visit.enteredNanos())
        .isEqualTo(List.of(250_000_000L, 750_000_000L, 6_250_000_000L, 6_750_000_000L));
    assertThat(run.result().checks()).noneMatch(check -> check.verdict().name().equals("FAILED"));
  }

  @Test
  void nobodyEntersBeforeARoomOpens() {
    Run run =
        Simulated.detailed(
            Simulated.scenario(
                "rooms=0@0s,1@10s,2@20s hold=fixed:6s arrivals=stages:2/s*2s,even visits=4"));
    // 10, 16, then a second room at 20, and the first again at 22.
    assertThat(run.visits())
        .extracting(visit -> visit.enteredNanos())
        .isEqualTo(List.of(10_000_000_000L, 16_000_000_000L, 20_000_000_000L, 22_000_000_000L));
  }

  @Test
  void thereIsNoFormula() {
    assertThat(
            Theory.of(
                Simulated.scenario(
                    "rooms=2@0s,3@1h hold=exponential:1s arrivals=poisson:1/s visits=9")))
        .isInstanceOf(NoFormula.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2@1s | rooms from 0s on
          2@0s,3@0s | times that ascend
          0@0s | at some time at least one
          2@0s,x | a whole number, or rooms over time such as 8@0s,12@9h
          """)
  void otherPlansAreRefused(String rooms, String problem) {
    assertThatExceptionOfType(InvalidScenarioException.class)
        .isThrownBy(
            () ->
                Simulated.scenario(
                    Map.of(
                        "clock",
                        "simulated",
                        "mode",
                        "semaphore-fair",
                        "rooms",
                        rooms,
                        "visits",
                        "1")))
        .withMessageContaining(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"queue", "reentrant-fair", "priority", "hikaricp", "try-park"})
  void inRealTimeSomeModesHaveTheSameRoomsAllTheTime(String mode) {
    assertThatExceptionOfType(InvalidScenarioException.class)
        .isThrownBy(() -> Simulated.scenario(Map.of("mode", mode, "rooms", "2@0s,3@1s")))
        .withMessageContaining("set mode to semaphore or semaphore-fair");
  }

  @ParameterizedTest
  @ValueSource(strings = {"semaphore", "semaphore-fair"})
  void semaphoresOpenAndCloseRoomsInRealTime(String mode) {
    assertThat(
            Simulated.scenario(Map.of("mode", mode, "rooms", "2@0s,3@1s")).facility().roomsText())
        .isEqualTo("2@0s,3@1s");
  }
}
