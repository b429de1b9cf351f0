package io.anteroom.scenario.schedule;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.scenario.ActivityTraits;
import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Choice;
import io.anteroom.scenario.ClockKind;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.Order;
import io.anteroom.scenario.PoolKey;
import io.anteroom.scenario.PoolSettings;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Warmup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small scenario in which a test changes what it cares about. Mutable; for one thread. */
public final class ScenarioBuilder {
  private int rooms = 2;
  private Line line = Line.PER_ROOM;
  private Choice choice = Choice.STICKY;
  private String mode = "reentrant";
  private Duration timeout = Duration.ofMillis(2);
  private @Nullable Distribution retry;
  private PoolSettings pool = PoolSettings.NONE;
  private double readers;
  private Arrivals arrivals = new Arrivals.AtOnce();
  private int persons = 10;
  private @Nullable Long visits;
  private @Nullable Duration duration;
  private @Nullable Distribution think;
  private Distribution hold = new Distribution.Exponential(Duration.ofMillis(5));
  private @Nullable Distribution patience;
  private Warmup warmup = new Warmup.Share(0);
  private long seed = 42;

  /** Rooms under a locking mode. */
  public ScenarioBuilder locking(String newMode, Line newLine, int newRooms) {
    mode = newMode;
    line = newLine;
    rooms = newRooms;
    return this;
  }

  /** How a person picks a room's line. */
  public ScenarioBuilder choice(Choice newChoice) {
    choice = newChoice;
    return this;
  }

  /** The length of one timed attempt. */
  public ScenarioBuilder timeout(Duration newTimeout) {
    timeout = newTimeout;
    return this;
  }

  /** The pause between attempts. */
  public ScenarioBuilder retry(Distribution newRetry) {
    retry = newRetry;
    return this;
  }

  /** The share of visits that read. */
  public ScenarioBuilder readers(double newReaders) {
    readers = newReaders;
    return this;
  }

  /** When visits begin. */
  public ScenarioBuilder arrivals(Arrivals newArrivals) {
    arrivals = newArrivals;
    return this;
  }

  /** The population of a closed model. */
  public ScenarioBuilder persons(int newPersons) {
    persons = newPersons;
    return this;
  }

  /** How many visits there are. */
  public ScenarioBuilder visits(long newVisits) {
    visits = newVisits;
    return this;
  }

  /** When arrivals stop. */
  public ScenarioBuilder duration(Duration newDuration) {
    duration = newDuration;
    return this;
  }

  /** The pause between a person's visits. */
  public ScenarioBuilder think(Distribution newThink) {
    think = newThink;
    return this;
  }

  /** How long a visit occupies its room. */
  public ScenarioBuilder hold(Distribution newHold) {
    hold = newHold;
    return this;
  }

  /** How long a visit waits before it gives up. */
  public ScenarioBuilder patience(Distribution newPatience) {
    patience = newPatience;
    return this;
  }

  /** What is left out of the measurements. */
  public ScenarioBuilder warmup(Warmup newWarmup) {
    warmup = newWarmup;
    return this;
  }

  /** The origin of every random quantity. */
  public ScenarioBuilder seed(long newSeed) {
    seed = newSeed;
    return this;
  }

  public ScenarioBuilder pool(Map<PoolKey, String> newPool) {
    pool = new PoolSettings(newPool);
    return this;
  }

  /** The scenario. */
  public Scenario build() {
    return new Scenario(
        "test",
        new Scenario.Facility(rooms, line, choice),
        new Scenario.Locking(
            ModeTraits.find(LockingModes.traits(), mode).orElseGet(() -> unknown(mode)),
            Order.FIFO,
            timeout,
            retry,
            readers,
            pool),
        new Scenario.Demand(arrivals, persons, visits, duration, null, think),
        new Scenario.Stay(hold, ActivityTraits.usual(RoomActivities.traits()), patience),
        new Scenario.Conduct(
            warmup, 2, seed, Duration.ofSeconds(10), "off", ClockKind.WALL, 1, List.of()));
  }

  private static ModeTraits unknown(String name) {
    return new ModeTraits(
        name, "", List.of(Line.values()), Set.of(), List.of(), new Discipline.InLine(true));
  }

  /** The scenario's schedule. */
  public Schedule schedule() {
    return new Schedule(build());
  }
}
