package io.anteroom.run.engine;

import static io.anteroom.run.engine.Millis.histogram;
import static io.anteroom.run.engine.Millis.ms;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.measure.Histograms;
import io.anteroom.measure.VisitOutcome;
import io.anteroom.measure.VisitRecord;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Whoever hears of an abandonment hears the same. */
class AbandonmentListenersTest {
  private final SteppedHost host = new SteppedHost();
  private final Transcript transcript = new Transcript(0, 100);

  /** Persons come every 10 ms, the first stays for a second, and nobody waits for over 15 ms. */
  private Stage stage(String settings) {
    return host.stage(
        "mode=try-park retry=fixed:5ms patience=fixed:15ms arrivals=constant:100/s visits=4 rooms=1"
            + " hold=fixed:1s"
            + settings,
        transcript);
  }

  private void run(Stage stage) {
    host.stepper.runToEnd(
        host.engine.unstarted(
            () -> {
              Arrival.Arrived unused = new OpenArrival(stage).letIn();
              stage.roster.close();
              try {
                assertThat(stage.roster.awaitAllGone(ms(10_000))).isTrue();
              } catch (InterruptedException impossible) {
                throw new AssertionError(impossible);
              }
            }));
    assertThat(stage.fault()).isNull();
  }

  @Test
  void eachIsToldOfEveryVisitOnce() {
    Stage stage = stage("");
    run(stage);
    assertThat(stage.census.abandoned()).isEqualTo(3);
    Histograms measured = stage.measured.takeInterval();
    assertThat(measured.abandonedWait).isEqualTo(histogram(15, 15, 15));
    assertThat(measured.wait).isEqualTo(histogram(0));
    assertThat(stage.firstVisits.records())
        .filteredOn(visit -> visit.outcome() == VisitOutcome.ABANDONED)
        .hasSize(3)
        .allMatch(visit -> visit.refusals() == refusals(stage) / 3)
        .extracting(visit -> Objects.requireNonNull(visit.leftNanos()) - visit.intendedNanos())
        .containsOnly(ms(15));
    assertThat(stage.firstVisits.records()).extracting(VisitRecord::person).contains(1, 2, 3);
    assertThat(transcript.takeLines())
        .filteredOn(line -> line.endsWith("gives up"))
        .containsExactly("person 2 gives up", "person 3 gives up", "person 4 gives up");
  }

  private static long refusals(Stage stage) {
    return stage.measured.refusals();
  }

  @Test
  void aVisitOfTheWarmUpIsRecordedThere() {
    Stage stage = stage(" warmup=15ms");
    run(stage);
    assertThat(stage.census.abandoned()).isEqualTo(3);
    assertThat(stage.unmeasured.takeInterval().abandonedWait).isEqualTo(histogram(15));
    assertThat(stage.measured.takeInterval().abandonedWait).isEqualTo(histogram(15, 15));
    assertThat(stage.unmeasured.refusals()).isEqualTo(stage.measured.refusals() / 2).isPositive();
  }
}
