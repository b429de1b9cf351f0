package io.anteroom.study.fit.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogFormatsTest {
  private static final int COUNT = 500;

  private final long[] starts = new long[COUNT];
  private final long[] durations = new long[COUNT];

  LogFormatsTest() {
    SplittableRandom random = new SplittableRandom(5);
    long time = 0;
    for (int i = 0; i < COUNT; i++) {
      time += random.nextLong(20_000_000);
      starts[i] = time;
      durations[i] = random.nextLong(1, 300_000_000);
    }
  }

  @ParameterizedTest
  @EnumSource(SampleLog.class)
  void everyLayoutIsRecognisedAndGivesTheSameRequests(SampleLog log) throws IOException {
    LogReading reading = read(log.text(starts, durations).getBytes(StandardCharsets.UTF_8), null);
    assertThat(reading.files()).extracting(SourceFile::format).containsExactly(log.format());
    assertThat(reading.skipped()).isEmpty();
    Requests requests = reading.requests();
    assertThat(requests.size()).isEqualTo(COUNT);
    long[] sorted = requests.durations();
    Arrays.sort(sorted);
    long[] expected = LongStream.of(durations).sorted().toArray();
    boolean inOrder = log.stampStep() < 1_000_000;
    for (int i = 0; i < COUNT; i++) {
      assertThat((double) sorted[i]).isCloseTo((double) expected[i], within(log.durationStep()));
      if (inOrder) {
        assertThat((double) requests.start(i))
            .isCloseTo((double) (starts[i] - starts[0]), within(1000));
      }
    }
    assertThat((double) requests.spanNanos())
        .isCloseTo((double) (starts[COUNT - 1] - starts[0]), within(2 * log.stampStep() + 1000));
    boolean coarse = log.stampStep() >= 1_000_000;
    assertThat(reading.files().getFirst().spread()).isEqualTo(coarse);
    assertThat(reading.files().getFirst().resolutionNanos())
        .isGreaterThanOrEqualTo(coarse ? log.stampStep() : 1);
  }

  private static org.assertj.core.data.Offset<Double> within(long nanos) {
    return org.assertj.core.api.Assertions.within((double) nanos);
  }

  @ParameterizedTest
  @EnumSource(SampleLog.class)
  void labelsChoose(SampleLog log) throws IOException {
    if (log == SampleLog.HEY) {
      return;
    }
    byte[] text =
        log.text(starts, durations, "GET /a", "GET /a", "GET /b", "GET /c")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(read(text, null).labels())
        .isEqualTo(Map.of("GET /a", 250L, "GET /b", 125L, "GET /c", 125L));
    LogReading chosen = read(text, Pattern.compile("/[bc]"));
    assertThat(chosen.requests().size()).isEqualTo(250);
    assertThat(chosen.left().otherLabels()).isEqualTo(250);
  }

  @ParameterizedTest
  @EnumSource(SampleLog.class)
  void gzipIsUnpacked(SampleLog log) throws IOException {
    byte[] text = log.text(starts, durations).getBytes(StandardCharsets.UTF_8);
    assertThat(read(packed(text), null).requests().size()).isEqualTo(COUNT);
  }

  @Test
  void utf16AndByteOrderMarksAreRead() throws IOException {
    String text = "\uFEFF" + SampleLog.CSV.text(starts, durations);
    for (var charset :
        new java.nio.charset.Charset[] {
          StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
      assertThat(read(text.getBytes(charset), null).requests().size())
          .as(charset.name())
          .isEqualTo(COUNT);
    }
  }

  /** What the log's own writer wrote, in versions that it writes; counts and durations are kept. */
  @Test
  void intervalLogsGiveTheirDurations() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    HistogramLogWriter writer =
        new HistogramLogWriter(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    writer.outputLogFormatVersion();
    for (int second = 0; second < 5; second++) {
      Histogram interval = new Histogram(3);
      interval.setTag(second % 2 == 0 ? "hold" : "wait");
      for (int i = 0; i < 100; i++) {
        interval.recordValue(durations[second * 100 + i]);
      }
      writer.outputIntervalHistogram(1_796_000_000 + second, 1_796_000_001 + second, interval);
    }

    LogReading reading = read(bytes.toByteArray(), null);
    assertThat(reading.files().getFirst().format()).isEqualTo("hlog");
    assertThat(reading.requests().size()).isEqualTo(300);
    assertThat(reading.told())
        .anyMatch(one -> one.contains("of its tags hold, wait, hold is read"));
    assertThat(reading.files().getFirst().resolutionNanos()).isEqualTo(1_000_000_000L);
    assertThat(read(bytes.toByteArray(), Pattern.compile("wait")).requests().size()).isEqualTo(200);
    double mean = LongStream.of(Arrays.copyOf(durations, 100)).average().orElseThrow();
    assertThat(LongStream.of(reading.requests().durations()).average().orElseThrow())
        .isCloseTo(mean, org.assertj.core.api.Assertions.withinPercentage(20));
  }

  @Test
  void tablesOfPercentilesGiveTheirDurations() throws IOException {
    Histogram histogram = new Histogram(3);
    LongStream.of(durations).forEach(histogram::recordValue);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    histogram.outputPercentileDistribution(
        new PrintStream(bytes, true, StandardCharsets.UTF_8), 1e6);
    LogReading reading = read(bytes.toByteArray(), null);
    assertThat(reading.files().getFirst().format()).isEqualTo("hgrm");
    long[] sorted = reading.requests().durations();
    Arrays.sort(sorted);
    assertThat((double) sorted[sorted.length / 2])
        .isCloseTo(
            (double) histogram.getValueAtPercentile(50),
            org.assertj.core.api.Assertions.withinPercentage(5));
  }

  @Test
  void aFlightRecordingGivesTheEventThatIsAskedFor(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("sleeps.jfr");
    try (jdk.jfr.Recording recording = new jdk.jfr.Recording()) {
      recording.enable("jdk.ThreadSleep").withThreshold(java.time.Duration.ZERO);
      recording.start();
      for (int i = 0; i < 5; i++) {
        Thread.sleep(1);
      }
      recording.stop();
      recording.dump(file);
    }
    ReadOptions options =
        new ReadOptions(
            new ReadOptions.Columns(null, null, null, null, null),
            null,
            null,
            null,
            "jdk.ThreadSleep",
            true);
    RequestCollector requests = new RequestCollector(null, false, 1);
    try (LogInput input = LogInput.open(file)) {
      requests.read(input, LogFormats.of(input), options);
    }
    assertThat(requests.finish().requests().size()).isGreaterThanOrEqualTo(5);
    assertThatThrownBy(() -> read(Files.readAllBytes(file), null))
        .isInstanceOf(InvalidLogException.class)
        .hasMessageContaining(
            "no event anteroom.Visit in it; name one with --event: jdk.ThreadSleep");
  }

  static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private static LogReading read(byte[] bytes, @org.jspecify.annotations.Nullable Pattern label)
      throws IOException {
    RequestCollector requests = new RequestCollector(label, false, 1);
    ReadOptions options =
        new ReadOptions(ReadOptions.NONE.columns(), null, label, null, null, true);
    try (LogInput input = LogInput.of(new ByteArrayInputStream(bytes))) {
      requests.read(input, LogFormats.of(input), options);
    }
    return requests.finish();
  }
}
