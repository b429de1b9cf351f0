package io.anteroom.bench.micro;

import io.anteroom.modes.locking.Room;
import io.anteroom.modes.locking.Visit;
import io.anteroom.scenario.schedule.Draws;
import io.anteroom.scenario.schedule.Schedule;

/** A visit that only counts how often it had a room. Confined to one thread. */
final class ShortVisit implements Visit {
  private final Draws draws;
  private long stays;

  ShortVisit(Schedule schedule) {
    this.draws = schedule.newDraws();
  }

  /** How often it had a room. */
  long stays() {
    return stays;
  }

  @Override
  public int person() {
    return 0;
  }

  @Override
  public long number() {
    return stays;
  }

  @Override
  public Draws draws() {
    return draws;
  }

  @Override
  public boolean reads() {
    return false;
  }

  @Override
  public long patienceLeftNanos() {
    return FOR_EVER;
  }

  @Override
  public void waitsFor(Room room) {
    // Nobody looks at it.
  }

  @Override
  public void refused() {
    throw new IllegalStateException("the only person found its room taken");
  }

  @Override
  public void stay(Room room) {
    stays++;
  }
}
