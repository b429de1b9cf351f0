package io.anteroom.scenario.schedule;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.BatchSize;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Slowdown;
import io.anteroom.scenario.Warmup;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Every random quantity of a run, as a function of the seed, the person and the number of the visit
 * (or attempt). It does not depend on the locking mode nor on who asks when, so two runs of one
 * seed meet the same schedule (common random numbers), on either clock. Immutable; the {@link
 * Draws} that callers hand in are theirs, one a thread.
 *
 * <p>Persons and visits count from 0. In an open model the k-th arrival is person k, with visit 0
 * only.
 */
public final class Schedule {
  private static final int CHECKSUM_PERSONS = 1_000;
  private static final int CHECKSUM_VISITS = 4;
  private static final Sampler NO_SAMPLER = Sampler.exponential(0);

  private final Scenario scenario;
  private final Draws draws;
  private final boolean open;
  private final Sampler hold;

  /** The arrivals of a trace; else null. */
  private final @Nullable Day day;

  /** The same where the holds are listed beside the arrivals; else null. */
  private final @Nullable Day listedHolds;

  /** The hold where it is always the same, which needs no draw; else -1. */
  private final long fixedHoldNanos;

  /** Null: holds last as long as they are drawn. */
  private final @Nullable Slowdown slowdown;

  private final @Nullable Sampler think;
  private final @Nullable Sampler patience;
  private final @Nullable Sampler retry;
  private final long warmupNanos;
  private final long warmupVisits;
  private final @Nullable JourneySchedule journey;

  /** The schedule of a scenario under its seed; a warm-up that is yet to be found counts as 0. */
  public Schedule(Scenario scenario) {
    this.scenario = scenario;
    this.draws = new Draws(scenario.conduct().seed());
    this.open = scenario.demand().arrivals().open();
    this.day = day(scenario.demand().arrivals(), draws);
    this.listedHolds = scenario.stay().hold() instanceof Distribution.Paired ? day : null;
    this.hold = listedHolds == null ? Sampler.of(scenario.stay().hold()) : NO_SAMPLER;
    this.fixedHoldNanos =
        scenario.stay().hold() instanceof Distribution.Fixed(Duration value) ? value.toNanos() : -1;
    this.slowdown = scenario.stay().slowdown();
    this.think = samplerOrNull(scenario.demand().think());
    this.patience = samplerOrNull(scenario.stay().patience());
    this.retry = samplerOrNull(scenario.locking().retry());
    this.warmupNanos = warmupNanos(scenario);
    this.warmupVisits = warmupVisits(scenario);
    this.journey =
        scenario.journey() == null ? null : new JourneySchedule(scenario.journey(), draws);
  }

  /** The arrivals of a trace; null: of anything else. */
  private static @Nullable Day day(Arrivals arrivals, Draws draws) {
    return arrivals instanceof Arrivals.Trace trace ? Day.of(trace, draws) : null;
  }

  private static long warmupNanos(Scenario scenario) {
    Duration duration = scenario.demand().duration();
    return switch (scenario.conduct().warmup()) {
      case Warmup.Time(Duration time) -> time.toNanos();
      case Warmup.Auto auto -> 0;
      case Warmup.Share(double share) -> duration == null ? 0 : share(share, duration.toNanos());
    };
  }

  private static long warmupVisits(Scenario scenario) {
    boolean byVisits = scenario.demand().duration() == null;
    return byVisits && scenario.conduct().warmup() instanceof Warmup.Share(double share)
        ? share(share, visits(scenario.demand()))
        : 0;
  }

  private static long visits(Scenario.Demand demand) {
    long visits = demand.visits() == null ? Long.MAX_VALUE : demand.visits();
    return demand.arrivals() instanceof Arrivals.Trace trace
        ? Math.min(visits, trace.times().size())
        : visits;
  }

  /** In decimals, rounded down: 29% of 100 are 29, while {@code 0.29 * 100} is less than that. */
  private static long share(double share, long whole) {
    return BigDecimal.valueOf(share).multiply(BigDecimal.valueOf(whole)).longValue();
  }

  private static @Nullable Sampler samplerOrNull(@Nullable Distribution distribution) {
    return distribution == null ? null : Sampler.of(distribution);
  }

  /** The time that is left out at the beginning, in nanoseconds; 0 where it is told in visits. */
  public long warmupNanos() {
    return warmupNanos;
  }

  /**
   * What chance decides in the journeys.
   *
   * @throws IllegalStateException where the scenario has one pool and no journey
   */
  public JourneySchedule journey() {
    if (journey == null) {
      throw new IllegalStateException("a scenario of one pool");
    }
    return journey;
  }

  /** A source of random numbers for one thread. */
  public Draws newDraws() {
    return draws.another();
  }

  /** How long the visit occupies its room at the usual speed, in nanoseconds. */
  public long holdNanos(Draws draws, long person, long visit) {
    if (fixedHoldNanos >= 0) {
      return fixedHoldNanos;
    }
    if (listedHolds != null) {
      return listedHolds.hold(person);
    }
    return hold.sampleNanos(draws.at(Purpose.HOLD, person, visit));
  }

  /**
   * How long such a visit occupies its room, in nanoseconds: longer under a slowdown.
   *
   * @param enteredNanos when it enters its room, since the start of the run
   */
  public long lastingNanos(long enteredNanos, long holdNanos) {
    return slowdown == null ? holdNanos : slowdown.stretchedNanos(enteredNanos, holdNanos);
  }

  /** How long the person thinks before the visit, in nanoseconds; 0 without think time. */
  public long thinkNanos(Draws draws, long person, long visit) {
    return think == null ? 0 : think.sampleNanos(draws.at(Purpose.THINK, person, visit));
  }

  /** How long the visit waits before giving up, in nanoseconds; Long.MAX_VALUE: for ever. */
  public long patienceNanos(Draws draws, long person, long visit) {
    return patience == null
        ? Long.MAX_VALUE
        : patience.sampleNanos(draws.at(Purpose.PATIENCE, person, visit));
  }

  /**
   * Pause of a polling person after an attempt, in nanoseconds: as the scenario's {@code retry}
   * says, else as the mode's own pauses do.
   *
   * @param attempt how many attempts the visit has made, from 1
   */
  public long pauseNanos(
      Draws draws, long person, long visit, long attempt, Discipline.Polling own) {
    draws.at(Purpose.RETRY, person, attemptCount(visit, attempt));
    if (retry != null) {
      return retry.sampleNanos(draws);
    }
    long bound = own.base().toNanos() << Math.min(attempt - 1, own.doublings());
    return own.jitter() ? (long) (bound * draws.nextPositiveUnit()) : bound;
  }

  private static long attemptCount(long visit, long attempt) {
    return (visit << Integer.SIZE) + attempt;
  }

  /** A room drawn with equal probability, for the visit's choice of a line. */
  public int randomRoom(Draws draws, long person, long visit) {
    return draws.at(Purpose.CHOICE, person, visit).nextBelow(scenario.facility().rooms());
  }

  /**
   * Whom of {@code waiting} persons a room goes to where the order of the line is random, from 0.
   *
   * @param grant how many rooms were granted before
   */
  public int randomPlace(Draws draws, long grant, int waiting) {
    return draws.at(Purpose.ORDER, grant, 0).nextBelow(waiting);
  }

  /** Whether the visit shares its room with other readers. */
  public boolean reads(Draws draws, long person, long visit) {
    double readers = scenario.locking().readers();
    return readers > 0 && draws.at(Purpose.READER, person, visit).nextPositiveUnit() <= readers;
  }

  /** The part of a run of this schedule that is measured; each run has its own. */
  public MeasuredWindow newWindow() {
    return new MeasuredWindow(scenario.demand(), warmupNanos, warmupVisits);
  }

  /**
   * Whether an arrival of an open model counts in the measurements, rather than in the warm-up.
   *
   * @param intendedNanos when it is intended, since the start of the run
   */
  public boolean measured(long arrival, long intendedNanos) {
    return intendedNanos >= warmupNanos && arrival >= warmupVisits;
  }

  /**
   * The arrivals of an open model up to its duration or number of visits, from the first.
   *
   * @throws IllegalStateException for a closed model
   */
  public ArrivalTimes arrivals() {
    Scenario.Demand demand = scenario.demand();
    Duration duration = demand.duration();
    Long visits = demand.visits();
    ArrivalTimes times = unbounded(demand.arrivals());
    long endNanos = duration == null ? Long.MAX_VALUE : duration.toNanos();
    return new BoundedArrivals(times, endNanos, visits == null ? Long.MAX_VALUE : visits);
  }

  private ArrivalTimes unbounded(Arrivals arrivals) {
    return switch (arrivals) {
      case Arrivals.Poisson(double perSecond) -> gaps(Sampler.exponential(1e9 / perSecond));
      case Arrivals.Constant(double perSecond) -> constant(1e9 / perSecond);
      case Arrivals.Renewal(Distribution gap) -> gaps(Sampler.of(gap));
      case Arrivals.Trace trace ->
          Objects.requireNonNullElseGet(day, () -> Day.of(trace, draws)).arrivals();
      case Arrivals.Batches(Arrivals times, BatchSize size) ->
          new BatchTimes(unbounded(times), size, newDraws());
      case Arrivals.ArrivalProcess process -> told(process);
      case Arrivals.AtOnce atOnce -> throw new IllegalStateException("a closed model");
      case Arrivals.Closed closed -> throw new IllegalStateException("a closed model");
    };
  }

  private ArrivalTimes told(Arrivals.ArrivalProcess process) {
    Draws draws = newDraws().at(Purpose.ARRIVAL, 0, 0);
    Arrivals.ArrivalProcess.Times times = process.times(draws::nextPositiveUnit);
    return () -> {
      double nanos = times.nextNanos();
      return nanos < ArrivalTimes.NONE ? (long) nanos : ArrivalTimes.NONE;
    };
  }

  private ArrivalTimes gaps(Sampler gap) {
    Draws draws = newDraws().at(Purpose.ARRIVAL, 0, 0);
    return new ArrivalTimes() {
      private double now;

      @Override
      public long nextNanos() {
        now += gap.sample(draws);
        return (long) now;
      }
    };
  }

  private static ArrivalTimes constant(double gapNanos) {
    return new ArrivalTimes() {
      private long count;

      @Override
      public long nextNanos() {
        return (long) (gapNanos * count++);
      }
    };
  }

  /**
   * A checksum over a fixed prefix of every stream, in hexadecimal: equal checksums mean that two
   * runs met the same schedule, whatever their locking modes.
   */
  public String checksum() {
    Checksum checksum = new Checksum();
    Draws draws = newDraws();
    ArrivalTimes arrivals = open ? arrivals() : null;
    for (int person = 0; person < CHECKSUM_PERSONS; person++) {
      checksum.add(arrivals == null ? 0 : arrivals.nextNanos());
      for (int visit = 0; visit < CHECKSUM_VISITS; visit++) {
        checksum.add(holdNanos(draws, person, visit));
        checksum.add(thinkNanos(draws, person, visit));
        checksum.add(patienceNanos(draws, person, visit));
        checksum.add(draws.at(Purpose.CHOICE, person, visit).nextLong());
        checksum.add(draws.at(Purpose.READER, person, visit).nextLong());
        if (journey != null) {
          journey.sample(draws, person, visit, checksum::add);
        }
      }
    }
    return checksum.text();
  }

  /** Of many numbers. It takes them a thousand at a time: one by one takes longer than to draw. */
  private static final class Checksum {
    private final CRC32C sum = new CRC32C();
    private final ByteBuffer numbers =
        ByteBuffer.allocate(1_000 * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    void add(long number) {
      if (!numbers.hasRemaining()) {
        sumUp();
      }
      numbers.putLong(number);
    }

    String text() {
      sumUp();
      return "%08x".formatted(sum.getValue());
    }

    private void sumUp() {
      sum.update(numbers.flip());
      numbers.clear();
    }
  }
}
