package io.anteroom.scenario;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScenarioFileTest {
  @TempDir Path folder;

  @Test
  void everyValueIsTextWithItsPosition() throws IOException {
    Settings settings = ScenarioFile.read(file("a.yaml", "# first\nrooms: 010\nline: 'shared'\n"));

    assertThat(settings.get(ScenarioKey.ROOMS))
        .contains(new Setting("010", folderTail("a.yaml") + ":2:8", folder, true));
    assertThat(settings.get(ScenarioKey.LINE))
        .contains(new Setting("shared", folderTail("a.yaml") + ":3:7", folder, true));
    assertThat(settings.get(ScenarioKey.SEED)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rooms: 7\nseed: 9",
        "rooms: 7\r\nseed: 9\r\n",
        "\uFEFFrooms: 7\nseed: 9\n",
        "rooms: 7\t# a tab is no indentation\nseed: 9\t\n",
        "---\nrooms: 7\nseed: 9\n...\n",
        "%YAML 1.2\n---\nrooms: 7\nseed: 9\n",
        "{rooms: 7, seed: 9}",
        "{\"rooms\": 7, \"seed\": \"9\"}",
        "rooms: >-\n  7\nseed: |-\n  9\n",
      })
  void oneScenarioCanBeWrittenInManyWays(String text) throws IOException {
    Settings settings = ScenarioFile.read(file("a.yaml", text));

    assertThat(settings.get(ScenarioKey.ROOMS)).map(Setting::value).contains("7");
    assertThat(settings.get(ScenarioKey.SEED)).map(Setting::value).contains("9");
  }

  @ParameterizedTest
  @CsvSource({
    "'expect: wait.p99 < 50ms', 1",
    "'expect: [wait.p99 < 50ms, abandoned < 1%]', 2",
    "'expect:\n  - a < 1\n  - b < 2\n  - c < 3', 3",
    "'expect: []', 0",
  })
  void expectationsAreOneOrAList(String text, int count) throws IOException {
    assertThat(ScenarioFile.read(file("a.yaml", text)).all(ScenarioKey.EXPECT)).hasSize(count);
  }

  @ParameterizedTest
  @CsvSource({
    "checkout.yaml, checkout",
    "checkout.yml, checkout",
    "checkout, checkout",
    "two.parts.yaml, two.parts",
    ".hidden.yaml, ",
    "with space.yaml, ",
  })
  void aFileWithoutANameIsNamedLikeItself(String file, String name) throws IOException {
    assertThat(ScenarioFile.read(file(file, "rooms: 1")).get(ScenarioKey.NAME).map(Setting::value))
        .isEqualTo(Optional.ofNullable(name));
  }

  @Test
  void aNameInTheFileWins() throws IOException {
    Settings settings = ScenarioFile.read(file("a.yaml", "name: b"));

    assertThat(settings.get(ScenarioKey.NAME)).map(Setting::value).contains("b");
  }

  @Test
  void aMissingFileIsRefused() {
    assertRefused(folder.resolve("missing.yaml"), "missing.yaml: no such file; check the path");
  }

  @Test
  void aFolderIsRefused() {
    assertRefused(folder, ": a folder; name a file in it");
  }

  @Test
  void aFileThatCannotBeReadIsRefused() throws IOException {
    Path loop = folder.resolve("loop.yaml");
    Files.createSymbolicLink(loop, loop);

    assertRefused(loop, "loop.yaml: not readable; check that it is a file");
  }

  @Test
  void aPathThatIsTooLongIsRefusedInOneShortLine() {
    assertRefused(folder.resolve("n".repeat(5000)), "nnn: not readable");
  }

  @Test
  void tenMegabytesOfGarbageAreRefused() throws IOException {
    byte[] garbage = new byte[10_000_000];
    new Random(1).nextBytes(garbage);

    assertRefused(file("a.yaml", garbage), "a.yaml: larger than 1 MiB; name a scenario file");
  }

  @Test
  void aMebibyteIsRead() throws IOException {
    String text = "rooms: 7 #" + "x".repeat((1 << 20) - 10);

    assertThat(ScenarioFile.read(file("a.yaml", text)).all(ScenarioKey.ROOMS)).hasSize(1);
    assertRefused(file("b.yaml", text + "x"), "larger than 1 MiB");
  }

  @Test
  void binaryGarbageIsRefusedAtItsFirstOddByte() throws IOException {
    byte[] program = {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, (byte) 0x90};

    assertRefused(file("a.yaml", program), "a.yaml:1: byte 11 of the line is 0x90, which is not");
  }

  @Test
  void otherEncodingsAreRefusedWithLineAndByte() throws IOException {
    byte[] latin = "rooms: 1\nname: caf\u00e9\n".getBytes(ISO_8859_1);

    assertRefused(file("a.yaml", latin), "a.yaml:2: byte 10 of the line is 0xE9, which is not");
    assertRefused(file("b.yaml", "rooms: 1".getBytes(UTF_16)), "b.yaml:1: byte 1 of the line is");
    assertRefused(file("c.yaml", new byte[] {'a', (byte) 0xC3}), "c.yaml:1: byte 2");
  }

  @Test
  void controlCharactersOfAFileNameAreEscaped() throws IOException {
    assertRefused(file("a\u001b[31m\n.yaml", ""), "a\\u001b[31m\\n.yaml: empty; write for example");
  }

  private void assertRefused(Path file, String problem) {
    assertThatExceptionOfType(InvalidScenarioException.class)
        .isThrownBy(() -> ScenarioFile.read(file))
        .satisfies(refusal -> assertThat(refusal).message().contains(problem).hasSizeLessThan(300))
        .satisfies(refusal -> assertThat(refusal).message().doesNotContain("\n", "\u001b"));
  }

  private String folderTail(String file) {
    return QuotedText.tail(folder.resolve(file).toString());
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
