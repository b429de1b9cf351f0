package io.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.result.SampleRuns;
import io.anteroom.result.verdict.ChangedRun;
import io.anteroom.result.verdict.JudgedRuns;
import io.anteroom.result.verdict.RunVerdict;
import io.anteroom.result.verdict.VerdictKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AdviceTest {
  private static final String SHARE = "pinning/carrierShare";

  private static String advice(Run run) {
    return Advice.of(run, RunVerdict.of(run));
  }

  private static String advice(ChangedRun run) {
    return advice(run.run());
  }

  /** More arrivals than the rooms can serve, and nothing else that is wrong. */
  private static ChangedRun overloaded() {
    return new ChangedRun(SampleRuns.saturated())
        .set("visits/violations", 0)
        .set("checks", List.of())
        .set(SHARE, 0);
  }

  /** As if the rooms had been enough, and nothing came late. */
  private static ChangedRun crowded() {
    return overloaded().set("outcome", "completed").set("canary/p99Nanos", 900_000);
  }

  /** An open model that runs well. */
  private static ChangedRun patient() {
    return new ChangedRun(SampleRuns.abandonments())
        .set(SHARE, 0)
        .set("visits/abandoned", 0)
        .set("checks", List.of());
  }

  /** Ten thousand who come at once. */
  private static ChangedRun burst() {
    return new ChangedRun(SampleRuns.completed())
        .set(SHARE, 0)
        .set("canary/p99Nanos", 400_000)
        .set("lateness/p99Nanos", 400_000);
  }

  private static ChangedRun held() {
    return new ChangedRun(SampleRuns.abandonments());
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of(
            "violations", new ChangedRun(SampleRuns.saturated()), "Do not use mode semaphore"),
        Arguments.of(
            "violations where nothing prevents them",
            new ChangedRun(JudgedRuns.simulated("mode=none", "visits=100"))
                .set("visits/violations", 5),
            "Lock the rooms: without a lock persons entered occupied rooms 5 times"),
        Arguments.of("spinners", new ChangedRun(SampleRuns.stuck()), "Let persons park while"),
        Arguments.of(
            "a failed check", held().set("outcome", "invalid"), "Do not use these figures"),
        Arguments.of(
            "nobody",
            new ChangedRun(SampleRuns.withoutNumbers()).set("outcome", "saturated"),
            "Nobody got a room"),
        Arguments.of(
            "nobody, and nothing wrong",
            new ChangedRun(SampleRuns.withoutNumbers()).set("outcome", "completed"),
            "Nobody got a room"),
        Arguments.of(
            "pins on 25", held(), "leave only 2 of 8 rooms usable: block outside of native code"),
        Arguments.of(
            "pins on 21", held().set("environment/jdk", "21.0.9+10-LTS"), "move to JDK 24"),
        Arguments.of(
            "carriers held for most of the time, and nobody seen waiting",
            held().set(SHARE, 0.8).set("pinning/effectiveRooms", null),
            "perform:14): block outside of native code"),
        Arguments.of("saturation", overloaded(), "Offer at least 40 rooms"),
        Arguments.of(
            "saturation, and long holds",
            overloaded().set("hold/meanNanos", 60e6),
            "Offer at least 40 rooms"),
        Arguments.of(
            "saturation by long holds",
            overloaded().set("offeredPerSecond", 400).set("hold/meanNanos", 30e6),
            "Try another mode, or more cores: the holds took 1.5 times as long as drawn (30.0ms"),
        Arguments.of(
            "another bottleneck",
            overloaded().set("offeredPerSecond", 400),
            "Rooms are not the bottleneck"),
        Arguments.of(
            "an interrupt", overloaded().set("outcome", "interrupted"), "The run was cut short"),
        Arguments.of(
            "impatience",
            patient().set("visits/abandoned", 900),
            "Add rooms, shorten the hold or let persons wait longer: 10"),
        Arguments.of(
            "impatience in free rooms",
            patient().set("visits/abandoned", 900).set("utilisation", 0.02),
            "Look at the mode and the late starts: 10% gave up, though the rooms were taken for"
                + " only 2% of the time"),
        Arguments.of(
            "a burst",
            burst(),
            "all come at once. A faster lock cannot help: the rooms are busy 99.3% of the time."),
        Arguments.of(
            "a burst with long holds",
            burst().set("hold/meanNanos", 8e6),
            "Try another mode, or more cores: the holds took 1.6 times as long as drawn (8.00ms on"
                + " average, drawn were 5.00ms)"),
        Arguments.of("crowded rooms", crowded(), "; by theory 44 rooms bring that"),
        Arguments.of(
            "room to spare",
            patient().set("utilisation", 0.1).set("wait/p99Nanos", 9_000),
            "There are rooms to spare"),
        Arguments.of(
            "a handful of visits",
            new ChangedRun(SampleRuns.stuck())
                .set("outcome", "completed")
                .set(SHARE, 0)
                .set("canary/p99Nanos", 400_000),
            "Make more visits: of 3 visits percentiles say little. The longest wait was 836µs"),
        Arguments.of(
            "crowded rooms, few visits",
            crowded().set("wait/count", 99),
            "and the longest of 99 waits is 15.2s"),
        Arguments.of(
            "few visits",
            patient().set("wait/count", 80),
            "and the longest of 80 waits is 87.2ms."),
        Arguments.of("nothing", patient(), "nothing stands out, the rooms are taken for 74.6%"),
        Arguments.of(
            "late starts",
            patient()
                .set("lateness/meanNanos", 900_000)
                .set("wait/meanNanos", 1_000_000)
                .set("wait/p99Nanos", 41_000_000),
            "Give the machine less to do, or more cores: persons began 900µs late on average"),
        Arguments.of(
            "waits that are missed",
            patient().expecting("wait.p99 < 1ms"),
            "Add rooms, shorten the hold or lower the arrival rate: the rooms are taken for 74.6%"),
        Arguments.of(
            "a response that is made of the hold",
            patient().expecting("response.p99 < 1ms"),
            "Shorten the hold: it is 87% of the mean response"),
        Arguments.of(
            "rooms that should be used more",
            patient()
                .set("utilisation", 0.1)
                .set("wait/p99Nanos", 9_000)
                .expecting("utilisation > 80%"),
            "There are rooms to spare"),
        Arguments.of(
            "a miss that nothing explains",
            patient().expecting("throughput > 1000/s"),
            "No other figure explains it"),
        Arguments.of(
            "an objective without data",
            patient().set("pinning/count", null).expecting("pinning.count == 0"),
            "Expect something that this run has data for"),
        Arguments.of(
            "noise of the machine",
            patient().set("canary/p99Nanos", 90_000_000),
            "Do not compare locks by these figures"),
        Arguments.of(
            "a formula that knows no machine",
            new ChangedRun(JudgedRuns.of(VerdictKind.THEORY_DISAGREES)),
            "Set a warm-up, and look at the mode and the late starts"),
        Arguments.of(
            "a simulation that began empty",
            contradicting("warmup=0%"),
            "Leave out the beginning (warmup: auto) and simulate more visits"),
        Arguments.of(
            "a simulation that is wrong",
            contradicting("warmup=2s").set("simulation/suggestedWarmupNanos", 0),
            "Simulate more visits. If the figures still disagree then, the simulation is wrong"));
  }

  private static ChangedRun contradicting(String warmup) {
    return new ChangedRun(JudgedRuns.simulated("visits=5000", warmup))
        .set("confidence/metrics/utilisation/mean", 0.4)
        .set("confidence/metrics/utilisation/low", 0.39)
        .set("confidence/metrics/utilisation/high", 0.41);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void saysWhatFollows(String name, ChangedRun run, String words) {
    assertThat(advice(run)).contains(words).endsWith(".");
  }

  @Test
  void aFasterLockIsJudgedOnlyWhereHoldsAreAsDrawn() {
    assertThat(advice(burst())).contains("A faster lock cannot help");
    assertThat(advice(burst().set("hold/meanNanos", 5.6e6))).doesNotContain("faster lock");
    assertThat(advice(burst().set("hold/meanNanos", 4.4e6)))
        .contains("Spread the arrivals")
        .doesNotContain("faster lock");
  }

  @Test
  void whatWasExpectedIsNotAdvised() {
    assertThat(advice(patient())).contains("--expect");
    assertThat(advice(patient().expecting("wait.p99 < 50ms"))).doesNotContain("--expect");
  }

  @Test
  void onlyWhoComesOnceCanComeAtAnotherTime() {
    Run again = JudgedRuns.simulated("arrivals=at-once", "persons=400", "visits=20", "warmup=10%");
    assertThat(advice(again))
        .contains("Add rooms, or let in fewer persons")
        .doesNotContain("Spread the arrivals");
    Run once = JudgedRuns.simulated("arrivals=at-once", "persons=4000", "visits=1");
    assertThat(advice(once)).contains("Spread the arrivals");
  }

  /** Whatever the verdict: figures of a small part of the run are no reason to add rooms. */
  @ParameterizedTest
  @EnumSource(VerdictKind.class)
  void whereMostVisitsAreLeftOutItIsSaidFirst(VerdictKind kind) {
    Run some = JudgedRuns.of(kind);
    boolean judged =
        some.result().outcome() == Outcome.COMPLETED
            && some.result().visits().violations() == 0
            && kind != VerdictKind.INVALID;
    long many = 1_000 * (some.result().waits().count() + 1);
    for (String where : List.of("visits/warmup", "visits/cooldown")) {
      Run little = new ChangedRun(some).set(where, many).run();
      // The verdict may ask for a log that no run has that was changed; the figures say the same.
      assertThat(Advice.of(little, RunVerdict.of(some)).contains("of the visits are measured"))
          .as(where)
          .isEqualTo(judged);
    }
    assertThat(advice(some)).doesNotContain("of the visits are measured");
  }

  @ParameterizedTest
  @CsvSource({"900, 0, false", "901, 0, true", "0, 100, false", "0, 101, true", "120, 101, false"})
  void mostVisitsAreLeftOut(long warmup, long cooldown, boolean little) {
    ChangedRun run =
        patient()
            .set("visits/completed", 100)
            .set("visits/censored", 0)
            .set("visits/turnedAway", 0)
            .set("visits/warmup", warmup)
            .set("visits/cooldown", cooldown);
    assertThat(advice(run).contains("are measured")).isEqualTo(little);
  }

  @ParameterizedTest
  @EnumSource(VerdictKind.class)
  void endsInAFullStop(VerdictKind kind) {
    assertThat(advice(JudgedRuns.of(kind))).endsWith(".").doesNotContain("NaN", "null");
  }

  /** Where persons hold carriers, or the machine is late, more rooms are no use. */
  @ParameterizedTest
  @EnumSource(
      value = VerdictKind.class,
      names = {"CARRIERS_HELD", "MACHINE_TOO_NOISY", "THEORY_DISAGREES", "INVALID", "STUCK"})
  void roomsAreAddedOnlyWhereTheyHelp(VerdictKind kind) {
    assertThat(advice(JudgedRuns.of(kind))).doesNotContain("rooms to spare", "dd rooms");
  }
}
