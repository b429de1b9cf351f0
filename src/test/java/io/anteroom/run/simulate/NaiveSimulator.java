package io.anteroom.run.simulate;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Slowdown;
import io.anteroom.scenario.schedule.ArrivalTimes;
import io.anteroom.scenario.schedule.Draws;
import io.anteroom.scenario.schedule.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rules of simulated time, written as plainly as can be: what the fast simulators must agree
 * with, visit by visit. Everything is a list that is searched from its beginning.
 */
final class NaiveSimulator {
  private static final int ANY_ROOM = -1;
  private static final int NO_ROOM = -2;

  /** What can happen; at one instant in this order. */
  private enum Kind {
    DEPARTURE,
    ARRIVAL,
    RETRY,
    TIMEOUT
  }

  /**
   * Something that is going to happen.
   *
   * @param number how many events were scheduled before
   */
  private record Event(long atNanos, Kind kind, long number, Visit visit) {
    static final Comparator<Event> ORDER =
        Comparator.comparingLong(Event::atNanos)
            .thenComparing(Event::kind)
            .thenComparingLong(Event::number);
  }

  /** A visit from its planning to its end. */
  private static final class Visit {
    final int person;
    final long number;
    final long intendedNanos;
    final long holdNanos;
    final long giveUpNanos;
    final boolean reads;
    long refusals;

    /** The room that it has chosen or entered. */
    int room = ANY_ROOM;

    Visit(int person, long number, long intendedNanos, Schedule schedule, Draws draws) {
      this.person = person;
      this.number = number;
      this.intendedNanos = intendedNanos;
      this.holdNanos = schedule.holdNanos(draws, person, number);
      this.giveUpNanos = sum(intendedNanos, schedule.patienceNanos(draws, person, number));
      this.reads = schedule.reads(draws, person, number);
    }
  }

  private final Scenario scenario;
  private final Schedule schedule;
  private final VisitLog log;
  private final Draws draws;
  private final long durationNanos;
  private final long stopNanos;

  private final PriorityQueue<Event> calendar = new PriorityQueue<>(Event.ORDER);

  /** Who is inside each room. */
  private final List<List<Visit>> rooms;

  /** Who stands in each line, in the order of joining; where it is shared there is only one. */
  private final List<List<Visit>> lines;

  /** Whoever has arrived and not yet gone. */
  private final List<Visit> present = new ArrayList<>();

  private long nowNanos;
  private long eventsScheduled;
  private long roomsChosenInTurn;
  private long grants;

  NaiveSimulator(Scenario scenario, Schedule schedule, VisitLog log) {
    this.scenario = scenario;
    this.schedule = schedule;
    this.log = log;
    this.draws = schedule.newDraws();
    Duration duration = scenario.demand().duration();
    this.durationNanos = duration == null ? Long.MAX_VALUE : duration.toNanos();
    this.stopNanos = duration == null ? Long.MAX_VALUE : 2 * duration.toNanos();
    this.rooms = emptyLists(scenario.facility().rooms());
    this.lines = emptyLists(sharedLine() ? 1 : scenario.facility().rooms());
  }

  private static List<List<Visit>> emptyLists(int count) {
    return Stream.<List<Visit>>generate(ArrayList::new).limit(count).toList();
  }

  /** The sum of two times; what would be later than the latest there is never happens. */
  private static long sum(long nanos, long moreNanos) {
    return nanos > Long.MAX_VALUE - moreNanos ? Long.MAX_VALUE : nanos + moreNanos;
  }

  private boolean sharedLine() {
    return scenario.facility().line() == Line.SHARED;
  }

  /**
   * Runs the scenario.
   *
   * @throws IllegalArgumentException if it can't be simulated or has no end
   */
  void run() {
    if (scenario.locking().discipline() instanceof Discipline.Unmodelled) {
      throw new IllegalArgumentException("not modelled");
    }
    if (scenario.demand().arrivals().open()) {
      planArrivals();
    } else {
      requireEnd();
      for (int person = 0; person < scenario.demand().persons(); person++) {
        planVisit(person, 0, 0);
      }
    }
    while (!calendar.isEmpty() && calendar.element().atNanos() < stopNanos) {
      Event event = calendar.remove();
      nowNanos = event.atNanos();
      handle(event);
    }
    for (Visit visit : present) {
      if (rooms.stream().noneMatch(inside -> inside.contains(visit))) {
        log.leavesWaiting(
            visit.person, visit.number, visit.intendedNanos, stopNanos, visit.refusals);
      }
    }
  }

  private void requireEnd() {
    Scenario.Demand demand = scenario.demand();
    if (demand.visits() == null
        && demand.think() == null
        && scenario.stay().hold().meanNanos() == 0) {
      throw new IllegalArgumentException("it never ends");
    }
  }

  private void planArrivals() {
    ArrivalTimes times = schedule.arrivals();
    int person = 0;
    for (long at = times.nextNanos(); at != ArrivalTimes.NONE; at = times.nextNanos()) {
      plan(Kind.ARRIVAL, at, new Visit(person, 0, at, schedule, draws));
      person++;
    }
  }

  private void plan(Kind kind, long atNanos, Visit visit) {
    calendar.add(new Event(atNanos, kind, eventsScheduled, visit));
    eventsScheduled++;
  }

  /** Plans a visit of a closed model, where there is to be another one. */
  private void planVisit(int person, long number, long freeNanos) {
    Scenario.Demand demand = scenario.demand();
    boolean thinks =
        demand.think() != null && (demand.arrivals() instanceof Arrivals.Closed || number > 0);
    long thinkNanos = thinks ? schedule.thinkNanos(draws, person, number) : 0;
    long intended = sum(freeNanos, thinkNanos);
    boolean enough = demand.visits() != null && number >= demand.visits();
    if (!enough && intended < durationNanos) {
      plan(Kind.ARRIVAL, intended, new Visit(person, number, intended, schedule, draws));
    }
  }

  private void handle(Event event) {
    switch (event.kind()) {
      case DEPARTURE -> leave(event.visit());
      case ARRIVAL -> arrive(event.visit());
      case RETRY -> attempt(event.visit());
      case TIMEOUT -> timeOut(event.visit());
    }
  }

  private void leave(Visit visit) {
    rooms.get(visit.room).remove(visit);
    go(visit);
    serve(lineAt(visit.room));
  }

  /** The visit is over. */
  private void go(Visit visit) {
    present.remove(visit);
    if (!scenario.demand().arrivals().open()) {
      planVisit(visit.person, visit.number + 1, nowNanos);
    }
  }

  private void arrive(Visit visit) {
    Integer limit = scenario.demand().limit();
    if (limit != null && present.size() >= limit) {
      log.turnsAway(visit.person, nowNanos);
      return;
    }
    if (!sharedLine()) {
      visit.room = chosenRoom(visit);
    }
    present.add(visit);
    attempt(visit);
  }

  private int chosenRoom(Visit visit) {
    return switch (scenario.facility().choice()) {
      case STICKY -> visit.person % rooms.size();
      case ROUND_ROBIN -> (int) (roomsChosenInTurn++ % rooms.size());
      case RANDOM -> schedule.randomRoom(draws, visit.person, visit.number);
      case SHORTEST -> leastCrowdedRoom();
    };
  }

  private int leastCrowdedRoom() {
    int best = 0;
    for (int room = 1; room < rooms.size(); room++) {
      if (crowd(room) < crowd(best)) {
        best = room;
      }
    }
    return best;
  }

  private long crowd(int room) {
    return present.stream().filter(visit -> visit.room == room).count();
  }

  /** A visit that stands in no line tries for a room. */
  private void attempt(Visit visit) {
    switch (scenario.locking().discipline()) {
      case Discipline.AtWill() -> barge(visit);
      case Discipline.InLine inLine -> enterOrWait(visit);
      case Discipline.Requeue() -> enterOrWait(visit);
      case Discipline.Polling polling -> poll(visit, polling);
      case Discipline.Unmodelled(String reason) -> throw new AssertionError(reason);
    }
  }

  private void barge(Visit visit) {
    if (!rooms.get(visit.room).isEmpty()) {
      log.violates();
    }
    enter(visit, visit.room);
  }

  private void enterOrWait(Visit visit) {
    int room = freeRoom(visit);
    if (room != NO_ROOM && lineAt(visit.room).isEmpty()) {
      enter(visit, room);
    } else if (visit.giveUpNanos <= nowNanos) {
      visit.refusals++;
      abandon(visit);
    } else {
      standInLine(visit);
    }
  }

  private void poll(Visit visit, Discipline.Polling polling) {
    int room = freeRoom(visit);
    if (room != NO_ROOM) {
      enter(visit, room);
      return;
    }
    visit.refusals++;
    if (visit.giveUpNanos <= nowNanos) {
      abandon(visit);
      return;
    }
    long pause = schedule.pauseNanos(draws, visit.person, visit.number, visit.refusals, polling);
    plan(Kind.RETRY, Math.min(sum(nowNanos, pause), visit.giveUpNanos), visit);
  }

  /** A room that the visit may enter now, as far as those inside are concerned. */
  private int freeRoom(Visit visit) {
    return IntStream.range(0, rooms.size())
        .filter(room -> visit.room == ANY_ROOM || visit.room == room)
        .filter(room -> admits(rooms.get(room), visit))
        .findFirst()
        .orElse(NO_ROOM);
  }

  private static boolean admits(List<Visit> inside, Visit visit) {
    return inside.isEmpty() || (visit.reads && inside.stream().allMatch(other -> other.reads));
  }

  private List<Visit> lineAt(int room) {
    return lines.get(sharedLine() ? 0 : room);
  }

  private void standInLine(Visit visit) {
    lineAt(visit.room).add(visit);
    long attemptEnds =
        scenario.locking().discipline() instanceof Discipline.Requeue
            ? sum(nowNanos, scenario.locking().timeout().toNanos())
            : Long.MAX_VALUE;
    plan(Kind.TIMEOUT, Math.min(attemptEnds, visit.giveUpNanos), visit);
  }

  private void timeOut(Visit visit) {
    List<Visit> line = lineAt(visit.room);
    removeFrom(line, line.indexOf(visit));
    visit.refusals++;
    if (visit.giveUpNanos <= nowNanos) {
      abandon(visit);
      serve(line);
    } else {
      standInLine(visit);
    }
  }

  private void abandon(Visit visit) {
    log.abandons(visit.person, visit.number, visit.intendedNanos, nowNanos, visit.refusals);
    go(visit);
  }

  /** Lets those in line enter for as long as there is a room for the next of them. */
  private void serve(List<Visit> line) {
    while (!line.isEmpty()) {
      int place = nextPlace(line);
      Visit visit = line.get(place);
      int room = freeRoom(visit);
      if (room == NO_ROOM) {
        return;
      }
      removeFrom(line, place);
      grants++;
      calendar.removeIf(event -> event.kind() == Kind.TIMEOUT && event.visit() == visit);
      enter(visit, room);
    }
  }

  private int nextPlace(List<Visit> line) {
    return switch (scenario.locking().order()) {
      case FIFO, PRIORITY, PREEMPT_RESUME -> 0;
      case LIFO -> line.size() - 1;
      case RANDOM -> schedule.randomPlace(draws, grants, line.size());
    };
  }

  private void removeFrom(List<Visit> line, int place) {
    switch (scenario.locking().order()) {
      case FIFO, LIFO, PRIORITY, PREEMPT_RESUME -> line.remove(place);
      case RANDOM -> {
        line.set(place, line.getLast());
        line.removeLast();
      }
    }
  }

  /**
   * When a hold that begins now is over. It is counted in steps: at the usual speed a nanosecond
   * makes as many of them as the factor of a slowdown says, during the slowdown one.
   */
  private long leaves(long holdNanos) {
    Slowdown slowdown = scenario.stay().slowdown();
    if (slowdown == null) {
      return sum(nowNanos, holdNanos);
    }
    long stepsANano = (long) slowdown.factor();
    long begin = slowdown.at().toNanos();
    long end = begin + slowdown.lasting().toNanos();
    long steps = Math.multiplyExact(holdNanos, stepsANano);
    long at = nowNanos;
    if (at < begin) {
      if (steps <= (begin - at) * stepsANano) {
        return at + holdNanos;
      }
      steps -= (begin - at) * stepsANano;
      at = begin;
    }
    if (at < end) {
      if (steps <= end - at) {
        return at + steps;
      }
      steps -= end - at;
      at = end;
    }
    return at + Math.floorDiv(2 * steps + stepsANano, 2 * stepsANano);
  }

  private void enter(Visit visit, int room) {
    visit.room = room;
    rooms.get(room).add(visit);
    long leaves = leaves(visit.holdNanos);
    log.enters(
        visit.person,
        visit.number,
        sharedLine() ? 0 : room,
        visit.intendedNanos,
        nowNanos,
        leaves,
        visit.refusals);
    plan(Kind.DEPARTURE, leaves, visit);
  }
}
