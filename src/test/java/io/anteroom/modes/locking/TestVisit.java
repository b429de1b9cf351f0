package io.anteroom.modes.locking;

import io.anteroom.scenario.schedule.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * A visit that a test steers and looks at. Confined to the person's thread, but for {@link
 * #refusals}.
 */
final class TestVisit implements Visit {
  /** What the person does in its room. */
  @FunctionalInterface
  interface Stay {
    void in(Room room) throws InterruptedException;
  }

  private final int person;
  private final Draws draws;
  private final Stay stay;
  private final AtomicInteger refusals = new AtomicInteger();
  private final List<Room> roomsWaitedFor = new ArrayList<>();
  private LongSupplier patienceLeft = () -> FOR_EVER;
  private boolean reads;
  private long number;

  TestVisit(int person, Draws draws, Stay stay) {
    this.person = person;
    this.draws = draws;
    this.stay = stay;
  }

  /** Gives up after so long from now; after one try if that is 0. */
  TestVisit patience(long nanos) {
    long start = System.nanoTime();
    return patienceLeft(() -> nanos - (System.nanoTime() - start));
  }

  TestVisit patienceLeft(LongSupplier newPatienceLeft) {
    patienceLeft = newPatienceLeft;
    return this;
  }

  TestVisit reading(boolean newReads) {
    reads = newReads;
    return this;
  }

  TestVisit number(long newNumber) {
    number = newNumber;
    return this;
  }

  /** How often it found no free room; any thread may ask. */
  int refusals() {
    return refusals.get();
  }

  List<Room> roomsWaitedFor() {
    return roomsWaitedFor;
  }

  @Override
  public int person() {
    return person;
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public Draws draws() {
    return draws;
  }

  @Override
  public boolean reads() {
    return reads;
  }

  @Override
  public long patienceLeftNanos() {
    return patienceLeft.getAsLong();
  }

  @Override
  public void waitsFor(Room room) {
    roomsWaitedFor.add(room);
  }

  @Override
  public void refused() {
    refusals.incrementAndGet();
  }

  @Override
  public void stay(Room room) throws InterruptedException {
    stay.in(room);
  }
}
