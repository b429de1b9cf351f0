package io.anteroom.run.simulate;

import io.anteroom.result.Deadlock;
import io.anteroom.result.Deadlocks;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Notices when persons on journeys wait for each other: for ever, or until the patience of one of
 * them ends. Confined to one thread.
 */
final class Standoffs {
  private final Scenario scenario;
  private final Journey journey;

  /** Of those who never give up. */
  private final Deadlocks forEver;

  /** Of all; not kept up once it has shown one. */
  private final Deadlocks all;

  /** How many hold rooms and wait, and will give up. */
  private int impatient;

  private @Nullable Deadlock deadlock;
  private @Nullable Deadlock endedByPatience;

  Standoffs(Scenario scenario, Journey journey, int[] rooms) {
    this.scenario = scenario;
    this.journey = journey;
    this.forEver = new Deadlocks(rooms);
    this.all = new Deadlocks(rooms);
  }

  /** A person who holds rooms of these pools waits for that one. */
  void waits(int[] held, int pool, boolean patient) {
    if (patient) {
      forEver.waits(held, pool);
    } else {
      impatient++;
    }
    if (endedByPatience == null) {
      all.waits(held, pool);
    }
  }

  /** It waits no more. */
  void waitsNoMore(int[] held, int pool, boolean patient) {
    if (patient) {
      forEver.waitsNoMore(held, pool);
    } else {
      impatient--;
    }
    if (endedByPatience == null) {
      all.waitsNoMore(held, pool);
    }
  }

  /** The pool has so many rooms from now on, at some time at least. */
  void resize(int pool, int most) {
    forEver.resize(pool, most);
    all.resize(pool, most);
  }

  /** Looks whether persons wait for each other now. */
  void look(long now) {
    if (deadlock == null && forEver.found()) {
      deadlock = Deadlock.of(forEver, scenario, journey, now);
    } else if (impatient > 0 && endedByPatience == null && all.found()) {
      endedByPatience = Deadlock.endedByPatience(all, scenario, journey, now);
    }
  }

  /** The one that nothing ends; null: there was none. */
  @Nullable Deadlock deadlock() {
    return deadlock;
  }

  /** The first of those that patience ends; null: there was none. */
  @Nullable Deadlock endedByPatience() {
    return endedByPatience;
  }
}
