package io.anteroom.study.cell;

import io.anteroom.result.RunResult;
import io.anteroom.result.store.StoredFile;
import io.anteroom.result.store.StoredRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs each cell in a JVM of its own on this machine, one after the other: real time would not bear
 * two at once. A JVM that crashes, hangs or runs out of memory ends its own cell only.
 */
public final class ForkedCells implements CellRunner {
  /**
   * Set where the process that started this one holds its standard input open as long as it lives:
   * a cell must not outlive it, and load the machine beside those that are started next.
   */
  public static final String LIFELINE = "anteroom.lifeline";

  private static final String RESULT_HIDDEN_FROM = ".";

  /** What a process ends with that a signal has killed is this and the signal's number. */
  private static final int KILLED_BY_SIGNAL = 128;

  private static final int SIGINT = 2;
  private static final int SIGABRT = 6;
  private static final int SIGTERM = 15;

  private final String mainClass;
  private final Duration limit;
  private final JvmFork fork;

  /**
   * @param mainClass the command line
   * @param limit how long a cell may take at the most, its JVM's start included
   */
  public ForkedCells(String mainClass, Duration limit) {
    this.mainClass = mainClass;
    this.limit = limit;
    this.fork = new JvmFork(limit);
  }

  @Override
  public int atOnce() {
    return 1;
  }

  @Override
  public Finish run(Cell cell, CellFolder folder) throws IOException, InterruptedException {
    HostWatch watch = HostWatch.start();
    Integer exitCode = fork.run(command(cell, folder), folder.log());
    return finish(exitCode, folder, watch.stop());
  }

  private List<String> command(Cell cell, CellFolder folder) {
    Path crash = StoredFile.CRASH.in(folder.path()).toAbsolutePath();
    return cell.jvm()
        .command(
            List.of("-XX:ErrorFile=" + crash, "-D" + LIFELINE + "=true"),
            mainClass,
            List.of(
                "run",
                folder.scenario().toString(),
                "--out",
                folder.part().toString(),
                "--no-page",
                "--quiet",
                "--no-color"));
  }

  /**
   * @param exitCode null: it did not end in time
   */
  private Finish finish(@Nullable Integer exitCode, CellFolder folder, Host host)
      throws IOException {
    Path written = written(folder.part());
    if (written != null) {
      Files.move(written, folder.result());
      RunResult result = StoredRun.RESULT.read(StoredFile.RESULT.in(folder.result()));
      if (exitCode != null) {
        return new Finish(CellOutcome.of(result.outcome()), result.explanation(), host);
      }
    }
    if (fork.stopping()) {
      return new Finish(CellOutcome.INTERRUPTED, "Stopped on request.", host);
    }
    if (exitCode == null) {
      return new Finish(CellOutcome.HUNG, Jvm.notEnded(limit) + ".", host);
    }
    return without(exitCode, folder, host);
  }

  /** A JVM that ended without a result. */
  private static Finish without(int exitCode, CellFolder folder, Host host) throws IOException {
    List<String> log = lines(folder.log());
    String last = log.isEmpty() ? "" : log.getLast();
    if (log.stream().anyMatch(ForkedCells::tellsOfMemory)) {
      String told = log.stream().filter(ForkedCells::tellsOfMemory).findFirst().orElse(last);
      return new Finish(CellOutcome.OUT_OF_MEMORY, told.strip(), host);
    }
    int signal = exitCode - KILLED_BY_SIGNAL;
    if (signal == SIGABRT || Files.exists(StoredFile.CRASH.in(folder.path()))) {
      return new Finish(CellOutcome.CRASHED, "Its JVM crashed; hs_err.log tells more.", host);
    }
    if (signal == SIGINT || signal == SIGTERM) {
      return new Finish(CellOutcome.INTERRUPTED, "Its JVM was told to end.", host);
    }
    if (signal > 0) {
      return new Finish(CellOutcome.KILLED, "Its JVM was killed by signal " + signal + ".", host);
    }
    return new Finish(
        CellOutcome.FAILED, "Its JVM ended with exit code " + exitCode + ": " + last.strip(), host);
  }

  private static boolean tellsOfMemory(String line) {
    return line.contains("OutOfMemoryError")
        || line.contains("out of memory")
        || line.contains("Could not reserve enough space")
        || line.contains("insufficient memory");
  }

  /** Bytes that are no text are replaced, not refused: a dying JVM may print anything. */
  private static List<String> lines(Path log) throws IOException {
    return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }

  /** The results folder that the JVM has left, if it has. */
  private static @Nullable Path written(Path part) throws IOException {
    try (DirectoryStream<Path> folders =
        Files.newDirectoryStream(
            part, folder -> !folder.getFileName().toString().startsWith(RESULT_HIDDEN_FROM))) {
      for (Path folder : folders) {
        return folder;
      }
    }
    return null;
  }

  @Override
  public void interrupt() {
    fork.interrupt();
  }
}
