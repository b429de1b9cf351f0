package io.anteroom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.measure.DurationKind;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Metrics describe themselves: nobody else takes their names apart. */
class MetricNamesTest {
  private static final Path SOURCES =
      Path.of(System.getProperty("anteroom.project"), "src/main/java/io/anteroom");

  private static final Path CATALOGUE = SOURCES.resolve("result/metric");

  /** The name of a metric, or its beginning or end, as a text in quotation marks has it. */
  private static final String NAME =
      "(?:%s)\\b|\\.(?:mean|stddev|max|p\\d*)\\b"
          .formatted(
              Stream.concat(
                      Stream.of(DurationKind.values()).map(kind -> kind.word() + "\\."),
                      Metrics.all().stream().map(Metric::name).map(Pattern::quote))
                  .collect(Collectors.joining("|")));

  private static final List<Pattern> MATCHES =
      List.of(
          Pattern.compile(
              "(?:startsWith|endsWith|matches|contains|indexOf|compile|equals)\\(\\s*\"[^\"]*?(?<![\\w.])(?:%s)"
                  .formatted(NAME)),
          Pattern.compile("case (?:\"[^\"]*\", )*\"(?:%s)\"".formatted(NAME)),
          Pattern.compile(
              "(?:metric|metricName|metric\\(\\)\\.name|metric\\.name)\\(?\\)?\\s*\\.(?:startsWith|endsWith|matches|contains|indexOf|substring|split)\\("));

  @Test
  void noMetricIsToldByAPartOfItsName() throws IOException {
    assertThat(sources().flatMap(MetricNamesTest::found)).isEmpty();
  }

  private static Stream<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java") && !file.startsWith(CATALOGUE))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Stream<String> found(Path file) {
    String text = text(file);
    return MATCHES.stream()
        .flatMap(pattern -> pattern.matcher(text).results())
        .map(match -> SOURCES.relativize(file) + ": " + match.group());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
