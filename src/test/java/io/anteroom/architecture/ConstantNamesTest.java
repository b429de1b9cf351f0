package io.anteroom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word for one thing: bounds are MOST and LEAST, but for names that somebody else gave. */
class ConstantNamesTest {
  private static final Path SOURCES =
      Path.of(System.getProperty("anteroom.project"), "src/main/java/io/anteroom");

  private static final Pattern OTHER_WORDS =
      Pattern.compile(
          "static final \\S+ (?:MAX|MAXIMUM|MIN|MINIMUM)_(?!POOL_SIZE\\b|VALUE\\b)\\w+ =");

  @Test
  void boundsAreMostAndLeast() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")).toList())
          .hasSizeGreaterThan(900)
          .allSatisfy(
              file -> assertThat(OTHER_WORDS.matcher(Files.readString(file)).results()).isEmpty());
    }
  }
}
