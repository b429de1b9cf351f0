package io.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Anteroom says stands once: who says it again asks whoever said it first. */
class SentencesTest {
  private static final Path MAIN =
      Path.of(System.getProperty("anteroom.project", "."), "src/main/java/io/anteroom");

  /** Shorter texts are words rather than sentences. */
  private static final int LEAST_LETTERS = 25;

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

  /** Where a literal that is too long for a line goes on in the next one. */
  private static final Pattern JOINT = Pattern.compile("\"\\s*\\n\\s*\\+ \"");

  @Test
  void noSentenceStandsTwice() throws IOException {
    Map<String, List<String>> places = new TreeMap<>();
    for (Path file : sources()) {
      LITERAL
          .matcher(JOINT.matcher(Files.readString(file)).replaceAll(""))
          .results()
          .map(literal -> literal.group(1).strip())
          .filter(text -> text.length() >= LEAST_LETTERS && text.contains(" "))
          .forEach(
              text ->
                  places
                      .computeIfAbsent(text, first -> new ArrayList<>())
                      .add(String.valueOf(file.getFileName())));
    }
    assertThat(places).hasSizeGreaterThan(1_000);
    places.values().removeIf(files -> files.size() == 1);
    assertThat(places).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
