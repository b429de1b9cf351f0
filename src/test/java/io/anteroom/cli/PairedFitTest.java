package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
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
  private final long[] starts = new long[COUNT];
  private final long[] holds = new long[COUNT];

  @Test
  void thePairedAndTheIndependentAnswerAreBothSaid() throws IOException {
    CommandLineRun fit =
        CommandLineRun.of(
            "fit",
            log().toString(),
            "--duration-expr",
            EXPRESSION,
            "--out",
            folder.resolve("out").toString(),
            "--quiet");
    assertThat(fit.code()).as(fit.err()).isEqualTo(ExitCode.DONE);
    assertThat(unwrapped(fit))
        .contains("hold: paired", "Each arrival has the hold that it had.")
        .contains("holds are longer in busy times");
    CommandLineRun plan =
        CommandLineRun.of(
            "plan", written().toString(), "--slo", OBJECTIVE, "--replications", "5", "--quiet");
    assertThat(plan.code()).as(plan.err()).isEqualTo(ExitCode.DONE);
    int paired = number(ANSWER, plan);
    int independent = number(DEALT, plan);
    assertThat(paired).isEqualTo(least(rooms -> served(rooms, holds) >= 0.99));
    assertThat(independent).isCloseTo(least(this::meetsDealt), within(1)).isLessThan(paired - 2);
  }

  /** The holds dealt anew, twenty times. */
  private boolean meetsDealt(int rooms) {
    SplittableRandom random = new SplittableRandom(2);
    return IntStream.range(0, 20)
            .mapToDouble(
                deal ->
                    served(
                        rooms,
                        IntStream.range(0, COUNT)
                            .mapToLong(i -> holds[random.nextInt(COUNT)])
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
    for (int i = 0; i < COUNT; i++) {
      long arrival = starts[i] - starts[0];
      long entry = Math.max(arrival, Objects.requireNonNull(free.poll()));
      inTime += entry - arrival <= 1_000_000_000 ? 1 : 0;
      free.add(entry + lasting[i]);
    }
    return (double) inTime / COUNT;
  }

  private static int least(IntPredicate meets) {
    return IntStream.range(1, 200).filter(meets).findFirst().orElseThrow();
  }

  private Path log() throws IOException {
    SplittableRandom random = new SplittableRandom(11);
    StringBuilder text = new StringBuilder("TIMESTAMP,ContextTokens,GeneratedTokens\n");
    long now = 0;
    for (int i = 0; i < COUNT; i++) {
      boolean busy = now / 60_000_000_000L % 4 == 0;
      now += 100 * (long) (1 - Math.log(1 - random.nextDouble()) * (busy ? 2e6 : 8e6));
      long context = random.nextLong(100, busy ? 6000 : 3000);
      long generated = random.nextLong(1, busy ? 200 : 40);
      starts[i] = now;
      holds[i] = 300_000 * context + 20_000_000 * generated;
      text.append(FIRST.plusNanos(now).format(STAMP))
          .append(',')
          .append(context)
          .append(',')
          .append(generated)
          .append('\n');
    }
    return Files.writeString(folder.resolve("llm-code.csv"), text);
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
