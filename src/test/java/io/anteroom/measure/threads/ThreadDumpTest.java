package io.anteroom.measure.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.measure.flight.Frame;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadDumpTest {
  /** As JDK 21 prints a carrier: the virtual thread's id, and the carrier's own stack. */
  private static final String PRINTED_21 =
      """
      2026-11-28 19:17:41
      Full thread dump OpenJDK 64-Bit Server VM (21.0.13+2 mixed mode, sharing)

      "main" #1 [26471] prio=5 os_prio=0 cpu=64.59ms elapsed=5.37s tid=0x7ff nid=26471 runnable
         java.lang.Thread.State: RUNNABLE
      \tat a.Main.main(Main.java:35)
      \t- locked <0x00000006874049a8> (a java.io.BufferedInputStream)

      "ForkJoinPool-1-worker-1" #14 [27362] daemon prio=5 os_prio=0 cpu=0.82ms elapsed=3.98s tid=0x7
         Carrying virtual thread #15
      \tat jdk.internal.vm.Continuation.run(java.base@21.0.13/Continuation.java:248)
      \tat java.lang.VirtualThread.runContinuation(java.base@21.0.13/VirtualThread.java:245)

      "Signal Dispatcher" #6 [26476] daemon prio=9 os_prio=0 cpu=0.45ms elapsed=5.31s tid=0x7
         java.lang.Thread.State: RUNNABLE
      """;

  /** As JDK 23 and later do: the stack of the virtual thread follows. */
  private static final String PRINTED_25 =
      """
      "ForkJoinPool-1-worker-1" #18 [5374] daemon prio=5 os_prio=0 cpu=4.13ms elapsed=9.16s tid=0x7
         Carrying virtual thread #28
      \tat jdk.internal.vm.Continuation.run(java.base@25.0.3/Continuation.java:251)
         Mounted virtual thread #28
      \tat a.Main$$Lambda/0x0000000036042ad8.run(Unknown Source)
      \t- waiting on the Class initialization monitor for a.Slow
      \t- locked <0x0000000687418020> (a java.lang.Object)
      \tat java.lang.VirtualThread.run(java.base@25.0.3/VirtualThread.java:460)

      "plat waiter" #21 [5375] daemon prio=5 os_prio=0 cpu=0.14ms elapsed=8.85s tid=0x7 nid=5375 waiting
         java.lang.Thread.State: BLOCKED (on object monitor)
      \tat a.Main.other(Main.java:10)
      \t- waiting to lock <0x0000000687418020> (a java.lang.Object)
      """;

  private static final String TEXT_25 =
      """
      4210
      2026-11-28T19:25:47.919141357Z
      25.0.3+9-LTS

      #21 "plat waiter" BLOCKED 2026-11-28T19:25:47.919141357Z
          at a.Main.other(Main.java:10)
          - waiting to lock <java.lang.Object@30f8a137>
          at java.base/java.lang.Thread.run(Thread.java:1474)

      #22 "obj waiter" virtual WAITING 2026-11-28T19:25:47.921012265Z
          at java.base/java.lang.Object.wait0(Native Method)
          - waiting on <java.lang.Object@637f5005>
          at a.Main.wait(Main.java:12)
          - locked <java.lang.Object@637f5005>
          at java.base/java.lang.VirtualThread.run(VirtualThread.java:460)
      """;

  private static final String TEXT_21 =
      """
      4210
      2026-11-28T19:25:47.919141357Z
      21.0.13+2

      #22 "" virtual
            java.base/java.lang.VirtualThread.park(VirtualThread.java:596)
            a.Main.take(Main.java:12)
            java.base/java.lang.VirtualThread.run(VirtualThread.java:329)
      """;

  private static DumpedThread thread(String dump, long id) {
    return ThreadDump.parse(dump).thread(id).orElseThrow();
  }

  @Test
  void whatJdk21PrintsOfACarrierIsTheIdOfTheVirtualThread() {
    ThreadDump dump = ThreadDump.parse(PRINTED_21);
    assertThat(dump.threads()).extracting(DumpedThread::id).containsExactly(1L, 14L, 15L, 6L);
    assertThat(dump.jdk()).isEqualTo("21.0.13+2");
    DumpedThread rider = thread(PRINTED_21, 15);
    assertThat(rider.virtual()).isTrue();
    assertThat(rider.carrier()).isEqualTo(14);
    assertThat(rider.stack()).isEmpty();
    DumpedThread carrier = thread(PRINTED_21, 14);
    assertThat(carrier.virtual()).isFalse();
    assertThat(carrier.cpuNanos()).isEqualTo(820_000);
    assertThat(carrier.stack()).hasSize(2);
    DumpedThread main = thread(PRINTED_21, 1);
    assertThat(main.state()).isEqualTo(Thread.State.RUNNABLE);
    assertThat(main.stack()).containsExactly(new Frame("a.Main", "main", 35));
    assertThat(main.locks().held())
        .containsExactly("java.io.BufferedInputStream@0x00000006874049a8");
  }

  @Test
  void whatJdk25PrintsOfACarrierHasTheStackOfTheVirtualThread() {
    DumpedThread rider = thread(PRINTED_25, 28);
    assertThat(rider.carrier()).isEqualTo(18);
    assertThat(rider.stack())
        .containsExactly(
            new Frame("a.Main$$Lambda", "run", -1),
            new Frame("java.lang.VirtualThread", "run", 460));
    assertThat(rider.locks().awaited()).isEqualTo("the Class initialization monitor for a.Slow");
    assertThat(thread(PRINTED_25, 21).locks().awaited()).isEqualTo(rider.locks().held().getFirst());
    assertThat(thread(PRINTED_25, 18).stack()).hasSize(1);
  }

  @Test
  void whoIsInObjectWaitHasNotGotItsMonitor() {
    DumpedThread waiting = thread(TEXT_25, 22);
    assertThat(waiting.virtual()).isTrue();
    assertThat(waiting.state()).isEqualTo(Thread.State.WAITING);
    assertThat(waiting.locks().awaited()).isEqualTo("java.lang.Object@637f5005");
    assertThat(waiting.locks().held()).isEmpty();
    assertThat(ThreadDump.parse(TEXT_25).jdk()).isEqualTo("25.0.3+9-LTS");
    assertThat(thread(TEXT_25, 21).locks().awaited()).isEqualTo("java.lang.Object@30f8a137");
  }

  @Test
  void aDumpOfJdk21HasNamesAndStacksOnly() {
    DumpedThread waiting = thread(TEXT_21, 22);
    assertThat(waiting.name()).isEmpty();
    assertThat(waiting.label()).isEqualTo("#22");
    assertThat(waiting.virtual()).isTrue();
    assertThat(waiting.state()).isNull();
    assertThat(waiting.stack()).contains(new Frame("a.Main", "take", 12));
    assertThat(waiting.locks()).isEqualTo(ThreadLocks.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "\"22\""})
  void jsonOfBothFormats(String id) {
    String json =
        """
        {"threadDump": {"formatVersion": 2, "processId": 1, "runtimeVersion": "27.0.1",
          "threadContainers": [{"container": "<root>", "parent": null, "threads": [
            {"tid": %s, "time": "t", "virtual": true, "name": "one", "state": "WAITING",
             "parkBlocker": {"object": "a.Sync@7", "owner": %s},
             "stack": ["java.base\\/java.lang.VirtualThread.park(VirtualThread.java:1)",
               "app\\/\\/a.Main.take(Main.java:2)"],
             "monitorsOwned": [{"depth": 1, "locks": [null, "a.B@5"]}]},
            {"tid": 7, "virtual": true, "name": "", "stack": [], "carrier": %s}],
            "threadCount": "1"}]}}
        """
            .formatted(id, id, id);
    ThreadDump dump = ThreadDump.parse(json);
    assertThat(dump.jdk()).isEqualTo("27.0.1");
    assertThat(dump.threads())
        .containsExactly(
            new DumpedThread(
                22,
                "one",
                true,
                Thread.State.WAITING,
                List.of(
                    new Frame("java.lang.VirtualThread", "park", 1),
                    new Frame("a.Main", "take", 2)),
                new ThreadLocks("a.Sync@7", 22, List.of("a.B@5")),
                DumpedThread.NONE,
                DumpedThread.NONE),
            new DumpedThread(
                7, "", true, null, List.of(), ThreadLocks.UNKNOWN, 22, DumpedThread.NONE));
  }

  /** A parser reads a file block by block: each shift lets other places be the end of a block. */
  @Test
  void jsonIsReadWhereverABlockOfItEnds() {
    String frame = "\"java.base/java.util.concurrent.locks.LockSupport.park(LockSupport.java:7)\"";
    int frames = 3_000;
    for (int shift = 0; shift <= frame.length(); shift++) {
      String json =
          "{\"threadDump\": {\"threadContainers\": [{\"threads\": [{\"tid\": 7, \"stack\": ["
              + " ".repeat(shift)
              + String.join(",", Collections.nCopies(frames, frame))
              + "]}]}]}}";
      assertThat(thread(json, 7).stack()).as("shifted by %d", shift).hasSize(frames);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "{", "{\"a\": 1}", "[]", "{\"threadDump\": 7}"})
  void somethingElseIsRefusedInOneLine(String text) {
    assertThatThrownBy(() -> ThreadDump.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("\n");
  }
}
