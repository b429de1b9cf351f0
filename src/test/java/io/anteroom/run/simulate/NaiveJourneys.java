package io.anteroom.run.simulate;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.Order;
import io.anteroom.scenario.PersonClass;
import io.anteroom.scenario.RoomPlan;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.ArrivalTimes;
import io.anteroom.scenario.schedule.Draws;
import io.anteroom.scenario.schedule.JourneySchedule;
import io.anteroom.scenario.schedule.PlannedStep;
import io.anteroom.scenario.schedule.Schedule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The rules of journeys in simulated time, written as plainly as can be: what the fast simulator
 * must agree with, visit by visit. A journey is drawn as a list of actions before it begins;
 * everything is a list that is searched from its beginning.
 */
final class NaiveJourneys {
  /** What can happen; at one instant in this order. */
  private enum Kind {
    HOLD_ENDS,
    ARRIVAL,
    PATIENCE_ENDS
  }

  private record Event(long atNanos, Kind kind, long number, Trip trip) {
    static final Comparator<Event> ORDER =
        Comparator.comparingLong(Event::atNanos)
            .thenComparing(Event::kind)
            .thenComparingLong(Event::number);
  }

  private sealed interface Action {
    record Hold(long nanos) implements Action {}

    record Enter(int step, int pool, long patienceNanos) implements Action {}

    record Leave() implements Action {}
  }

  /** A pool has so many rooms from then on. */
  private record Change(long atNanos, int pool, int rooms) {}

  /** A room that a person holds. */
  private record Held(int step, int pool, long arrivedNanos, long enteredNanos) {}

  /** A person on one of its visits. */
  private static final class Trip extends JourneyingPerson {
    final List<Action> actions = new ArrayList<>();
    final List<Held> held = new ArrayList<>();
    int next;
    long arrivedNanos;
    Action.@Nullable Enter waitsFor;

    /** Its place among all who came to a pool whose persons can be sent out. */
    long came;

    /** Whether it was sent out; what it had held then, and what was left of its hold; -1: all. */
    boolean out;

    long heldNanos;
    long leftNanos;

    long cameToPoolNanos;

    /** When it entered its room last. */
    long enteredNanos;

    Trip(int person, long visit, int personClass, long intendedNanos) {
      this.person = person;
      this.visit = visit;
      this.personClass = personClass;
      this.intendedNanos = intendedNanos;
      this.counts = true;
    }
  }

  private final Scenario scenario;
  private final Journey journey;
  private final Schedule schedule;
  private final JourneySchedule journeys;
  private final Draws draws;
  private final JourneyLog log;
  private final boolean open;
  private final long lastArrivalNanos;
  private final long stopNanos;
  private final PriorityQueue<Event> calendar = new PriorityQueue<>(Event.ORDER);
  private final List<List<Trip>> lines = new ArrayList<>();
  private final int[] inside;
  private final int[] rooms;
  private final List<Change> changes = new ArrayList<>();
  private final List<Trip> present = new ArrayList<>();
  private final List<Trip> ready = new ArrayList<>();

  /** By pool whose persons can be sent out: who is there, in a room or not. */
  private final Map<Integer, List<Trip>> atPools = new HashMap<>();

  private long came;
  private long planned;
  private long grants;
  private long now;
  private boolean deadlocked;

  /** Whether persons waited for each other until one of them gave up. */
  private boolean wasLocked;

  NaiveJourneys(Scenario scenario, Schedule schedule, JourneyLog log) {
    this.scenario = scenario;
    this.journey = Objects.requireNonNull(scenario.journey());
    this.schedule = schedule;
    this.journeys = schedule.journey();
    this.draws = schedule.newDraws();
    this.log = log;
    this.open = scenario.demand().arrivals().open();
    this.lastArrivalNanos =
        scenario.demand().duration() == null
            ? Long.MAX_VALUE
            : scenario.demand().duration().toNanos();
    this.stopNanos = scenario.demand().duration() == null ? Long.MAX_VALUE : 2 * lastArrivalNanos;
    this.inside = new int[journey.pools().size()];
    journey.pools().forEach(pool -> lines.add(new ArrayList<>()));
    this.rooms = journey.pools().stream().mapToInt(pool -> pool.facility().rooms()).toArray();
    for (int pool = 0; pool < rooms.length; pool++) {
      RoomPlan plan = journey.pools().get(pool).facility().plan();
      if (plan != null) {
        for (RoomPlan.Shift shift : plan.shifts()) {
          changes.add(new Change(shift.from().toNanos(), pool, shift.rooms()));
        }
      }
    }
    changes.sort(Comparator.comparingLong(Change::atNanos).thenComparingInt(Change::pool));
  }

  /** Runs it; whether it ended in a deadlock. */
  boolean run() {
    if (open) {
      runOpen();
    } else {
      boolean thinks = scenario.demand().arrivals() instanceof Arrivals.Closed;
      for (int person = 0; person < scenario.demand().persons(); person++) {
        planVisit(person, 0, thinks ? schedule.thinkNanos(draws, person, 0) : 0);
      }
      while (!deadlocked) {
        long next = calendar.isEmpty() ? Long.MAX_VALUE : calendar.peek().atNanos();
        if (changesRooms(next)) {
          continue;
        }
        if (next >= stopNanos || next == Long.MAX_VALUE) {
          break;
        }
        happens(calendar.remove());
      }
    }
    tellTheRest(stopNanos == Long.MAX_VALUE || deadlocked ? now : stopNanos);
    return deadlocked;
  }

  private void runOpen() {
    ArrivalTimes times = schedule.arrivals();
    long arrival = times.nextNanos();
    for (int person = 0; !deadlocked; ) {
      Event event = calendar.peek();
      boolean eventFirst =
          event != null
              && (event.atNanos() < arrival
                  || (event.atNanos() == arrival && event.kind() == Kind.HOLD_ENDS));
      long next = eventFirst ? event.atNanos() : arrival;
      if (changesRooms(next)) {
        continue;
      }
      if (next >= stopNanos || next == ArrivalTimes.NONE) {
        return;
      }
      if (eventFirst) {
        happens(calendar.remove());
      } else {
        now = arrival;
        comes(new Trip(person, 0, journeys.classOf(draws, person), now));
        afterwards();
        person++;
        arrival = times.nextNanos();
      }
    }
  }

  /** Whether a pool gets another number of rooms before all else. */
  private boolean changesRooms(long next) {
    Change first = changes.isEmpty() ? null : changes.getFirst();
    boolean matters = next != Long.MAX_VALUE || lines.stream().anyMatch(line -> !line.isEmpty());
    if (first == null || first.atNanos > next || first.atNanos >= stopNanos || !matters) {
      return false;
    }
    changes.removeFirst();
    now = first.atNanos;
    rooms[first.pool] = first.rooms;
    while (inside[first.pool] < rooms[first.pool] && !lines.get(first.pool).isEmpty()) {
      letsIn(first.pool, lines.get(first.pool));
    }
    afterwards();
    return true;
  }

  private void happens(Event event) {
    now = event.atNanos();
    switch (event.kind()) {
      case HOLD_ENDS -> walks(event.trip());
      case ARRIVAL -> comes(event.trip());
      case PATIENCE_ENDS -> givesUp(event.trip());
    }
    afterwards();
  }

  private void afterwards() {
    while (!ready.isEmpty()) {
      walks(ready.removeFirst());
    }
    deadlocked = isDeadlocked(Long.MAX_VALUE);
    wasLocked |= !deadlocked && isDeadlocked(1);
  }

  private void comes(Trip trip) {
    Integer limit = scenario.demand().limit();
    if (limit != null && present.size() >= limit) {
      log.turnsAway(trip.person, trip.personClass, true, now);
      return;
    }
    present.add(trip);
    log.begins(trip);
    draw(journeys.steps(), trip, new HashMap<>());
    walks(trip);
  }

  /** Draws all that the person is going to do. */
  private void draw(List<PlannedStep> steps, Trip trip, Map<String, Integer> turns) {
    for (PlannedStep step : steps) {
      int number = step.number();
      if (step.onlyClass() >= 0 && step.onlyClass() != trip.personClass) {
        continue;
      }
      if (!step.certain()
          && !journeys.taken(
              draws, number, trip.person, trip.visit, turn(turns, "taken " + number))) {
        continue;
      }
      if (step.pool() < 0) {
        int turn = turn(turns, "hold " + number);
        trip.actions.add(
            new Action.Hold(journeys.holdNanos(draws, number, trip.person, trip.visit, turn)));
        continue;
      }
      for (int time = 0; time < step.times(); time++) {
        int turn = turn(turns, "enter " + number);
        trip.actions.add(
            new Action.Enter(
                number,
                step.pool(),
                journeys.patienceNanos(
                    draws, number, trip.personClass, trip.person, trip.visit, turn)));
        draw(step.inside(), trip, turns);
        trip.actions.add(new Action.Leave());
      }
    }
  }

  private static int turn(Map<String, Integer> turns, String what) {
    return turns.merge(what, 1, Integer::sum) - 1;
  }

  private void walks(Trip trip) {
    while (trip.next < trip.actions.size()) {
      switch (trip.actions.get(trip.next)) {
        case Action.Hold(long nanos) -> {
          trip.next++;
          plan(now + nanos, Kind.HOLD_ENDS, trip);
          return;
        }
        case Action.Leave leave -> leaves(trip);
        case Action.Enter enter when preemptive(enter.pool) -> {
          trip.arrivedNanos = now;
          if (!comesToPreemptive(trip, enter)) {
            return;
          }
        }
        case Action.Enter enter -> {
          trip.arrivedNanos = now;
          if (inside[enter.pool] >= rooms[enter.pool] || !lines.get(enter.pool).isEmpty()) {
            waits(trip, enter);
            return;
          }
          enters(trip, enter);
        }
      }
      trip.next++;
    }
    present.remove(trip);
    log.completes(trip, now);
    if (!open) {
      long next = trip.visit + 1;
      planVisit(trip.person, next, schedule.thinkNanos(draws, trip.person, next));
    }
  }

  private boolean preemptive(int pool) {
    return journey.pools().get(pool).locking().order() == Order.PREEMPT_RESUME;
  }

  /** In rooms are always those who come first by priority, then by their coming. */
  private List<Trip> inRooms(int pool) {
    return atPools.getOrDefault(pool, List.of()).stream()
        .sorted(Comparator.comparingInt(this::priority).thenComparingLong((Trip trip) -> trip.came))
        .limit(rooms[pool])
        .toList();
  }

  private boolean comesToPreemptive(Trip trip, Action.Enter enter) {
    List<Trip> before = inRooms(enter.pool);
    trip.came = came++;
    trip.out = false;
    trip.heldNanos = 0;
    atPools.computeIfAbsent(enter.pool, unused -> new ArrayList<>()).add(trip);
    List<Trip> after = inRooms(enter.pool);
    if (!after.contains(trip)) {
      waits(trip, enter);
      return false;
    }
    before.stream().filter(one -> !after.contains(one)).forEach(this::isSentOut);
    enters(trip, enter);
    trip.enteredNanos = now;
    return true;
  }

  private void isSentOut(Trip trip) {
    Held held = trip.held.removeLast();
    inside[held.pool]--;
    log.stays(trip.arrivedNanos, trip.enteredNanos, now);
    trip.out = true;
    trip.heldNanos += now - trip.enteredNanos;
    trip.leftNanos = -1;
    ready.remove(trip);
    for (Event event : List.copyOf(calendar)) {
      if (event.trip() == trip) {
        trip.leftNanos = event.atNanos() - now;
        calendar.remove(event);
      }
    }
    trip.waitsFor = new Action.Enter(held.step, held.pool, Long.MAX_VALUE);
    trip.cameToPoolNanos = held.arrivedNanos;
    trip.arrivedNanos = now;
  }

  /** After somebody has gone from it, whoever comes next has its room. */
  private void isLeft(int pool, Trip leaver) {
    atPools.getOrDefault(pool, List.of()).remove(leaver);
    for (Trip trip : inRooms(pool)) {
      Action.Enter enter = trip.waitsFor;
      if (enter == null) {
        continue;
      }
      calendar.removeIf(event -> event.trip() == trip);
      lines.get(pool).remove(trip);
      trip.waitsFor = null;
      trip.enteredNanos = now;
      if (!trip.out) {
        enters(trip, enter);
        trip.next++;
        ready.add(trip);
        continue;
      }
      inside[pool]++;
      trip.out = false;
      trip.waitedNanos += now - trip.arrivedNanos;
      trip.held.add(new Held(enter.step, pool, trip.cameToPoolNanos, now - trip.heldNanos));
      if (trip.leftNanos < 0) {
        ready.add(trip);
      } else {
        plan(now + trip.leftNanos, Kind.HOLD_ENDS, trip);
      }
    }
  }

  /** The most rooms that a pool has now or later; at least 1. */
  private int mostRooms(int pool) {
    return changes.stream()
        .filter(change -> change.pool == pool)
        .mapToInt(Change::rooms)
        .reduce(Math.max(rooms[pool], 1), Math::max);
  }

  private void enters(Trip trip, Action.Enter enter) {
    inside[enter.pool]++;
    trip.waitedNanos += now - trip.arrivedNanos;
    trip.held.add(new Held(enter.step, enter.pool, trip.arrivedNanos, now));
  }

  private void waits(Trip trip, Action.Enter enter) {
    trip.waitsFor = enter;
    lines.get(enter.pool).add(trip);
    if (enter.patienceNanos == 0) {
      givesUp(trip);
    } else if (enter.patienceNanos != Long.MAX_VALUE) {
      plan(now + enter.patienceNanos, Kind.PATIENCE_ENDS, trip);
    }
  }

  private void leaves(Trip trip) {
    Held held = trip.held.removeLast();
    tellsStay(trip, held, now);
    log.leaves(trip, held.step, held.arrivedNanos, held.enteredNanos, now);
    inside[held.pool]--;
    List<Trip> line = lines.get(held.pool);
    if (preemptive(held.pool)) {
      isLeft(held.pool, trip);
    } else if (!line.isEmpty() && inside[held.pool] < rooms[held.pool]) {
      letsIn(held.pool, line);
    }
  }

  private void letsIn(int pool, List<Trip> line) {
    Trip next = takeNext(pool, line);
    calendar.removeIf(event -> event.trip() == next);
    enters(next, Objects.requireNonNull(next.waitsFor));
    next.waitsFor = null;
    next.next++;
    ready.add(next);
  }

  /** Tells of the time in a room since the person entered it last. */
  private void tellsStay(Trip trip, Held held, long untilNanos) {
    if (preemptive(held.pool)) {
      log.stays(trip.arrivedNanos, trip.enteredNanos, untilNanos);
    } else {
      log.stays(held.arrivedNanos, held.enteredNanos, untilNanos);
    }
  }

  private Trip takeNext(int pool, List<Trip> line) {
    Order order = journey.pools().get(pool).locking().order();
    return switch (order) {
      case PREEMPT_RESUME -> throw new IllegalStateException("those in its rooms are calculated");
      case FIFO -> line.removeFirst();
      case LIFO -> line.removeLast();
      case PRIORITY -> {
        Trip first = line.getFirst();
        for (Trip each : line) {
          first = priority(each) < priority(first) ? each : first;
        }
        line.remove(first);
        yield first;
      }
      case RANDOM -> {
        int place = schedule.randomPlace(draws, grants++, line.size());
        Trip drawn = line.get(place);
        remove(line, drawn);
        yield drawn;
      }
    };
  }

  /** From a line in random order, the last one fills the gap. */
  private static void remove(List<Trip> line, Trip trip) {
    line.set(line.indexOf(trip), line.getLast());
    line.removeLast();
  }

  private int priority(Trip trip) {
    List<PersonClass> classes = journey.classes();
    return classes.isEmpty() ? 1 : classes.get(trip.personClass).priority();
  }

  private void givesUp(Trip trip) {
    Action.Enter enter = Objects.requireNonNull(trip.waitsFor);
    List<Trip> line = lines.get(enter.pool);
    if (journey.pools().get(enter.pool).locking().order() == Order.RANDOM) {
      remove(line, trip);
    } else {
      line.remove(trip);
    }
    atPools.getOrDefault(enter.pool, new ArrayList<>()).remove(trip);
    trip.waitsFor = null;
    trip.waitedNanos += now - trip.arrivedNanos;
    log.givesUp(trip, enter.step, trip.arrivedNanos, now);
    while (!trip.held.isEmpty()) {
      leaves(trip);
    }
    present.remove(trip);
    log.abandons(trip, now);
    comesAgain(trip);
  }

  private void comesAgain(Trip trip) {
    long next = trip.visit + 1;
    Journey.ComeBack comeBack = journey.comeBack();
    if (open) {
      long at = now + journeys.pauseNanos(draws, trip.person, trip.visit);
      if (comeBack != null
          && next <= comeBack.times()
          && at < Math.min(lastArrivalNanos, stopNanos)) {
        plan(at, Kind.ARRIVAL, new Trip(trip.person, next, trip.personClass, at));
      }
    } else {
      planVisit(
          trip.person,
          next,
          comeBack == null
              ? schedule.thinkNanos(draws, trip.person, next)
              : journeys.pauseNanos(draws, trip.person, trip.visit));
    }
  }

  private void planVisit(int person, long visit, long pauseNanos) {
    Long most = scenario.demand().visits();
    long at = now + pauseNanos;
    if ((most == null || visit < most) && at < Math.min(lastArrivalNanos, stopNanos)) {
      plan(at, Kind.ARRIVAL, new Trip(person, visit, journeys.classOf(draws, person), at));
    }
  }

  private void plan(long atNanos, Kind kind, Trip trip) {
    calendar.add(new Event(atNanos, kind, planned++, trip));
  }

  /** Leaves out whoever can still get a room, again and again; if somebody is left, it can't. */
  boolean wasLocked() {
    return wasLocked;
  }

  /** Among those who wait for so long at least. */
  private boolean isDeadlocked(long leastPatienceNanos) {
    List<Trip> stuck = new ArrayList<>(present);
    stuck.removeIf(
        trip -> trip.waitsFor == null || trip.waitsFor.patienceNanos < leastPatienceNanos);
    if (stuck.stream().allMatch(trip -> trip.held.isEmpty())) {
      return false;
    }
    while (stuck.removeIf(
        trip -> {
          int pool = Objects.requireNonNull(trip.waitsFor).pool;
          return heldBy(stuck, pool) < mostRooms(pool);
        })) {}
    return !stuck.isEmpty();
  }

  private static long heldBy(List<Trip> trips, int pool) {
    return trips.stream().flatMap(trip -> trip.held.stream()).filter(h -> h.pool == pool).count();
  }

  private void tellTheRest(long untilNanos) {
    for (Trip trip : present) {
      Action.Enter enter = trip.waitsFor;
      if (enter != null) {
        trip.waitedNanos += untilNanos - trip.arrivedNanos;
        if (trip.out) {
          log.stays(trip.arrivedNanos, untilNanos, untilNanos);
          log.holdsStill(
              trip, enter.step, trip.cameToPoolNanos, untilNanos - trip.heldNanos, untilNanos);
        } else {
          log.waitsStill(trip, enter.step, trip.arrivedNanos, untilNanos);
        }
      }
      for (Held held : trip.held) {
        tellsStay(trip, held, untilNanos);
        log.holdsStill(trip, held.step, held.arrivedNanos, held.enteredNanos, untilNanos);
      }
      log.isCut(trip, untilNanos);
    }
  }
}
