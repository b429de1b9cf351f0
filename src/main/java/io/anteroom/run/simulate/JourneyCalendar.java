package io.anteroom.run.simulate;

import io.anteroom.result.Deadlock;
import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Scenario.Demand;
import io.anteroom.scenario.schedule.ArrivalTimes;
import io.anteroom.scenario.schedule.Draws;
import io.anteroom.scenario.schedule.JourneySchedule;
import io.anteroom.scenario.schedule.MeasuredWindow;
import io.anteroom.scenario.schedule.PoolShifts;
import io.anteroom.scenario.schedule.Schedule;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * A calendar of events for journeys through several pools. A person walks its journey until it
 * waits or time passes. A room that is left goes at once to the person next in line. That person
 * walks on after the one who left has stopped; several walk on in the order in which they got their
 * rooms. At one instant holds end first, then persons arrive, then patience ends; within a kind, in
 * the order in which that was scheduled. A person that is sent out of a room waits before its
 * equals, and has the rest of its hold before it when it gets a room again.
 */
final class JourneyCalendar implements Kernel {
  private static final int HOLD_ENDS = 0;
  private static final int ARRIVAL = 1;
  private static final int PATIENCE_ENDS = 2;

  /** There is one line of those who have got a room. */
  private static final int READY = 0;

  private final Scenario scenario;
  private final Schedule schedule;
  private final JourneySchedule journeys;
  private final MeasuredWindow window;
  private final JourneyLog log;
  private final Draws draws;
  private final Journey journey;
  private final Itinerary itinerary;
  private final boolean open;
  private final boolean thinksFirst;
  private final long visits;
  private final long limit;
  private final long mostReturns;
  private final long stopNanos;
  private final long lastArrivalNanos;

  private final Travellers travellers;
  private final EventQueue events;
  private final PoolLines lines;
  private final SentOut sentOut;
  private final DeadlockFinder deadlocks;
  private final Flows flows;
  private final PoolShifts shifts;
  private final int[] rooms;
  private final int[] inside;
  private final int[] mostInside;
  private final int[] waiting;

  /** Those who have got a room and have not walked on yet. */
  private final LinkedLines ready;

  private long present;
  private long markNanos;
  private boolean begun;
  private boolean ended;
  private long waitingAtEnd;
  private final long[] waitingForPools;
  private long lastNanos;

  private volatile boolean stopping;
  private boolean interrupted;

  /**
   * @throws UnsupportedScenarioException if a pool's mode can't be simulated, or if simulated time
   *     would not pass
   */
  JourneyCalendar(Scenario scenario, Schedule schedule, MeasuredWindow window, JourneyLog log) {
    Demand demand = scenario.demand();
    this.scenario = scenario;
    this.schedule = schedule;
    this.journeys = schedule.journey();
    this.window = window;
    this.log = log;
    this.draws = schedule.newDraws();
    this.journey = JourneyRules.possible(scenario);
    this.itinerary = new Itinerary(journeys.steps(), journeys.size());
    this.open = demand.arrivals().open();
    this.thinksFirst = demand.arrivals() instanceof Arrivals.Closed;
    this.visits = demand.visits() == null ? Long.MAX_VALUE : demand.visits();
    this.limit = demand.limit() == null ? Long.MAX_VALUE : demand.limit();
    this.mostReturns = journey.comeBack() == null ? 0 : journey.comeBack().times();
    this.stopNanos = Stop.nanos(scenario);
    this.lastArrivalNanos =
        demand.duration() == null ? Long.MAX_VALUE : demand.duration().toNanos();
    this.rooms = journey.pools().stream().mapToInt(pool -> pool.facility().rooms()).toArray();
    this.shifts = new PoolShifts(scenario.facilities());
    this.inside = new int[rooms.length];
    this.mostInside = new int[rooms.length];
    this.waiting = new int[rooms.length];
    this.waitingForPools = new long[rooms.length];
    this.travellers = new Travellers(open, demand.persons(), itinerary, journeys.repeats());
    this.events = new EventQueue(travellers.slots());
    this.lines = new PoolLines(journey, travellers.slots(), schedule);
    this.ready = new LinkedLines(1, travellers.slots(), false);
    this.sentOut = new SentOut(travellers.slots());
    this.deadlocks = new DeadlockFinder(scenario, journey, rooms);
    this.flows = new Flows(rooms.length, Math.max(journey.classes().size(), 1));
    this.markNanos = nextMark();
  }

  @Override
  public void run() {
    if (open) {
      runOpen(schedule.arrivals());
    } else {
      for (int slot = 0; slot < scenario.demand().persons(); slot++) {
        travellers.classes[slot] = journeys.classOf(draws, slot);
        comesBack(slot, 0, 0, thinksFirst ? schedule.thinkNanos(draws, slot, 0) : 0);
      }
      for (long now = next(EventQueue.NONE); now < stopNanos && goesOn(); ) {
        passesTo(now);
        happensNext(now);
        now = next(EventQueue.NONE);
      }
    }
    endsWindow();
    tellTheRest();
  }

  private void runOpen(ArrivalTimes times) {
    int person = 0;
    long arrival = times.nextNanos();
    while (goesOn()) {
      long now = next(arrival);
      if (now >= stopNanos || now == EventQueue.NONE) {
        return;
      }
      passesTo(now);
      boolean eventFirst =
          events.nextNanos() < arrival
              || (events.nextNanos() == arrival && events.nextKind() < ARRIVAL);
      if (eventFirst || shifts.nextNanos() == now) {
        happensNext(now);
      } else {
        window.begins(person, now);
        comes(person, now);
        person = Math.incrementExact(person);
        arrival = times.nextNanos();
        if (arrival == ArrivalTimes.NONE) {
          window.arrivalsEnd(person, now);
        }
        markNanos = nextMark();
      }
    }
  }

  /** When something happens next: other rooms matter as long as somebody comes or waits. */
  private long next(long arrival) {
    long next = Math.min(arrival, events.nextNanos());
    return shifts.nextNanos() < next && (next != EventQueue.NONE || flows.waiting() > 0)
        ? shifts.nextNanos()
        : next;
  }

  /** Rooms change first at an instant. */
  private void happensNext(long now) {
    if (shifts.nextNanos() == now) {
      changesRooms(now);
    } else {
      happens(now);
    }
  }

  /** A pool has another number of rooms from now on; those that close do so when they are left. */
  private void changesRooms(long now) {
    int pool = shifts.nextPool();
    rooms[pool] = shifts.take();
    letsIn(pool, now);
    othersWalk(now);
    deadlocks.resize(pool, Math.max(journey.pools().get(pool).facility().mostFrom(now), 1));
    deadlocks.look(now);
  }

  private boolean goesOn() {
    if (stopping) {
      interrupted = true;
    }
    return !interrupted && deadlocks.deadlock() == null;
  }

  /** Lets time pass; notes how things stand where the measured part begins or ends meanwhile. */
  private void passesTo(long now) {
    while (now > markNanos) {
      notesAt(markNanos);
    }
    lastNanos = now;
  }

  private void notesAt(long mark) {
    if (!begun) {
      begun = true;
      flows.begin(mark);
    } else {
      ended = true;
      flows.end(mark);
      waitingAtEnd = flows.waiting();
      for (int pool = 0; pool < rooms.length; pool++) {
        waitingForPools[pool] = flows.waiting(pool);
      }
    }
    markNanos = nextMark();
  }

  /** What comes next is the beginning of the measured part, then its end, then nothing. */
  private long nextMark() {
    if (!begun) {
      return window.startNanos();
    }
    return ended ? Long.MAX_VALUE : window.endNanos();
  }

  /** The run is over, or was interrupted, or nothing moves any more. */
  private void endsWindow() {
    if (interrupted || deadlocks.deadlock() != null) {
      window.endsBy(lastNanos);
    } else {
      window.allHaveGone(lastNanos);
    }
    markNanos = nextMark();
    while (markNanos <= window.endNanos() && !ended) {
      notesAt(markNanos);
    }
  }

  private void happens(long now) {
    int kind = events.nextKind();
    int slot = events.happens();
    switch (kind) {
      case HOLD_ENDS -> walks(slot, now);
      case ARRIVAL -> arrives(slot, now);
      default -> givesUp(slot, now);
    }
    othersWalk(now);
    events.hasHappened();
  }

  /** A new person comes from outside. */
  private void comes(int person, long now) {
    int personClass = journeys.classOf(draws, person);
    if (present >= limit) {
      log.turnsAway(person, personClass, schedule.measured(person, now), now);
      return;
    }
    if (travellers.full()) {
      int slots = travellers.grow();
      events.grow(slots);
      lines.grow(slots);
      ready.grow(slots);
      sentOut.grow(slots);
    }
    int slot = travellers.take(person);
    travellers.classes[slot] = personClass;
    travellers.visits[slot] = 0;
    travellers.intendedNanos[slot] = now;
    begins(slot, schedule.measured(person, now), now);
    othersWalk(now);
  }

  /** A person of a closed model comes, or one who comes again after it gave up. */
  private void arrives(int slot, long now) {
    boolean counts = window.contains(now);
    if (open && present >= limit) {
      log.turnsAway(travellers.person(slot), travellers.classes[slot], counts, now);
      travellers.release(slot);
      return;
    }
    begins(slot, counts, now);
  }

  private void begins(int slot, boolean counts, long now) {
    present++;
    int personClass = travellers.classes[slot];
    flows.journeysOf(personClass).enters(now);
    travellers.begin(slot, counts);
    log.begins(travellers.person(slot), travellers.visits[slot], personClass, counts, now);
    walks(slot, now);
  }

  /** A person of a closed model pauses before its next visit, if it makes one more. */
  private void comesBack(int slot, long visit, long now, long pauseNanos) {
    if (visit >= visits) {
      window.finishes(now);
      markNanos = nextMark();
      return;
    }
    long intended = Stop.later(now, pauseNanos);
    if (intended < Math.min(lastArrivalNanos, stopNanos)) {
      travellers.visits[slot] = visit;
      travellers.intendedNanos[slot] = intended;
      window.begins(visit, intended);
      markNanos = nextMark();
      events.schedule(slot, intended, ARRIVAL);
    }
  }

  private void othersWalk(long now) {
    while (!ready.isEmpty(READY)) {
      walks(ready.takeNext(READY), now);
    }
  }

  /** A person goes on until it waits, time passes or its journey is over. */
  private void walks(int slot, long now) {
    int at = travellers.places[slot];
    while (true) {
      switch (itinerary.kind(at)) {
        case Itinerary.SKIP -> at = takes(slot, at) ? at + 1 : itinerary.target(at);
        case Itinerary.REPEAT -> {
          boolean again = (travellers.turn(slot, at) + 1) % itinerary.times(at) != 0;
          at = again ? itinerary.target(at) : at + 1;
        }
        case Itinerary.LEAVE -> {
          leaves(slot, itinerary.level(at) - 1, itinerary.pool(at), itinerary.step(at), now);
          at++;
        }
        case Itinerary.ENTER -> {
          if (!entersAtOnce(slot, at, now)) {
            return;
          }
          at++;
        }
        case Itinerary.HOLD -> {
          holds(slot, at, now);
          return;
        }
        default -> {
          completes(slot, now);
          return;
        }
      }
    }
  }

  private boolean takes(int slot, int at) {
    int onlyClass = itinerary.onlyClass(at);
    if (onlyClass >= 0 && onlyClass != travellers.classes[slot]) {
      return false;
    }
    return itinerary.certain(at)
        || journeys.taken(
            draws,
            itinerary.step(at),
            travellers.person(slot),
            travellers.visits[slot],
            travellers.turn(slot, at));
  }

  private void holds(int slot, int at, long now) {
    long nanos =
        journeys.holdNanos(
            draws,
            itinerary.step(at),
            travellers.person(slot),
            travellers.visits[slot],
            travellers.turn(slot, at));
    travellers.places[slot] = at + 1;
    events.schedule(slot, Stop.later(now, nanos), HOLD_ENDS);
  }

  /**
   * Whether a room is free and nobody waits for it, or somebody is sent out of one; else the person
   * waits, or gives up.
   */
  private boolean entersAtOnce(int slot, int at, long now) {
    int pool = itinerary.pool(at);
    int turn = travellers.turn(slot, at);
    travellers.places[slot] = at;
    travellers.arrivedNanos[slot] = now;
    boolean free = inside[pool] < rooms[pool] && waiting[pool] == 0;
    if (free || sendsOut(pool, travellers.classes[slot], now)) {
      enters(slot, at, now);
      return true;
    }
    long patience =
        journeys.patienceNanos(
            draws,
            itinerary.step(at),
            travellers.classes[slot],
            travellers.person(slot),
            travellers.visits[slot],
            turn);
    lines.join(pool, slot, travellers.classes[slot]);
    waits(slot, at, now, patience);
    if (patience == 0) {
      givesUp(slot, now);
    } else if (patience != Long.MAX_VALUE) {
      events.schedule(slot, Stop.later(now, patience), PATIENCE_ENDS);
    }
    return false;
  }

  /** Whether somebody goes out of a room for a person of that class. */
  private boolean sendsOut(int pool, int personClass, long now) {
    int slot = lines.sentOutFor(pool, personClass);
    if (slot == LinkedLines.NOBODY) {
      return false;
    }
    int at = travellers.places[slot];
    int level = itinerary.level(at) - 1;
    tellsStay(slot, pool, level, now);
    long ends = events.nanosOf(slot);
    boolean holds = ends != EventQueue.NONE;
    long held = now - travellers.enteredNanos(slot, level);
    sentOut.isSentOut(slot, at, holds ? ends - now : SentOut.NOT_BEGUN, held);
    if (holds) {
      events.cancel(slot);
    } else {
      ready.leave(READY, slot);
    }
    leavesRoom(slot, pool, now);
    lines.joinFirst(pool, slot, travellers.classes[slot]);
    travellers.places[slot] = sentOut.enteredAt(slot);
    travellers.arrivedNanos[slot] = now;
    waits(slot, sentOut.enteredAt(slot), now, Long.MAX_VALUE);
    return true;
  }

  private void leavesRoom(int slot, int pool, long now) {
    inside[pool]--;
    flows.of(pool, travellers.classes[slot]).leaves(now);
    if (lines.preemptive(pool)) {
      lines.leaves(pool, slot, travellers.classes[slot]);
    }
  }

  /** Tells of the time in a room since the person entered it last. */
  private void tellsStay(int slot, int pool, int level, long until) {
    long entered = travellers.enteredNanos(slot, level);
    if (lines.preemptive(pool)) {
      log.stays(travellers.arrivedNanos[slot], entered + sentOut.heldNanos(slot), until);
    } else {
      log.stays(travellers.arrivedNanos(slot, level), entered, until);
    }
  }

  private void enters(int slot, int at, long now) {
    int pool = itinerary.pool(at);
    int level = itinerary.level(at);
    inside[pool]++;
    mostInside[pool] = Math.max(mostInside[pool], inside[pool]);
    flows.of(pool, travellers.classes[slot]).enters(now);
    travellers.waitedNanos[slot] += now - travellers.arrivedNanos[slot];
    if (lines.preemptive(pool)) {
      lines.enters(pool, slot, travellers.classes[slot]);
      if (sentOut.isOut(slot)) {
        travellers.holdAgain(slot, level, now - sentOut.heldNanos(slot));
        return;
      }
      sentOut.enters(slot, at);
    }
    travellers.hold(slot, level, now);
  }

  private void waits(int slot, int at, long now, long patience) {
    int pool = itinerary.pool(at);
    int personClass = travellers.classes[slot];
    travellers.waiting[slot] = true;
    travellers.patient[slot] = patience == Long.MAX_VALUE;
    waiting[pool]++;
    flows.of(pool, personClass).waits(now);
    int[] held = itinerary.held(at);
    if (held.length > 0) {
      deadlocks.waits(held, pool, travellers.patient[slot]);
      if (patience > 0) {
        deadlocks.look(now);
      }
    }
  }

  private void waitsNoMore(int slot, int at, long now) {
    int pool = itinerary.pool(at);
    int personClass = travellers.classes[slot];
    travellers.waiting[slot] = false;
    waiting[pool]--;
    flows.of(pool, personClass).waitsNoMore(now);
    int[] held = itinerary.held(at);
    if (held.length > 0) {
      deadlocks.waitsNoMore(held, pool, travellers.patient[slot]);
    }
  }

  /**
   * A person leaves a room.
   *
   * @param level of the room among those that it holds
   * @param step by which it has entered the room
   */
  private void leaves(int slot, int level, int pool, int step, long now) {
    int personClass = travellers.classes[slot];
    tellsStay(slot, pool, level, now);
    leavesRoom(slot, pool, now);
    flows.of(pool, personClass).completes();
    log.leaves(
        travellers.person(slot),
        travellers.visits[slot],
        personClass,
        travellers.counts[slot],
        step,
        travellers.arrivedNanos(slot, level),
        travellers.enteredNanos(slot, level),
        now);
    letsIn(pool, now);
  }

  private void letsIn(int pool, long now) {
    while (inside[pool] < rooms[pool] && waiting[pool] > 0) {
      int next = lines.takeNext(pool);
      int at = travellers.places[next];
      events.cancel(next);
      waitsNoMore(next, at, now);
      enters(next, at, now);
      if (lines.preemptive(pool) && sentOut.isOut(next)) {
        goesOn(next, now);
      } else {
        travellers.places[next] = at + 1;
        ready.join(READY, next);
      }
    }
  }

  /** A person who was sent out has a room again. */
  private void goesOn(int slot, long now) {
    travellers.places[slot] = sentOut.goesOn(slot);
    if (sentOut.leftNanos(slot) == SentOut.NOT_BEGUN) {
      ready.join(READY, slot);
    } else {
      events.schedule(slot, Stop.later(now, sentOut.leftNanos(slot)), HOLD_ENDS);
    }
  }

  /** A person who waits gives up: it leaves all that it holds, the last room first. */
  private void givesUp(int slot, long now) {
    int at = travellers.places[slot];
    int pool = itinerary.pool(at);
    int personClass = travellers.classes[slot];
    lines.leave(pool, slot, personClass);
    waitsNoMore(slot, at, now);
    travellers.waitedNanos[slot] += now - travellers.arrivedNanos[slot];
    flows.of(pool, personClass).abandons();
    log.givesUp(
        travellers.person(slot),
        travellers.visits[slot],
        personClass,
        travellers.counts[slot],
        itinerary.step(at),
        travellers.arrivedNanos[slot],
        now);
    for (int level = itinerary.level(at) - 1; level >= 0; level--) {
      leaves(slot, level, itinerary.held(at)[level], itinerary.stepOfLevel(at, level), now);
    }
    flows.journeysOf(personClass).abandons();
    log.abandons(
        travellers.person(slot),
        travellers.visits[slot],
        personClass,
        travellers.counts[slot],
        travellers.intendedNanos[slot],
        travellers.waitedNanos[slot],
        now);
    isOver(slot, now);
    if (open) {
      comesAgain(slot, now);
    } else {
      comesBack(slot, travellers.visits[slot] + 1, now, pauseNanos(slot));
    }
  }

  /** A person of a closed model thinks after a visit, unless it pauses since it gave up. */
  private long pauseNanos(int slot) {
    return mostReturns > 0
        ? journeys.pauseNanos(draws, slot, travellers.visits[slot])
        : schedule.thinkNanos(draws, slot, travellers.visits[slot] + 1);
  }

  /** A person of an open model who gave up comes again, if it has not done so too often. */
  private void comesAgain(int slot, long now) {
    long before = travellers.visits[slot];
    long intended = Stop.later(now, journeys.pauseNanos(draws, travellers.person(slot), before));
    if (before < mostReturns && intended < Math.min(lastArrivalNanos, stopNanos)) {
      travellers.visits[slot] = before + 1;
      travellers.intendedNanos[slot] = intended;
      events.schedule(slot, intended, ARRIVAL);
    } else {
      travellers.release(slot);
    }
  }

  private void completes(int slot, long now) {
    int personClass = travellers.classes[slot];
    flows.journeysOf(personClass).completes();
    log.completes(
        travellers.person(slot),
        travellers.visits[slot],
        personClass,
        travellers.counts[slot],
        travellers.intendedNanos[slot],
        travellers.waitedNanos[slot],
        now);
    isOver(slot, now);
    if (open) {
      travellers.release(slot);
    } else {
      long next = travellers.visits[slot] + 1;
      comesBack(slot, next, now, schedule.thinkNanos(draws, slot, next));
    }
  }

  private void isOver(int slot, long now) {
    present--;
    travellers.goesHome(slot);
    flows.journeysOf(travellers.classes[slot]).leaves(now);
  }

  /** What the end of the run finds under way. */
  private void tellTheRest() {
    boolean early = stopNanos == Long.MAX_VALUE || interrupted || deadlocks.deadlock() != null;
    long until = early ? lastNanos : stopNanos;
    flows.advance(until);
    for (int slot = 0; slot < travellers.slots(); slot++) {
      if (travellers.isUnderWay(slot)) {
        tellTheRest(slot, until);
      }
    }
  }

  private void tellTheRest(int slot, long until) {
    int at = travellers.places[slot];
    int personClass = travellers.classes[slot];
    boolean counts = travellers.counts[slot];
    long waited = travellers.waitedNanos[slot];
    if (travellers.waiting[slot]) {
      long arrived = travellers.arrivedNanos[slot];
      waited += until - arrived;
      if (sentOut.isOut(slot)) {
        log.stays(arrived, until, until);
        log.holdsStill(
            personClass,
            counts,
            itinerary.step(at),
            travellers.arrivedNanos(slot, itinerary.held(at).length),
            until - sentOut.heldNanos(slot),
            until);
      } else {
        log.waitsStill(personClass, counts, itinerary.step(at), arrived, until);
      }
    }
    for (int level = itinerary.level(at) - 1; level >= 0; level--) {
      tellsStay(slot, itinerary.held(at)[level], level, until);
      log.holdsStill(
          personClass,
          counts,
          itinerary.stepOfLevel(at, level),
          travellers.arrivedNanos(slot, level),
          travellers.enteredNanos(slot, level),
          until);
    }
    log.isCut(
        travellers.person(slot),
        travellers.visits[slot],
        personClass,
        counts,
        travellers.intendedNanos[slot],
        waited,
        until);
  }

  /** What went through the pools. */
  Flows flows() {
    return flows;
  }

  /** Persons who waited when arrivals ended. */
  long waitingAtEnd() {
    return waitingAtEnd;
  }

  /** Persons who waited for a pool when arrivals ended. */
  long waitingAtEnd(int pool) {
    return waitingForPools[pool];
  }

  /** The most persons in rooms of a pool at any moment. */
  int mostInside(int pool) {
    return mostInside[pool];
  }

  /** Persons who wait for each other for ever; null: none do. */
  @Nullable Deadlock deadlock() {
    return deadlocks.deadlock();
  }

  /** The first who waited for each other until one of them gave up; null: none did. */
  @Nullable Deadlock deadlockEndedByPatience() {
    return deadlocks.endedByPatience();
  }

  /** When the last thing happened. */
  long lastNanos() {
    return lastNanos;
  }

  @Override
  public Totals totals() {
    Flow.Totals journeysEnded = flows.journeys();
    double occupied = 0;
    for (int pool = 0; pool < rooms.length; pool++) {
      occupied += flows.pool(pool).insideNanos();
    }
    return new Totals(
        journeysEnded.completed(),
        journeysEnded.abandoned(),
        occupied,
        journeysEnded.waitingNanos());
  }

  /** There are several lines. */
  @Override
  public @Nullable Histogram lineLengths() {
    return null;
  }

  @Override
  public void interrupt() {
    stopping = true;
  }

  @Override
  public boolean interrupted() {
    return interrupted;
  }
}
