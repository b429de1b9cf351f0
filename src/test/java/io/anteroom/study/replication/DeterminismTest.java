package io.anteroom.study.replication;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.Golden;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.result.Run;
import io.anteroom.result.store.StoredRun;
import io.anteroom.result.store.VisitRows;
import io.anteroom.run.engine.Engine;
import io.anteroom.scenario.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One seed gives one result, to the byte, on every JDK and with any number of threads. */
class DeterminismTest {
  private static final String FILES = "src/test/resources/io/anteroom/run/simulate/";
  private static final Pattern ENVIRONMENT = Pattern.compile("\"environment\": \\{[^}]*}");

  /** Every discipline, kind of arrivals, distribution and order at least once. */
  private static final List<String> SCENARIOS =
      List.of(
          "mode=semaphore-fair rooms=10 arrivals=poisson:90/s hold=exponential:100ms visits=2000",
          "mode=reentrant rooms=3 arrivals=constant:20/s hold=lognormal:100ms,cv=1.5 visits=2000",
          "mode=queue rooms=2 arrivals=renewal:erlang:60ms,k=2 hold=uniform:0s..200ms visits=1000",
          "mode=semaphore rooms=4 order=random arrivals=poisson:36/s hold=exponential:100ms"
              + " visits=2000 warmup=10%",
          "mode=monitor-wait rooms=4 order=lifo arrivals=poisson:36/s hold=pareto:100ms,alpha=2.5"
              + " visits=2000",
          "mode=synchronized rooms=5 choice=round-robin arrivals=poisson:40/s hold=erlang:100ms,k=4"
              + " duration=60s",
          "mode=reentrant-fair line=per-room choice=shortest rooms=5 arrivals=poisson:40/s"
              + " hold=hyperexponential:100ms,cv=2 visits=2000 warmup=5s",
          "mode=reentrant-fair line=shared rooms=5 arrivals=poisson:60/s hold=fixed:100ms"
              + " duration=30s",
          "mode=stamped readers=0.8 choice=random rooms=3 arrivals=poisson:50/s"
              + " hold=exponential:50ms visits=2000",
          "mode=none rooms=2 choice=random arrivals=poisson:30/s hold=exponential:100ms"
              + " visits=2000",
          "mode=timed line=shared timeout=50ms rooms=3 arrivals=poisson:25/s"
              + " hold=exponential:100ms visits=2000",
          "mode=timed line=per-room timeout=50ms patience=exponential:200ms rooms=3"
              + " arrivals=poisson:40/s hold=exponential:100ms visits=2000",
          "mode=try-park line=shared rooms=3 arrivals=poisson:25/s hold=exponential:10ms"
              + " visits=2000",
          "mode=try-park line=per-room retry=exponential:20ms patience=fixed:1s rooms=3"
              + " arrivals=poisson:25/s hold=exponential:100ms visits=1000",
          "mode=try-backoff line=shared rooms=3 arrivals=closed persons=30 visits=50"
              + " think=exponential:500ms hold=exponential:50ms",
          "mode=semaphore-fair limit=8 rooms=5 arrivals=poisson:60/s hold=exponential:100ms"
              + " visits=2000",
          "mode=semaphore-fair rooms=5 arrivals=closed persons=40 think=uniform:0s..1s"
              + " hold=erlang:100ms,k=2 duration=60s warmup=10s",
          "mode=semaphore-fair rooms=7 arrivals=at-once persons=2000 hold=lognormal:5ms,cv=2",
          "mode=queue patience=lognormal:100ms,cv=1 order=lifo rooms=2 arrivals=poisson:30/s"
              + " hold=exponential:100ms visits=2000 warmup=auto",
          "mode=semaphore-fair rooms=2 arrivals=trace:"
              + FILES
              + "batches.durations hold=empirical:"
              + FILES
              + "whole.durations");

  @Test
  void everyResultIsTheRecordedOneWithOneThreadAndWithTwo()
      throws IOException, InterruptedException {
    StringBuilder one = new StringBuilder();
    StringBuilder two = new StringBuilder();
    for (String scenario : SCENARIOS) {
      one.append(sha256(json(scenario, 1, 1))).append("  ").append(scenario).append('\n');
      two.append(sha256(json(scenario, 1, 2))).append("  ").append(scenario).append('\n');
    }
    assertThat(SCENARIOS).hasSize(20).doesNotHaveDuplicates();
    assertThat(two).hasToString(one.toString());
    Golden.check("study/replication/results.sha256", one.toString());
  }

  /** The first replication's, however many there are. */
  @Test
  void theVisitsAreTheRecordedOnes() throws IOException, InterruptedException {
    StringBuilder hashes = new StringBuilder();
    for (String scenario : SCENARIOS) {
      String visits = VisitRows.write(run(scenario, 1, 2).visits(), List.of());
      hashes.append(sha256(visits)).append("  ").append(scenario).append('\n');
      Run alone = Simulated.detailed(Simulated.scenario(scenario).withSeed(1));
      assertThat(VisitRows.write(alone.visits(), List.of())).as(scenario).isEqualTo(visits);
    }
    Golden.check("study/replication/visits.sha256", hashes.toString());
  }

  @Test
  void anotherSeedGivesAnotherResult() throws InterruptedException {
    String scenario = SCENARIOS.getFirst();
    assertThat(withoutSeeds(json(scenario, 2, 1))).isNotEqualTo(withoutSeeds(json(scenario, 1, 1)));
  }

  /** Two clocks, one schedule. */
  @Test
  void theWallClockMeetsTheSameScheduleAsSimulatedTime() throws Exception {
    String text =
        "mode=semaphore-fair line=shared rooms=3 arrivals=poisson:2000/s hold=uniform:0s..1ms"
            + " visits=50 seed=11 jfr=off clock=";
    Run simulated = Simulated.detailed(Simulated.scenario(text + "simulated"));
    Run real = onTheWallClock(Simulated.scenario(text + "wall"));
    assertThat(real.result().visits().completed()).isEqualTo(50);
    assertThat(real.result().scheduleChecksum()).isEqualTo(simulated.result().scheduleChecksum());
    Run other = Simulated.detailed(Simulated.scenario(text + "simulated").withSeed(12));
    assertThat(real.result().scheduleChecksum()).isNotEqualTo(other.result().scheduleChecksum());
  }

  private static Run onTheWallClock(Scenario scenario) throws Exception {
    try (RoomActivity activity = RoomActivities.create(scenario)) {
      return new Engine(scenario, activity, new WallClock(), null).run();
    }
  }

  private static String withoutSeeds(String json) {
    return json.substring(json.indexOf("\"wait\": "));
  }

  private static String json(String text, long seed, int threads) throws InterruptedException {
    String json = StoredRun.RESULT.write(run(text, seed, threads).result());
    assertThat(json)
        .containsOnlyOnce("\"environment\": {")
        .doesNotContain(Path.of("").toAbsolutePath().toString());
    return ENVIRONMENT.matcher(json).replaceFirst("\"environment\": {}");
  }

  private static Run run(String text, long seed, int threads) throws InterruptedException {
    Scenario scenario = Simulated.scenario(text + " replications=3").withSeed(seed);
    return new Replications(scenario, List.of(), null, threads).run();
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
