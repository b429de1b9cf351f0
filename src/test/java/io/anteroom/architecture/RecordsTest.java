package io.anteroom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Records stay small enough to be understood. */
class RecordsTest {
  private static final int MOST_COMPONENTS = 8;
  private static final Pattern RECORD = Pattern.compile("\\brecord (\\w+)(?:<[^(]*>)?\\(");

  private static final Path SOURCES =
      Path.of(System.getProperty("anteroom.project"), "src/main/java/io/anteroom");

  /** Those that are larger. None is added, and none grows, but for the keys of a document. */
  private static final Map<String, Integer> LARGER =
      Map.ofEntries(
          Map.entry("ArmContrast", 11),
          Map.entry("ArmFigures", 10),
          Map.entry("CellRecord", 15),
          Map.entry("Comparison", 12),
          Map.entry("Environment", 12),
          Map.entry("FlightReport", 11),
          Map.entry("FlightSummary", 10),
          Map.entry("Latency", 10),
          Map.entry("LessonResult", 13),
          Map.entry("Observation", 9),
          Map.entry("Plan", 19),
          Map.entry("Point", 9),
          Map.entry("Prediction", 14),
          Map.entry("Progress", 10),
          Map.entry("RunDiff", 13),
          Map.entry("RunResult", 35),
          Map.entry("SweepDiff", 10),
          Map.entry("TheoryReport", 15),
          Map.entry("VisitCounts", 9),
          Map.entry("WatchResult", 11));

  @Test
  void recordsHaveFewComponents() throws IOException {
    Map<String, Integer> larger = new TreeMap<>();
    for (Path source : sources()) {
      components(Files.readString(source))
          .forEach((name, count) -> larger.merge(name, count, Math::max));
    }
    larger.values().removeIf(count -> count <= MOST_COMPONENTS);
    assertThat(larger).isEqualTo(LARGER);
  }

  @Test
  void aResultIsPutTogetherInOnePlace() throws IOException {
    assertThat(sources().stream().filter(file -> text(file).contains("new RunResult("))).hasSize(1);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Map<String, Integer> components(String source) {
    Map<String, Integer> components = new TreeMap<>();
    Matcher record = RECORD.matcher(source);
    while (record.find()) {
      components.merge(record.group(1), count(source, record.end()), Math::max);
    }
    return components;
  }

  /** How many components there are from there on to the parenthesis that ends them. */
  private static int count(String source, int from) {
    int depth = 1;
    int commas = 0;
    int at = from;
    for (; depth > 0; at++) {
      switch (source.charAt(at)) {
        case '(', '<' -> depth++;
        case ')', '>' -> depth--;
        case ',' -> commas += depth == 1 ? 1 : 0;
        default -> {}
      }
    }
    return source.substring(from, at - 1).isBlank() ? 0 : commas + 1;
  }
}
