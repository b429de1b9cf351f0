package io.anteroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The processor time that running processes have taken by now, as Linux counts it. */
final class ProcessorTime {
  /** {@code USER_HZ} of every Linux on which Java runs: proc_pid_stat(5). */
  private static final long TICK_NANOS = TimeUnit.SECONDS.toNanos(1) / 100;

  /** Fields 14 to 17, counted from the one after the name: utime, stime, cutime, cstime. */
  private static final int USER_TIME = 11;

  private ProcessorTime() {}

  /** Of a process, of its children that run, and of those that it has waited for. */
  static long nanosWithChildren(long process) {
    long ticks = ticks(process, 4);
    try (Stream<ProcessHandle> children =
        ProcessHandle.of(process).stream().flatMap(ProcessHandle::children)) {
      ticks += children.mapToLong(child -> ticks(child.pid(), 2)).sum();
    }
    return ticks * TICK_NANOS;
  }

  /** 0 where it has just ended: then whoever waited for it has its time. */
  private static long ticks(long process, int fields) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
      List<String> values = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
      return values.subList(USER_TIME, USER_TIME + fields).stream()
          .mapToLong(Long::parseLong)
          .sum();
    } catch (IOException gone) {
      return 0;
    }
  }
}
