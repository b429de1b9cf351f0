package io.anteroom.observe.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.measure.flight.Frame;
import io.anteroom.measure.threads.CarriersNow;
import io.anteroom.measure.threads.DumpedThread;
import io.anteroom.measure.threads.ThreadDump;
import io.anteroom.measure.threads.ThreadLocks;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is said of threads that wait while nothing runs. */
class StandstillJudgeTest {
  private static final long QUIET_NANOS = 2_000_000_000;

  private static DumpedThread waits(long id) {
    return new DumpedThread(
        id,
        "",
        true,
        null,
        List.of(
            new Frame("java.lang.VirtualThread", "park", 1),
            new Frame("java.util.concurrent.Semaphore", "acquire", 1),
            new Frame("shop.Main", "buy", 7)),
        ThreadLocks.UNKNOWN,
        DumpedThread.NONE,
        DumpedThread.NONE);
  }

  private static String said(long threads) {
    StandstillJudge standstill =
        new StandstillJudge(
            new CarriersNow(2, List.of(), 0),
            10 * QUIET_NANOS,
            QUIET_NANOS,
            OptionalInt.empty(),
            OptionalInt.empty());
    standstill.dump(
        new ThreadDump("", LongStream.range(0, threads).mapToObj(id -> waits(100 + id)).toList()));
    return standstill.judge().findings().getFirst().sentence();
  }

  @Test
  void oneThreadWaitsAndNobodyElseIsCounted() {
    assertThat(said(1)).contains(": 1 thread waits in shop.Main.buy:7").doesNotContain(";");
  }

  @Test
  void twoThreadsWait() {
    assertThat(said(2)).contains(": 2 threads wait in shop.Main.buy:7").doesNotContain(";");
  }
}
