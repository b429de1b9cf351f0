package io.anteroom.observe.watch;

import io.anteroom.measure.threads.DumpedThread;
import io.anteroom.measure.threads.ThreadDump;
import io.anteroom.measure.threads.WaitingThreads;
import io.anteroom.observe.watch.ThreadsNow.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a thread dump in a file tells: one look, which shows who waits for whom, and not since when.
 *
 * @param file as the user named it
 * @param jdk the version that the dump names; empty where it names none
 * @param threads how many there are
 * @param virtualThreads how many of them are virtual
 * @param riders virtual threads on carriers; before JDK 23 without their stacks
 */
public record StoredThreads(
    String file,
    String jdk,
    int threads,
    int virtualThreads,
    List<DumpedThread> riders,
    ThreadsNow.Waiting waiting,
    List<Finding> findings) {
  public StoredThreads {
    riders = List.copyOf(riders);
    findings = List.copyOf(findings);
  }

  /**
   * Reads what {@code jstack}, {@code Thread.print} or {@code Thread.dump_to_file} (text or JSON)
   * has written.
   *
   * @throws WatchException if it is none of these
   */
  public static StoredThreads read(Path file) throws WatchException {
    if (!Files.isRegularFile(file)) {
      throw WatchException.user("%s: no such file".formatted(file));
    }
    try {
      return of(file.toString(), ThreadDump.read(file));
    } catch (IOException | IllegalArgumentException broken) {
      throw WatchException.user(
          "%s: not a thread dump: %s; allowed: what jstack or jcmd PID Thread.dump_to_file writes"
              .formatted(file, WatchException.reason(broken)));
    }
  }

  static StoredThreads of(String file, ThreadDump dump) {
    WaitingThreads waits = WaitingThreads.of(dump);
    List<DumpedThread> riders =
        dump.threads().stream()
            .filter(thread -> thread.virtual() && thread.carrier() != DumpedThread.NONE)
            .toList();
    int virtual = (int) dump.threads().stream().filter(DumpedThread::virtual).count();
    return new StoredThreads(
        file,
        dump.jdk(),
        dump.threads().size(),
        virtual,
        riders,
        ThreadsWaiting.of(waits),
        cycles(waits));
  }

  /** A finding for each cycle: those who are in it. */
  static List<Finding> cycles(WaitingThreads waits) {
    List<Finding> findings = new ArrayList<>();
    for (List<DumpedThread> cycle : waits.cycles()) {
      String who = cycle.stream().map(DumpedThread::label).collect(Collectors.joining(", "));
      findings.add(
          new Finding(true, "deadlock: each of these waits for a lock of the next: " + who, ""));
    }
    return findings;
  }
}
