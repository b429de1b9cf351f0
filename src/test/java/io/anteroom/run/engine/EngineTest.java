package io.anteroom.run.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.JvmClaim;
import io.anteroom.measure.DurationKind;
import io.anteroom.measure.Histograms;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.result.CarriersHeld;
import io.anteroom.result.Check;
import io.anteroom.result.Check.Verdict;
import io.anteroom.result.Latency;
import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.VisitCounts;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class EngineTest {
  private static final String BUSY_WAITING = "anteroom.busyWaiting";

  /** Modes that live-lock by nature when many wait, at least on one JDK; see the tests below. */
  private static final List<String> SPINNING = List.of("try-spin", "try-yield");

  static Stream<String> modesThatFinish() {
    return LockingModes.traits().stream()
        .map(ModeTraits::name)
        .filter(name -> !SPINNING.contains(name));
  }

  private static Run run(String keysAndValues) throws Exception {
    Scenario scenario = Scenarios.of(keysAndValues);
    try (RoomActivity activity = RoomActivities.create(scenario)) {
      return new Engine(scenario, activity, new WallClock(), null).run();
    }
  }

  private static Check check(RunResult result, String name) {
    return result.checks().stream()
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** On JDK 21 to 23 who waits in Object.wait needs a carrier, and there are at most 256. */
  private static int personsFor(String mode) {
    boolean waitsInMonitor =
        LockingModes.traits().stream()
            .anyMatch(
                traits ->
                    traits.name().equals(mode) && traits.has(ModeTraits.Trait.WAITS_IN_MONITOR));
    return waitsInMonitor && Runtime.version().feature() < 24 ? 200 : 1_000;
  }

  @ParameterizedTest
  @MethodSource("modesThatFinish")
  void everyVisitIsCountedOnceWhateverTheMode(String mode) throws Exception {
    int persons = personsFor(mode);
    Run run = run("mode=%s persons=%d rooms=8 hold=fixed:200us".formatted(mode, persons));
    RunResult result = run.result();
    assertThat(result.outcome()).as(result.explanation()).isEqualTo(Outcome.COMPLETED);
    assertThat(result.visits().completed()).isEqualTo(persons);
    assertThat(result.waits().count()).isEqualTo(persons);
    assertThat(run.histograms().hold.getTotalCount()).isEqualTo(persons);
    assertThat(run.histograms().response.getTotalCount()).isEqualTo(persons);
    assertThat(result.visits().attempts()).isEqualTo(persons + result.visits().refusals());
    assertThat(result.checks()).noneMatch(check -> check.verdict() == Verdict.FAILED);
    if (mode.equals("none")) {
      assertThat(result.visits().violations()).isPositive();
    } else {
      assertThat(result.visits().violations()).isZero();
    }
  }

  @Test
  void spinnersStarveTheHolderAndTheRunIsStuck() throws Exception {
    Run run = run("mode=try-spin persons=20 rooms=1 hold=fixed:5ms stuck-after=300ms");
    RunResult result = run.result();
    assertThat(result.outcome()).isEqualTo(Outcome.STUCK);
    assertThat(result.explanation()).contains("Starvation", "try-park", "time-sliced");
    assertThat(result.visits().refusals()).isPositive();
    Path dump = run.attachments().get("threads.json");
    assertThat(dump).isNotNull();
    assertThat(Files.readString(dump)).contains("io.anteroom.modes.locking.Polling");
    Files.delete(dump);
  }

  @Test
  void theResultSaysWhetherTheRunReckonedWithBusyCarriers() throws Exception {
    assertThat(run("mode=try-spin persons=2 rooms=2").result().environment().busyWaiting())
        .isTrue();
    assertThat(run("mode=semaphore persons=2 rooms=2").result().environment().busyWaiting())
        .isFalse();
    System.setProperty(BUSY_WAITING, "true");
    try {
      assertThat(run("mode=semaphore persons=2 rooms=2").result().environment().busyWaiting())
          .isTrue();
    } finally {
      System.clearProperty(BUSY_WAITING);
    }
  }

  @Test
  void personsWhoNeverGotACarrierAreCensored() throws Exception {
    Run run = run("mode=try-spin persons=20 rooms=1 hold=fixed:60s stuck-after=60s duration=1s");
    RunResult result = run.result();
    assertThat(result.visits().completed()).isZero();
    assertThat(result.visits().censored()).isEqualTo(20);
    assertThat(check(result, "counts").verdict()).isEqualTo(Verdict.PASSED);
    assertThat(check(result, "littles-law").verdict()).isNotEqualTo(Verdict.FAILED);
  }

  /**
   * On JDK 21 the same run may end either way, depending on what else the scheduler has to do. From
   * JDK 25 on a few visits may still be lucky, so there are many.
   */
  @Test
  @JvmClaim(from = 25)
  void yieldingStarvesTheHolderFromJdk25On() throws Exception {
    Run run = run("mode=try-yield persons=20 rooms=1 visits=100 hold=fixed:5ms stuck-after=500ms");
    assertThat(run.result().outcome()).isEqualTo(Outcome.STUCK);
    assertThat(run.result().explanation()).contains("Starvation");
    Files.delete(run.attachments().get("threads.json"));
  }

  /** Everyone stays in a class initialiser, far beyond the hold that was drawn. */
  @Test
  @JvmClaim
  void aStuckRunSaysWhoHoldsTheCarriers() throws Exception {
    Scenario scenario =
        Scenarios.of(
            "mode=semaphore activity=class-init persons=8 rooms=8 hold=fixed:20ms stuck-after=1s"
                + " jfr=pinning");
    Run run;
    try (RoomActivity initialiser = RoomActivities.create(scenario)) {
      RoomActivity endless =
          new RoomActivity() {
            @Override
            public void perform(long holdNanos) throws InterruptedException, IOException {
              initialiser.perform(Long.MAX_VALUE);
            }

            @Override
            public void close() {}
          };
      run = new Engine(scenario, endless, new WallClock(), null).run();
    }
    assertThat(run.result().outcome()).isEqualTo(Outcome.STUCK);
    assertThat(run.result().explanation())
        .containsPattern(
            "Deadlock: (all 2|2 of \\d+) carriers are held by virtual threads that wait in"
                + " io\\.anteroom\\.modes\\.activity\\.SlowClass\\.<clinit>:\\d+, and");
    CarriersHeld held = Objects.requireNonNull(run.result().pinning().carriersHeld());
    int atEnd = Objects.requireNonNull(held.atEnd());
    assertThat(atEnd).isBetween(1, held.carriers());
    assertThat(held.moments().getLast().held()).isEqualTo((double) atEnd);
    for (Path file : run.attachments().values()) {
      Files.delete(file);
    }
  }

  @Test
  void personsWhoSleepLongBetweenAttemptsAreNotStuck() throws Exception {
    Run run =
        run("mode=try-park persons=2 rooms=1 hold=fixed:1ms retry=fixed:400ms stuck-after=100ms");
    assertThat(run.result().outcome()).isEqualTo(Outcome.COMPLETED);
  }

  @Test
  void theHistogramsOfTheLateOnesAreKeptByInterval() throws Exception {
    Run run = run("mode=semaphore arrivals=poisson:200/s rooms=9 hold=fixed:1ms duration=1500ms");
    Histograms kept = Histograms.empty();
    for (IntervalRecord interval : run.intervals()) {
      kept.lateness.add(interval.histogram(DurationKind.LATENESS));
      kept.canary.add(interval.histogram(DurationKind.CANARY));
    }
    assertThat(kept.lateness.getTotalCount()).isPositive();
    assertThat(kept.canary.getTotalCount()).isPositive();
    assertThat(kept.lateness).isEqualTo(run.histograms().lateness);
    assertThat(kept.canary).isEqualTo(run.histograms().canary);
    assertThat(run.result().lateness()).isEqualTo(Latency.of(kept.lateness));
    assertThat(run.result().canary()).isEqualTo(Latency.of(kept.canary));
  }

  @Test
  void openArrivalsAreServedAtTheRateAtWhichTheyCome() throws Exception {
    Run run =
        run("mode=semaphore arrivals=poisson:500/s rooms=50 hold=exponential:2ms duration=3s");
    RunResult result = run.result();
    VisitCounts visits = result.visits();
    assertThat(result.waits().count()).isEqualTo(visits.completed());
    assertThat(visits.completed() + visits.censored()).isBetween(1_350L, 1_650L);
    assertThat(result.offeredPerSecond())
        .isCloseTo((visits.completed() + visits.censored()) / 3.0, within(0.01));
    assertThat(check(result, "utilisation").verdict()).isNotEqualTo(Verdict.FAILED);
  }

  @Test
  void moreArrivalsThanTheRoomsCanServeSaturate() throws Exception {
    Run run = run("mode=semaphore arrivals=constant:400/s rooms=1 hold=fixed:10ms duration=1500ms");
    RunResult result = run.result();
    assertThat(result.outcome()).as(result.explanation()).isEqualTo(Outcome.SATURATED);
    assertThat(result.explanation()).contains("The line grew to the end");
    assertThat(result.visits().censored()).isPositive();
    assertThat(result.visits().completed() + result.visits().censored()).isEqualTo(600);
  }

  @Test
  void arrivalsBeyondTheLimitAreTurnedAway() throws Exception {
    Run run =
        run("mode=semaphore arrivals=constant:1000/s rooms=1 hold=fixed:50ms visits=300 limit=2");
    VisitCounts visits = run.result().visits();
    assertThat(visits.turnedAway()).isPositive();
    assertThat(visits.completed() + visits.turnedAway() + visits.censored()).isEqualTo(300);
  }

  @Test
  void impatientPersonsGiveUpAndAreCountedApart() throws Exception {
    Run run = run("mode=semaphore persons=20 rooms=1 hold=fixed:20ms patience=fixed:100ms");
    RunResult result = run.result();
    assertThat(result.visits().abandoned()).isPositive();
    assertThat(result.visits().abandoned() + result.visits().completed()).isEqualTo(20);
    assertThat(result.abandonedWait().count()).isEqualTo(result.visits().abandoned());
    assertThat(result.visits().refusals()).isEqualTo(result.visits().abandoned());
    assertThat(run.histograms().abandonedWait.getMinNonZeroValue()).isGreaterThan(99_000_000);
  }

  @Test
  void warmUpVisitsAreLeftOut() throws Exception {
    RunResult result =
        run("mode=semaphore-fair persons=10 rooms=2 visits=20 hold=fixed:100us warmup=25%")
            .result();
    assertThat(result.visits().warmup()).isPositive();
    assertThat(result.visits().warmup() + result.visits().completed()).isEqualTo(200);
    assertThat(result.waits().count()).isEqualTo(result.visits().completed());
    assertThat(Objects.requireNonNull(result.windowStartNanos())).isPositive();
    assertThat(check(result, "counts").verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void thinkingPersonsComeBackUntilTheDurationIsOver() throws Exception {
    RunResult result =
        run("mode=semaphore arrivals=closed persons=10 rooms=5 think=exponential:5ms"
                + " hold=fixed:1ms duration=1s")
            .result();
    assertThat(result.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(result.visits().completed()).isGreaterThan(10);
    assertThat(Objects.requireNonNull(result.lateness()).count())
        .isEqualTo(result.visits().completed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "persons=500 visits=3 rooms=8 hold=fixed:200us",
        "arrivals=poisson:1000/s visits=500 rooms=2 hold=exponential:1ms",
        "arrivals=closed persons=50 visits=10 rooms=4 think=exponential:5ms hold=fixed:1ms",
      })
  void nobodyReallyWaitsLongerThanSinceItWasDue(String settings) throws Exception {
    Run run = run("mode=semaphore " + settings);
    Histogram corrected = run.histograms().wait;
    Histogram uncorrected = run.histograms().uncorrectedWait;
    assertThat(uncorrected.getTotalCount()).isEqualTo(corrected.getTotalCount());
    assertThat(run.result().uncorrectedWait()).isEqualTo(Latency.of(uncorrected));
    for (double percentile = 0; percentile <= 100; percentile += 0.5) {
      assertThat(uncorrected.getValueAtPercentile(percentile))
          .as("%s%%", percentile)
          .isLessThanOrEqualTo(corrected.getValueAtPercentile(percentile));
    }
    assertThat(uncorrected.getMean()).isLessThan(corrected.getMean());
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared", "per-room"})
  void littlesLawHoldsWhenTheRunIsLongEnoughToJudge(String line) throws Exception {
    RunResult result =
        run("mode=timed line=%s persons=200 rooms=2 hold=exponential:25ms".formatted(line))
            .result();
    Check check = check(result, "littles-law");
    assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.PASSED);
    assertThat(check.expected()).isGreaterThan(50);
  }

  @Test
  void modesMeetTheSameSchedule() throws Exception {
    String rest = " persons=20 rooms=4 hold=exponential:100us seed=9";
    RunResult one = run("mode=reentrant" + rest).result();
    RunResult other = run("mode=queue" + rest).result();
    assertThat(one.scheduleChecksum()).isEqualTo(other.scheduleChecksum());
    assertThat(one.hold().count()).isEqualTo(other.hold().count());
  }

  @Test
  void anInterruptedRunKeepsWhatItHas() throws Exception {
    Scenario scenario = Scenarios.of("mode=semaphore persons=50 rooms=1 hold=fixed:20ms");
    CountDownLatch visited = new CountDownLatch(5);
    RoomActivity activity = counting(visited, RoomActivities.create(scenario));
    Engine engine = new Engine(scenario, activity, new WallClock(), null);
    Thread interrupter =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    visited.await();
                    engine.interrupt();
                  } catch (InterruptedException unexpected) {
                    Thread.currentThread().interrupt();
                  }
                });
    RunResult result = engine.run().result();
    interrupter.join();
    assertThat(result.outcome()).isEqualTo(Outcome.INTERRUPTED);
    assertThat(result.visits().completed()).isBetween(4L, 49L);
    assertThat(result.visits().completed() + result.visits().censored()).isEqualTo(50);
  }

  /** To interrupt each of them would take the square of their number. */
  @Test
  void aLongLineIsCountedToTheLastPersonWhenTheRunIsInterrupted() throws Exception {
    int persons = 50_000;
    Scenario scenario =
        Scenarios.of("mode=semaphore rooms=1 hold=fixed:1h stuck-after=2h persons=" + persons);
    Engine engine = new Engine(scenario, RoomActivities.create(scenario), new WallClock(), null);
    Thread interrupter =
        Thread.ofPlatform()
            .start(
                () -> {
                  Snapshot seen = null;
                  while (seen == null || seen.counts().waiting() < persons - 1) {
                    Thread.onSpinWait();
                    seen = engine.look(1);
                  }
                  engine.interrupt();
                });
    RunResult result = engine.run().result();
    interrupter.join();
    assertThat(result.outcome()).isEqualTo(Outcome.INTERRUPTED);
    assertThat(result.visits().censored()).isEqualTo(persons);
    assertThat(result.explanation()).doesNotContain("could not be freed");
  }

  private static RoomActivity counting(CountDownLatch visits, RoomActivity activity) {
    return new RoomActivity() {
      @Override
      public void perform(long holdNanos) throws InterruptedException, IOException {
        visits.countDown();
        activity.perform(holdNanos);
      }

      @Override
      public void close() throws IOException {
        activity.close();
      }
    };
  }

  @Test
  void aFaultOfTheActivityEndsTheRunWithItsCause() {
    Scenario scenario = Scenarios.of("mode=reentrant persons=3 rooms=1");
    RoomActivity broken =
        new RoomActivity() {
          @Override
          public void perform(long holdNanos) throws IOException {
            throw new IOException("no such disk");
          }

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> new Engine(scenario, broken, new WallClock(), null).run())
        .isInstanceOf(EngineFault.class)
        .hasRootCauseMessage("no such disk");
  }

  @Test
  void theTranscriptTellsTheSceneInOrderAndIsBounded() throws Exception {
    Scenario scenario =
        Scenarios.of("mode=timed line=per-room persons=2 rooms=1 timeout=5ms hold=fixed:400ms");
    Transcript transcript = new Transcript(3, 100);
    try (RoomActivity activity = RoomActivities.create(scenario)) {
      var unused = new Engine(scenario, activity, new WallClock(), transcript).run();
    }
    List<String> lines = transcript.takeLines();
    assertThat(lines.getFirst()).matches("person [12] occupies meeting room 1");
    assertThat(lines.getLast()).matches("person [12] vacates meeting room 1");
    assertThat(lines).filteredOn(line -> line.contains("lock is not free...")).hasSize(3);
    assertThat(transcript.leftOut()).isPositive();
  }
}
