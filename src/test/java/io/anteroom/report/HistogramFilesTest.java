package io.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import io.anteroom.measure.Histograms;
import io.anteroom.result.Latency;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.SampleRuns;
import io.anteroom.result.store.StoredRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that other tools read, read by HdrHistogram's own. */
class HistogramFilesTest {
  private static final double PRINTED = 0.0005;

  @TempDir Path folder;
  private final Locale locale = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  @Test
  void theLogProcessorFindsThePercentilesOfTheResult() throws Exception {
    Run run = SampleRuns.abandonments();
    Path log = write(new HlogReport(), run, "histograms.hlog");
    RunResult result = StoredRun.RESULT.read(write(new JsonReport(), run, "result.json"));
    assertSameFigures(processed(log, "wait"), result.waits());
    assertSameFigures(
        processed(log, "uncorrectedWait"), Objects.requireNonNull(result.uncorrectedWait()));
    assertSameFigures(processed(log, "hold"), result.hold());
    assertSameFigures(processed(log, "response"), result.response());
    assertSameFigures(processed(log, "lateness"), Objects.requireNonNull(result.lateness()));
    assertSameFigures(processed(log, "canary"), Objects.requireNonNull(result.canary()));
  }

  @Test
  void aRunWithoutIntervalsIsOneInterval() throws Exception {
    Run run = SampleRuns.completed();
    Run whole =
        new Run(run.scenario(), run.result(), run.histograms(), List.of(), List.of(), Map.of());
    List<String> lines = processed(write(new HlogReport(), whole, "histograms.hlog"), "wait");
    assertThat(lines).hasSize(1);
    assertSameFigures(lines, run.result().waits());
  }

  @Test
  void theLogIsStampedWithTheStartOfTheRun() throws IOException {
    Path log = write(new HlogReport(), SampleRuns.completed(), "histograms.hlog");
    assertThat(Files.readAllLines(log))
        .startsWith("#[Histogram log format version 1.3]")
        .anyMatch(line -> line.startsWith("#[BaseTime: 1795367730.500 "))
        .anyMatch(line -> line.startsWith("#[StartTime: 1795367730.500 "))
        .filteredOn(line -> line.startsWith("Tag="))
        .hasSize(12)
        .allMatch(
            line ->
                line.matches(
                    "Tag=(wait|uncorrectedWait|hold|response|lateness|canary),[0-9.]+,[0-9.]+,[0-9.]+,HIST.*"));
  }

  @Test
  void theTableHasTheStandardColumns() throws IOException {
    Locale.setDefault(Locale.GERMANY);
    Run run = SampleRuns.completed();
    List<String> lines = Files.readAllLines(write(new HgrmReport(), run, "wait.hgrm"));
    assertThat(lines.getFirst().strip().split("\\s+"))
        .containsExactly("Value", "Percentile", "TotalCount", "1/(1-Percentile)");
    List<String[]> rows =
        lines.stream()
            .skip(2)
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.strip().split("\\s+"))
            .toList();
    assertThat(rows).hasSizeGreaterThan(20);
    assertThat(rows.getLast()).hasSizeBetween(3, 4).contains("1.000000000000", "10000");
    assertThat(Double.parseDouble(rows.getLast()[0]))
        .isCloseTo(run.result().waits().maxNanos() / 1e6, within(PRINTED));
    assertThat(lines.getLast()).startsWith("#[Buckets");
  }

  /** Below a microsecond HdrHistogram's own table prints 0, and from 28 hours on no space. */
  @Test
  void theTableIsExactToTheNanosecondForPlotters() throws IOException {
    for (long nanos : new long[] {1, 37, 999, 1_234, 31_536_000_000_000_000L, 1L << 61}) {
      Histograms waits = Histograms.empty();
      waits.wait.recordValueWithCount(nanos, 3);
      RunResult result = SampleRuns.completed().result();
      Run run =
          new Run(SampleRuns.completed().scenario(), result, waits, List.of(), List.of(), Map.of());
      List<String> lines = Files.readAllLines(write(new HgrmReport(), run, "wait.hgrm"));
      // The first is what the scripts for wrk2's output look for, the second those of HdrHistogram.
      assertThat(lines.get(2)).matches("\\s+[0-9.]+\\s+[0-9.]+\\s+[0-9.]+\\s+[0-9.]+");
      assertThat(Double.parseDouble(lines.get(2).strip().split(" +", -1)[0]) * 1e6)
          .isCloseTo((double) nanos, withPercentage(0.1));
      assertThat(lines.subList(lines.size() - 3, lines.size()))
          .allMatch(line -> line.startsWith("#["));
      assertThat(lines.getLast()).contains("Unit = milliseconds");
    }
  }

  @Test
  void theTableIsHdrHistogramsOwnButForItsDigits() throws IOException {
    Run run = SampleRuns.abandonments();
    ByteArrayOutputStream own = new ByteArrayOutputStream();
    run.histograms()
        .wait
        .outputPercentileDistribution(new PrintStream(own, false, StandardCharsets.UTF_8), 5, 1e6);
    List<String> expected = own.toString(StandardCharsets.UTF_8).lines().toList();
    List<String> lines = Files.readAllLines(write(new HgrmReport(), run, "wait.hgrm"));
    assertThat(lines).hasSameSizeAs(expected);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(words(lines.get(i))).hasSameSizeAs(words(expected.get(i)));
      for (int word = 0; word < words(expected.get(i)).size(); word++) {
        assertSame(words(lines.get(i)).get(word), words(expected.get(i)).get(word));
      }
    }
  }

  private static List<String> words(String line) {
    String plain = line.replaceFirst("^(#\\[Buckets).*", "$1").strip();
    return List.of(plain.split("[ ,\\]]+"));
  }

  private static void assertSame(String word, String expected) {
    if (expected.matches("[0-9.]+")) {
      assertThat(Double.parseDouble(word)).isCloseTo(Double.parseDouble(expected), within(PRINTED));
    } else {
      assertThat(word).isEqualTo(expected);
    }
  }

  @Test
  void runsWithoutVisitsCanBeWrittenToo() throws Exception {
    Run sample = SampleRuns.withoutNumbers();
    Run run =
        new Run(
            sample.scenario(), sample.result(), Histograms.empty(), List.of(), List.of(), Map.of());
    for (ReportFormat format : ReportFormats.all()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      format.write(run, out);
      assertThat(out.toString(StandardCharsets.UTF_8)).as(format.name()).isNotBlank();
    }
  }

  @Test
  void everyFormatIsFoundByItsName() {
    assertThat(ReportFormats.all())
        .extracting(ReportFormat::name)
        .containsExactly(
            "text",
            "json",
            "hgrm",
            "hlog",
            "csv",
            "junit",
            "replications",
            "visits",
            "html",
            "markdown",
            "svg")
        .allSatisfy(name -> assertThat(ReportFormats.find(name)).isPresent());
    assertThat(ReportFormats.find("pdf")).isEmpty();
  }

  /** The lines that HistogramLogProcessor prints for a tag, one an interval. */
  private List<String> processed(Path log, String tag) throws Exception {
    Path out = folder.resolve("processed-" + tag);
    Path output = folder.resolve("output-" + tag);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                hdrHistogramJar().toString(),
                "org.HdrHistogram.HistogramLogProcessor",
                "-i",
                log.toString(),
                "-o",
                out.toString(),
                "-csv",
                "-tag",
                tag)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    return Files.readAllLines(out).stream().filter(line -> line.matches("[0-9].*")).toList();
  }

  private static Path hdrHistogramJar() throws URISyntaxException {
    return Path.of(Histogram.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Compares the columns Total_Count, and 50%, 90%, 99%, 99.9%, 99.99% and Max of the total. */
  private static void assertSameFigures(List<String> lines, Latency expected) {
    double[] figures =
        Arrays.stream(lines.getLast().split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    assertThat(figures[5]).isEqualTo((double) expected.count());
    assertThat(figures[6]).isCloseTo(expected.p50Nanos() / 1e6, within(PRINTED));
    assertThat(figures[7]).isCloseTo(expected.p90Nanos() / 1e6, within(PRINTED));
    assertThat(figures[8]).isCloseTo(expected.p99Nanos() / 1e6, within(PRINTED));
    assertThat(figures[9]).isCloseTo(expected.p999Nanos() / 1e6, within(PRINTED));
    assertThat(figures[10]).isCloseTo(expected.p9999Nanos() / 1e6, within(PRINTED));
    assertThat(figures[11]).isCloseTo(expected.maxNanos() / 1e6, within(PRINTED));
  }

  private Path write(ReportFormat format, Run run, String name) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      format.write(run, out);
    }
    return file;
  }
}
