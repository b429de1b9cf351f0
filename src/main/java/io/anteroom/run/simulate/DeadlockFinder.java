package io.anteroom.run.simulate;

import io.anteroom.result.Deadlock;
import io.anteroom.result.Deadlocks;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Finds persons on journeys who wait for each other: for ever, or until the patience of one of them
 * ends. Mutable; confined to one thread.
 */
final class DeadlockFinder {
  private final Scenario scenario;
  private final Journey journey;

  /** Deadlocks among persons who never give up. */
  private final Deadlocks forEver;

  /** Deadlocks among all persons. No longer updated once it has found one. */
  private final Deadlocks all;

  /** How many persons hold rooms, wait, and will give up. */
  private int impatient;

  private @Nullable Deadlock deadlock;
  private @Nullable Deadlock endedByPatience;

  DeadlockFinder(Scenario scenario, Journey journey, int[] rooms) {
    this.scenario = scenario;
    this.journey = journey;
    this.forEver = new Deadlocks(rooms);
    this.all = new Deadlocks(rooms);
  }

  /**
   * A person begins to wait.
   *
   * @param held the pools whose rooms it holds
   * @param pool the one that it waits for
   * @param patient whether it never gives up
   */
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

  /** The person no longer waits. */
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

  /**
   * The rooms of a pool change.
   *
   * @param most how many rooms it has at most from now on
   */
  void resize(int pool, int most) {
    forEver.resize(pool, most);
    all.resize(pool, most);
  }

  /** Finds out whether persons wait for each other now. */
  void look(long now) {
    if (deadlock == null && forEver.found()) {
      deadlock = Deadlock.of(forEver, scenario, journey, now);
    } else if (impatient > 0 && endedByPatience == null && all.found()) {
      endedByPatience = Deadlock.endedByPatience(all, scenario, journey, now);
    }
  }

  /** The deadlock that lasts for ever; null if there was none. */
  @Nullable Deadlock deadlock() {
    return deadlock;
  }

  /** The first deadlock that patience ends; null if there was none. */
  @Nullable Deadlock endedByPatience() {
    return endedByPatience;
  }
}
