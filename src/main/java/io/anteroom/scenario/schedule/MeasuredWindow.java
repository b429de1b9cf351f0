package io.anteroom.scenario.schedule;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Scenario.Demand;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The part of a run that is measured: from the end of the warm-up to the end of arrivals. Rates and
 * averages over time are taken over it, whoever a visit belongs to; figures of visits are about
 * those that are intended to begin in it, each followed to its end. Both clocks ask this class, so
 * that their figures mean the same.
 *
 * <p>Where a time bounds the run, both ends are known from the start. Where visits bound it, they
 * become known as persons move:
 *
 * <ul>
 *   <li>It begins when the first measured visit is intended: in an open model that of the first
 *       arrival after the warm-up's share, in a closed model the one with which the first person
 *       has made that share of its visits.
 *   <li>In an open model it ends with the last arrival. In a closed model whose persons think it
 *       ends when the first of them has made all its visits: after that the others meet less
 *       company. Persons who all come at once are a crowd that is served until the last one leaves.
 * </ul>
 *
 * <p>Why it is so stands in {@code src/docs/adr/0010-one-measured-window.md}.
 *
 * <p>All times are in nanoseconds since the start of the run. Safe for any number of threads: each
 * end is set once and then only moves to an earlier time.
 */
public final class MeasuredWindow {
  /** An end that is not known yet. */
  public static final long UNKNOWN = Long.MAX_VALUE;

  /** What ends the window, if no duration does so before. */
  private enum End {
    LAST_ARRIVAL,
    FIRST_PERSON,
    LAST_PERSON
  }

  private final long firstMeasured;
  private final End end;
  private final boolean bounded;
  private final long visits;
  private final AtomicLong startNanos;
  private final AtomicLong endNanos;
  private final AtomicLong lastLeftNanos = new AtomicLong();

  MeasuredWindow(Demand demand, long warmupNanos, long warmupVisits) {
    this.firstMeasured = warmupVisits;
    this.end = end(demand.arrivals());
    this.bounded = demand.duration() != null;
    this.visits = demand.visits() == null ? UNKNOWN : demand.visits();
    this.startNanos = new AtomicLong(warmupVisits > 0 ? UNKNOWN : warmupNanos);
    this.endNanos =
        new AtomicLong(demand.duration() == null ? UNKNOWN : demand.duration().toNanos());
  }

  private static End end(Arrivals arrivals) {
    if (arrivals.open()) {
      return End.LAST_ARRIVAL;
    }
    return arrivals instanceof Arrivals.AtOnce ? End.LAST_PERSON : End.FIRST_PERSON;
  }

  /**
   * Notes that a visit is intended to begin then, at the latest when it does.
   *
   * @param number of the arrival in an open model, of the person's visit in a closed one; from 0
   */
  public void begins(long number, long intendedNanos) {
    if (firstMeasured > 0 && number == firstMeasured) {
      earliest(startNanos, intendedNanos);
    }
  }

  /** Notes successive arrivals of an open model, the first of them with that number. */
  public void arrive(long first, long[] intendedNanos, int count) {
    if (firstMeasured >= first && firstMeasured < first + count) {
      begins(firstMeasured, intendedNanos[(int) (firstMeasured - first)]);
    }
  }

  /**
   * Notes that no more arrivals of an open model come. The last one ends the window, unless there
   * would have been more of them after the duration.
   *
   * @param count how many there were
   */
  public void arrivalsEnd(long count, long latestNanos) {
    if (!bounded || count == visits) {
      endsBy(latestNanos);
    }
  }

  /** Ends the window then, if nothing has ended it before: the run is told to stop. */
  public void endsBy(long nanos) {
    earliest(endNanos, nanos);
  }

  /** Notes that a person of a closed model has made all its visits, the last of them until then. */
  public void finishes(long leftNanos) {
    if (end == End.FIRST_PERSON) {
      endsBy(leftNanos);
    }
  }

  /** Notes that a person of a closed model has gone for good; its last visit lasted until then. */
  public void leaves(long leftNanos) {
    if (end == End.LAST_PERSON && leftNanos > lastLeftNanos.get()) {
      lastLeftNanos.accumulateAndGet(leftNanos, Math::max);
    }
  }

  /** Notes that everybody has gone by then, without being told to stop. */
  public void allHaveGone(long nanos) {
    if (end == End.LAST_PERSON) {
      long last = lastLeftNanos.get();
      endsBy(last > 0 ? last : nanos);
    }
  }

  private static void earliest(AtomicLong time, long nanos) {
    if (nanos < time.get()) {
      time.accumulateAndGet(nanos, Math::min);
    }
  }

  /** Whether it lasts until the last person leaves, as a crowd's does that is bounded by visits. */
  public boolean untilLastPersonLeaves() {
    return end == End.LAST_PERSON && !bounded;
  }

  /** When it begins, or {@link #UNKNOWN}. */
  public long startNanos() {
    return startNanos.get();
  }

  /** When it ends, or {@link #UNKNOWN}. */
  public long endNanos() {
    return endNanos.get();
  }

  /** How long it is, once the run is over; 0 where the run did not reach it. */
  public long nanos() {
    return Math.max(endNanos.get() - Math.min(startNanos.get(), endNanos.get()), 0);
  }

  /** So much over its length in nanoseconds, once the run is over; 0 where it is empty. */
  public double average(double total) {
    long nanos = nanos();
    return nanos == 0 ? 0 : total / nanos;
  }

  /** Whether that time is in it, as far as is known: an end that is not known is yet to come. */
  public boolean contains(long nanos) {
    return startNanos.get() <= nanos && nanos <= endNanos.get();
  }

  /** Whether a visit that ends then ends in it; one that ends as it begins belongs before it. */
  public boolean endsIn(long nanos) {
    return startNanos.get() < nanos && nanos <= endNanos.get();
  }

  /** How much of a time lies in it; for a time that is over. */
  public long overlapNanos(long fromNanos, long toNanos) {
    long from = Math.max(fromNanos, startNanos.get());
    return Math.max(Math.min(toNanos, endNanos.get()) - from, 0);
  }
}
