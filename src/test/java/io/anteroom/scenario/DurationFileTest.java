package io.anteroom.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DurationFileTest {
  @TempDir Path folder;

  @Test
  void commentsAndBlankLinesAreSkipped() throws IOException {
    String text = "\uFEFF# arrivals\r\n\r\n1.5s\r\n  20 ms # why\n\t3\u00b5s\n0ns";

    assertThat(read(text)).isEqualTo(new DurationList(1_500_000_000, 20_000_000, 3_000, 0));
  }

  @Test
  void equalTimesAscend() throws IOException {
    assertThat(trace("1s\n1s\n2s\n").times().size()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "'1s\n5 parsecs', ':2: \"5 parsecs\" is no duration; allowed: a number and a unit'",
    "'-1s', ':1: \"-1s\" is no duration'",
    "'1s\n\n3s\n2s', ':4: \"2s\" is less than the time before it; sort the file'",
    "'# nothing\n', ': no durations in it; write one a line, such as 1.5s'",
    "'', ': no durations in it; write one a line, such as 1.5s'",
    "'1s 2s', ':1: \"1s 2s\" is no duration'",
    "'8761h', ':1: \"8761h\" is no duration; allowed: at most 8760h (one year)'",
  })
  void mistakesAreFoundOnTheirLines(String text, String problem) {
    assertThatExceptionOfType(InvalidScenarioException.class)
        .isThrownBy(() -> trace(text))
        .withMessageStartingWith("a.yaml:3:8: ")
        .withMessageContaining("times.txt" + problem);
  }

  @Test
  void bytesThatAreNoTextAreFoundOnTheirLine() throws IOException {
    Files.write(folder.resolve("times.txt"), new byte[] {'1', 's', '\n', (byte) 0xFF});

    assertThatExceptionOfType(InvalidScenarioException.class)
        .isThrownBy(() -> read())
        .withMessageContaining("times.txt:2: byte 1 of the line is 0xFF, which is not UTF-8");
  }

  @Test
  void anEndlessLineIsRefused() {
    assertThatExceptionOfType(InvalidScenarioException.class)
        .isThrownBy(() -> read("1".repeat(1001)))
        .withMessageContaining("times.txt:1: longer than 1000 bytes");
  }

  @Test
  void tooManyLinesAreRefused() throws IOException {
    Path path = Files.writeString(folder.resolve("times.txt"), "1s\n".repeat(1000));
    InputFile file = new InputFile(path, "times.txt");

    assertThat(new DurationFile(file, 1000).read().size()).isEqualTo(1000);
    assertThatExceptionOfType(InvalidScenarioException.class)
        .isThrownBy(() -> new DurationFile(file, 999).read())
        .withMessage("times.txt: more than 999 lines; shorten the file");
  }

  @Test
  void aFolderIsRefused() throws IOException {
    Files.createDirectory(folder.resolve("times.txt"));

    assertThatExceptionOfType(InvalidScenarioException.class)
        .isThrownBy(() -> read())
        .withMessageContaining("times.txt: a folder; name a file in it");
  }

  @Test
  void aTraceMayHaveAHoldBesideEachTime() throws IOException {
    TraceFile.Rows rows = trace("start,duration\n0s,5ms\n1s ; 20ms # slow\n");

    assertThat(rows.times()).isEqualTo(new DurationList(0, 1_000_000_000));
    assertThat(rows.holds()).isEqualTo(new DurationList(5_000_000, 20_000_000));
    assertThat(trace("0s\n1s\n").holds()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'0s,5ms\n1s', ':2: \"1s\" is not as the first line; write a time on each line'",
    "'0s\n1s,5ms', ':2: \"1s,5ms\" is not as the first line'",
    "'0s,5ms\n1s,x', ':2: \"x\" is no duration'",
  })
  void aTraceHasAHoldBesideEachTimeOrBesideNone(String text, String problem) {
    assertThatExceptionOfType(InvalidScenarioException.class)
        .isThrownBy(() -> trace(text))
        .withMessageContaining("times.txt" + problem);
  }

  private DurationList read(String text) throws IOException {
    Files.writeString(folder.resolve("times.txt"), text);
    return read();
  }

  private DurationList read() {
    return DurationFile.named("times.txt", setting()).read();
  }

  private TraceFile.Rows trace(String text) throws IOException {
    Files.writeString(folder.resolve("times.txt"), text);
    return TraceFile.named("times.txt", setting()).read();
  }

  private Setting setting() {
    return new Setting("trace:times.txt", "a.yaml:3:8", folder, true);
  }
}
