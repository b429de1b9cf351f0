package io.anteroom.observe.watch;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The process to be watched. It is looked at before anything is sent to it, since a process that is
 * no JVM may die of what attaching sends: SIGQUIT. Safe for all threads.
 */
final class TargetProcess {
  private static final String LIST = "\"jcmd -l\" lists the JVMs here";
  private static final String ROOT = "root";

  private final ProcessHandle handle;

  private TargetProcess(ProcessHandle handle) {
    this.handle = handle;
  }

  /** The process of that id, if it is a JVM that we may watch. */
  static TargetProcess require(long pid) throws WatchException {
    if (pid == ProcessHandle.current().pid()) {
      throw WatchException.user(
          "process %d is anteroom itself; give another one's (%s)".formatted(pid, LIST));
    }
    TargetProcess process =
        new TargetProcess(
            ProcessHandle.of(pid)
                .orElseThrow(() -> WatchException.user("no process %d (%s)".formatted(pid, LIST))));
    if (!process.isAlive()) {
      throw WatchException.user("process %d has ended already (%s)".formatted(pid, LIST));
    }
    process.requireOwner();
    if (!process.isJvm()) {
      throw WatchException.user("process %d is not a JVM (%s)".formatted(pid, LIST));
    }
    return process;
  }

  private void requireOwner() throws WatchException {
    Optional<String> us = ProcessHandle.current().info().user();
    Optional<String> owner = handle.info().user();
    if (us.isPresent() && owner.isPresent() && !us.equals(owner) && !us.get().equals(ROOT)) {
      throw WatchException.user(
          "not permitted: process %d belongs to %s; only its owner or root can watch it"
              .formatted(handle.pid(), owner.get()));
    }
  }

  private boolean isJvm() {
    try (Stream<String> mapped = Files.lines(proc("maps"), StandardCharsets.ISO_8859_1)) {
      return mapped.anyMatch(line -> line.contains("libjvm"));
    } catch (IOException | java.io.UncheckedIOException notTold) {
      String id = Long.toString(handle.pid());
      return VirtualMachine.list().stream().anyMatch(machine -> machine.id().equals(id));
    }
  }

  /** Whether it runs; one that has ended and waits for its parent to take notice does not. */
  boolean isAlive() {
    return handle.isAlive() && !isZombie();
  }

  /** {@code pid (name) state ...}, and the name may hold parentheses. */
  private boolean isZombie() {
    try {
      String stat = Files.readString(proc("stat"), StandardCharsets.ISO_8859_1);
      return stat.startsWith(") Z", stat.lastIndexOf(')'));
    } catch (IOException notTold) {
      return false;
    }
  }

  private Path proc(String name) {
    return Path.of("/proc", Long.toString(handle.pid()), name);
  }
}
