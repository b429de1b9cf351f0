package io.anteroom.engine;

import io.anteroom.measure.Histograms;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.measure.TimeAverage;
import io.anteroom.result.RunResult.Interval;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a run from outside, on a platform thread: samples the line and the rooms a hundred times
 * a second, takes the histograms of each second, and lets the watchdog look. Its figures belong to
 * its own thread until {@link #finish} has returned; only {@link #latest} is for everybody.
 */
final class Observer implements Runnable {
  private static final long SAMPLE_NANOS = 10_000_000;
  private static final long INTERVAL_NANOS = 1_000_000_000;

  private final Stage stage;
  private final Watchdog watchdog;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("anteroom-observer").unstarted(this);

  private final TimeAverage waiting = new TimeAverage();
  private final TimeAverage occupied = new TimeAverage();
  private final Histograms total = Histograms.empty();
  private final List<Interval> intervals = new ArrayList<>();
  private final List<IntervalRecord> records = new ArrayList<>();
  private TimeAverage intervalWaiting = new TimeAverage();
  private TimeAverage intervalOccupied = new TimeAverage();
  private @Nullable Histograms recycled;
  private long intervalStartNanos;
  private long intervalStartEnded;

  private volatile Progress latest;
  private volatile boolean finishing;

  Observer(Stage stage, Watchdog watchdog) {
    this.stage = stage;
    this.watchdog = watchdog;
    this.latest = progress(0, 0);
  }

  void start() {
    sample(0);
    thread.start();
  }

  @Override
  public void run() {
    try {
      for (long due = SAMPLE_NANOS; !finishing; due += SAMPLE_NANOS) {
        long now = awaitTime(due);
        sample(now);
        watchdog.look(now);
        if (now - intervalStartNanos >= INTERVAL_NANOS) {
          endInterval(now);
        }
        due = Math.max(due, now - SAMPLE_NANOS);
      }
    } catch (Throwable fault) {
      stage.fail(fault);
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
   * Ends the observation; the last sample is taken now, or at the moment at which a run stopped.
   */
  void finish() throws InterruptedException {
    finishing = true;
    thread.join();
    long endNanos = stage.now();
    sample(endNanos);
    endInterval(endNanos);
  }

  private void sample(long now) {
    if (stage.stopping()) {
      return;
    }
    long waitingNow = stage.census.waiting();
    long occupiedNow = stage.census.occupied();
    waiting.add(now, waitingNow);
    occupied.add(now, occupiedNow);
    intervalWaiting.add(now, waitingNow);
    intervalOccupied.add(now, occupiedNow);
  }

  private void endInterval(long now) {
    Histograms interval = stage.measured.takeInterval(recycled);
    recycled = interval;
    total.add(interval);
    records.add(IntervalRecord.of(intervalStartNanos, now, interval));
    long ended = stage.census.ended();
    Histogram waits = interval.wait;
    intervals.add(
        new Interval(
            intervalStartNanos / 1e9,
            now / 1e9,
            intervalWaiting.average(),
            intervalOccupied.average(),
            ended - intervalStartEnded,
            waits.getValueAtPercentile(50),
            waits.getValueAtPercentile(99),
            waits.getMaxValue()));
    double perSecond = (ended - intervalStartEnded) * 1e9 / Math.max(now - intervalStartNanos, 1);
    latest = progress(now, perSecond);
    intervalStartNanos = now;
    intervalStartEnded = ended;
    intervalWaiting = new TimeAverage();
    intervalOccupied = new TimeAverage();
  }

  private Progress progress(long now, double perSecond) {
    long done = stage.census.ended();
    long visits = stage.expectedVisits();
    return new Progress(
        now,
        visits,
        done,
        stage.census.waiting(),
        stage.census.occupied(),
        stage.scenario.facility().rooms(),
        perSecond,
        total.wait.getValueAtPercentile(50),
        total.wait.getValueAtPercentile(99),
        visits >= 0 && done > 0 ? now / 1e9 * (visits - done) / done : -1);
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

  Histograms total() {
    return total;
  }

  List<Interval> intervals() {
    return intervals;
  }

  List<IntervalRecord> records() {
    return records;
  }
}
