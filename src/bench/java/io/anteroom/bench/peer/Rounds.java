package io.anteroom.bench.peer;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;

/** The rounds of a peer that runs on a JVM: measures each and prints its line. */
final class Rounds {
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final PeerWork work;
  private final PrintStream out;

  Rounds(PeerWork work, PrintStream out) {
    this.work = work;
    this.out = out;
  }

  /** All of the work, once. */
  @FunctionalInterface
  interface Program {
    Waits play(PeerWork work) throws Exception;
  }

  /** The waits that a round has recorded. */
  record Waits(long recorded, long p50Nanos, long p99Nanos) {}

  void play(Program program) throws Exception {
    for (int round = 0; round < work.rounds(); round++) {
      long cpu = system.getProcessCpuTime();
      long began = System.nanoTime();
      Waits waits = program.play(work);
      long wallNanos = System.nanoTime() - began;
      long cpuNow = system.getProcessCpuTime();
      Round measured =
          new Round(
              round,
              work.allVisits(),
              cpuNow - cpu,
              cpuNow,
              wallNanos,
              waits.p50Nanos(),
              waits.p99Nanos(),
              waits.recorded());
      out.println(measured.line());
    }
  }
}
