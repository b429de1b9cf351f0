package io.anteroom.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program to be run as a process of its own, and what it takes: time, processor time, memory. The
 * processor time is what bash counts of the process and of those that it waited for; the memory is
 * what Linux reports of it while it runs. Immutable.
 *
 * @param words the program and its arguments
 * @param variables of its environment, besides those of this process
 */
public record Command(List<String> words, Map<String, String> variables) {
  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final long LOOK_MILLIS = 10;
  private static final int LONGEST_WORD = 80;

  /**
   * Writes the program's wall time in microseconds, and its processor times in seconds, to the file
   * that is its first argument. Its own errors stay apart from what {@code time} prints.
   */
  private static final String STOPWATCH =
      """
      exec 3>"$1" 4>&2
      shift
      TIMEFORMAT='%U %S'
      begin=${EPOCHREALTIME/[!0-9]/}
      { time "$@" 2>&4 3>&- 4>&-; } 2>&3
      code=$?
      end=${EPOCHREALTIME/[!0-9]/}
      echo $((end - begin)) >&3
      exit $code
      """;

  /** What has become of the process. */
  public record Ended(int exitCode, String output, String errors, Cost cost) {
    /** Itself, if the exit code is 0. */
    public Ended orFail(Command command) {
      if (exitCode != 0) {
        throw new IllegalStateException(
            "exit code %d of %s: %s".formatted(exitCode, command.brief(), lastWords()));
      }
      return this;
    }

    /** The last line that is not a place in a program of a stack trace. */
    private String lastWords() {
      String said = errors.isBlank() ? output : errors;
      return said.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("\tat "))
          .reduce("", (one, next) -> next);
    }
  }

  /**
   * What the process took.
   *
   * @param cpuNanos user and system; -1: not measured
   * @param peakBytes the most that was resident at once; -1: not measured
   */
  public record Cost(long wallNanos, long cpuNanos, long peakBytes) {}

  public Command {
    words = List.copyOf(words);
    variables = Map.copyOf(variables);
  }

  /** A program with these arguments. */
  public static Command of(String... words) {
    return new Command(List.of(words), Map.of());
  }

  /** As messages name it: without a class path or a script, which would fill the screen. */
  String brief() {
    return words.stream()
        .filter(word -> word.length() <= LONGEST_WORD)
        .collect(Collectors.joining(" "));
  }

  /** With more arguments. */
  public Command and(List<String> more) {
    return new Command(Stream.concat(words.stream(), more.stream()).toList(), variables);
  }

  /** With a variable of its environment. */
  public Command with(String variable, String value) {
    Map<String, String> more = new HashMap<>(variables);
    more.put(variable, value);
    return new Command(words, more);
  }

  /**
   * Runs it to its end, and measures wall time only.
   *
   * @throws IOException if it can't be started
   * @throws IllegalStateException if it has not ended in time; then it is killed
   */
  public Ended run(Duration limit) throws IOException, InterruptedException {
    return run(words, limit, false);
  }

  /**
   * Runs it to its end under bash's stopwatch.
   *
   * @throws IOException if it can't be started, or there is no bash 5
   * @throws IllegalStateException if it has not ended in time; then it is killed
   */
  public Ended time(Duration limit) throws IOException, InterruptedException {
    return timed(limit, false);
  }

  /**
   * As {@link #time}, and watches its memory meanwhile, which costs a little time of the machine.
   */
  public Ended watch(Duration limit) throws IOException, InterruptedException {
    return timed(limit, true);
  }

  private Ended timed(Duration limit, boolean watched) throws IOException, InterruptedException {
    Path times = Files.createTempFile("anteroom-bench", ".times");
    try {
      List<String> stopwatch = new ArrayList<>();
      stopwatch.addAll(List.of("bash", "-c", STOPWATCH, "bash", times.toString()));
      stopwatch.addAll(words);
      Ended ended = run(stopwatch, limit, watched);
      return new Ended(
          ended.exitCode, ended.output, ended.errors, stopped(times, ended.cost.peakBytes));
    } finally {
      Files.deleteIfExists(times);
    }
  }

  /** Reads what the stopwatch has written. */
  private static Cost stopped(Path times, long peakBytes) throws IOException {
    String[] numbers = Files.readString(times).strip().split("\\s+", -1);
    if (numbers.length != 3) {
      throw new IOException("bash 5 or later is needed; it wrote " + String.join(" ", numbers));
    }
    double cpuSeconds = Double.parseDouble(numbers[0]) + Double.parseDouble(numbers[1]);
    return new Cost(
        TimeUnit.MICROSECONDS.toNanos(Long.parseLong(numbers[2])),
        Math.round(cpuSeconds * TimeUnit.SECONDS.toNanos(1)),
        peakBytes);
  }

  private Ended run(List<String> line, Duration limit, boolean watched)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("anteroom-bench", ".out");
    Path errors = Files.createTempFile("anteroom-bench", ".err");
    try {
      ProcessBuilder builder = new ProcessBuilder(line);
      builder.environment().putAll(variables);
      builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
      long begin = System.nanoTime();
      Process process = builder.start();
      long peakBytes = await(process, limit, watched);
      long wallNanos = System.nanoTime() - begin;
      Cost cost = new Cost(wallNanos, -1, peakBytes);
      return new Ended(process.exitValue(), text(output), text(errors), cost);
    } finally {
      Files.deleteIfExists(output);
      Files.deleteIfExists(errors);
    }
  }

  private long await(Process process, Duration limit, boolean watched) throws InterruptedException {
    Thread killer = new Thread(() -> kill(process), "anteroom-bench-killer");
    Runtime.getRuntime().addShutdownHook(killer);
    try {
      if (watched) {
        return watched(process, limit);
      }
      requireEnd(process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS), limit);
      return -1;
    } finally {
      kill(process);
      process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      forget(killer);
    }
  }

  private long watched(Process process, Duration limit) throws InterruptedException {
    long peakBytes = -1;
    long deadline = System.nanoTime() + limit.toNanos();
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      requireEnd(System.nanoTime() < deadline, limit);
      long now =
          process
              .descendants()
              .mapToLong(child -> Memory.of(child.pid()).peakBytes())
              .max()
              .orElse(-1);
      peakBytes = Math.max(peakBytes, now);
    }
    return peakBytes;
  }

  private void requireEnd(boolean ended, Duration limit) {
    if (!ended) {
      throw new IllegalStateException(
          "%s had not ended after %d s".formatted(words.getFirst(), limit.toSeconds()));
    }
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static void forget(Thread killer) {
    try {
      Runtime.getRuntime().removeShutdownHook(killer);
    } catch (IllegalStateException alreadyEnding) {
      // It does its work now, and finds nothing to kill.
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
