package io.anteroom.observe.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.measure.flight.Frame;
import io.anteroom.measure.threads.CarriersNow;
import io.anteroom.measure.threads.DumpedThread;
import io.anteroom.measure.threads.ThreadDump;
import io.anteroom.measure.threads.ThreadLocks;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is said of threads that wait while nothing runs. */
class StandstillJudgeTest {
  private static final long QUIET_NANOS = 2_000_000_000;

  private static final Frame PARK = new Frame("java.lang.VirtualThread", "park", 1);
  private static final Frame ACQUIRE = new Frame("java.util.concurrent.Semaphore", "acquire", 1);
  private static final Frame TAKE = new Frame("java.util.concurrent.ArrayBlockingQueue", "take", 1);
  private static final Frame POLL = new Frame("java.util.concurrent.SynchronousQueue", "poll", 1);
  private static final Frame BORROW =
      new Frame("com.zaxxer.hikari.util.ConcurrentBag", "borrow", 9);
  private static final Frame BUY = new Frame("shop.Main", "buy", 7);
  private static final Frame BUY_LATER = new Frame("shop.Main", "buy", 8);
  private static final Frame AUDIT = new Frame("shop.Main", "audit", 3);
  private static final Frame ROOT = new Frame("java.lang.VirtualThread", "run", 1);

  private final List<DumpedThread> threads = new ArrayList<>();

  private void add(int count, Frame... stack) {
    for (int i = 0; i < count; i++) {
      long id = 100L + threads.size();
      threads.add(
          new DumpedThread(
              id,
              "",
              true,
              null,
              List.of(stack),
              ThreadLocks.UNKNOWN,
              DumpedThread.NONE,
              DumpedThread.NONE));
    }
  }

  private List<ThreadsNow.Finding> findings() {
    StandstillJudge standstill =
        new StandstillJudge(
            new CarriersNow(2, List.of(), 0),
            10 * QUIET_NANOS,
            QUIET_NANOS,
            OptionalInt.empty(),
            OptionalInt.empty());
    standstill.dump(new ThreadDump("", threads));
    return standstill.judge().findings();
  }

  private String said() {
    return findings().getFirst().sentence();
  }

  @Test
  void oneThreadWaitsAndNobodyElseIsCounted() {
    add(1, PARK, ACQUIRE, BUY);
    assertThat(said()).contains(": 1 thread waits in shop.Main.buy:7").doesNotContain(";");
  }

  @Test
  void twoThreadsWait() {
    add(2, PARK, ACQUIRE, BUY);
    assertThat(said()).contains(": 2 threads wait in shop.Main.buy:7").doesNotContain(";");
  }

  @Test
  void whoCalledThePoolIsNamedAndWhoWaitsForASecondConnection() {
    add(18, PARK, POLL, BORROW, BUY, ROOT);
    add(2, PARK, POLL, BORROW, AUDIT, BUY_LATER, ROOT);
    assertThat(findings())
        .containsExactly(
            new ThreadsNow.Finding(
                true,
                "nothing has moved for 2.00s: 20 threads wait in 2 places, most in"
                    + " shop.Main.buy:7 (SynchronousQueue.poll in"
                    + " com.zaxxer.hikari.util.ConcurrentBag.borrow:9); 2 of them have come"
                    + " further, to shop.Main.audit:3 from shop.Main.buy:8, and may hold what the"
                    + " others wait for",
                "shop.Main.buy:7"));
  }

  @Test
  void aPoolMadeOfAQueueIsFoundWhereSomeWaitThereForASecondTime() {
    add(18, PARK, TAKE, BUY, ROOT);
    add(2, PARK, TAKE, BUY_LATER, ROOT);
    assertThat(findings())
        .singleElement()
        .matches(finding -> !finding.hang())
        .extracting(ThreadsNow.Finding::sentence)
        .asString()
        .contains("20 threads wait in 2 places", "2 of them have come further, to shop.Main.buy:8");
  }

  @Test
  void whoWaitsForWorkIsNotAccused() {
    add(18, PARK, TAKE, BUY, ROOT);
    add(2, PARK, TAKE, AUDIT, ROOT);
    add(2, PARK, POLL, AUDIT, BUY_LATER, ROOT);
    assertThat(findings()).isEmpty();
  }
}
