package io.anteroom.run.engine;

import static io.anteroom.run.engine.Millis.histogram;
import static io.anteroom.run.engine.Millis.ms;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.measure.VisitOutcome;
import io.anteroom.measure.VisitRecord;
import io.anteroom.run.engine.Arrival.Arrived;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who lets the persons of an open model in, on a clock that stands still. */
class OpenArrivalTest {
  private final SteppedHost host = new SteppedHost();

  private Stage stage(String settings) {
    return host.stage("mode=semaphore-fair " + settings, null);
  }

  /** What is known when nobody comes any more; that is the end of the time, too. */
  private Arrived letIn(Stage stage) {
    Arrived[] arrived = new Arrived[1];
    host.stepper.runToEnd(host.engine.unstarted(() -> arrived[0] = new OpenArrival(stage).letIn()));
    assertThat(stage.fault()).isNull();
    return arrived[0];
  }

  private static Histogram lateness(Stage stage) {
    return stage.measured.takeInterval().lateness;
  }

  /** Parking ends too late by less than what is spun away before an arrival. */
  @Test
  void farArrivalsComeOnTimeThoughParkingOvershoots() {
    host.stepper.overshootParks(ms(0.06));
    Stage stage = stage("arrivals=constant:100/s visits=5 rooms=9 hold=fixed:1ms");
    letIn(stage);
    assertThat(lateness(stage)).isEqualTo(histogram(0, 0, 0, 0, 0));
  }

  /** Whoever spins for each of them takes the processor that the persons need. */
  @Test
  void closeArrivalsAreNeverSpunFor() {
    host.stepper.overshootParks(ms(0.06));
    Stage stage = stage("arrivals=constant:8000/s visits=5 rooms=9 hold=fixed:1ms");
    Arrived arrived = letIn(stage);
    assertThat(lateness(stage)).isEqualTo(histogram(0, 0.06, 0.06, 0.06, 0.06));
    assertThat(arrived.lateNanos()).isEqualTo(ms(0.06));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "30, 0", "60, 50", "330, 300"})
  void aStopIsNoticedWithin50Milliseconds(double stopMillis, double beforeMillis) {
    Stage stage = stage("arrivals=constant:0.001/s visits=5 rooms=9 hold=fixed:1ms");
    host.stepper.at(ms(stopMillis), () -> stage.stop(StopCause.INTERRUPT));
    Arrived arrived = letIn(stage);
    assertThat(host.stepper.elapsedNanos()).isBetween(ms(stopMillis), ms(beforeMillis + 50));
    assertThat(arrived.count().all()).isLessThanOrEqualTo(1);
    assertThat(stage.roster.letIn()).isLessThanOrEqualTo(1);
  }

  /** The first stays for 100 ms and the second waits; then there is space for one again. */
  @Test
  void whoFindsAsManyPresentAsThereMayBeIsTurnedAway() {
    Stage stage = stage("arrivals=constant:50/s visits=8 rooms=1 limit=2 hold=fixed:100ms");
    Arrived arrived = letIn(stage);
    assertThat(stage.firstVisits.records())
        .filteredOn(visit -> visit.outcome() == VisitOutcome.TURNED_AWAY)
        .extracting(VisitRecord::intendedNanos)
        .containsExactly(ms(40), ms(60), ms(80), ms(120), ms(140));
    assertThat(stage.census.turnedAway()).isEqualTo(5);
    assertThat(stage.roster.letIn()).isEqualTo(3);
    assertThat(arrived.count().all()).isEqualTo(8);
    assertThat(arrived.waiting()).isEqualTo(1);
  }

  @Test
  void itLastsAsLongAsThePersonsAreToCome() {
    Stage stage = stage("arrivals=constant:4/s duration=900ms rooms=1 hold=fixed:400ms");
    Arrived arrived = letIn(stage);
    assertThat(host.stepper.elapsedNanos()).isEqualTo(ms(900));
    assertThat(arrived.count().all()).isEqualTo(4);
    assertThat(arrived.waiting()).isEqualTo(1);
    assertThat(stage.window.endNanos()).isEqualTo(ms(900));
  }

  @Test
  void theWarmUpIsToldApart() {
    Stage stage = stage("arrivals=constant:10/s duration=1s warmup=250ms rooms=9 hold=fixed:1ms");
    Arrived arrived = letIn(stage);
    assertThat(arrived.count().before(stage.window.endNanos())).isEqualTo(7);
    assertThat(stage.roster.letIn()).isEqualTo(10);
  }
}
