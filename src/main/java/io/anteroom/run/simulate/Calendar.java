package io.anteroom.run.simulate;

import io.anteroom.measure.Histograms;
import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Nanos;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Scenario.Demand;
import io.anteroom.scenario.schedule.ArrivalTimes;
import io.anteroom.scenario.schedule.Draws;
import io.anteroom.scenario.schedule.MeasuredWindow;
import io.anteroom.scenario.schedule.Schedule;
import io.anteroom.scenario.schedule.Shifts;
import java.util.Arrays;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * A calendar of events: persons are states in arrays, and each has at most one event to come. At
 * one instant departures come first, each with the entries that it allows, then arrivals, further
 * attempts and the ends of patience; within a kind, in the order in which they were scheduled.
 *
 * <p>A slot stands for a person who is present: in a closed model for the same one throughout, in
 * an open one for one after the other.
 */
final class Calendar implements PoolKernel {
  private static final int DEPARTURE = 0;
  private static final int ARRIVAL = 1;
  private static final int RETRY = 2;
  private static final int TIMEOUT = 3;

  private static final int FIRST_SLOTS = 1024;

  private final Scenario scenario;
  private final Schedule schedule;
  private final MeasuredWindow window;
  private final VisitLog log;
  private final Draws draws;
  private final Discipline discipline;
  private final boolean open;
  private final boolean readers;
  private final boolean patience;
  private final boolean thinksFirst;
  private final long timeoutNanos;
  private final long visits;
  private final long limit;
  private final long stopNanos;
  private final long lastArrivalNanos;

  private final Occupancies doorkeeper;
  private final WaitingLines lines;
  private final EventQueue events;
  private final Shifts shifts;

  private long[] intendedNanos;
  private long[] giveUpNanos;
  private long[] numbers;
  private long[] refusals;
  private int[] persons;
  private int[] doors;
  private boolean[] reads;
  private boolean[] waiting;

  /** Slots that nobody has, in an open model. */
  private int[] spare;

  private int spareCount;
  private long present;
  private final Occupancy line = new Occupancy();
  private final Occupancy rooms = new Occupancy();

  /** For how long of the measured part the line had which length; null: nobody asked. */
  private final @Nullable Histogram lineLengths;

  /** Arrivals so far, and visits that are over. */
  private long arrived;

  private long completed;
  private long abandoned;

  /** When the measured part next begins or ends, as far as that is known. */
  private long markNanos;

  /** What had happened when it began and when it ended; null before. */
  private @Nullable Totals before;

  private @Nullable Totals within;

  private long waitingAtEnd;
  private long lastNanos;

  private volatile boolean stopping;
  private boolean interrupted;

  /**
   * @param keepsLineLengths whether to keep for how long the line had which length
   * @throws UnsupportedScenarioException if the scenario's mode can't be simulated, or if simulated
   *     time would not pass in it
   */
  Calendar(
      Scenario scenario,
      Schedule schedule,
      MeasuredWindow window,
      VisitLog log,
      boolean keepsLineLengths) {
    this.lineLengths = keepsLineLengths ? Histograms.one() : null;
    Demand demand = scenario.demand();
    this.scenario = scenario;
    this.schedule = schedule;
    this.window = window;
    this.markNanos = nextMark();
    this.log = log;
    this.draws = schedule.newDraws();
    this.discipline = scenario.locking().discipline();
    this.open = demand.arrivals().open();
    this.readers = scenario.locking().readers() > 0;
    this.patience = scenario.stay().patience() != null;
    this.thinksFirst = demand.arrivals() instanceof Arrivals.Closed;
    this.timeoutNanos =
        discipline instanceof Discipline.Requeue
            ? scenario.locking().timeout().toNanos()
            : Long.MAX_VALUE;
    this.visits = demand.visits() == null ? Long.MAX_VALUE : demand.visits();
    this.limit = demand.limit() == null ? Long.MAX_VALUE : demand.limit();
    this.stopNanos = Stop.nanos(scenario);
    this.lastArrivalNanos =
        demand.duration() == null ? Long.MAX_VALUE : demand.duration().toNanos();
    requirePossible();
    int slots = open ? FIRST_SLOTS : demand.persons();
    this.doorkeeper = new Occupancies(scenario, schedule);
    this.lines = WaitingLines.of(scenario.locking().order(), doorkeeper.doors(), slots, schedule);
    this.events = new EventQueue(slots);
    this.shifts = new Shifts(scenario.facility().plan());
    this.intendedNanos = new long[slots];
    this.giveUpNanos = new long[patience ? slots : 0];
    this.numbers = new long[open ? 0 : slots];
    this.refusals = new long[slots];
    this.persons = new int[open ? slots : 0];
    this.doors = new int[slots];
    this.reads = new boolean[readers ? slots : 0];
    this.waiting = new boolean[slots];
    this.spare = new int[open ? slots : 0];
    if (open) {
      addSpare(0, slots);
    }
  }

  private void requirePossible() {
    if (discipline instanceof Discipline.Unmodelled(String reason)) {
      throw new UnsupportedScenarioException(
          "mode " + scenario.locking().mode() + " can't be simulated: " + reason);
    }
    boolean unbounded = !open && visits == Long.MAX_VALUE;
    boolean thinks = JourneyRules.lasts(scenario.demand().think());
    if (unbounded && !thinks && !JourneyRules.lasts(scenario.stay().hold())) {
      throw new UnsupportedScenarioException(
          "simulated time would never pass: nobody holds a room or thinks for any time, and visits"
              + " have no bound; set visits, hold or think");
    }
    boolean refusable = patience && !(discipline instanceof Discipline.AtWill);
    if (unbounded && !thinks && refusable && !JourneyRules.lasts(scenario.stay().patience())) {
      throw new UnsupportedScenarioException(JourneyRules.COMES_BACK_AT_ONCE);
    }
  }

  @Override
  public void run() {
    if (open) {
      runOpen(schedule.arrivals());
    } else {
      for (int slot = 0; slot < scenario.demand().persons(); slot++) {
        comesBack(slot, 0, 0);
      }
      while (Math.min(events.nextNanos(), shifts.nextNanos()) < stopNanos && goesOn()) {
        long now = Math.min(events.nextNanos(), shifts.nextNanos());
        passesTo(now);
        if (shifts.nextNanos() == now) {
          changesRooms(now);
        } else {
          happens(now);
        }
      }
    }
    endsWindow();
    long until = stopNanos == Long.MAX_VALUE || interrupted ? lastNanos : stopNanos;
    line.advance(endNanos());
    rooms.advance(endNanos());
    for (int slot = 0; slot < waiting.length; slot++) {
      if (waiting[slot]) {
        log.leavesWaiting(person(slot), number(slot), intendedNanos[slot], until, refusals[slot]);
      }
    }
  }

  private long endNanos() {
    return stopNanos == Long.MAX_VALUE || events.nextNanos() == EventQueue.NONE ? 0 : stopNanos;
  }

  private void runOpen(ArrivalTimes times) {
    int person = 0;
    long arrival = times.nextNanos();
    while (goesOn()) {
      long now = Math.min(Math.min(arrival, events.nextNanos()), shifts.nextNanos());
      if (now >= stopNanos || now == EventQueue.NONE) {
        return;
      }
      passesTo(now);
      if (shifts.nextNanos() == now) {
        changesRooms(now);
        continue;
      }
      boolean eventFirst =
          events.nextNanos() < arrival
              || (events.nextNanos() == arrival && events.nextKind() < ARRIVAL);
      if (eventFirst) {
        happens(now);
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

  /** Lets time pass; notes how things stand where the measured part begins or ends meanwhile. */
  private void passesTo(long now) {
    while (now > markNanos) {
      notesAt(markNanos);
    }
    lastNanos = now;
  }

  private void notesAt(long mark) {
    rooms.advance(mark);
    line.advance(mark);
    Totals sofar = new Totals(completed, abandoned, rooms.personNanos(), line.personNanos());
    if (before == null) {
      before = sofar;
      line.keep(lineLengths);
    } else {
      line.keep(null);
      within = sofar.minus(before);
      waitingAtEnd = line.count();
    }
    markNanos = nextMark();
  }

  /** What comes next is the beginning of the measured part, then its end, then nothing. */
  private long nextMark() {
    if (before == null) {
      return window.startNanos();
    }
    return within == null ? window.endNanos() : Long.MAX_VALUE;
  }

  /** The run is over, or was interrupted. */
  private void endsWindow() {
    if (interrupted) {
      window.endsBy(lastNanos);
    } else {
      window.allHaveGone(lastNanos);
    }
    markNanos = nextMark();
    while (markNanos <= window.endNanos() && within == null) {
      notesAt(markNanos);
    }
  }

  private boolean goesOn() {
    if (stopping) {
      interrupted = true;
    }
    return !interrupted;
  }

  /** Another number of rooms is open from now on. */
  private void changesRooms(long now) {
    doorkeeper.resize(shifts.take());
    lettingIn(0, now);
  }

  private void happens(long now) {
    int slot = events.nextSlot();
    int kind = events.nextKind();
    events.cancel(slot);
    switch (kind) {
      case DEPARTURE -> departs(slot, now);
      case ARRIVAL -> arrives(slot, now);
      case RETRY -> tries(slot, now);
      default -> timesOut(slot, now);
    }
  }

  /** A new person comes from outside. */
  private void comes(int person, long now) {
    if (present >= limit) {
      arrived++;
      log.turnsAway(person, now);
      return;
    }
    present++;
    if (spareCount == 0) {
      grow();
    }
    int slot = spare[--spareCount];
    persons[slot] = person;
    intendedNanos[slot] = now;
    arrives(slot, now);
  }

  /** A person of a closed model thinks of its next visit, if it makes one more. */
  private void comesBack(int slot, long number, long now) {
    if (number >= visits) {
      window.finishes(now);
      markNanos = nextMark();
      return;
    }
    boolean thinks = thinksFirst || number > 0;
    long intended = thinks ? Nanos.sum(now, schedule.thinkNanos(draws, slot, number)) : now;
    if (intended < Math.min(lastArrivalNanos, stopNanos)) {
      numbers[slot] = number;
      intendedNanos[slot] = intended;
      window.begins(number, intended);
      markNanos = nextMark();
      events.schedule(slot, intended, ARRIVAL);
    }
  }

  private void arrives(int slot, long now) {
    arrived++;
    int person = person(slot);
    long number = number(slot);
    int door = doorkeeper.choose(person, number);
    doors[slot] = door;
    refusals[slot] = 0;
    if (patience) {
      giveUpNanos[slot] = Nanos.sum(now, schedule.patienceNanos(draws, person, number));
    }
    if (readers) {
      reads[slot] = schedule.reads(draws, person, number);
    }
    switch (discipline) {
      case Discipline.AtWill atWill -> entersAtWill(slot, door, now);
      case Discipline.Polling polling -> tries(slot, now);
      default -> entersOrWaits(slot, door, now);
    }
  }

  private void entersAtWill(int slot, int door, long now) {
    if (!doorkeeper.empty(door)) {
      log.violates();
    }
    enters(slot, door, now);
  }

  private void entersOrWaits(int slot, int door, long now) {
    if (lines.isEmpty(door) && free(slot, door)) {
      enters(slot, door, now);
    } else if (patience && giveUpNanos[slot] <= now) {
      refusals[slot]++;
      givesUp(slot, now);
    } else {
      waitsInLine(slot, door, now);
    }
  }

  private void waitsInLine(int slot, int door, long now) {
    waits(slot, now);
    lines.join(door, slot);
    long end = Nanos.sum(now, timeoutNanos);
    if (patience) {
      end = Math.min(end, giveUpNanos[slot]);
    }
    if (end != Long.MAX_VALUE) {
      events.schedule(slot, end, TIMEOUT);
    }
  }

  /** One attempt of a person who polls. */
  private void tries(int slot, long now) {
    int door = doors[slot];
    if (free(slot, door)) {
      enters(slot, door, now);
      return;
    }
    long attempt = ++refusals[slot];
    if (patience && giveUpNanos[slot] <= now) {
      givesUp(slot, now);
      return;
    }
    waits(slot, now);
    long again =
        Nanos.sum(
            now,
            schedule.pauseNanos(
                draws, person(slot), number(slot), attempt, (Discipline.Polling) discipline));
    events.schedule(slot, patience ? Math.min(again, giveUpNanos[slot]) : again, RETRY);
  }

  private void waits(int slot, long now) {
    if (!waiting[slot]) {
      waiting[slot] = true;
      line.changes(1, now);
    }
  }

  private void waitsNoMore(int slot, long now) {
    if (waiting[slot]) {
      waiting[slot] = false;
      line.changes(-1, now);
    }
  }

  /** An attempt in line has lasted as long as it may. */
  private void timesOut(int slot, long now) {
    int door = doors[slot];
    lines.leave(door, slot);
    refusals[slot]++;
    if (patience && giveUpNanos[slot] <= now) {
      givesUp(slot, now);
    } else {
      waitsInLine(slot, door, now);
    }
    if (readers) {
      lettingIn(door, now);
    }
  }

  private void givesUp(int slot, long now) {
    abandoned++;
    waitsNoMore(slot, now);
    doorkeeper.goes(doors[slot]);
    log.abandons(person(slot), number(slot), intendedNanos[slot], now, refusals[slot]);
    goes(slot, now);
  }

  private void enters(int slot, int door, long now) {
    waitsNoMore(slot, now);
    rooms.changes(1, now);
    if (readers) {
      doorkeeper.enter(door, reads[slot]);
    } else {
      doorkeeper.enter(door);
    }
    int person = person(slot);
    long number = number(slot);
    long holdNanos = schedule.holdNanos(draws, person, number);
    long left = Nanos.sum(now, schedule.lastingNanos(now, holdNanos));
    log.enters(person, number, door, intendedNanos[slot], now, left, refusals[slot]);
    events.schedule(slot, left, DEPARTURE);
  }

  private void departs(int slot, long now) {
    completed++;
    rooms.changes(-1, now);
    int door = doors[slot];
    if (readers) {
      doorkeeper.leave(door, reads[slot]);
    } else {
      doorkeeper.leave(door);
    }
    doorkeeper.goes(door);
    lettingIn(door, now);
    goes(slot, now);
  }

  /** Lets those in line in for whom there is a room. */
  private void lettingIn(int door, long now) {
    while (!lines.isEmpty(door)
        && (readers ? free(lines.first(door), door) : doorkeeper.free(door))) {
      enters(lines.takeNext(door), door, now);
    }
  }

  private boolean free(int slot, int door) {
    return readers ? doorkeeper.free(door, reads[slot]) : doorkeeper.free(door);
  }

  /** A visit is over. */
  private void goes(int slot, long now) {
    if (open) {
      present--;
      spare[spareCount++] = slot;
    } else {
      comesBack(slot, numbers[slot] + 1, now);
    }
  }

  /** Persons who waited, over time. */
  Occupancy line() {
    return line;
  }

  /** Persons in rooms, over time. */
  Occupancy rooms() {
    return rooms;
  }

  @Override
  public long arrived() {
    return arrived;
  }

  @Override
  public long waitingAtEnd() {
    return waitingAtEnd;
  }

  @Override
  public Totals totals() {
    return within == null ? new Totals(0, 0, 0, 0) : within;
  }

  @Override
  public @Nullable Histogram lineLengths() {
    return lineLengths;
  }

  private int person(int slot) {
    return open ? persons[slot] : slot;
  }

  private long number(int slot) {
    return open ? 0 : numbers[slot];
  }

  private void grow() {
    int before = intendedNanos.length;
    int slots = Math.multiplyExact(before, 2);
    events.grow(slots);
    lines.grow(slots);
    intendedNanos = Arrays.copyOf(intendedNanos, slots);
    giveUpNanos = Arrays.copyOf(giveUpNanos, patience ? slots : 0);
    refusals = Arrays.copyOf(refusals, slots);
    persons = Arrays.copyOf(persons, slots);
    doors = Arrays.copyOf(doors, slots);
    reads = Arrays.copyOf(reads, readers ? slots : 0);
    waiting = Arrays.copyOf(waiting, slots);
    spare = Arrays.copyOf(spare, slots);
    addSpare(before, slots);
  }

  /** The lowest on top, so that few slots are in use. */
  private void addSpare(int from, int to) {
    for (int slot = to - 1; slot >= from; slot--) {
      spare[spareCount++] = slot;
    }
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
