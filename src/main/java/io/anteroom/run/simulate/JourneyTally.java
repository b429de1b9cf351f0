package io.anteroom.run.simulate;

import io.anteroom.measure.ArrivalCount;
import io.anteroom.measure.DurationRange;
import io.anteroom.scenario.schedule.MeasuredWindow;
import java.util.Arrays;
import java.util.stream.Stream;

/** Adds up what becomes of the journeys of one run. Mutable; confined to one thread. */
final class JourneyTally implements JourneyLog {
  private final Itinerary itinerary;
  private final MeasuredWindow window;
  private final boolean open;

  /** By pool, then class. */
  private final PartTally[][] ofPools;

  /** By class. */
  private final PartTally[] ofJourneys;

  /** What all journeys took. */
  double journeyNanos;

  /** What each person of a closed model has waited in its measured journeys; -1: it had none. */
  private final long[] measuredWaitNanos;

  final DurationRange range = new DurationRange();
  final ArrivalCount arrivals = new ArrivalCount();
  long begun;
  long over;
  long allTurnedAway;

  /** Journeys that began after the measured part. */
  long cooldown;

  /** When the last thing happened. */
  long lastNanos;

  JourneyTally(
      Itinerary itinerary,
      MeasuredWindow window,
      boolean open,
      int persons,
      int pools,
      int classes) {
    this.itinerary = itinerary;
    this.window = window;
    this.open = open;
    this.ofPools = Stream.generate(() -> parts(classes)).limit(pools).toArray(PartTally[][]::new);
    this.ofJourneys = parts(classes);
    this.measuredWaitNanos = new long[open ? 0 : persons];
    Arrays.fill(measuredWaitNanos, -1);
  }

  private static PartTally[] parts(int count) {
    return Stream.generate(PartTally::new).limit(count).toArray(PartTally[]::new);
  }

  /** The visits of a class to a pool. */
  PartTally of(int pool, int personClass) {
    return ofPools[pool][personClass];
  }

  private PartTally ofStep(int step, int personClass) {
    return of(itinerary.poolOfStep(step), personClass);
  }

  /** How long all visits to a pool waited, those included that do not count. */
  double waitNanos(int pool) {
    return Arrays.stream(ofPools[pool]).mapToDouble(PartTally::waitNanos).sum();
  }

  /** As {@link #waitNanos}, for how long they were in a room. */
  double holdNanos(int pool) {
    return Arrays.stream(ofPools[pool]).mapToDouble(PartTally::holdNanos).sum();
  }

  /** The journeys of a class. */
  PartTally journeysOf(int personClass) {
    return ofJourneys[personClass];
  }

  @Override
  public void begins(JourneyingPerson who) {
    begun++;
    boolean after = who.intendedNanos > window.endNanos();
    cooldown += after && !who.counts ? 1 : 0;
    if (open && !after) {
      arrivals.arrives(who.intendedNanos, who.counts);
    }
  }

  @Override
  public void leaves(
      JourneyingPerson who, int step, long arrivedNanos, long enteredNanos, long leftNanos) {
    PartTally part = ofStep(step, who.personClass);
    long wait = enteredNanos - arrivedNanos;
    long hold = leftNanos - enteredNanos;
    if (who.counts) {
      part.completes(range.within(wait), range.within(hold));
    } else {
      part.takes(wait, hold);
    }
  }

  @Override
  public void givesUp(JourneyingPerson who, int step, long arrivedNanos, long atNanos) {
    PartTally part = ofStep(step, who.personClass);
    part.takes(atNanos - arrivedNanos, 0);
    if (who.counts) {
      part.abandons(range.within(atNanos - arrivedNanos));
    }
  }

  @Override
  public void completes(JourneyingPerson who, long atNanos) {
    ends(who, atNanos);
    if (who.counts) {
      long others = atNanos - who.intendedNanos - who.waitedNanos;
      ofJourneys[who.personClass].completes(range.within(who.waitedNanos), range.within(others));
    }
  }

  @Override
  public void abandons(JourneyingPerson who, long atNanos) {
    ends(who, atNanos);
    if (who.counts) {
      ofJourneys[who.personClass].abandons(range.within(who.waitedNanos));
    }
  }

  private void ends(JourneyingPerson who, long atNanos) {
    over++;
    journeyNanos += atNanos - who.intendedNanos;
    lastNanos = Math.max(lastNanos, atNanos);
    if (!open && who.counts) {
      measuredWaitNanos[who.person] = Math.max(measuredWaitNanos[who.person], 0) + who.waitedNanos;
    }
  }

  @Override
  public void turnsAway(int person, int personClass, boolean counts, long atNanos) {
    allTurnedAway++;
    lastNanos = Math.max(lastNanos, atNanos);
    if (atNanos <= window.endNanos()) {
      arrivals.arrives(atNanos, counts);
    }
    if (counts) {
      ofJourneys[personClass].turnsAway();
    } else if (atNanos > window.endNanos()) {
      cooldown++;
    }
  }

  @Override
  public void waitsStill(JourneyingPerson who, int step, long arrivedNanos, long untilNanos) {
    PartTally part = ofStep(step, who.personClass);
    part.takes(untilNanos - arrivedNanos, 0);
    if (who.counts) {
      part.isCut(untilNanos - arrivedNanos);
    }
  }

  @Override
  public void holdsStill(
      JourneyingPerson who, int step, long arrivedNanos, long enteredNanos, long untilNanos) {
    PartTally part = ofStep(step, who.personClass);
    part.takes(enteredNanos - arrivedNanos, untilNanos - enteredNanos);
    if (who.counts) {
      part.isCut(enteredNanos - arrivedNanos);
    }
  }

  @Override
  public void isCut(JourneyingPerson who, long untilNanos) {
    ends(who, untilNanos);
    if (who.counts) {
      ofJourneys[who.personClass].isCut(who.waitedNanos);
    }
  }

  /** What each person of a closed model has waited, of those who had a measured journey. */
  long[] waitsOfPersons() {
    return Arrays.stream(measuredWaitNanos).filter(nanos -> nanos >= 0).toArray();
  }
}
