package io.anteroom.run.simulate;

import io.anteroom.result.Deadlock;
import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.NamedPool;
import io.anteroom.scenario.Nanos;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Scenario.Demand;
import io.anteroom.scenario.schedule.ArrivalTimes;
import io.anteroom.scenario.schedule.Draws;
import io.anteroom.scenario.schedule.JourneySchedule;
import io.anteroom.scenario.schedule.MeasuredWindow;
import io.anteroom.scenario.schedule.PoolShifts;
import io.anteroom.scenario.schedule.Schedule;
import java.util.Arrays;
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

  private final Schedule schedule;
  private final JourneySchedule journeys;
  private final MeasuredWindow window;
  private final JourneyLog log;
  private final Draws draws;
  private final Journey journey;
  private final boolean open;
  private final boolean thinksFirst;
  private final long visits;
  private final long limit;
  private final long mostReturns;
  private final long stopNanos;
  private final long lastArrivalNanos;

  private final SimulatedPersons persons;
  private final EventQueue events;
  private final PoolLines lines;
  private final SimulatedPool[] pools;
  private final DeadlockFinder deadlocks;
  private final Flows flows;
  private final PoolShifts shifts;

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
    this.schedule = schedule;
    this.journeys = schedule.journey();
    this.window = window;
    this.log = log;
    this.draws = schedule.newDraws();
    this.journey = JourneyRules.possible(scenario);
    this.open = demand.arrivals().open();
    this.thinksFirst = demand.arrivals() instanceof Arrivals.Closed;
    this.visits = demand.visits() == null ? Long.MAX_VALUE : demand.visits();
    this.limit = demand.limit() == null ? Long.MAX_VALUE : demand.limit();
    this.mostReturns = journey.comeBack() == null ? 0 : journey.comeBack().times();
    this.stopNanos = Stop.nanos(scenario);
    this.lastArrivalNanos =
        demand.duration() == null ? Long.MAX_VALUE : demand.duration().toNanos();
    this.shifts = new PoolShifts(scenario.facilities());
    this.waitingForPools = new long[journey.pools().size()];
    this.persons =
        new SimulatedPersons(
            open,
            demand.persons(),
            new Itinerary(journeys.steps(), journeys.size()),
            journeys.repeats());
    this.events = new EventQueue(persons.slots());
    this.lines = new PoolLines(journey, persons.slots(), schedule);
    this.ready = new LinkedLines(1, persons.slots(), false);
    this.flows = new Flows(journey.pools().size(), Math.max(journey.classes().size(), 1));
    this.pools = new SimulatedPool[journey.pools().size()];
    Arrays.setAll(pools, this::newPool);
    this.deadlocks =
        new DeadlockFinder(
            scenario, journey, Arrays.stream(pools).mapToInt(pool -> pool.rooms).toArray());
    this.markNanos = nextMark();
  }

  private SimulatedPool newPool(int number) {
    NamedPool pool = journey.pools().get(number);
    return new SimulatedPool(
        pool.facility().rooms(),
        pool.locking().order(),
        lines,
        lines.numbers(number),
        flows.of(number));
  }

  @Override
  public void run() {
    if (open) {
      runOpen(schedule.arrivals());
    } else {
      for (SimulatedPerson who : persons.all()) {
        who.personClass = journeys.classOf(draws, who.person);
        comesBack(who, 0, 0, thinksFirst ? schedule.thinkNanos(draws, who.person, 0) : 0);
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
        // Drawn now, since all that happens next depends on it.
        long next = times.nextNanos();
        comes(person, now);
        person = Math.incrementExact(person);
        arrival = next;
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
    pools[pool].rooms = shifts.take();
    letsIn(pools[pool], now);
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
      for (int pool = 0; pool < pools.length; pool++) {
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
    SimulatedPerson who = persons.of(events.happens());
    switch (kind) {
      case HOLD_ENDS -> walks(who, now);
      case ARRIVAL -> arrives(who, now);
      default -> givesUp(who, now);
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
    if (persons.full()) {
      persons.grow();
      events.grow(persons.slots());
      lines.grow(persons.slots());
      ready.grow(persons.slots());
    }
    SimulatedPerson who = persons.take(person);
    who.personClass = personClass;
    who.visit = 0;
    who.intendedNanos = now;
    begins(who, schedule.measured(person, now), now);
    othersWalk(now);
  }

  /** A person of a closed model comes, or one who comes again after it gave up. */
  private void arrives(SimulatedPerson who, long now) {
    boolean counts = window.contains(now);
    if (open && present >= limit) {
      log.turnsAway(who.person, who.personClass, counts, now);
      persons.release(who);
      return;
    }
    begins(who, counts, now);
  }

  private void begins(SimulatedPerson who, boolean counts, long now) {
    present++;
    flows.journeysOf(who.personClass).enters(now);
    who.begins(counts);
    log.begins(who);
    drawsAhead(who, who.at);
    walks(who, now);
  }

  /** A person of a closed model pauses before its next visit, if it makes one more. */
  private void comesBack(SimulatedPerson who, long visit, long now, long pauseNanos) {
    if (visit >= visits) {
      window.finishes(now);
      markNanos = nextMark();
      return;
    }
    long intended = Nanos.sum(now, pauseNanos);
    if (intended < Math.min(lastArrivalNanos, stopNanos)) {
      who.visit = visit;
      who.intendedNanos = intended;
      window.begins(visit, intended);
      markNanos = nextMark();
      events.schedule(who.slot, intended, ARRIVAL);
    }
  }

  private void othersWalk(long now) {
    while (!ready.isEmpty(READY)) {
      walks(persons.of(ready.takeNext(READY)), now);
    }
  }

  /** A person goes on until it waits, time passes or its journey is over. */
  private void walks(SimulatedPerson who, long now) {
    Instruction at = who.at;
    while (true) {
      switch (at.kind) {
        case Instruction.SKIP -> at = takes(who, at) ? at.next : at.target;
        case Instruction.REPEAT -> at = (who.turn(at) + 1) % at.times == 0 ? at.next : at.target;
        case Instruction.LEAVE -> {
          leaves(who, at.level - 1, at.pool, at.step, now);
          at = at.next;
        }
        case Instruction.ENTER -> {
          if (!entersAtOnce(who, at, now)) {
            return;
          }
          at = at.next;
        }
        case Instruction.HOLD -> {
          holds(who, at, now);
          return;
        }
        default -> {
          completes(who, now);
          return;
        }
      }
    }
  }

  private boolean takes(SimulatedPerson who, Instruction at) {
    if (at.onlyClass >= 0 && at.onlyClass != who.personClass) {
      return false;
    }
    return at.certain || journeys.taken(draws, at.step, who.person, who.visit, who.turn(at));
  }

  private void holds(SimulatedPerson who, Instruction at, long now) {
    long nanos = who.drawnNanos == SimulatedPerson.NOT_DRAWN ? holdNanos(who, at) : who.drawnNanos;
    who.at = at.next;
    events.schedule(who.slot, Nanos.sum(now, nanos), HOLD_ENDS);
    drawsAhead(who, at.next);
  }

  /**
   * Draws the hold that surely comes next, before it is needed. A draw takes longer than anything
   * else here, and what follows at once depends on it.
   */
  private void drawsAhead(SimulatedPerson who, Instruction from) {
    Instruction hold = from.hold;
    who.drawnNanos = hold == null ? SimulatedPerson.NOT_DRAWN : holdNanos(who, hold);
  }

  private long holdNanos(SimulatedPerson who, Instruction at) {
    return journeys.holdNanos(draws, at.step, who.person, who.visit, who.turn(at));
  }

  /**
   * Whether a room is free and nobody waits for it, or somebody is sent out of one; else the person
   * waits, or gives up.
   */
  private boolean entersAtOnce(SimulatedPerson who, Instruction at, long now) {
    SimulatedPool pool = pools[at.pool];
    int turn = who.turn(at);
    who.at = at;
    who.arrivedNanos = now;
    if (pool.isFree() || sendsOutFor(who, pool, now)) {
      pool.enters(who, now);
      enters(who, pool, now);
      return true;
    }
    long patience =
        journeys.patienceNanos(draws, at.step, who.personClass, who.person, who.visit, turn);
    pool.waits(who, now);
    waits(who, now, patience);
    if (patience == 0) {
      givesUp(who, now);
    } else if (patience != Long.MAX_VALUE) {
      events.schedule(who.slot, Nanos.sum(now, patience), PATIENCE_ENDS);
    }
    return false;
  }

  /** Whether somebody goes out of a room for that person. */
  private boolean sendsOutFor(SimulatedPerson other, SimulatedPool pool, long now) {
    int slot = pool.sentOutFor(other);
    if (slot == LinkedLines.NOBODY) {
      return false;
    }
    SimulatedPerson who = persons.of(slot);
    int level = who.at.level - 1;
    tellsStay(who, pool, level, now);
    long ends = events.nanosOf(slot);
    boolean holds = ends != EventQueue.NONE;
    who.isSentOut(holds ? ends - now : SimulatedPerson.NOT_BEGUN, now - who.enteredNanos(level));
    if (holds) {
      events.cancel(slot);
    } else {
      ready.leave(READY, slot);
    }
    pool.leaves(who, now);
    pool.waitsFirst(who, now);
    who.arrivedNanos = now;
    waits(who, now, Long.MAX_VALUE);
    return true;
  }

  /** Tells of the time in a room since the person entered it last. */
  private void tellsStay(SimulatedPerson who, SimulatedPool pool, int level, long until) {
    long entered = who.enteredNanos(level);
    if (pool.preemptive) {
      log.stays(who.arrivedNanos, entered + who.heldNanos, until);
    } else {
      log.stays(who.arrivedNanos(level), entered, until);
    }
  }

  /** A person has entered a room of the pool for which it has come or waited. */
  private void enters(SimulatedPerson who, SimulatedPool pool, long now) {
    who.waitedNanos += now - who.arrivedNanos;
    int level = who.at.level;
    if (who.sentOut) {
      who.entersAgain(level, now);
    } else {
      who.enters(level, now);
      if (pool.preemptive) {
        who.canBeSentOut();
      }
    }
  }

  /** The person stands in the pool's line. */
  private void waits(SimulatedPerson who, long now, long patience) {
    Instruction at = who.at;
    who.waits = true;
    who.patient = patience == Long.MAX_VALUE;
    if (at.level > 0) {
      deadlocks.waits(at.held, at.pool, who.patient);
      if (patience > 0) {
        deadlocks.look(now);
      }
    }
  }

  /** The person has left the line. */
  private void waitsNoMore(SimulatedPerson who) {
    Instruction at = who.at;
    who.waits = false;
    if (at.level > 0) {
      deadlocks.waitsNoMore(at.held, at.pool, who.patient);
    }
  }

  /**
   * A person leaves a room.
   *
   * @param level of the room among those that it holds
   * @param step by which it has entered the room
   */
  private void leaves(SimulatedPerson who, int level, int poolNumber, int step, long now) {
    SimulatedPool pool = pools[poolNumber];
    tellsStay(who, pool, level, now);
    pool.leaves(who, now);
    pool.completes(who);
    log.leaves(who, step, who.arrivedNanos(level), who.enteredNanos(level), now);
    letsIn(pool, now);
  }

  private void letsIn(SimulatedPool pool, long now) {
    while (pool.canLetIn()) {
      SimulatedPerson next = persons.of(pool.takeNext());
      if (!next.patient) {
        events.cancel(next.slot);
      }
      pool.letsIn(next, now);
      waitsNoMore(next);
      enters(next, pool, now);
      if (next.sentOut) {
        goesOn(next, now);
      } else {
        next.at = next.at.next;
        ready.join(READY, next.slot);
      }
    }
  }

  /** A person who was sent out has a room again. */
  private void goesOn(SimulatedPerson who, long now) {
    who.goesOn();
    if (who.leftNanos == SimulatedPerson.NOT_BEGUN) {
      ready.join(READY, who.slot);
    } else {
      events.schedule(who.slot, Nanos.sum(now, who.leftNanos), HOLD_ENDS);
    }
  }

  /** A person who waits gives up: it leaves all that it holds, the last room first. */
  private void givesUp(SimulatedPerson who, long now) {
    Instruction at = who.at;
    pools[at.pool].abandons(who, now);
    waitsNoMore(who);
    who.waitedNanos += now - who.arrivedNanos;
    log.givesUp(who, at.step, who.arrivedNanos, now);
    for (int level = at.level - 1; level >= 0; level--) {
      leaves(who, level, at.held[level], at.heldBySteps[level], now);
    }
    flows.journeysOf(who.personClass).abandons();
    log.abandons(who, now);
    isOver(who, now);
    if (open) {
      comesAgain(who, now);
    } else {
      comesBack(who, who.visit + 1, now, pauseNanos(who));
    }
  }

  /** A person of a closed model thinks after a visit, unless it pauses since it gave up. */
  private long pauseNanos(SimulatedPerson who) {
    return mostReturns > 0
        ? journeys.pauseNanos(draws, who.person, who.visit)
        : schedule.thinkNanos(draws, who.person, who.visit + 1);
  }

  /** A person of an open model who gave up comes again, if it has not done so too often. */
  private void comesAgain(SimulatedPerson who, long now) {
    long before = who.visit;
    long intended = Nanos.sum(now, journeys.pauseNanos(draws, who.person, before));
    if (before < mostReturns && intended < Math.min(lastArrivalNanos, stopNanos)) {
      who.visit = before + 1;
      who.intendedNanos = intended;
      events.schedule(who.slot, intended, ARRIVAL);
    } else {
      persons.release(who);
    }
  }

  private void completes(SimulatedPerson who, long now) {
    flows.journeysOf(who.personClass).completes();
    log.completes(who, now);
    isOver(who, now);
    if (open) {
      persons.release(who);
    } else {
      long next = who.visit + 1;
      comesBack(who, next, now, schedule.thinkNanos(draws, who.person, next));
    }
  }

  private void isOver(SimulatedPerson who, long now) {
    present--;
    who.underWay = false;
    flows.journeysOf(who.personClass).leaves(now);
  }

  /** What the end of the run finds under way. */
  private void tellTheRest() {
    boolean early = stopNanos == Long.MAX_VALUE || interrupted || deadlocks.deadlock() != null;
    long until = early ? lastNanos : stopNanos;
    flows.advance(until);
    for (SimulatedPerson who : persons.all()) {
      if (who.underWay) {
        tellTheRest(who, until);
      }
    }
  }

  private void tellTheRest(SimulatedPerson who, long until) {
    Instruction at = who.at;
    if (who.waits) {
      who.waitedNanos += until - who.arrivedNanos;
      if (who.sentOut) {
        log.stays(who.arrivedNanos, until, until);
        log.holdsStill(who, at.step, who.arrivedNanos(at.level), until - who.heldNanos, until);
      } else {
        log.waitsStill(who, at.step, who.arrivedNanos, until);
      }
    }
    for (int level = at.level - 1; level >= 0; level--) {
      tellsStay(who, pools[at.held[level]], level, until);
      log.holdsStill(
          who, at.heldBySteps[level], who.arrivedNanos(level), who.enteredNanos(level), until);
    }
    log.isCut(who, until);
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
    return pools[pool].mostInside();
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
    for (int pool = 0; pool < pools.length; pool++) {
      occupied += flows.pool(pool).insideNanos();
    }
    return new Totals(
        journeysEnded.completed(),
        journeysEnded.abandoned(),
        occupied,
        journeysEnded.waitingNanos());
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
