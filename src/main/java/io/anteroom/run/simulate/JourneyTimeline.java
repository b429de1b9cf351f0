package io.anteroom.run.simulate;

import java.util.List;

/**
 * Keeps the course of a run of journeys over its time: persons who wait for any pool, rooms of all
 * pools that are taken, and journeys that end with what they have waited. Mutable; confined to one
 * thread.
 */
final class JourneyTimeline implements JourneyLog {
  private final List<JourneyLog> others;
  private final TimeSeries series = new TimeSeries();
  private final BatchMeans batches = new BatchMeans();

  /**
   * @param others are told everything, too
   */
  JourneyTimeline(JourneyLog... others) {
    this.others = List.of(others);
  }

  TimeSeries series() {
    return series;
  }

  /** The waits of the journeys, in the order in which they ended. */
  BatchMeans batches() {
    return batches;
  }

  @Override
  public void begins(int person, long visit, int personClass, boolean counts, long intendedNanos) {
    for (JourneyLog other : others) {
      other.begins(person, visit, personClass, counts, intendedNanos);
    }
  }

  @Override
  public void stays(long arrivedNanos, long enteredNanos, long untilNanos) {
    series.waited(arrivedNanos, enteredNanos);
    series.occupied(enteredNanos, untilNanos);
    for (JourneyLog other : others) {
      other.stays(arrivedNanos, enteredNanos, untilNanos);
    }
  }

  @Override
  public void leaves(
      int person,
      long visit,
      int personClass,
      boolean counts,
      int step,
      long arrivedNanos,
      long enteredNanos,
      long leftNanos) {
    for (JourneyLog other : others) {
      other.leaves(person, visit, personClass, counts, step, arrivedNanos, enteredNanos, leftNanos);
    }
  }

  @Override
  public void givesUp(
      int person,
      long visit,
      int personClass,
      boolean counts,
      int step,
      long arrivedNanos,
      long atNanos) {
    series.waited(arrivedNanos, atNanos);
    for (JourneyLog other : others) {
      other.givesUp(person, visit, personClass, counts, step, arrivedNanos, atNanos);
    }
  }

  @Override
  public void completes(
      int person,
      long visit,
      int personClass,
      boolean counts,
      long intendedNanos,
      long waitNanos,
      long atNanos) {
    series.waited(atNanos, atNanos);
    series.leaves(waitNanos, atNanos);
    batches.add(intendedNanos, waitNanos);
    for (JourneyLog other : others) {
      other.completes(person, visit, personClass, counts, intendedNanos, waitNanos, atNanos);
    }
  }

  @Override
  public void abandons(
      int person,
      long visit,
      int personClass,
      boolean counts,
      long intendedNanos,
      long waitNanos,
      long atNanos) {
    for (JourneyLog other : others) {
      other.abandons(person, visit, personClass, counts, intendedNanos, waitNanos, atNanos);
    }
  }

  @Override
  public void turnsAway(int person, int personClass, boolean counts, long atNanos) {
    for (JourneyLog other : others) {
      other.turnsAway(person, personClass, counts, atNanos);
    }
  }

  @Override
  public void waitsStill(
      int personClass, boolean counts, int step, long arrivedNanos, long untilNanos) {
    series.waited(arrivedNanos, untilNanos);
    for (JourneyLog other : others) {
      other.waitsStill(personClass, counts, step, arrivedNanos, untilNanos);
    }
  }

  @Override
  public void holdsStill(
      int personClass,
      boolean counts,
      int step,
      long arrivedNanos,
      long enteredNanos,
      long untilNanos) {
    for (JourneyLog other : others) {
      other.holdsStill(personClass, counts, step, arrivedNanos, enteredNanos, untilNanos);
    }
  }

  @Override
  public void isCut(
      int person,
      long visit,
      int personClass,
      boolean counts,
      long intendedNanos,
      long waitNanos,
      long untilNanos) {
    for (JourneyLog other : others) {
      other.isCut(person, visit, personClass, counts, intendedNanos, waitNanos, untilNanos);
    }
  }
}
