package io.anteroom.study.cell;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs programs in JVMs of their own, one after the other. One that does not end in time is told to
 * end, so that it can keep what it has, and killed where it does not. {@link #interrupt} may be
 * called by any thread.
 */
public final class JvmFork {
  /** How long a JVM that was told to end may take to keep what it has. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Duration limit;
  private volatile @Nullable Process running;
  private volatile boolean stopping;

  /**
   * @param limit how long a program may take at the most, its JVM's start included
   */
  public JvmFork(Duration limit) {
    this.limit = limit;
  }

  /**
   * Runs a program to its end.
   *
   * @param log gets what it prints
   * @return its exit code; null: it did not end in time
   */
  public @Nullable Integer run(List<String> command, Path log)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    running = process;
    try {
      if (stopping) {
        process.destroy();
      }
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
      process.destroy();
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
      return null;
    } finally {
      process.destroyForcibly();
      running = null;
    }
  }

  /** Tells what runs to end, and what comes next to end at once. */
  public void interrupt() {
    stopping = true;
    Process process = running;
    if (process != null) {
      process.destroy();
      var unused =
          process
              .onExit()
              .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
              .exceptionally(late -> process.destroyForcibly());
    }
  }

  /** Whether {@link #interrupt} was called. */
  public boolean stopping() {
    return stopping;
  }
}
