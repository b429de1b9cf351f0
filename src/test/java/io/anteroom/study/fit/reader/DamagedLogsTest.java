package io.anteroom.study.fit.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a file holds: requests, counts of what was none, or one clear line. */
class DamagedLogsTest {
  private static final long[] STARTS =
      IntStream.range(0, 200).mapToLong(i -> i * 5_000_000L).toArray();
  private static final long[] DURATIONS =
      IntStream.range(0, 200).mapToLong(i -> 1_000_000L + i).toArray();

  private static byte[] bytes(SampleLog log) {
    return log.text(STARTS, DURATIONS).getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource(SampleLog.class)
  void aFileThatIsCutGivesWhatIsBeforeTheCut(SampleLog log) throws IOException {
    byte[] whole = bytes(log);
    for (int cut = 1; cut < 20; cut++) {
      byte[] part = Arrays.copyOf(whole, whole.length * cut / 20);
      LogReading reading = read(log, new ByteArrayInputStream(part));
      assertThat(reading.requests().size()).isBetween(200 * cut / 20 - 8, 200 * cut / 20 + 1);
      assertThat(reading.skipped()).hasSizeLessThan(2);
    }
  }

  @ParameterizedTest
  @EnumSource(SampleLog.class)
  void bytesThatAreChangedAreNeverAFaultOfOurs(SampleLog log) throws IOException {
    SplittableRandom random = new SplittableRandom(11);
    byte[] whole = bytes(log);
    for (int round = 0; round < 300; round++) {
      byte[] damaged = whole.clone();
      int changes = 1 << random.nextInt(10);
      for (int i = 0; i < changes; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      readOrRefuse(log, damaged);
      readOrRefuse(null, damaged);
    }
  }

  @ParameterizedTest
  @EnumSource(SampleLog.class)
  void noiseIsRefusedInOneLine(SampleLog log) throws IOException {
    SplittableRandom random = new SplittableRandom(12);
    for (int round = 0; round < 20; round++) {
      byte[] noise = new byte[random.nextInt(1, 20_000)];
      random.nextBytes(noise);
      readOrRefuse(log, noise);
      readOrRefuse(null, noise);
    }
  }

  @ParameterizedTest
  @EnumSource(SampleLog.class)
  void aLineOfAMegabyteIsCountedAndTheOthersAreRead(SampleLog log) throws IOException {
    byte[] whole = bytes(log);
    byte[] huge = new byte[3 << 20];
    Arrays.fill(huge, (byte) 'x');
    huge[huge.length - 1] = '\n';
    InputStream all =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    new ByteArrayInputStream(whole),
                    new ByteArrayInputStream(huge),
                    new ByteArrayInputStream(bytesWithoutHeader(log)))));
    LogReading reading = read(log, all);
    assertThat(reading.requests().size()).isEqualTo(400);
    assertThat(reading.skipped().stream().mapToLong(Skipped::count).sum()).isEqualTo(1);
    assertThat(reading.skipped().getFirst().example()).hasSizeLessThan(70);
  }

  private static byte[] bytesWithoutHeader(SampleLog log) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < STARTS.length; i++) {
      text.append(log.line(SampleLog.ORIGIN + STARTS[i], DURATIONS[i], "GET /cart"));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource(SampleLog.class)
  void otherEncodingsInALabelDoNotCostTheLine(SampleLog log) throws IOException {
    byte[] text =
        log.text(STARTS, DURATIONS, "GET /caf\u00e9").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(read(log, new ByteArrayInputStream(text)).requests().size()).isEqualTo(200);
  }

  /** A gigabyte of zeros and more, which a megabyte unpacks to, read as far as it is harmless. */
  @Test
  void aBombOfGzipIsRefused() throws IOException {
    byte[] block = new byte[1 << 20];
    java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
    try (java.util.zip.GZIPOutputStream gzip = new java.util.zip.GZIPOutputStream(packed)) {
      for (int i = 0; i < 1100; i++) {
        gzip.write(block);
      }
    }
    assertThatThrownBy(() -> read(SampleLog.NGINX, new ByteArrayInputStream(packed.toByteArray())))
        .isInstanceOf(InvalidLogException.class)
        .hasMessageContaining("more than 200 times as large");
  }

  @Test
  void damagedGzipIsOneLine() throws IOException {
    byte[] packed = LogFormatsTest.packed(bytes(SampleLog.CSV));
    for (int length : new int[] {3, 20, packed.length / 2, packed.length - 4}) {
      readOrRefuse(null, Arrays.copyOf(packed, length));
    }
  }

  private static void readOrRefuse(@org.jspecify.annotations.Nullable SampleLog log, byte[] bytes)
      throws IOException {
    try {
      LogReading reading = read(log, new ByteArrayInputStream(bytes));
      assertThat(reading.requests().size()).isPositive();
    } catch (InvalidLogException clear) {
      assertThat(clear.getMessage()).hasLineCount(1).hasSizeLessThan(400);
    }
  }

  private static LogReading read(
      @org.jspecify.annotations.Nullable SampleLog log, InputStream stream) throws IOException {
    RequestCollector requests = new RequestCollector(null, false, 1);
    try (LogInput input = LogInput.of(stream)) {
      LogFormat format =
          log == null ? LogFormats.of(input) : LogFormats.find(log.format()).orElseThrow();
      requests.read(input, format, ReadOptions.NONE);
    }
    return requests.finish();
  }
}
