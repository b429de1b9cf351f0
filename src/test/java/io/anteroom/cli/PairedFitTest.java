package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A log of requests to a language model, in the columns of the Azure Public Dataset: when they
 * came, how many tokens they had and how many they got. Busy minutes bring larger ones. What is
 * planned is held against a replay that is as plain as can be.
 */
class PairedFitTest {
  private static final int COUNT = 3000;
  private static final LocalDateTime FIRST = LocalDateTime.of(2023, 11, 16, 18, 17, 3);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSS", Locale.ROOT);
  private static final String EXPRESSION = "0.3ms*ContextTokens + 20ms*GeneratedTokens";
  private static final String OBJECTIVE = "wait.within(1s) >= 99%";
  private static final Pattern ANSWER = Pattern.compile("^(\\d+) rooms meet");
  private static final Pattern DEALT =
      Pattern.compile("with the same holds dealt to the arrivals at random the answer is (\\d+)");

  @TempDir private Path folder;
  private long[] starts = {};
  private long[] holds = {};

  @Test
  void thePairedAndTheIndependentAnswerAreBothSaid() throws IOException {
    Path log = Files.write(folder.resolve("llm-code.csv"), made());
    read(log);
    assertThat(unwrapped(fit(log)))
        .contains("hold: paired", "Each arrival has the hold that it had.")
        .contains("holds are longer in busy times");
    assertThat(difference(5)).isGreaterThan(2);
  }

  /** The file itself, which is not committed: see {@link RealSamplesTest}. */
  @Test
  @EnabledIfSystemProperty(named = "anteroom.samples", matches = ".+")
  void theRealFileHasTwoAnswers() throws IOException {
    Path log = Path.of(System.getProperty("anteroom.samples"), "azure-llm-code.csv");
    read(log);
    assertThat(unwrapped(fit(log))).contains("hold: paired", "holds are as long in busy times");
    assertThat(difference(20)).isNotZero();
  }

  private CommandLineRun fit(Path log) {
    CommandLineRun fit =
        CommandLineRun.of(
            "fit",
            log.toString(),
            "--duration-expr",
            EXPRESSION,
            "--out",
            folder.resolve("out").toString(),
            "--quiet");
    assertThat(fit.code()).as(fit.err()).isEqualTo(ExitCode.DONE);
    return fit;
  }

  /**
   * By how many rooms the two answers of a plan differ, of which each is that of the plain replay.
   */
  private int difference(int replications) throws IOException {
    CommandLineRun plan =
        CommandLineRun.of(
            "plan",
            written().toString(),
            "--slo",
            OBJECTIVE,
            "--replications",
            String.valueOf(replications),
            "--quiet");
    assertThat(plan.code()).as(plan.err()).isEqualTo(ExitCode.DONE);
    int paired = number(ANSWER, plan);
    int independent = number(DEALT, plan);
    assertThat(paired).isEqualTo(least(rooms -> served(rooms, holds) >= 0.99));
    assertThat(independent).isCloseTo(least(this::meetsDealt), within(1));
    return paired - independent;
  }

  /** The holds dealt anew, twenty times. */
  private boolean meetsDealt(int rooms) {
    SplittableRandom random = new SplittableRandom(2);
    return IntStream.range(0, 20)
            .mapToDouble(
                deal ->
                    served(
                        rooms,
                        IntStream.range(0, holds.length)
                            .mapToLong(i -> holds[random.nextInt(holds.length)])
                            .toArray()))
            .average()
            .orElseThrow()
        >= 0.99;
  }

  /** The share that waited no longer than a second, first come, first served. */
  private double served(int rooms, long[] lasting) {
    PriorityQueue<Long> free = new PriorityQueue<>();
    for (int room = 0; room < rooms; room++) {
      free.add(0L);
    }
    int inTime = 0;
    for (int i = 0; i < starts.length; i++) {
      long arrival = starts[i] - starts[0];
      long entry = Math.max(arrival, Objects.requireNonNull(free.poll()));
      inTime += entry - arrival <= 1_000_000_000 ? 1 : 0;
      free.add(entry + lasting[i]);
    }
    return (double) inTime / starts.length;
  }

  private static int least(IntPredicate meets) {
    return IntStream.range(1, 200).filter(meets).findFirst().orElseThrow();
  }

  private static List<String> made() {
    SplittableRandom random = new SplittableRandom(11);
    List<String> lines = new ArrayList<>(List.of("TIMESTAMP,ContextTokens,GeneratedTokens"));
    long now = 0;
    for (int i = 0; i < COUNT; i++) {
      boolean busy = now / 60_000_000_000L % 4 == 0;
      now += 100 * (long) (1 - Math.log(1 - random.nextDouble()) * (busy ? 2e6 : 8e6));
      long context = random.nextLong(100, busy ? 6000 : 3000);
      long generated = random.nextLong(1, busy ? 200 : 40);
      lines.add(FIRST.plusNanos(now).format(STAMP) + "," + context + "," + generated);
    }
    return lines;
  }

  /** What the columns say, without Anteroom's reader. */
  private void read(Path log) throws IOException {
    List<String[]> rows =
        Files.readAllLines(log).stream().skip(1).map(line -> line.split(",", -1)).toList();
    starts =
        rows.stream()
            .map(row -> LocalDateTime.parse(row[0], STAMP))
            .mapToLong(at -> Duration.between(FIRST, at).toNanos())
            .toArray();
    holds =
        rows.stream()
            .mapToLong(
                row -> 300_000 * Long.parseLong(row[1]) + 20_000_000 * Long.parseLong(row[2]))
            .toArray();
  }

  private static int number(Pattern pattern, CommandLineRun run) {
    return pattern
        .matcher(unwrapped(run))
        .results()
        .map((MatchResult found) -> Integer.parseInt(found.group(1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(run.out()));
  }

  private static String unwrapped(CommandLineRun run) {
    return run.out().replaceAll("\\s+", " ");
  }

  private Path written() throws IOException {
    try (Stream<Path> folders = Files.list(folder.resolve("out"))) {
      return folders.findFirst().orElseThrow();
    }
  }
}
