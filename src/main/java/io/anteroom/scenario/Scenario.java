package io.anteroom.scenario;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One experiment, complete: who arrives when, for which rooms, under which locking mode, and how
 * the run is conducted. Immutable. {@link ScenarioParser} makes it from settings and fills in the
 * defaults, so a scenario holds effective values only.
 *
 * @param name letters, digits, {@code .}, {@code _} and {@code -}; part of the results folder's
 *     name
 * @param journey the pools and what persons do in them; null: there is one pool without a name.
 *     Where there is a journey, {@code facility} is about the rooms of all pools, {@code locking}
 *     about the first pool, and {@code stay} about all holds of a journey on average
 */
public record Scenario(
    String name,
    Facility facility,
    Locking locking,
    Demand demand,
    Stay stay,
    Conduct conduct,
    @Nullable Journey journey) {
  /** The name of a scenario that was given none. */
  public static final String UNNAMED = "unnamed";

  /** A scenario of one pool. */
  public Scenario(
      String name, Facility facility, Locking locking, Demand demand, Stay stay, Conduct conduct) {
    this(name, facility, locking, demand, stay, conduct, null);
  }

  /** The same scenario under another seed. */
  public Scenario withSeed(long seed) {
    return with(conduct.with(conduct.warmup(), seed, conduct.replications()));
  }

  /** The same scenario with another warm-up. */
  public Scenario withWarmup(Warmup warmup) {
    return with(conduct.with(warmup, conduct.seed(), conduct.replications()));
  }

  /** The same scenario, replicated so often. */
  public Scenario withReplications(int replications) {
    return with(conduct.with(conduct.warmup(), conduct.seed(), replications));
  }

  /** The same scenario with so many rooms. */
  public Scenario withRooms(int rooms) {
    return with(new Facility(rooms, facility.line, facility.choice));
  }

  /** The same scenario with other rooms. */
  public Scenario with(Facility newFacility) {
    return new Scenario(name, newFacility, locking, demand, stay, conduct, journey);
  }

  /** The same scenario with another locking. */
  public Scenario with(Locking newLocking) {
    return new Scenario(name, facility, newLocking, demand, stay, conduct, journey);
  }

  /** The same scenario with another demand. */
  public Scenario with(Demand newDemand) {
    return new Scenario(name, facility, locking, newDemand, stay, conduct, journey);
  }

  /** The same scenario with another stay. */
  public Scenario with(Stay newStay) {
    return new Scenario(name, facility, locking, demand, newStay, conduct, journey);
  }

  /** The names of the pools, in their order; empty: there is one, without a name. */
  public List<String> poolNames() {
    return journey == null ? List.of() : journey.poolNames();
  }

  /** The same scenario with another journey. */
  public Scenario with(Journey newJourney) {
    return new Scenario(
        name,
        newJourney.allRooms(),
        newJourney.pools().getFirst().locking(),
        demand,
        newJourney.meanStay(stay.settings()),
        conduct,
        newJourney);
  }

  /**
   * What the locking mode and the activity of one of the pools go by: a scenario of that pool
   * alone, visited by the same persons, with those settings that its activity reads.
   */
  public Scenario ofPool(NamedPool pool) {
    Map<ScenarioKey, String> read = new TreeMap<>(stay.settings());
    read.keySet().removeIf(key -> !pool.activity().reads(key));
    return new Scenario(
        name,
        pool.facility(),
        pool.locking(),
        demand,
        new Stay(stay.hold(), pool.activity(), pool.patience(), read, null),
        conduct);
  }

  /** The journey of a scenario that has one, as those of several pools do. */
  public Journey requireJourney() {
    return Objects.requireNonNull(journey, "a scenario of one pool");
  }

  /** The rooms of each pool. */
  public List<Facility> facilities() {
    return journey == null
        ? List.of(facility)
        : journey.pools().stream().map(NamedPool::facility).toList();
  }

  /** How many rooms of all pools are open on average between two times since the start. */
  public double meanRooms(long fromNanos, long toNanos) {
    return facilities().stream().mapToDouble(each -> each.meanRooms(fromNanos, toNanos)).sum();
  }

  /** The same scenario, conducted otherwise. */
  public Scenario with(Conduct newConduct) {
    return new Scenario(name, facility, locking, demand, stay, newConduct, journey);
  }

  /**
   * The rooms and where persons wait for them.
   *
   * @param rooms how many there are, at least 1
   * @param line one line for all rooms, or one for each
   * @param choice how a person picks a room's line; only means something with lines per room
   * @param plan how many rooms are open when, {@code rooms} at the most; null: always the same
   */
  public record Facility(int rooms, Line line, Choice choice, @Nullable RoomPlan plan) {
    /** The same number of rooms all the time. */
    public Facility(int rooms, Line line, Choice choice) {
      this(rooms, line, choice, null);
    }

    /** The rooms as scenarios write them. */
    public String roomsText() {
      return plan == null ? String.valueOf(rooms) : plan.toString();
    }

    /** How many rooms are open when the run begins. */
    public int roomsAtFirst() {
      return plan == null ? rooms : plan.atFirst();
    }

    /** How many rooms are open on average between two times since the start of the run. */
    public double meanRooms(long fromNanos, long toNanos) {
      return plan == null ? rooms : plan.meanRooms(fromNanos, toNanos);
    }

    /** The most rooms at any time from then on. */
    public int mostFrom(long nanos) {
      return plan == null ? rooms : plan.mostFrom(nanos);
    }
  }

  /**
   * How a person gets a room.
   *
   * @param traits what is known of the locking mode
   * @param order who of those in line gets a room that falls free; only simulated time can choose
   * @param timeout length of one attempt of a mode that tries for a while; zero: the mode does not
   * @param retry pause between the attempts of a polling mode; null: the mode's own
   * @param readers share of visits, from 0 to 1, that share a room with other readers
   * @param pool what a library's pool is told
   */
  public record Locking(
      ModeTraits traits,
      Order order,
      Duration timeout,
      @Nullable Distribution retry,
      double readers,
      PoolSettings pool) {
    /** Locking that says nothing of a pool. */
    public Locking(
        ModeTraits traits,
        Order order,
        Duration timeout,
        @Nullable Distribution retry,
        double readers) {
      this(traits, order, timeout, retry, readers, PoolSettings.NONE);
    }

    /** The name of the locking mode. */
    public String mode() {
      return traits.name();
    }

    /** How persons get their rooms in that mode. */
    public Discipline discipline() {
      return traits.discipline() instanceof Discipline.InLine(boolean usual)
          ? new Discipline.InLine(pool.fair().orElse(usual))
          : traits.discipline();
    }
  }

  /**
   * Who arrives, and when.
   *
   * @param persons how many there are in a closed model; 0 in an open one, where each arrival is a
   *     new person
   * @param visits closed: visits of each person; open: arrivals in all; null: no bound but {@code
   *     duration}
   * @param duration when arrivals stop; null: no bound but {@code visits}
   * @param limit most persons present at once, the next one is turned away; null: no limit
   * @param think a person's pause between two visits; null: none
   */
  public record Demand(
      Arrivals arrivals,
      int persons,
      @Nullable Long visits,
      @Nullable Duration duration,
      @Nullable Integer limit,
      @Nullable Distribution think) {
    /** The same with so many visits or for so long; null: unbounded. */
    public Demand withLength(@Nullable Long newVisits, @Nullable Duration newDuration) {
      return new Demand(arrivals, persons, newVisits, newDuration, limit, think);
    }

    /** Visits or arrivals in all, at the most; null where only the duration bounds them. */
    public @Nullable Long mostVisits() {
      if (visits == null) {
        return null;
      }
      return arrivals.open() ? visits : Long.valueOf(visits * persons);
    }

    /** Visits or arrivals to expect in all; -1 where something else may end them before. */
    public long expectedVisits() {
      Long most = mostVisits();
      return duration != null || most == null || arrivals.ends() ? -1 : most;
    }
  }

  /**
   * What a person does.
   *
   * @param hold how long it occupies a room
   * @param activity what it does there
   * @param patience how long it waits for a room before it gives up; null: for ever
   * @param settings the keys that only some activities read, as far as they are set
   * @param slowdown when holds take longer than they say; null: never
   */
  public record Stay(
      Distribution hold,
      ActivityTraits activity,
      @Nullable Distribution patience,
      Map<ScenarioKey, String> settings,
      @Nullable Slowdown slowdown) {
    public Stay {
      settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** A stay with none of the keys that only some activities read. */
    public Stay(Distribution hold, ActivityTraits activity, @Nullable Distribution patience) {
      this(hold, activity, patience, Map.of(), null);
    }

    /** The same with other holds. */
    public Stay withHold(Distribution newHold) {
      return new Stay(newHold, activity, patience, settings, slowdown);
    }

    /** What a key that only some activities read is set to; null: to nothing. */
    public @Nullable String setting(ScenarioKey key) {
      return settings.get(key);
    }

    /**
     * Whether a room is held as {@code hold} says. Else it is held for as long as a call of the
     * user's own takes.
     */
    public boolean holdIsDrawn() {
      return settings.entrySet().stream()
          .allMatch(one -> CallMark.isIn(one.getKey(), one.getValue()));
    }
  }

  /**
   * How the run is conducted.
   *
   * @param warmup what is left out of the measurements
   * @param carriers carrier threads, at least 1
   * @param seed the origin of every random quantity
   * @param stuckAfter a run that does not move for so long is stuck
   * @param jfr settings of the flight recording: {@code off}, the name of a shipped configuration,
   *     or a .jfc file
   * @param clock which time the scenario runs in
   * @param replications how often it runs in simulated time, each time with another seed; 1 on the
   *     wall clock
   * @param expectations conditions that the result is held against, such as {@code wait.p99 < 50ms}
   */
  public record Conduct(
      Warmup warmup,
      int carriers,
      long seed,
      Duration stuckAfter,
      String jfr,
      ClockKind clock,
      int replications,
      List<String> expectations) {
    public Conduct {
      expectations = List.copyOf(expectations);
    }

    /** The same, on that clock, with no flight recording and nothing expected. */
    public Conduct bare(ClockKind newClock, Warmup newWarmup, int newReplications) {
      return new Conduct(
          newWarmup, carriers, seed, stuckAfter, "off", newClock, newReplications, List.of());
    }

    /** The same in simulated time. */
    public Conduct simulated(int newReplications) {
      return new Conduct(
          warmup,
          carriers,
          seed,
          stuckAfter,
          "off",
          ClockKind.SIMULATED,
          newReplications,
          expectations);
    }

    /** The same with other settings of the flight recording. */
    public Conduct withJfr(String newJfr) {
      return new Conduct(
          warmup, carriers, seed, stuckAfter, newJfr, clock, replications, expectations);
    }

    private Conduct with(Warmup newWarmup, long newSeed, int newReplications) {
      return new Conduct(
          newWarmup, carriers, newSeed, stuckAfter, jfr, clock, newReplications, expectations);
    }
  }
}
