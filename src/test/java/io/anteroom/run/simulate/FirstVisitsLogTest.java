package io.anteroom.run.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.measure.FirstVisits;
import io.anteroom.measure.Timelines;
import io.anteroom.measure.VisitOutcome;
import io.anteroom.measure.VisitRecord;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.Schedule;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FirstVisitsLogTest {
  private static final Comparator<VisitRecord> BY_VISIT =
      Comparator.comparingInt(VisitRecord::person).thenComparingLong(VisitRecord::visit);

  private static List<VisitRecord> visits(Scenario scenario) {
    FirstVisitsLog allotment = new FirstVisitsLog(scenario);
    Schedule schedule = new Schedule(scenario);
    new Calendar(scenario, schedule, schedule.newWindow(), allotment, false).run();
    return allotment.records();
  }

  private static List<VisitRecord> naively(Scenario scenario) {
    FirstVisitsLog allotment = new FirstVisitsLog(scenario);
    new NaiveSimulator(scenario, new Schedule(scenario), allotment).run();
    return allotment.records();
  }

  @Test
  void noRoomHoldsTwoAtATimeWhereNobodyShares() {
    Told.all()
        .filter(told -> !told.atWill() && told.scenario().locking().readers() == 0)
        .forEach(told -> Timelines.assertExclusive(visits(told.scenario()), told.toString()));
  }

  @Test
  void everyRoomIsOneOfTheScenarios() {
    Told.all()
        .forEach(
            told ->
                assertThat(visits(told.scenario()))
                    .as(told::toString)
                    .allMatch(visit -> visit.room() == null || visit.room() < told.rooms()));
  }

  /** Rooms with a line each are chosen, which the plain simulator does in its own way. */
  @Test
  void theRoomIsTheOneThatTheVisitChose() {
    Told.all()
        .filter(told -> told.scenario().facility().line() == Line.PER_ROOM)
        .forEach(
            told ->
                assertThat(visits(told.scenario()).stream().sorted(BY_VISIT))
                    .as(told::toString)
                    .containsExactlyElementsOf(
                        naively(told.scenario()).stream().sorted(BY_VISIT).toList()));
  }

  @Test
  void everyFateIsTold() {
    Told.all()
        .forEach(
            told ->
                assertThat(visits(told.scenario()).stream().sorted(BY_VISIT))
                    .as(told::toString)
                    .zipSatisfy(
                        told.log().fates(), (visit, fate) -> assertSame(told, visit, fate)));
  }

  private static void assertSame(Told told, VisitRecord visit, Fate fate) {
    boolean cut = fate instanceof Fate.Entered entered && entered.leftNanos() > told.stopNanos();
    VisitRecord expected =
        switch (fate) {
          case Fate.Entered had ->
              Timelines.visit(
                  had.person(),
                  had.visit(),
                  visit.room(),
                  had.intendedNanos(),
                  had.enteredNanos(),
                  cut ? null : had.leftNanos(),
                  cut ? VisitOutcome.CENSORED : VisitOutcome.COMPLETED,
                  had.refusals());
          case Fate.Abandoned gaveUp ->
              Timelines.visit(
                  gaveUp.person(),
                  gaveUp.visit(),
                  null,
                  gaveUp.intendedNanos(),
                  null,
                  gaveUp.atNanos(),
                  VisitOutcome.ABANDONED,
                  gaveUp.refusals());
          case Fate.TurnedAway away ->
              Timelines.visit(
                  away.person(), 0, null, away.atNanos(), null, null, VisitOutcome.TURNED_AWAY, 0);
          case Fate.LeftWaiting waiting ->
              Timelines.visit(
                  waiting.person(),
                  waiting.visit(),
                  null,
                  waiting.intendedNanos(),
                  null,
                  null,
                  VisitOutcome.CENSORED,
                  waiting.refusals());
        };
    assertThat(visit).as(told::toString).isEqualTo(expected);
  }

  @Test
  void behindASharedLineTheFreeRoomWithTheLowestIndexIsAllotted() {
    List<VisitRecord> visits =
        visits(
            Simulations.scenario(
                "mode=semaphore-fair rooms=5 arrivals=constant:100/s hold=fixed:25ms visits=20"));
    assertThat(visits)
        .extracting(visit -> Objects.requireNonNull(visit.room()))
        .containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1);
  }

  @Test
  void moreVisitsThanAreKeptLeaveTheFirst() {
    String settings = "mode=semaphore-fair rooms=8 arrivals=poisson:300/s hold=exponential:20ms";
    List<VisitRecord> all = visits(Simulations.scenario(settings + " visits=10000"));
    List<VisitRecord> many = visits(Simulations.scenario(settings + " visits=30000"));
    assertThat(many).hasSize(FirstVisits.MOST).isEqualTo(all);
  }
}
