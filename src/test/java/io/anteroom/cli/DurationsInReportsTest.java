package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.anteroom.measure.VisitRecord;
import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.report.ReportFormat;
import io.anteroom.report.ReportFormats;
import io.anteroom.result.FigureText;
import io.anteroom.result.Latency;
import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.store.StoredRun;
import io.anteroom.scenario.DurationText;
import io.anteroom.scenario.ScenarioParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Durations from a nanosecond to the longest that a scenario may name, from the command line
 * through the results folder into every report. One room and fixed holds give waits that are known.
 */
class DurationsInReportsTest {
  private static final int PERSONS = 25;
  private static final long LAST = PERSONS - 1L;

  /** The log of histograms tells replications apart that last a millisecond. */
  private static final long LEAST_IN_LOG = 100_000;

  private static final Percentage TENTH_OF_PERCENT = withPercentage(0.1);

  @TempDir Path folder;

  static Stream<Long> holds() {
    long longest = DurationText.LONGEST.toNanos();
    long day = Duration.ofDays(1).toNanos();
    return LongStream.concat(
            LongStream.iterate(1, nanos -> nanos <= longest, nanos -> nanos * 10),
            LongStream.of(2_047, 2_048, 999_999, day - 1, day, day + 1, longest / 7, longest))
        .boxed()
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("holds")
  void everyDurationReachesEveryReport(long hold) throws IOException {
    Path results = simulate(hold);
    RunResult result = StoredRun.RESULT.read(results.resolve("result.json"));
    assertThat(result.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(result.clamped() + result.negative()).isZero();
    assertLatency(result.waits(), 0, LAST, hold);
    assertLatency(result.hold(), 1, 1, hold);
    assertLatency(result.response(), 1, PERSONS, hold);

    Run stored =
        StoredRun.read(
            results, new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2));
    assertThat(stored.result()).isEqualTo(result);
    assertThat(Latency.of(stored.histograms().wait)).isEqualTo(result.waits());
    assertThat(Latency.of(stored.histograms().hold)).isEqualTo(result.hold());
    assertThat(stored.scenario().stay().hold().meanNanos()).isEqualTo((double) hold);

    assertVisits(stored.visits(), hold);
    assertTable(Files.readAllLines(results.resolve("wait.hgrm")), hold);
    assertLog(results.resolve("histograms.hlog"), hold);
    if (hold >= LEAST_IN_LOG) {
      assertThat(Files.readString(results.resolve("report.html")))
          .isEqualTo(written("html", stored));
    }
    assertColumns(written("csv", stored), hold);
    String longest = FigureText.duration(result.waits().maxNanos());
    for (String format : List.of("text", "markdown", "html")) {
      assertThat(written(format, stored)).as(format).contains(longest);
    }
    assertThat(written("svg", stored))
        .contains("longest wait " + svg(longest))
        .contains(" " + svg(FigureText.unitOf(25.0 * hold).sign()) + "</text>");
    assertThat(StoredRun.RESULT.read(written("json", stored))).isEqualTo(result);
    assertThat(written("junit", stored)).contains("time=\"");
    assertThat(written("visits", stored))
        .isEqualTo(Files.readString(results.resolve("visits.csv")));
  }

  private Path simulate(long hold) throws IOException {
    CommandLineRun run =
        run(
            "--arrivals at-once --persons 25 --rooms 1 --mode semaphore-fair --replications 2"
                + " --hold fixed:"
                + DurationText.format(Duration.ofNanos(hold)));
    assertThat(run.code()).as(run.err()).isZero();
    return newest();
  }

  private Path newest() throws IOException {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders.max(Comparator.naturalOrder()).orElseThrow();
    }
  }

  private CommandLineRun run(String options) {
    List<String> arguments = new ArrayList<>(List.of("simulate", "--out", folder.toString()));
    arguments.addAll(List.of(options.split(" ", -1)));
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  /** Of durations that are whole multiples of a hold, each as frequent as the others. */
  private static void assertLatency(Latency latency, long least, long most, long hold) {
    double mean = (least + most) / 2.0 * hold;
    assertThat(latency.count()).isEqualTo(2 * PERSONS);
    assertThat(latency.meanNanos()).isCloseTo(mean, TENTH_OF_PERCENT);
    assertThat((double) latency.p50Nanos()).isCloseTo(mean, TENTH_OF_PERCENT);
    assertThat((double) latency.maxNanos()).isCloseTo((double) most * hold, TENTH_OF_PERCENT);
  }

  private static void assertVisits(List<VisitRecord> visits, long hold) {
    assertThat(visits)
        .extracting(VisitRecord::enteredNanos)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(0, LAST).map(place -> place * hold).boxed().toList());
  }

  private static void assertTable(List<String> lines, long hold) {
    String[] last = lines.get(lines.size() - 4).strip().split(" +", -1);
    assertThat(Double.parseDouble(last[0]) * 1e6).isCloseTo((double) LAST * hold, TENTH_OF_PERCENT);
  }

  private static void assertLog(Path log, long hold) throws IOException {
    Histogram waits = new Histogram(3);
    try (HistogramLogReader reader = new HistogramLogReader(log.toFile())) {
      while (reader.hasNext()) {
        EncodableHistogram next = reader.nextIntervalHistogram();
        if (next.getTag().equals("wait")) {
          waits.add((Histogram) next);
        }
      }
    }
    assertThat(waits.getTotalCount()).isEqualTo(2 * PERSONS);
    assertThat((double) waits.getMaxValue()).isCloseTo((double) LAST * hold, TENTH_OF_PERCENT);
    assertThat(waits.getMean()).isCloseTo(LAST / 2.0 * hold, TENTH_OF_PERCENT);
  }

  private static void assertColumns(String csv, long hold) {
    String row = csv.lines().filter(line -> line.startsWith("wait.max,")).findFirst().orElseThrow();
    assertThat(Double.parseDouble(row.split(",", -1)[2]))
        .isCloseTo((double) LAST * hold, TENTH_OF_PERCENT);
  }

  private static String written(String format, Run run) throws IOException {
    ReportFormat report = ReportFormats.find(format).orElseThrow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    report.write(run, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String svg(String text) {
    return text.replace("µ", "&#181;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--hold fixed:8761h",
        "--hold fixed:366d",
        "--hold exponential:8760.0000001h",
        "--hold uniform:1s..31536001s",
        "--hold fixed:525601m",
        "--hold fixed:31536000000000001us",
        "--duration 8761h",
        "--warmup 366d --duration 8760h",
        "--patience exponential:365.1d",
        "--hold fixed:-1ns",
        "--hold fixed:1e3s",
      })
  void whatIsTooLongIsRefusedInOneLine(String options) {
    CommandLineRun run = run("--arrivals poisson:1/s --visits 10 " + options);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().strip()).hasLineCount(1).contains("allowed: ");
  }

  @Test
  void aLineThatWaitsForLongerIsInvalidAndSaysSoEverywhere() throws IOException {
    CommandLineRun run =
        run("--arrivals at-once --persons 200 --rooms 1 --hold fixed:8760h --replications 2");
    assertThat(run.code()).isEqualTo(6);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("longer than 146 years", "214 durations too long", "Shorten the holds");
    Path results = newest();
    Run stored =
        StoredRun.read(
            results, new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2));
    assertThat(stored.result().clamped()).isEqualTo(214);
    for (String format : List.of("markdown", "html")) {
      assertThat(written(format, stored)).as(format).contains("214 durations too long");
    }
    for (String format : List.of("json", "junit", "svg")) {
      assertThat(written(format, stored)).as(format).contains("longer than 146 years");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--hold fixed:8760h", "--hold fixed:365d", "--hold fixed:525600m"})
  void theLongestIsTaken(String options) {
    CommandLineRun run = run("--arrivals constant:1/d --visits 10 " + options);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("365d");
  }
}
