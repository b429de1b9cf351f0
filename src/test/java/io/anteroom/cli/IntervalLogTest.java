package io.anteroom.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.FigureText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that other tools write with HdrHistogram, written here by the library itself. */
class IntervalLogTest {
  private static final long MILLISECOND = 1_000_000;

  @TempDir private Path folder;

  private final Histogram all = new Histogram(3);

  @Test
  void itsDurationsArePrintedByTag() throws IOException {
    Path log = log("one.hlog", "");
    CommandLineRun run = CommandLineRun.of("report", log.toString());
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("3 histograms", "(no tag)", FigureText.count(all.getTotalCount()))
        .contains(FigureText.duration((double) all.getValueAtPercentile(90)));
    CommandLineRun tagged = CommandLineRun.of("report", log("two.hlog", "GET").toString());
    assertThat(tagged.out()).contains("GET");
  }

  /** One stall of a second at a request a millisecond hides a thousand requests. */
  @Test
  void omittedRequestsAreAddedOnlyWhereThatIsAskedFor() throws IOException {
    Path log = log("one.hlog", "");
    CommandLineRun run = CommandLineRun.of("report", log.toString(), "--expected-interval", "1ms");
    Histogram corrected = all.copyCorrectedForCoordinatedOmission(MILLISECOND);
    assertThat(run.out())
        .contains("corrected", FigureText.count(corrected.getTotalCount()))
        .contains(FigureText.duration((double) corrected.getValueAtPercentile(50)));
    assertThat(corrected.getTotalCount()).isGreaterThan(all.getTotalCount() + 900);
  }

  @Test
  void logsAreMerged() throws IOException {
    CommandLineRun run =
        CommandLineRun.of(
            "report", "--merge", log("one.hlog", "").toString(), log("two.hlog", "").toString());
    assertThat(run.out()).contains("2 logs · 6 histograms", "606");
  }

  @Test
  void aHoldIsTakenFromALogOrATable() throws IOException {
    Path log = log("one.hlog", "");
    Path table = table();
    for (Path file : new Path[] {log, table}) {
      CommandLineRun run =
          CommandLineRun.of(
              "simulate",
              "--arrivals",
              "poisson:1/s",
              "--visits",
              "2000",
              "--rooms",
              "50",
              "--hold",
              "empirical:" + file,
              "--replications",
              "2",
              "--expect",
              "hold.p50 > 45ms",
              "--expect",
              "hold.p50 < 55ms",
              "--out",
              folder.resolve("out").toString(),
              "--quiet");
      assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.DONE);
    }
  }

  @Test
  void aTableOfPercentilesIsPrintedAsTheLogIs() throws IOException {
    Path log = log("one.hlog", "");
    String printed = CommandLineRun.of("report", log.toString()).out();
    String table = CommandLineRun.of("report", table().toString()).out();
    assertThat(figures(table).split(" ", -1)[2]).isEqualTo("303");
    assertThat(figures(table)).startsWith("(no tag) 303").endsWith("1.00s");
    assertThat(figures(printed)).startsWith("(no tag) 303").endsWith("1.00s");
    CommandLineRun.of("report", table().toString(), "--unit", "us").assertRefused();
    Path bad = Files.writeString(folder.resolve("bad.hgrm"), "nothing\n");
    CommandLineRun.of("report", bad.toString()).assertRefused();
  }

  @Test
  void twoLogsAreSetSideBySide() throws IOException {
    Path one = log("one.hlog", "");
    Path twice = folder.resolve("twice.hlog");
    try (PrintStream out = new PrintStream(twice.toFile(), StandardCharsets.UTF_8)) {
      HistogramLogWriter writer = new HistogramLogWriter(out);
      Histogram both = new Histogram(3);
      for (int i = 1; i <= 100; i++) {
        both.recordValueWithCount(2L * i * MILLISECOND, 6);
      }
      both.recordValueWithCount(2000 * MILLISECOND, 6);
      writer.outputIntervalHistogram(0.0, 1.0, both);
    }
    CommandLineRun run = CommandLineRun.of("diff", one.toString(), twice.toString());
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).containsPattern("change +\\+100\\.0% +\\+(100\\.[01]|99\\.9)%");
    assertThat(run.out()).contains("Nothing is judged");
    CommandLineRun.of("diff", one.toString(), folder.toString()).assertRefused();
    CommandLineRun.of("diff", one.toString(), twice.toString(), "--json").assertRefused();
    CommandLineRun.of("diff", one.toString(), twice.toString(), "--fail-on", "wait.p99 +10%")
        .assertRefused();
  }

  private Path table() throws IOException {
    Path table = folder.resolve("one.hgrm");
    try (PrintStream out = new PrintStream(table.toFile(), StandardCharsets.UTF_8)) {
      all.outputPercentileDistribution(out, 1e6);
    }
    return table;
  }

  /** Between two lines of a table all durations count as the longer one; its foot knows better. */
  @Test
  void theMeanOfATableIsTheOneThatItsFootSays() throws IOException {
    Histogram all = new Histogram(3);
    for (int i = 1; i <= 1000; i++) {
      all.recordValue((long) i * i * 1000);
    }
    Path table = folder.resolve("coarse.hgrm");
    try (PrintStream out = new PrintStream(table.toFile(), StandardCharsets.UTF_8)) {
      all.outputPercentileDistribution(out, 1, 1e6);
    }
    String mean = FigureText.duration(all.getMean());
    String line = "(no tag) 1,000 " + mean + " ";
    assertThat(figures(CommandLineRun.of("report", table.toString()).out())).startsWith(line);
    assertThat(CommandLineRun.of("diff", table.toString(), table.toString()).out())
        .containsPattern("\\(no tag\\) A +1,000 +" + Pattern.quote(mean))
        .containsPattern("change +\\+0\\.0% +\\+0\\.0%");

    Path footless = folder.resolve("footless.hgrm");
    Files.writeString(
        footless,
        Files.readString(table)
            .lines()
            .filter(one -> !one.startsWith("#["))
            .collect(joining("\n")));
    assertThat(figures(CommandLineRun.of("report", footless.toString()).out()))
        .startsWith("(no tag) 1,000 – ");
  }

  private static String figures(String printed) {
    return printed
        .lines()
        .map(line -> line.strip().replaceAll(" +", " "))
        .filter(line -> line.startsWith("(no tag)"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsNoLogIsOneLine() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.hlog"), "1,2,3\nHISTF\n");
    CommandLineRun.of("report", bad.toString()).assertRefused();
    Path log = log("one.hlog", "");
    CommandLineRun.of("report", log.toString(), "--format", "svg").assertRefused();
    CommandLineRun.of("report", log.toString(), "--expected-interval", "soon").assertRefused();
    CommandLineRun.of("simulate", "--hold", "empirical:" + bad).assertRefused();
    CommandLineRun.of("simulate", "--arrivals", "trace:" + log).assertRefused();
  }

  /** 303 durations from 1 to 100 ms and a stall of a second in each of three intervals. */
  private Path log(String name, String tag) throws IOException {
    all.reset();
    Path file = folder.resolve(name);
    try (PrintStream out = new PrintStream(file.toFile(), StandardCharsets.UTF_8)) {
      HistogramLogWriter writer = new HistogramLogWriter(out);
      writer.outputLogFormatVersion();
      for (int second = 0; second < 3; second++) {
        Histogram interval = new Histogram(3);
        for (int i = 1; i <= 100; i++) {
          interval.recordValue(i * MILLISECOND);
        }
        interval.recordValue(1000 * MILLISECOND);
        if (!tag.isEmpty()) {
          interval.setTag(tag);
        }
        writer.outputIntervalHistogram((double) second, second + 1.0, interval);
        all.add(interval);
      }
    }
    return file;
  }
}
