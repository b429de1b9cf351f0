package io.anteroom.observe.watch;

import io.anteroom.measure.threads.JvmThreads;
import io.anteroom.measure.threads.ThreadDump;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Thread dumps of the target: it writes each into a file in its own folder for temporary files,
 * which is read and removed at once.
 */
final class TargetDumps {
  /**
   * JDK 25 takes snapshots of threads in a way that may crash it while virtual threads mount and
   * unmount (JDK-8364343); JDK 26, 27 and 28-ea stood 250 dumps each of yielding threads.
   */
  private static final int UNSAFE_FEATURE = 25;

  /** A million threads take about 1 GB. */
  private static final long LEAST_BYTES = 2_000_000_000L;

  private final JvmThreads threads;
  private final long pid;
  private final int feature;
  private final Path folder;

  TargetDumps(JvmThreads threads, Target target, String folder) {
    this.threads = threads;
    this.pid = target.pid();
    this.feature = target.feature();
    this.folder = Path.of(folder);
  }

  /** Whether the target is safe from a dump only while no virtual thread runs. */
  boolean needsQuiet() {
    return feature == UNSAFE_FEATURE;
  }

  /** All threads, from JSON; from plain text, which tells less, where that can't be read. */
  ThreadDump take() throws IOException {
    try {
      return taken(threads::dump);
    } catch (IllegalArgumentException noJson) {
      try {
        return taken(threads::dumpText);
      } catch (IllegalArgumentException noText) {
        throw new IOException("the thread dump is " + noJson.getMessage(), noJson);
      }
    }
  }

  @FunctionalInterface
  private interface Writer {
    void write(Path file) throws IOException;
  }

  private ThreadDump taken(Writer writer) throws IOException {
    Path file = folder.resolve("anteroom-threads-" + UUID.randomUUID());
    Path within = Path.of("/proc/" + pid + "/root" + folder);
    if (free(Files.isDirectory(within) ? within : folder) < LEAST_BYTES) {
      throw new IOException("less than 2 GB is free in " + folder);
    }
    // In a container the target has other paths than we do.
    Path there = within.resolve(file.getFileName());
    try {
      writer.write(file);
      return ThreadDump.read(Files.exists(file) ? file : there);
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(there);
    }
  }

  private static long free(Path folder) throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }
}
