package io.anteroom.modes.pools;

import io.anteroom.modes.locking.Room;
import io.anteroom.modes.locking.Visit;
import io.anteroom.scenario.schedule.Draws;
import java.util.concurrent.atomic.AtomicInteger;

/** A visit that waits for ever, or has no patience left; it counts how often it was refused. */
public record OneVisit(int person, long patienceLeftNanos, Stay stay, AtomicInteger refusals)
    implements Visit {
  /** What a person does in its room. */
  @FunctionalInterface
  public interface Stay {
    void in(Room room) throws InterruptedException;
  }

  public OneVisit(int person, Stay stay) {
    this(person, FOR_EVER, stay);
  }

  public OneVisit(int person, long patienceLeftNanos, Stay stay) {
    this(person, patienceLeftNanos, stay, new AtomicInteger());
  }

  @Override
  public long number() {
    return 0;
  }

  @Override
  public Draws draws() {
    throw new AssertionError("nothing is drawn");
  }

  @Override
  public boolean reads() {
    return false;
  }

  @Override
  public void waitsFor(Room room) {}

  @Override
  public void refused() {
    refusals.incrementAndGet();
  }

  @Override
  public void stay(Room room) throws InterruptedException {
    stay.in(room);
  }
}
