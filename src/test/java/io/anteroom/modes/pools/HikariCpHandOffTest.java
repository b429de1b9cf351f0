package io.anteroom.modes.pools;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.util.ConcurrentBag;
import com.zaxxer.hikari.util.ConcurrentBag.IConcurrentBagEntry;
import io.anteroom.modes.LockingModes;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.schedule.ScenarioBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What HikariCP's issues 2398 and 2192 report of its hand-off, and what there is of it today. */
@Timeout(120)
final class HikariCpHandOffTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** As many threads as all tests have carriers for, and some. */
  private static final int GIVING_BACK = 8;

  /**
   * Issue 2398: a waiting thread has been counted and does not poll yet; whoever gives a connection
   * back offers it again and again meanwhile. In 7.0.2 it yields 255 of 256 times in between, which
   * keeps the carriers busy; since 7.1.0 a virtual thread parks for 10 us each time. This test
   * finds the yields of 7.0.2 in the stacks.
   */
  @Test
  void whoGivesBackParksAndNeverYieldsUntilWhoWaitsPolls() throws Exception {
    CountDownLatch counted = new CountDownLatch(1);
    CountDownLatch polls = new CountDownLatch(1);
    ConcurrentBag<Entry> bag =
        new ConcurrentBag<>(
            waiting -> {
              counted.countDown();
              awaitQuietly(polls);
            });
    List<Entry> lent = new ArrayList<>();
    for (int entry = 0; entry < GIVING_BACK; entry++) {
      Entry one = new Entry();
      bag.add(one);
      lent.add(one);
      assertThat(bag.borrow(0, TimeUnit.NANOSECONDS)).isNotNull();
    }
    Thread waiting = Thread.startVirtualThread(() -> borrow(bag));
    assertThat(counted.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    CountDownLatch begun = new CountDownLatch(GIVING_BACK);
    List<Thread> givingBack = new ArrayList<>();
    for (Entry entry : lent) {
      givingBack.add(
          Thread.startVirtualThread(
              () -> {
                begun.countDown();
                bag.requite(entry);
              }));
    }
    assertThat(begun.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).as("all have a turn").isTrue();
    List<String> methods = new ArrayList<>();
    for (int look = 0; look < 200; look++) {
      for (Thread thread : givingBack) {
        for (StackTraceElement frame : thread.getStackTrace()) {
          methods.add(frame.getMethodName());
        }
      }
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(methods).contains("requite", "parkNanos").doesNotContain("yield");
    polls.countDown();
    assertThat(waiting.join(LIMIT)).as("who waits is served").isTrue();
    for (Thread thread : givingBack) {
      assertThat(thread.join(LIMIT)).as("who gives back is done").isTrue();
    }
  }

  /** Issue 2192: whoever has just given a connection back overtakes those who wait for it. */
  @Test
  void whoComesAgainOvertakesThoseWhoWait() throws Exception {
    assertThat(overtakings("hikaricp")).isPositive();
  }

  @Test
  void tomcatsFairQueueLetsNobodyOvertake() throws Exception {
    assertThat(overtakings("tomcat-jdbc")).isZero();
  }

  /** How often a person is in the only room twice in a row while somebody else stands in line. */
  private static int overtakings(String mode) throws Exception {
    ScenarioBuilder scenario = new ScenarioBuilder().locking(mode, Line.SHARED, 1);
    Premises premises = Premises.of(scenario.build(), scenario.schedule(), new WallClock());
    AtomicInteger overtakings = new AtomicInteger();
    AtomicInteger last = new AtomicInteger(-1);
    AtomicInteger present = new AtomicInteger();
    try (LockingMode locking = LockingModes.create(premises)) {
      List<Thread> persons = new ArrayList<>();
      CountDownLatch allWait = new CountDownLatch(1);
      Thread first =
          Thread.startVirtualThread(() -> visit(locking, -2, room -> awaitQuietly(allWait)));
      for (int number = 0; number < 20; number++) {
        int person = number;
        persons.add(
            Thread.startVirtualThread(
                () -> {
                  present.incrementAndGet();
                  for (int visit = 0; visit < 100; visit++) {
                    visit(
                        locking,
                        person,
                        room -> {
                          boolean again = last.getAndSet(person) == person;
                          overtakings.addAndGet(again && present.get() > 1 ? 1 : 0);
                          LockSupport.parkNanos(20_000);
                        });
                  }
                  present.decrementAndGet();
                }));
      }
      for (Thread person : persons) {
        awaitWaiting(person);
      }
      allWait.countDown();
      assertThat(first.join(LIMIT)).isTrue();
      for (Thread person : persons) {
        assertThat(person.join(LIMIT)).isTrue();
      }
    }
    return overtakings.get();
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING
        && thread.getState() != Thread.State.TIMED_WAITING) {
      LockSupport.parkNanos(50_000);
    }
  }

  private static void visit(LockingMode locking, int person, OneVisit.Stay stay) {
    try {
      boolean unused = locking.visit(new OneVisit(person, stay));
    } catch (InterruptedException never) {
      throw new AssertionError(never);
    }
  }

  private static void borrow(ConcurrentBag<Entry> bag) {
    try {
      assertThat(bag.borrow(LIMIT.toSeconds(), TimeUnit.SECONDS)).isNotNull();
    } catch (InterruptedException never) {
      throw new AssertionError(never);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException never) {
      throw new AssertionError(never);
    }
  }

  /** What a bag holds. */
  private static final class Entry implements IConcurrentBagEntry {
    private final AtomicInteger state = new AtomicInteger();

    @Override
    public boolean compareAndSet(int expected, int next) {
      return state.compareAndSet(expected, next);
    }

    @Override
    public void setState(int next) {
      state.set(next);
    }

    @Override
    public int getState() {
      return state.get();
    }
  }
}
