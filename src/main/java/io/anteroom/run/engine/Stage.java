package io.anteroom.run.engine;

import io.anteroom.measure.Census;
import io.anteroom.measure.DurationRange;
import io.anteroom.measure.FailedCalls;
import io.anteroom.measure.Fairness;
import io.anteroom.measure.FirstVisits;
import io.anteroom.measure.VisitRecorder;
import io.anteroom.measure.WindowTotals;
import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.clock.NanoClock;
import io.anteroom.modes.connection.Connections;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.modes.locking.Room;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Scenario.Demand;
import io.anteroom.scenario.schedule.MeasuredWindow;
import io.anteroom.scenario.schedule.Schedule;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What all persons of a run share. Safe for any number of threads: its parts are, and the run's end
 * is announced through volatile fields.
 *
 * <p>All times are in nanoseconds since the start of the run.
 */
final class Stage {
  /** A time that has not come. */
  static final long NOT_YET = -1;

  final Scenario scenario;
  final RunHost host;
  final Roster roster;
  final Schedule schedule;
  final Premises premises;
  final LockingMode mode;

  /** The rooms of all pools. */
  final List<Room> rooms;

  /** The pools and what persons do in them; null: there is one, with the rooms and the mode. */
  final @Nullable JourneyStage journey;

  final RoomActivity activity;
  final Census census = new Census();

  /** Of the visits and the canary. */
  final DurationRange range;

  /** Which part of the run is measured. */
  final MeasuredWindow window;

  /** The visits that are measured, and all others. */
  final VisitRecorder measured;

  final VisitRecorder unmeasured;

  /** What happened in the measured part, to whichever visits. */
  final WindowTotals totals = new WindowTotals();

  final Fairness fairness = new Fairness();
  final FailedCalls failedCalls = new FailedCalls();
  final FirstVisits firstVisits = new FirstVisits();
  final @Nullable Transcript transcript;
  final @Nullable Flight flight;

  /** Of the visits to the only pool; null: nothing is recorded. */
  final @Nullable VisitEvents events;

  final AbandonmentListener abandonments;

  /** Whether each person comes for one visit, rather than again and again. */
  final boolean open;

  /** How many visits a person makes at most. */
  final long visitsEach;

  /** From when on no visit begins; Long.MAX_VALUE: they begin until all are made. */
  final long arrivalsEndNanos;

  private final NanoClock clock;
  private final AtomicReference<@Nullable StopCause> stopCause = new AtomicReference<>();
  private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
  private final AtomicBoolean modeClosed = new AtomicBoolean();
  private final long originNanos;
  private volatile long stopNanos = Long.MAX_VALUE;
  private volatile int openRooms;

  /** A stage whose time begins now. */
  Stage(
      Scenario scenario,
      RoomActivity activity,
      Function<Premises, LockingMode> modes,
      Recorders recorders,
      RunHost host,
      @Nullable Transcript transcript,
      @Nullable Flight flight) {
    this.range = recorders.range();
    this.measured = recorders.measured();
    this.unmeasured = recorders.unmeasured();
    this.flight = flight;
    this.events = flight == null ? null : flight.visitsTo(FirstVisits.ONLY_POOL);
    this.scenario = scenario;
    this.roster = new Roster(scenario.demand().persons(), host);
    this.activity = activity;
    this.host = host;
    this.clock = host.clock();
    this.transcript = transcript;
    this.abandonments = new AbandonmentListeners(events, census, firstVisits, transcript);
    Demand demand = scenario.demand();
    this.open = demand.arrivals().open();
    this.visitsEach = demand.visits() == null ? Long.MAX_VALUE : demand.visits();
    this.arrivalsEndNanos =
        demand.duration() == null ? Long.MAX_VALUE : demand.duration().toNanos();
    this.schedule = new Schedule(scenario);
    this.window = schedule.newWindow();
    this.openRooms = scenario.facility().roomsAtFirst();
    this.journey =
        scenario.journey() == null
            ? null
            : new JourneyStage(
                scenario, scenario.journey(), schedule.journey(), activity, modes, clock);
    if (journey == null) {
      Connections connections = activity.connections();
      this.premises =
          connections == null
              ? Premises.of(scenario, schedule, clock)
              : Premises.of(scenario, schedule, clock, connections);
      this.mode = modes.apply(premises);
      this.rooms = premises.rooms();
    } else {
      this.premises = journey.pools.getFirst().premises;
      this.mode = journey.pools.getFirst().mode;
      this.rooms = journey.rooms();
    }
    if (flight != null) {
      flight.runBegins(window);
    }
    this.originNanos = clock.nanoTime();
  }

  /** How many persons the mode lets in at once; empty where all have not gone by themselves. */
  OptionalInt countRooms() throws InterruptedException {
    if (stopping()) {
      return OptionalInt.empty();
    }
    try {
      return journey == null ? mode.countRooms() : OptionalInt.empty();
    } catch (RuntimeException failure) {
      fail(failure);
      return OptionalInt.empty();
    }
  }

  /** Lets the mode give back what it has opened; the second time it does nothing. */
  void closeMode() {
    if (modeClosed.compareAndSet(false, true)) {
      if (journey == null) {
        close(mode);
      } else {
        journey.pools.forEach(pool -> close(pool.mode));
      }
    }
  }

  private void close(LockingMode open) {
    try {
      open.close();
    } catch (IOException | RuntimeException failure) {
      fail(failure);
    }
  }

  /** Opens so many rooms from now on, and closes those beyond as soon as they are empty. */
  void openRooms(int count) {
    mode.openRooms(count);
    openRooms = count;
  }

  /** How many rooms are open, or shall be when those who are to leave have left. */
  int openRooms() {
    return journey == null
        ? openRooms
        : journey.pools.stream().mapToInt(PoolStage::openRooms).sum();
  }

  /** A person who comes then, not yet started. */
  Entrant newPerson(int index, long intendedNanos) {
    return journey == null
        ? new Person(this, index, intendedNanos)
        : new Walker(this, journey, index, intendedNanos);
  }

  /** Whether as many persons are present as there may be. */
  boolean isFull() {
    return isFullBeside(0);
  }

  /** The same for a person who comes again, and is on the roster already. */
  boolean isFullForReturning() {
    return isFullBeside(1);
  }

  private boolean isFullBeside(long comers) {
    Integer limit = scenario.demand().limit();
    return limit != null && roster.present() - census.thinking() - comers >= limit;
  }

  /** An arrival at that time, who is that person, is turned away. */
  void turnsAway(int person, long atNanos, boolean measured) {
    census.turnsAway(measured);
    firstVisits.turnsAway(person, atNanos);
    if (measured && journey != null) {
      journey.recorders.get(journey.schedule.classOf(schedule.newDraws(), person)).turnsAway();
    }
  }

  /** Visits, or whole journeys, that are over. */
  long done(Glance glance) {
    return journey == null ? glance.left() + census.abandoned() : journey.over();
  }

  /** Persons who wait for a room at this moment. */
  long waiting(Glance glance) {
    return journey == null
        ? Math.max(roster.present() - census.thinking() - glance.persons(), 0)
        : journey.waiting();
  }

  long now() {
    return clock.nanoTime() - originNanos;
  }

  void sleepUntil(long nanos) throws InterruptedException {
    clock.sleepNanos(nanos - now());
  }

  /** Pauses a platform thread; it may wake earlier. */
  void parkUntil(long nanos) {
    clock.parkUntil(originNanos + nanos);
  }

  /** Keeps the calling thread busy until then. */
  void spinUntil(long nanos) {
    clock.spinUntil(originNanos + nanos);
  }

  /** Whether a visit that was intended to begin then counts in the measurements. */
  boolean measured(int person, long intendedNanos) {
    return open ? schedule.measured(person, intendedNanos) : window.contains(intendedNanos);
  }

  /**
   * Pauses until a person's next visit.
   *
   * @return when the person really began, never before it was intended; {@link #NOT_YET}: the run
   *     was over before
   */
  long pauses(int person, long intendedNanos) {
    census.thinks();
    try {
      sleepUntil(intendedNanos);
    } catch (InterruptedException stopped) {
      // The run is over, and with it the person's thread.
      return NOT_YET;
    } finally {
      census.hasThought();
    }
    long beganNanos = Math.max(now(), intendedNanos);
    recorder(person, intendedNanos).late(person, beganNanos - intendedNanos);
    return beganNanos;
  }

  /** Counts a visit that is not measured, if it began after the measured part of the run. */
  void noteIfLate(long intendedNanos) {
    if (intendedNanos > window.endNanos()) {
      census.beginsAfterWindow();
    }
  }

  /** The recorder for a visit that was intended to begin then. */
  VisitRecorder recorder(int person, long intendedNanos) {
    return measured(person, intendedNanos) ? measured : unmeasured;
  }

  /**
   * A look at the rooms while persons move: nearly one moment.
   *
   * @param persons in rooms
   * @param entered how often a room was entered so far
   */
  record Glance(long persons, long entered) {
    /** Holds that are over. */
    long left() {
      return entered - persons;
    }
  }

  Glance lookIntoRooms() {
    long persons = 0;
    long entered = 0;
    for (Room room : rooms) {
      persons += room.persons();
      entered += room.entries();
    }
    return new Glance(persons, entered);
  }

  /** Ends the run: from now on nobody enters a room. The first cause given is kept. */
  void stop(StopCause cause) {
    if (stopCause.compareAndSet(null, cause)) {
      stopNanos = now();
      window.endsBy(stopNanos);
    }
  }

  /** Ends the run because of a fault of ours or of the machine. */
  void fail(Throwable cause) {
    fault.compareAndSet(null, cause);
    stop(StopCause.FAULT);
  }

  boolean stopping() {
    return stopCause.get() != null;
  }

  @Nullable StopCause stopCause() {
    return stopCause.get();
  }

  @Nullable Throwable fault() {
    return fault.get();
  }

  /** When the run was told to stop; Long.MAX_VALUE as long as it was not. */
  long stopNanos() {
    return stopNanos;
  }
}
