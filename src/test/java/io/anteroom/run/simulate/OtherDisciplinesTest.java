package io.anteroom.run.simulate;

import static io.anteroom.run.simulate.HandComputed.entered;
import static io.anteroom.run.simulate.HandComputed.log;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.Schedule;
import org.junit.jupiter.api.Test;

/** Rooms without locks, and what can't be simulated. */
class OtherDisciplinesTest {
  @Test
  void atWillEverybodyEntersAndViolationsAreCounted() {
    LoggedVisits log = log("mode=none rooms=1 arrivals=constant:1000/s visits=4 hold=fixed:2ms");
    assertThat(log.fates())
        .containsExactly(
            entered(0, 0, 0, 0, 2),
            entered(1, 0, 1, 1, 3),
            entered(2, 0, 2, 2, 4),
            entered(3, 0, 3, 3, 5));
    assertThat(log.violations()).isEqualTo(3);
  }

  @Test
  void atWillWhoHasLeftWithinTheInstantIsNotViolated() {
    assertThat(log("mode=none rooms=1 persons=3 hold=fixed:0s").violations()).isZero();
    assertThat(
            log("mode=none rooms=1 arrivals=constant:1000/s visits=3 hold=fixed:1ms").violations())
        .isZero();
  }

  @Test
  void atWillTheRoomIsTheChosenOne() {
    assertThat(log("mode=none rooms=2 persons=3 hold=fixed:2ms").violations()).isEqualTo(1);
    assertThat(log("mode=none rooms=3 persons=3 hold=fixed:2ms").violations()).isZero();
  }

  @Test
  void whatIsNotModelledIsRefused() {
    Scenario scenario = Simulations.scenario("mode=try-spin clock=wall");
    Schedule schedule = new Schedule(scenario);
    LoggedVisits log = new LoggedVisits();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NaiveSimulator(scenario, schedule, log).run());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Calendar(scenario, schedule, schedule.newWindow(), log, false).run());
    assertThat(Recursion.applies(scenario)).isFalse();
  }

  @Test
  void whatNeverEndsIsRefused() {
    Scenario scenario = Simulations.scenario("persons=1 hold=fixed:0s duration=1ms");
    Schedule schedule = new Schedule(scenario);
    LoggedVisits log = new LoggedVisits();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NaiveSimulator(scenario, schedule, log).run());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Calendar(scenario, schedule, schedule.newWindow(), log, false).run());
    assertThat(Recursion.applies(scenario)).isFalse();
  }
}
