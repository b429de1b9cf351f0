package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.result.store.StoredFile;
import io.anteroom.study.fit.reader.SampleLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FitCommandTest {
  @TempDir private Path folder;

  @Test
  void whatItWritesIsPlannedWithoutAnEdit() throws IOException {
    Path file = table("start_s,duration_ms", 500);
    CommandLineRun run = fit(file);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    CommandLineRun plan =
        CommandLineRun.of(
            "plan",
            written().toString(),
            "--slo",
            "response.p90 < 500ms",
            "--replications",
            "3",
            "--quiet");
    assertThat(plan.code()).as(plan.err()).isEqualTo(ExitCode.DONE);
    assertThat(plan.out()).contains("meet");
  }

  @Test
  void fewRequestsGiveAScenarioThatA99thPercentileCanBeToldOf() throws IOException {
    assertThat(fit(table("start_s,duration_ms", 300)).code()).isEqualTo(ExitCode.DONE);
    assertThat(StoredFile.SCENARIO.in(written()))
        .content()
        .contains("arrivals: \"poisson:", "visits: 2000", "goes on for longer than the data");
    CommandLineRun plan = plan("response.p99 < 1s");
    assertThat(plan.code()).as(plan.out() + plan.err()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void linesInTheOrderOfEndsAndClocksThatStepBackAreTold() throws IOException {
    StringBuilder byEnd = new StringBuilder("start_s,duration_ms\n");
    StringBuilder clock = new StringBuilder("start_s,duration_ms\n");
    for (int i = 1; i <= 300; i++) {
      double end = 1 + i * 0.01;
      byEnd.append(String.format(Locale.ROOT, "%.4f,%d%n", end - i % 7 * 0.025, i % 7 * 25));
      clock.append(String.format(Locale.ROOT, "%.4f,5%n", 5000 + end - (i > 150 ? 3600 : 0)));
    }
    Path ends = Files.writeString(folder.resolve("ends.csv"), byEnd);
    assertThat(unwrapped(fit(ends))).contains("ends.csv: its lines are in the order of the ends");
    Path set = Files.writeString(folder.resolve("set.csv"), clock);
    assertThat(unwrapped(fit(set))).contains("its clock steps back by up to 3,599 s, once");
    assertThat(unwrapped(fit(table("start_s,duration_ms", 300))))
        .doesNotContain("order of the ends", "steps back");
  }

  private static String unwrapped(CommandLineRun run) {
    return run.out().replaceAll("\\s+", " ");
  }

  /** Each layout as its tool writes it; nobody touches what is written. */
  @ParameterizedTest
  @EnumSource(SampleLog.class)
  void whatItWritesOfEachLayoutIsPlannedWithoutAnEdit(SampleLog layout) throws IOException {
    Path file = Files.writeString(folder.resolve("log"), layout.text(starts(), holds()));
    assertThat(fit(file).code()).isEqualTo(ExitCode.DONE);
    CommandLineRun plan = plan("response.p95 < 1s");
    assertThat(plan.code()).as(plan.err()).isEqualTo(ExitCode.DONE);
    assertThat(StoredFile.PAGE.in(written()))
        .content()
        .contains("What the data say")
        .containsOnlyOnce("id=\"data\"");
    CommandLineRun again = CommandLineRun.of("report", written().toString());
    assertThat(again.out()).contains("assumed", layout.format());
  }

  /** Of a coarse clock's first and last stretch nobody knows how much the data cover. */
  @Test
  void theRateOverTimeLeavesOutStretchesThatAreNotWhole() throws IOException {
    for (SampleLog layout : List.of(SampleLog.NGINX, SampleLog.VEGETA_CSV)) {
      Path file = Files.writeString(folder.resolve("log"), layout.text(starts(), holds()));
      assertThat(fit(file, "--out", folder.resolve(layout.name()).toString()).code()).isZero();
      boolean coarse = layout == SampleLog.NGINX;
      assertThat(Files.readString(StoredFile.PAGE.in(writtenIn(layout.name()))))
          .containsPattern(
              coarse ? "\"perSecond\":\\[null,[0-9.,]+,null]" : "\"perSecond\":\\[[0-9.,]+]");
    }
  }

  /** The same requests, once with whole seconds of their ends, once to the nanosecond. */
  @Test
  void wholeSecondsPlanWhatExactTimesPlanWithinARoom() throws IOException {
    List<Integer> rooms = new ArrayList<>();
    for (SampleLog layout : List.of(SampleLog.K6_CSV, SampleLog.VEGETA_CSV, SampleLog.NGINX)) {
      Path file = Files.writeString(folder.resolve("log"), layout.text(starts(), holds()));
      CommandLineRun run = fit(file, "--out", folder.resolve(layout.name()).toString());
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
      CommandLineRun plan = plan(writtenIn(layout.name()), "wait.p95 < 2ms");
      assertThat(plan.code()).as(plan.err()).isEqualTo(ExitCode.DONE);
      rooms.add(Integer.parseInt(plan.out().substring(0, plan.out().indexOf(' '))));
    }
    assertThat(rooms.getFirst()).isCloseTo(rooms.get(1), within(1));
    assertThat(rooms.getLast()).isCloseTo(rooms.get(1), within(1));
    assertThat(rooms.get(1)).isBetween(4, 9);
  }

  /**
   * Long requests come in bursts, so that arrivals and holds belong together. The mean wait for two
   * rooms is worked out by a plain replay here.
   */
  @Test
  void arrivalsThatAreReplayedKeepTheirHolds() throws IOException {
    SplittableRandom random = new SplittableRandom(21);
    int count = 2000;
    long[] starts = new long[count];
    long[] holds = new long[count];
    double time = 0;
    for (int i = 0; i < count; i++) {
      boolean burst = i / 20 % 5 == 0;
      time -= (burst ? 2e6 : 2e7) * Math.log(1 - random.nextDouble());
      starts[i] = (long) time;
      holds[i] = (long) (1 - (burst ? 3e7 : 3e6) * Math.log(1 - random.nextDouble()));
    }
    Path file = Files.writeString(folder.resolve("log"), SampleLog.VEGETA_CSV.text(starts, holds));
    CommandLineRun run = fit(file);
    assertThat(run.out()).contains("bursty", "Each arrival has the hold that it had.");
    double millis = meanWait(starts, holds, 2) / 1e6;
    CommandLineRun replay =
        CommandLineRun.of(
            "simulate",
            written().toString(),
            "--rooms",
            "2",
            "--mode",
            "semaphore-fair",
            "--expect",
            String.format(Locale.ROOT, "wait.mean > %.6fms", millis * 0.999),
            "--expect",
            String.format(Locale.ROOT, "wait.mean < %.6fms", millis * 1.001),
            "--out",
            folder.resolve("runs").toString(),
            "--quiet");
    assertThat(replay.code()).as(replay.out() + replay.err()).isEqualTo(ExitCode.DONE);
  }

  private static double meanWait(long[] starts, long[] holds, int rooms) {
    PriorityQueue<Long> free = new PriorityQueue<>();
    for (int i = 0; i < rooms; i++) {
      free.add(0L);
    }
    double sum = 0;
    for (int i = 0; i < starts.length; i++) {
      long arrival = starts[i] - starts[0];
      long entry = Math.max(arrival, free.remove());
      sum += entry - arrival;
      free.add(entry + holds[i]);
    }
    return sum / starts.length;
  }

  @Test
  void aTableOfPercentilesNeedsArrivals() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("wait.hgrm"),
            """
              Value  Percentile  TotalCount 1/(1-Percentile)

             1.000 0.5 50 2.00
             9.000 1.0 100
            #[Mean = 4]
            """);
    fit(file).assertRefused();
    fit(file, "--arrivals", "happily").assertRefused();
    CommandLineRun run = fit(file, "--arrivals", "poisson:300/s");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    CommandLineRun plan = plan("response.p95 < 1s");
    assertThat(plan.code()).as(plan.err()).isEqualTo(ExitCode.DONE);
  }

  /** Times without durations: holds are given. */
  @Test
  void arrivalsAloneNeedHolds() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "start\n0\n1\n2.5\n");
    fit(file, "--format", "csv").assertRefused();
    CommandLineRun run = fit(file, "--format", "csv", "--hold", "exponential:5ms");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(StoredFile.SCENARIO.in(written())).content().contains("exponential:5ms");
  }

  @Test
  void theFitIsPrintedAsJson() throws IOException {
    CommandLineRun run = fit(table("start_s,duration_ms", 200), "--json");
    assertThat(run.out()).startsWith("{").contains("\"kind\": \"POISSON\"");
  }

  @Test
  void severalFilesAreReadAsOne() throws IOException {
    Path file = table("start_s,duration_ms", 200);
    Path copy = Files.copy(file, folder.resolve("copy.csv"));
    assertThat(fit(file, copy.toString()).out()).contains("400 requests");
  }

  private static long[] starts() {
    SplittableRandom random = new SplittableRandom(9);
    long[] starts = new long[4000];
    double time = 0;
    for (int i = 0; i < starts.length; i++) {
      time -= 1e7 * Math.log(1 - random.nextDouble());
      starts[i] = (long) time;
    }
    return starts;
  }

  private static long[] holds() {
    SplittableRandom random = new SplittableRandom(10);
    return random.doubles(4000).mapToLong(u -> (long) (1 - 3e7 * Math.log(1 - u))).toArray();
  }

  private CommandLineRun plan(String objective) throws IOException {
    return plan(written(), objective);
  }

  private static CommandLineRun plan(Path fitted, String objective) {
    return CommandLineRun.of(
        "plan", fitted.toString(), "--slo", objective, "--replications", "3", "--quiet");
  }

  private Path writtenIn(String out) throws IOException {
    try (Stream<Path> folders = Files.list(folder.resolve(out))) {
      return folders.findFirst().orElseThrow();
    }
  }

  @Test
  void unusableLinesAreCountedAndShown() throws IOException {
    Path file = table("start,duration", 50);
    String text = Files.readString(file);
    Files.writeString(file, text + "oops,1\n1.5\n7,-3\nlater,2\n");
    CommandLineRun run = fit(file);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("50 requests", "2 lines: not a time; first in requests.csv, line 52: oops,1")
        .contains("1 line: too few columns", "1 line: a duration below 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\n", "start,duration\n", "start,duration\nx,y\n", "a,b\nc,d\n"})
  void aFileWithNothingUsableIsOneLine(String content) throws IOException {
    fit(Files.writeString(folder.resolve("bad.csv"), content)).assertRefused();
    assertThat(folder.resolve("out"))
        .satisfiesAnyOf(
            out -> assertThat(out).doesNotExist(), out -> assertThat(out).isEmptyDirectory());
  }

  @Test
  void wrongOptionsAreOneLine() throws IOException {
    Path file = table("start,duration", 5);
    fit(file, "--format", "xml").assertRefused();
    fit(file, "--start", "nowhere").assertRefused();
    fit(file, "--unit", "parsec").assertRefused();
    fit(file, "--label", "(").assertRefused();
    fit(file, "--label", "GET").assertRefused();
    fit(file, "--stamp", "middle").assertRefused();
    fit(file, "--duration-expr", "3*4*5").assertRefused();
    fit(file, "--duration-expr", "1ms*nowhere").assertRefused();
    fit(folder.resolve("missing.csv")).assertRefused();
    fit(folder).assertRefused();
  }

  /** The mean is exact: 0.3 ms times 100 and 20 ms times 2. */
  @Test
  void durationsAreComputedFromColumns() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("tokens.csv"),
            "TIMESTAMP,In,Out\n2026-11-16 18:17:03.97,100,2\n2026-11-16 18:17:04.97,100,2\n");
    CommandLineRun run = fit(file, "--duration-expr", "0.3ms*In + 20ms*Out");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("mean 70.0ms");
  }

  /** Five begin at once, and again a second later. */
  @Test
  void moreInFlightThanThereAreRoomsIsTold() throws IOException {
    String five = "0,10\n".repeat(5);
    Path file =
        Files.writeString(
            folder.resolve("f.csv"), "start,duration_ms\n" + five + five.replace("0,", "1,"));
    assertThat(unwrapped(fit(file, "--keep-stamps", "--rooms", "4")))
        .contains("up to 5 were in flight at once", "--rooms names (4)", "up to 1 waited");
    assertThat(unwrapped(fit(file, "--keep-stamps", "--rooms", "5")))
        .doesNotContain("more than the rooms");
    assertThat(unwrapped(fit(file, "--keep-stamps"))).doesNotContain("more than the rooms");
  }

  /** What is written for the plan keeps equal times, too. */
  @Test
  void keptStampsAreKeptByTheScenario() throws IOException {
    Path file = Files.writeString(folder.resolve("f.csv"), "start,duration_ms\n0,10\n0,10\n1,9\n");
    assertThat(fit(file, "--keep-stamps").out()).contains("trace:arrivals.csv,keep-stamps");
    assertThat(CommandLineRun.of("scenario", StoredFile.SCENARIO.in(written()).toString()).out())
        .contains("arrivals.csv,keep-stamps");
  }

  private Path table(String header, int rows) throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    StringBuilder text = new StringBuilder(header).append('\n');
    double time = 0;
    for (int i = 0; i < rows; i++) {
      time -= Math.log(random.nextDouble()) / 100;
      text.append(
          String.format(Locale.ROOT, "%.6f,%.4f%n", time, -20 * Math.log(random.nextDouble())));
    }
    return Files.writeString(folder.resolve("requests.csv"), text);
  }

  private CommandLineRun fit(Path file, String... options) {
    List<String> arguments = new ArrayList<>(List.of("fit", file.toString(), "--quiet"));
    if (!List.of(options).contains("--out")) {
      arguments.addAll(List.of("--out", folder.resolve("out").toString()));
    }
    arguments.addAll(List.of(options));
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  private Path written() throws IOException {
    try (Stream<Path> folders = Files.list(folder.resolve("out"))) {
      return folders.findFirst().orElseThrow();
    }
  }
}
