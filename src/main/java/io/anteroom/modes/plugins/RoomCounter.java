package io.anteroom.modes.plugins;

import io.anteroom.modes.spi.RoomLock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Counts how many persons the doorways of a plugin let in at once, when nobody is inside: as many
 * as there are rooms go in and stay, and one more must not get in. Good for one {@link #count}.
 */
final class RoomCounter {
  /** While nobody was let in for so long, nobody will be. */
  private static final long NOBODY_SECONDS = 5;

  /** How long one more gets the chance to be let in. */
  private static final long GRACE_MILLIS = 50;

  private static final long LEAVING_SECONDS = 1;

  private final List<Doorway> doorways;
  private final int roomsEach;
  private final int personsEach;
  private final AtomicInteger[] inside;
  private final CountDownLatch full;
  private final CountDownLatch gone;
  private final CountDownLatch tooMany = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /**
   * @param roomsEach how many each doorway should let in
   * @param oneMore whether one more tries
   */
  RoomCounter(List<Doorway> doorways, int roomsEach, boolean oneMore) {
    this.doorways = List.copyOf(doorways);
    this.roomsEach = roomsEach;
    this.personsEach = roomsEach + (oneMore ? 1 : 0);
    this.inside = new AtomicInteger[doorways.size()];
    this.full = new CountDownLatch(doorways.size() * roomsEach);
    this.gone = new CountDownLatch(doorways.size() * personsEach);
  }

  /**
   * How many are let in at once: what is missing at one doorway counts before what another one has
   * too much.
   *
   * @throws io.anteroom.modes.spi.PluginException if the plugin throws something
   */
  int count(PluginCalls failures) throws InterruptedException {
    List<Thread> persons = new ArrayList<>();
    for (int doorway = 0; doorway < doorways.size(); doorway++) {
      inside[doorway] = new AtomicInteger();
      for (int person = 0; person < personsEach; person++) {
        int own = doorway;
        persons.add(Thread.startVirtualThread(() -> visit(doorways.get(own), inside[own])));
      }
    }
    int found;
    try {
      awaitFull();
      found = found();
    } finally {
      over.countDown();
      letGo(persons);
    }
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw failures.threw("enter or leave", thrown);
    }
    return found;
  }

  private void visit(Doorway doorway, AtomicInteger inside) {
    try {
      Object brought = doorway.enter(RoomLock.FOR_EVER);
      if (brought != null) {
        (inside.incrementAndGet() <= roomsEach ? full : tooMany).countDown();
        over.await();
        doorway.leave(brought);
      }
    } catch (InterruptedException left) {
      Thread.currentThread().interrupt();
    } catch (Throwable thrown) {
      failure.compareAndSet(null, thrown);
    } finally {
      gone.countDown();
    }
  }

  private void awaitFull() throws InterruptedException {
    long missing = Long.MAX_VALUE;
    while (!full.await(NOBODY_SECONDS, TimeUnit.SECONDS)) {
      if (full.getCount() == missing) {
        return;
      }
      missing = full.getCount();
    }
    boolean unused = tooMany.await(GRACE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private int found() {
    int missing = 0;
    int extra = 0;
    for (AtomicInteger persons : inside) {
      missing += Math.max(roomsEach - persons.get(), 0);
      extra += Math.max(persons.get() - roomsEach, 0);
    }
    int rooms = doorways.size() * roomsEach;
    return missing > 0 ? rooms - missing : rooms + extra;
  }

  /** Those who get no room any more are interrupted; those who ignore that are left behind. */
  private void letGo(List<Thread> persons) throws InterruptedException {
    if (!gone.await(LEAVING_SECONDS, TimeUnit.SECONDS)) {
      persons.forEach(Thread::interrupt);
      boolean unused = gone.await(LEAVING_SECONDS, TimeUnit.SECONDS);
    }
  }
}
