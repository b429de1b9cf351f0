package io.anteroom.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.measure.flight.CallStack;
import io.anteroom.measure.flight.CarrierHold;
import io.anteroom.measure.flight.FlightSettings;
import io.anteroom.measure.flight.Frame;
import io.anteroom.measure.flight.SeenThread;
import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import io.anteroom.scenario.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which held carriers are a run's pins: those of its persons, in what is measured of it. */
class FlightPinsTest {
  private static final Frame PERSON = new Frame(Person.class.getName(), "stay", 7);
  private static final Frame STRANGER = new Frame("app.Stranger", "work", 7);

  private static Scenario scenario(String warmup) {
    return new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2)
        .parse(
            Settings.none()
                .with(ScenarioKey.ARRIVALS, "poisson:1/s", "test")
                .with(ScenarioKey.DURATION, "100h", "test")
                .with(ScenarioKey.WARMUP, warmup, "test"));
  }

  private static Flight flight(String warmup) {
    return new Flight(FlightSettings.of("pinning"), scenario(warmup));
  }

  private static CarrierHold hold(Instant start, Frame frame) {
    return new CarrierHold(
        start,
        1_000,
        CarrierHold.Kind.PINNED,
        "a reason",
        null,
        new CallStack(List.of(frame), false),
        new SeenThread(SeenThread.Kind.VIRTUAL, "person", 1),
        null);
  }

  /** Hours, so that nothing depends on how long the test takes. */
  @ParameterizedTest
  @CsvSource({
    "0%, 1, 1",
    "0%, 99, 1",
    "0%, 101, 0",
    "20%, 1, 0",
    "20%, 19, 0",
    "20%, 21, 1",
    "20%, 99, 1",
    "20%, 101, 0",
    "50h, 49, 0",
    "50h, 51, 1",
  })
  void onlyWhatBeginsInTheMeasuredWindowCounts(String warmup, long hours, long counted) {
    Flight flight = flight(warmup);
    flight.runBegins(new Schedule(scenario(warmup)).newWindow());

    flight.add(hold(Instant.now().plus(Duration.ofHours(hours)), PERSON));

    assertThat(flight.pinsSoFar().count()).isEqualTo(counted);
    assertThat(flight.pinsSoFar().nanos()).isEqualTo(counted * 1_000);
  }

  @Test
  void nothingCountsBeforeTheRunBeginsOrAfterItHasEnded() {
    Flight flight = flight("0%");
    flight.add(hold(Instant.now(), PERSON));
    assertThat(flight.pinsSoFar().count()).isZero();

    flight.runBegins(new Schedule(scenario("0%")).newWindow());
    flight.add(hold(Instant.now().plus(Duration.ofHours(1)), PERSON));
    flight.runEnds();
    flight.add(hold(Instant.now().plus(Duration.ofHours(1)), PERSON));

    assertThat(flight.pinsSoFar().count()).isEqualTo(1);
  }

  @Test
  void carriersHeldByOthersAreNotTheRuns() {
    Flight flight = flight("0%");
    flight.runBegins(new Schedule(scenario("0%")).newWindow());

    flight.add(hold(Instant.now().plus(Duration.ofHours(1)), STRANGER));

    assertThat(flight.pinsSoFar().count()).isZero();
  }
}
