package io.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Terminals without Unicode show all that is said. */
class StyleTest {
  private static final Style ASCII = new Style(false, false);
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

  @Test
  void aRoomLessIsNotAQuestion() {
    assertThat(ASCII.writable("workers −1")).isEqualTo("workers -1");
    assertThat(ASCII.writable("Satopää, Rényi, Takács")).isEqualTo("Satopaa, Renyi, Takacs");
  }

  @Test
  void everyTextOfOursCanBeWrittenInAscii() throws IOException {
    try (Stream<Path> sources =
        Files.walk(Path.of(System.getProperty("anteroom.project"), "src/main/java"))) {
      for (Path source :
          sources.filter(file -> file.toString().endsWith(".java")).sorted().toList()) {
        LITERAL
            .matcher(Files.readString(source))
            .results()
            .map(found -> found.group(1).replace("?", ""))
            .forEach(
                text -> assertThat(ASCII.writable(text)).as(source.toString()).doesNotContain("?"));
      }
    }
  }
}
