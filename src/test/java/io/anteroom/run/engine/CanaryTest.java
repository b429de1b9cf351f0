package io.anteroom.run.engine;

import static io.anteroom.run.engine.Millis.ms;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.Latency;
import io.anteroom.run.engine.Snapshot.Processors;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The canary wants to run every 10 ms; this is how late it does when it gets no carrier. */
class CanaryTest {
  /** A run of a second, or of two where the last person stays that long. */
  private static SteppedRun run(String settings) {
    return SteppedRun.of(
        "mode=semaphore-fair arrivals=constant:10/s rooms=9 duration=1s " + settings);
  }

  private static SteppedRun held(SteppedRun run, double fromMillis, double toMillis) {
    return run.at(ms(fromMillis), run.host.canary::hold).at(ms(toMillis), run.host.canary::release);
  }

  /** So many beats in time, and these. */
  private static Latency beats(int inTime, double... lateMillis) {
    double[] all = new double[inTime + lateMillis.length];
    System.arraycopy(lateMillis, 0, all, inTime, lateMillis.length);
    return Millis.latency(all);
  }

  @Test
  void isInTimeWhereNobodyHoldsTheCarriers() {
    assertThat(run("hold=fixed:1ms").run().result().canary()).isEqualTo(beats(99));
  }

  @Test
  void countsEachBeatThatItMissed() {
    assertThat(held(run("hold=fixed:1ms"), 95, 200).run().result().canary())
        .isEqualTo(beats(89, 100, 90, 80, 70, 60, 50, 40, 30, 20, 10));
  }

  /** It was due at 900 ms, and from then on every 10 ms. */
  @Test
  void countsTheBeatsThatItStillMissesAtTheEnd() {
    assertThat(held(run("hold=fixed:1ms"), 895, 5_000).run().result().canary())
        .isEqualTo(beats(89, 100, 90, 80, 70, 60, 50, 40, 30, 20));
  }

  @Test
  void countsNoBeatOfTheWarmUp() {
    assertThat(held(run("hold=fixed:1ms warmup=20%"), 95, 250).run().result().canary())
        .isEqualTo(beats(75, 50, 40, 30, 20, 10));
  }

  /** The last person leaves at 1.9 s. */
  @Test
  void countsNoBeatAfterTheEndOfArrivals() {
    assertThat(held(run("hold=fixed:1s"), 1_095, 1_500).run().result().canary())
        .isEqualTo(beats(100));
  }

  @Test
  void canBeSeenWhileItIsLateAndAfterwards() {
    SteppedRun run = held(run("hold=fixed:1ms"), 95, 200);
    List<Processors> seen = new ArrayList<>();
    for (double millis : new double[] {50, 150, 305}) {
      run.at(ms(millis), () -> seen.add(Objects.requireNonNull(run.engine().look(1)).processors()));
    }
    var unused = run.run();
    assertThat(seen).extracting(Processors::canaryNanos).containsExactly(0L, ms(50), 0L);
    assertThat(seen).extracting(Processors::canaryMaxNanos).containsExactly(0L, ms(50), ms(100));
  }
}
