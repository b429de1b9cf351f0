package io.anteroom.run.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.ArrivalTimes;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must hold of every simulation, seen from the outside, in random scenarios. */
class SimulationPropertiesTest {
  @Test
  void everyArrivalOfAnOpenModelEndsInOneWay() {
    Told.all()
        .filter(Told::open)
        .forEach(
            told ->
                assertThat(told.log().fates().stream().map(Fate::person))
                    .as(told::toString)
                    .isEqualTo(IntStream.range(0, arrivals(told)).boxed().toList()));
  }

  private static int arrivals(Told told) {
    ArrivalTimes times = told.schedule().arrivals();
    return (int)
        LongStream.generate(times::nextNanos).takeWhile(at -> at != ArrivalTimes.NONE).count();
  }

  @Test
  void everyPersonOfAClosedModelMakesItsVisitsOneAfterTheOther() {
    Told.all()
        .filter(told -> !told.open())
        .forEach(
            told -> {
              int persons = told.scenario().demand().persons();
              for (int person = 0; person < persons; person++) {
                checkVisits(told, person);
              }
              assertThat(told.log().fates()).allMatch(fate -> fate.person() < persons);
            });
  }

  /** Each visit begins when the one before has ended and the person has thought, while it may. */
  private static void checkVisits(Told told, int person) {
    Scenario.Demand demand = told.scenario().demand();
    long freeNanos = 0;
    long number = 0;
    for (Fate fate : told.fatesOf(person)) {
      assertThat(fate.visit()).as(told::toString).isEqualTo(number);
      assertThat(intendedNanos(fate)).as(told::toString).isEqualTo(due(told, fate, freeNanos));
      assertThat(intendedNanos(fate)).as(told::toString).isLessThan(told.durationNanos());
      freeNanos = endNanos(told, fate);
      number++;
    }
    Fate next = new Fate.LeftWaiting(person, number, 0, 0);
    assertThat(
            (demand.visits() != null && number == demand.visits())
                || due(told, next, freeNanos) >= told.durationNanos())
        .as(told::toString)
        .isTrue();
  }

  private static long due(Told told, Fate fate, long freeNanos) {
    boolean thinks =
        fate.visit() > 0 || told.scenario().demand().arrivals() instanceof Arrivals.Closed;
    return thinks
        ? freeNanos
            + told.schedule().thinkNanos(told.schedule().newDraws(), fate.person(), fate.visit())
        : freeNanos;
  }

  private static long intendedNanos(Fate fate) {
    return switch (fate) {
      case Fate.Entered entered -> entered.intendedNanos();
      case Fate.Abandoned abandoned -> abandoned.intendedNanos();
      case Fate.TurnedAway turnedAway -> turnedAway.atNanos();
      case Fate.LeftWaiting waiting -> waiting.intendedNanos();
    };
  }

  /** When the visit is over. */
  private static long endNanos(Told told, Fate fate) {
    return switch (fate) {
      case Fate.Entered entered -> entered.leftNanos();
      case Fate.Abandoned abandoned -> abandoned.atNanos();
      case Fate.TurnedAway turnedAway -> turnedAway.atNanos();
      case Fate.LeftWaiting waiting -> told.stopNanos();
    };
  }

  /** When the visit no longer waits. */
  private static long waitEndNanos(Told told, Fate fate) {
    return fate instanceof Fate.Entered entered ? entered.enteredNanos() : endNanos(told, fate);
  }

  @Test
  void waitsLastFromNothingToThePatienceAndHoldsAsLongAsScheduled() {
    Told.all()
        .forEach(
            told -> {
              for (Fate.Entered visit : told.log().entered()) {
                long waitNanos = visit.enteredNanos() - visit.intendedNanos();
                long mostNanos = told.atWill() ? 0 : told.patienceNanos(visit);
                assertThat(waitNanos).as(told::toString).isBetween(0L, mostNanos);
                assertThat(visit.enteredNanos()).as(told::toString).isLessThan(told.stopNanos());
                assertThat(visit.leftNanos() - visit.enteredNanos())
                    .as(told::toString)
                    .isEqualTo(told.stayNanos(visit, visit.enteredNanos()));
              }
              for (Fate.Abandoned visit : told.log().abandoned()) {
                assertThat(visit.atNanos() - visit.intendedNanos())
                    .as(told::toString)
                    .isEqualTo(told.patienceNanos(visit));
                assertThat(visit.atNanos()).as(told::toString).isLessThan(told.stopNanos());
              }
            });
  }

  @Test
  void noRoomHoldsTwoUnlessBothRead() {
    Told.all()
        .filter(told -> !told.atWill())
        .forEach(
            told -> {
              List<Fate.Entered> visits = told.log().entered();
              for (Fate.Entered visit : visits) {
                List<Fate.Entered> inside =
                    visits.stream().filter(other -> inside(other, visit.enteredNanos())).toList();
                long withoutReaders = inside.stream().filter(other -> !told.reads(other)).count();
                assertThat(withoutReaders).as(told::toString).isLessThanOrEqualTo(told.rooms());
                assertThat(inside.stream().filter(other -> excludes(told, visit, other)))
                    .as(told::toString)
                    .isEmpty();
              }
              assertThat(told.log().violations()).as(told::toString).isZero();
            });
  }

  private static boolean inside(Fate.Entered visit, long atNanos) {
    return visit.enteredNanos() <= atNanos && atNanos < visit.leftNanos();
  }

  private static boolean excludes(Told told, Fate.Entered visit, Fate.Entered other) {
    return !visit.equals(other)
        && told.room(visit) != Told.ANY_ROOM
        && told.room(visit) == told.room(other)
        && visit.leftNanos() > visit.enteredNanos()
        && !(told.reads(visit) && told.reads(other));
  }

  @Test
  void inOrderOfArrivalNobodyOvertakesInItsLine() {
    Told.all()
        .filter(Told::inOrderOfArrival)
        .filter(told -> told.oneLine() || roomsAreKnown(told))
        .forEach(
            told -> {
              List<Fate.Entered> visits = told.log().entered();
              for (Fate.Entered visit : visits) {
                assertThat(
                        visits.stream()
                            .filter(other -> told.room(other) == told.room(visit))
                            .filter(other -> other.intendedNanos() < visit.intendedNanos())
                            .filter(other -> other.enteredNanos() > visit.enteredNanos()))
                    .as(told::toString)
                    .isEmpty();
              }
            });
  }

  private static boolean roomsAreKnown(Told told) {
    return told.log().fates().stream().allMatch(visit -> told.room(visit) != Told.ANY_ROOM);
  }

  @Test
  void noRoomIsFreeWhileSomebodyStandsInTheOnlyLine() {
    Told.all()
        .filter(Told::oneLine)
        .forEach(
            told -> {
              List<Fate.Entered> visits = told.log().entered();
              for (Fate fate : told.log().fates()) {
                long from = intendedNanos(fate);
                long to = Math.min(waitEndNanos(told, fate), told.stopNanos());
                Stream.concat(Stream.of(from), visits.stream().map(Fate.Entered::leftNanos))
                    .filter(at -> at >= from && at < to)
                    .forEach(
                        at ->
                            assertThat(visits.stream().filter(visit -> inside(visit, at)))
                                .as(told::toString)
                                .hasSize(told.rooms()));
              }
            });
  }

  @Test
  void refusalsAreTheAttemptsThatEndedInVain() {
    Told.all()
        .filter(told -> !(told.discipline() instanceof Discipline.Polling))
        .forEach(
            told -> {
              long timeoutNanos =
                  told.discipline() instanceof Discipline.Requeue
                      ? told.scenario().locking().timeout().toNanos()
                      : Long.MAX_VALUE;
              for (Fate.Entered visit : told.log().entered()) {
                long waitNanos = visit.enteredNanos() - visit.intendedNanos();
                assertThat(visit.refusals())
                    .as(told::toString)
                    .isEqualTo(Math.max(0, waitNanos - 1) / timeoutNanos);
              }
              for (Fate.Abandoned visit : told.log().abandoned()) {
                long waitNanos = visit.atNanos() - visit.intendedNanos();
                assertThat(visit.refusals())
                    .as(told::toString)
                    .isEqualTo(1 + Math.max(0, waitNanos - 1) / timeoutNanos);
              }
            });
  }

  /** Visits that take no time are left out: they come and go within an instant. */
  @Test
  void anArrivalIsTurnedAwayWhereAsManyArePresentAsMayBe() {
    Told.all()
        .filter(told -> told.scenario().demand().limit() != null)
        .filter(told -> told.scenario().stay().hold().meanNanos() > 0)
        .forEach(
            told -> {
              List<Fate> fates = told.log().fates();
              for (Fate fate : fates) {
                long present =
                    fates.subList(0, fate.person()).stream()
                        .filter(other -> present(other, intendedNanos(fate)))
                        .count();
                assertThat(fate instanceof Fate.TurnedAway)
                    .as(told::toString)
                    .isEqualTo(Objects.equals(told.scenario().demand().limit(), (int) present));
              }
            });
  }

  /** Of the arrivals at that time: whoever leaves then has left, who gives up then has not. */
  private static boolean present(Fate fate, long atNanos) {
    return switch (fate) {
      case Fate.Abandoned abandoned ->
          abandoned.atNanos() >= atNanos && abandoned.atNanos() > abandoned.intendedNanos();
      case Fate.Entered entered -> entered.leftNanos() > atNanos;
      case Fate.TurnedAway turnedAway -> false;
      case Fate.LeftWaiting waiting -> true;
    };
  }

  @Test
  void visitsAreToldInTheOrderOfTime() {
    Told.all().forEach(told -> assertThat(told.log().inOrderOfTime()).as(told::toString).isTrue());
  }
}
