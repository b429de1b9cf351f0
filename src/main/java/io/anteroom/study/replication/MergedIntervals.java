package io.anteroom.study.replication;

import io.anteroom.measure.DurationKind;
import io.anteroom.measure.Histograms;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.result.Run;
import io.anteroom.scenario.Nanos;
import java.util.ArrayList;
import java.util.List;

/**
 * The intervals of runs, one run after the other. If there are too many, each run becomes one
 * interval and neighbours are merged two by two. So a log stays short, however many runs there are.
 * Mutable; confined to one thread.
 */
final class MergedIntervals {
  private final int most;
  private final List<IntervalRecord> records = new ArrayList<>();
  private long endNanos;

  /** How many runs an interval stands for. */
  private int size = 1;

  /** The runs of the interval that is being merged. */
  private Histograms next = Histograms.empty();

  /** How many runs {@code next} has. */
  private int inNext;

  private long nextStartNanos;

  /**
   * @param most the most intervals, an even number; Integer.MAX_VALUE keeps all as they are
   */
  MergedIntervals(int most) {
    this.most = most;
  }

  /** Adds the next run. Its time begins where that of the run before has ended. */
  void add(Run run) {
    long startNanos = endNanos;
    if (size == 1) {
      for (IntervalRecord record : run.intervals()) {
        endNanos = Nanos.sum(startNanos, record.endNanos());
        records.add(record.between(Nanos.sum(startNanos, record.startNanos()), endNanos));
      }
    } else {
      for (IntervalRecord record : run.intervals()) {
        endNanos = Nanos.sum(startNanos, record.endNanos());
      }
      next.add(run.histograms());
      if (++inNext == size) {
        endNext();
      }
    }
    if (records.size() >= most) {
      mergeNeighbours();
    }
  }

  private void endNext() {
    records.add(IntervalRecord.ofUnchanging(nextStartNanos, endNanos, next));
    next = Histograms.empty();
    inNext = 0;
    nextStartNanos = endNanos;
  }

  private void mergeNeighbours() {
    List<IntervalRecord> pairs = new ArrayList<>();
    for (int one = 0; one + 1 < records.size(); one += 2) {
      pairs.add(pair(records.get(one), records.get(one + 1)));
    }
    records.clear();
    records.addAll(pairs);
    size *= 2;
    nextStartNanos = endNanos;
  }

  private static IntervalRecord pair(IntervalRecord one, IntervalRecord other) {
    Histograms both = Histograms.empty();
    for (DurationKind kind : DurationKind.values()) {
      both.of(kind).add(one.histogram(kind));
      both.of(kind).add(other.histogram(kind));
    }
    return IntervalRecord.ofUnchanging(one.startNanos(), other.endNanos(), both);
  }

  /** All intervals, without the histograms of some kinds; called once, at the end. */
  List<IntervalRecord> without(Iterable<DurationKind> unknown) {
    if (inNext > 0) {
      endNext();
    }
    for (DurationKind kind : unknown) {
      records.replaceAll(record -> record.without(kind));
    }
    return records;
  }
}
