package io.anteroom.scenario;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.avaje.jsonb.Jsonb;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

final class ScenarioSchemaTest {
  private static final String SCHEMA = ScenarioSchema.json(Given.MODES, Given.ACTIVITIES);
  private static final Map<String, Object> PARSED = parsed();

  /** A key, samples that are allowed, and samples that are not. */
  static final Object[][] SAMPLES = {
    {"name", List.of("a", "A-1_b.c", "9"), List.of("", ".a", "a b", "a/b", "n".repeat(61))},
    {"rooms", List.of("1", "1000000"), List.of("", "x", "1.5", "1 2", "none")},
    {"visits", List.of("1", "none"), List.of("", "nones", "1.5")},
    {"seed", List.of("-1", "9223372036854775807"), List.of("0x1", "--1")},
    {"timeout", List.of("5ms", "1.5 s", "3µs", "1min", "none"), List.of("5", "5 parsecs", "-5ms")},
    {"readers", List.of("0", "0.8", "80%", "none"), List.of("", "-1", "80%%")},
    {
      "hold",
      List.of(
          "fixed:5ms",
          "exponential: 5ms",
          "uniform:1ms..9ms",
          "lognormal:5ms,cv=1.5",
          "erlang:5ms, k=4",
          "hyperexponential:5ms,cv=2",
          "pareto:5ms,alpha = 2.5"),
      List.of(
          "",
          "none",
          "5ms",
          "fixed:5",
          "uniform:5ms",
          "lognormal:5ms",
          "erlang:5ms,k=1.5",
          "pareto:5ms,cv=2",
          "gauss:5ms",
          "xfixed:5ms",
          "fixed:5ms,cv=1")
    },
    {"patience", List.of("none", "fixed:0ms"), List.of("never", "nonefixed:0ms")},
    {"think", List.of("none", "exponential:1s"), List.of("1s")},
    {"retry", List.of("exponential:1ms", "none"), List.of("never", "1ms")},
    {
      "arrivals",
      List.of("at-once", "closed", "poisson:300/s", "constant: 1.5 / ms", "renewal:fixed:5ms"),
      List.of("", "open", "poisson:300", "poisson:-3/s", "renewal:5ms", "constant:3/day")
    },
    {"duration", List.of("30s", "none"), List.of("30", "0.s")},
    {"warmup", List.of("10%", "12.5%", "5s", "none"), List.of("10", "-1%", "10%s")},
    {"stuck-after", List.of("10s"), List.of("none", "10")},
  };

  @Test
  void everyKeyStandsInItWithDescriptionAndDefault() {
    assertThat(PARSED)
        .containsEntry("$schema", "https://json-schema.org/draft/2020-12/schema")
        .containsEntry("additionalProperties", false);
    assertThat(properties().keySet())
        .containsExactlyElementsOf(
            Stream.<Named[]>of(ScenarioKey.values(), JourneyKey.values())
                .flatMap(Stream::of)
                .map(Named::word)
                .toList());
    assertThat(property("rooms"))
        .containsEntry("description", "Rooms that the persons contend for. Default: 1.")
        .containsEntry("type", List.of("integer", "string"));
    assertThat(SCHEMA).contains("\"minimum\": 1", "\"maximum\": 1000000", "9223372036854775807");
  }

  @Test
  void theModesAreThoseThereAre() {
    assertThat(property("mode"))
        .containsEntry("enum", Given.MODES.stream().map(ModeTraits::name).toList());
  }

  @ParameterizedTest
  @CsvSource({"line, shared", "choice, round-robin", "activity, class-init"})
  void wordsAreEnumerated(String key, String word) {
    assertThat(property(key).get("enum")).asInstanceOf(LIST).contains(word);
  }

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void patternsAgreeWithTheParser(String key, List<String> allowed, List<String> refused) {
    String pattern = String.valueOf(property(key).get("pattern"));

    assertThat(allowed).allMatch(sample -> sample.matches(pattern));
    assertThat(allowed).allMatch(sample -> parses(key, sample));
    assertThat(refused).noneMatch(sample -> sample.matches(pattern));
    assertThat(refused).noneMatch(sample -> parses(key, sample));
  }

  @Test
  void everyExampleMatchesItsPattern() {
    for (ScenarioKey key : ScenarioKey.values()) {
      Object pattern = property(key.word()).getOrDefault("pattern", ".*");
      assertThat(key.example()).matches(pattern.toString());
    }
  }

  private static boolean parses(String key, String sample) {
    String context =
        switch (key) {
          case "timeout" -> "mode: timed\n";
          case "readers" -> "mode: stamped\n";
          case "retry" -> "mode: try-park\n";
          case "arrivals" -> "duration: 1s\n";
          case "visits" -> "duration: 1s\n";
          default -> "";
        };
    try {
      Given.scenario(context + key + ": '" + sample + "'");
      return true;
    } catch (InvalidScenarioException refusal) {
      return false;
    }
  }

  @SuppressWarnings("unchecked") // A JSON object.
  private static Map<String, Object> parsed() {
    return (Map<String, Object>) Jsonb.builder().build().type(Object.class).fromJson(SCHEMA);
  }

  @SuppressWarnings("unchecked") // A JSON object.
  private static Map<String, Object> properties() {
    return (Map<String, Object>) requireNonNull(PARSED.get("properties"));
  }

  @SuppressWarnings("unchecked") // A JSON object.
  private static Map<String, Object> property(String key) {
    return (Map<String, Object>) requireNonNull(properties().get(key));
  }
}
