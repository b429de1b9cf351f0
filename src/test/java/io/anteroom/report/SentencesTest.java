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

  /** A number with a plural, which is wrong of one thing. */
  private static final Pattern MANY =
      Pattern.compile("FigureText\\.count\\([^\"]*?\\)\\s*\\+ \" [a-z]{2,}s\\b[^;]*");

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

  @Test
  void oneThingIsNotSaidInThePlural() throws IOException {
    List<String> many = new ArrayList<>();
    for (Path file : sources()) {
      MANY.matcher(Files.readString(file))
          .results()
          .forEach(found -> many.add(file.getFileName() + ": " + found.group()));
    }
    assertThat(many).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
