package io.anteroom.run.engine;

import io.anteroom.measure.Histograms;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.measure.TimeAverage;
import io.anteroom.result.Presence;
import io.anteroom.result.RunResult.Interval;
import io.anteroom.run.engine.Stage.Glance;
import io.anteroom.scenario.RoomPlan;
import io.anteroom.scenario.schedule.PoolShifts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a run from outside, on a thread of its own: samples the line and the rooms a hundred
 * times a second, takes the histograms of each second, and lets the watchdog look. Its figures
 * belong to its own thread until {@link #finish} has returned; only {@link #latest} is for
 * everybody.
 */
final class Observer implements Runnable {
  /**
   * Samples a hundred times a second would always meet the same phase of a load that comes a
   * hundred times a second. Into this time no round rate and no round hold fits.
   */
  private static final long SAMPLE_NANOS = 9_477_834;

  /** Looking into a room takes some nanoseconds; of very many rooms, samples are rarer. */
  private static final long NANOS_PER_ROOM = 200;

  /** Fewer samples are no figure. */
  static final long LEAST_SAMPLES = 20;

  private static final long INTERVAL_NANOS = 1_000_000_000;

  private final Stage stage;
  private final Watchdog watchdog;
  private final PoolShifts shifts;
  private final long samplePeriodNanos;
  private final Thread thread;

  private final TimeAverage waiting = new TimeAverage();
  private final TimeAverage occupied = new TimeAverage();

  /** The same, of the measured part of the run. */
  private final TimeAverage measuredWaiting = new TimeAverage();

  private final TimeAverage measuredOccupied = new TimeAverage();

  /** For how long of it the line had which length. */
  private final Histogram lineLengths = Histograms.one();

  private long lengthSinceNanos = -1;
  private final Histogram occupiedWhileWaiting = new Histogram(RoomPlan.MOST_ROOMS, 3);

  /** What the histogram rounds is no more than that. */
  private long mostWhileWaiting;

  private final Histograms total = Histograms.empty();
  private final Histograms unmeasured = Histograms.empty();
  private final List<Interval> intervals = new ArrayList<>();
  private final @Nullable PoolSamples pools;
  private final List<IntervalRecord> records = new ArrayList<>();
  private TimeAverage intervalWaiting = new TimeAverage();
  private TimeAverage intervalOccupied = new TimeAverage();
  private long intervalStartNanos;
  private final List<Double> busyProcessors = new ArrayList<>();
  private long cpuNanos;
  private Seen seen = new Seen(0, new Glance(0, 0), null);
  private Waits lastSecond;

  private volatile Progress latest;
  private volatile boolean finishing;

  /**
   * What there is to see at a moment.
   *
   * @param pools null: there is one pool
   */
  private record Seen(long waiting, Glance glance, PoolSamples.@Nullable Look pools) {}

  Observer(Stage stage, Watchdog watchdog) {
    this.stage = stage;
    this.pools = stage.journey == null ? null : new PoolSamples(stage.window, stage.journey);
    this.shifts = new PoolShifts(stage.scenario.facilities());
    this.samplePeriodNanos =
        SAMPLE_NANOS
            * Math.max(
                Math.ceilDiv(NANOS_PER_ROOM * stage.scenario.facility().rooms(), SAMPLE_NANOS), 1);
    this.watchdog = watchdog;
    this.thread = stage.host.observerThread(this);
    this.lastSecond = Waits.of(total.wait);
    this.latest = progress(0, 0);
  }

  void start() {
    cpuNanos = stage.host.processCpuNanos();
    sample(0);
    thread.start();
  }

  @Override
  public void run() {
    try {
      long due = samplePeriodNanos;
      while (true) {
        long intervalEnd = intervalStartNanos + INTERVAL_NANOS;
        long now = awaitTime(Math.min(Math.min(due, intervalEnd), shifts.nextNanos()));
        if (finishing) {
          return;
        }
        while (shifts.nextNanos() <= now) {
          openRooms(shifts.nextPool(), shifts.take());
        }
        sample(now);
        watchdog.look(now, seen.glance);
        if (now >= intervalEnd) {
          endInterval(now);
        }
        if (now >= due) {
          due = Math.max(due + samplePeriodNanos, now);
        }
      }
    } catch (Throwable fault) {
      stage.fail(fault);
    }
  }

  private void openRooms(int pool, int count) {
    if (stage.journey == null) {
      stage.openRooms(count);
    } else {
      stage.journey.pools.get(pool).openRooms(count);
    }
  }

  private long awaitTime(long due) {
    long now = stage.now();
    while (now < due && !finishing) {
      stage.parkUntil(due);
      now = stage.now();
    }
    return now;
  }

  /**
   * Ends the observation with a last sample. A run that was stopped is taken to have stayed as it
   * was seen last until then: a watchdog that takes long to look at the carriers stops it long
   * after the last sample.
   */
  void finish() throws InterruptedException {
    finishing = true;
    LockSupport.unpark(thread);
    stage.host.join(thread);
    long endNanos = stage.now();
    if (stage.stopping()) {
      add(Math.min(stage.stopNanos(), endNanos));
    } else {
      sample(endNanos);
    }
    endInterval(endNanos);
  }

  /** Takes a sample, unless the run was stopped by then or meanwhile: then all leave. */
  private void sample(long now) {
    Seen sight = look();
    if (!stage.stopping()) {
      seen = sight;
      add(now);
    }
  }

  private Seen look() {
    long present = stage.roster.present() - stage.census.thinking();
    Glance glance = stage.lookIntoRooms();
    return stage.journey == null
        ? new Seen(Math.max(present - glance.persons(), 0), glance, null)
        : new Seen(stage.journey.waiting(), glance, PoolSamples.look(present, stage.journey));
  }

  /** Adds what was seen last as a sample of that time. */
  private void add(long now) {
    if (pools != null && seen.pools != null) {
      pools.add(now, seen.waiting, seen.pools);
    }
    long inside = seen.glance.persons();
    if (stage.window.contains(now)) {
      addToWindow(now, inside);
    }
    waiting.add(now, seen.waiting);
    occupied.add(now, inside);
    intervalWaiting.add(now, seen.waiting);
    intervalOccupied.add(now, inside);
  }

  private void addToWindow(long now, long inside) {
    if (seen.waiting > 0) {
      occupiedWhileWaiting.recordValue(Math.min(inside, RoomPlan.MOST_ROOMS));
      mostWhileWaiting = Math.max(mostWhileWaiting, inside);
    }
    measuredWaiting.add(now, seen.waiting);
    measuredOccupied.add(now, inside);
    if (lengthSinceNanos >= 0 && now > lengthSinceNanos) {
      lineLengths.recordValueWithCount(seen.waiting, now - lengthSinceNanos);
    }
    lengthSinceNanos = now;
  }

  /** How many persons were present in the measured part; null where that was not seen. */
  @Nullable Presence presence() {
    if (pools != null) {
      return pools.presence();
    }
    return measuredWaiting.samples() < LEAST_SAMPLES
        ? null
        : Presence.of(
            measuredWaiting.average(),
            measuredWaiting.average() + measuredOccupied.average(),
            lineLengths);
  }

  /** How many processors the process kept busy, interval by interval. */
  List<Double> busyProcessors() {
    return List.copyOf(busyProcessors);
  }

  private void endInterval(long now) {
    long cpuNow = stage.host.processCpuNanos();
    busyProcessors.add((cpuNow - cpuNanos) / (double) Math.max(now - intervalStartNanos, 1));
    cpuNanos = cpuNow;
    Histograms interval = stage.measured.takeInterval();
    Histograms others = stage.unmeasured.takeInterval();
    total.add(interval);
    unmeasured.add(others);
    records.add(IntervalRecord.of(intervalStartNanos, now, interval));
    lastSecond = Waits.of(interval.wait);
    Waits waits = Waits.of(sum(interval.wait, others.wait));
    intervals.add(
        new Interval(
            intervalStartNanos / 1e9,
            now / 1e9,
            intervalWaiting.average(),
            intervalOccupied.average(),
            waits.count(),
            waits.p50Nanos(),
            waits.p99Nanos(),
            waits.maxNanos()));
    double perSecond = waits.count() * 1e9 / Math.max(now - intervalStartNanos, 1);
    latest = progress(now, perSecond);
    intervalStartNanos = now;
    intervalWaiting = new TimeAverage();
    intervalOccupied = new TimeAverage();
  }

  private static Histogram sum(Histogram one, Histogram other) {
    if (other.getTotalCount() == 0) {
      return one;
    }
    Histogram sum = one.copy();
    sum.add(other);
    return sum;
  }

  private Progress progress(long now, double perSecond) {
    long done = stage.done(seen.glance);
    long visits = stage.scenario.demand().expectedVisits();
    return new Progress(
        now,
        visits,
        done,
        seen.waiting,
        seen.glance.persons(),
        stage.openRooms(),
        perSecond,
        lastSecond,
        Waits.of(total.wait),
        visits >= 0 && done > 0 ? now / 1e9 * (visits - done) / done : -1);
  }

  /**
   * The 95th percentile of rooms occupied while persons waited; null if none was seen waiting, or
   * where there are several pools, or rooms that open and close.
   */
  @Nullable Long effectiveRooms() {
    return pools != null
            || stage.scenario.facility().plan() != null
            || occupiedWhileWaiting.getTotalCount() == 0
        ? null
        : Math.min(occupiedWhileWaiting.getValueAtPercentile(95), mostWhileWaiting);
  }

  Progress latest() {
    return latest;
  }

  TimeAverage waiting() {
    return waiting;
  }

  TimeAverage occupied() {
    return occupied;
  }

  /** What the measured visits took. */
  Histograms total() {
    return total;
  }

  /** What the other visits took. */
  Histograms unmeasured() {
    return unmeasured;
  }

  /** What was seen of each pool; null where there is one. */
  @Nullable PoolSamples pools() {
    return pools;
  }

  List<Interval> intervals() {
    return intervals;
  }

  List<IntervalRecord> records() {
    return records;
  }
}
