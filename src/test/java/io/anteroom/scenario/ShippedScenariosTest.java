package io.anteroom.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ShippedScenariosTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("anteroom.project", "."), "src/main/resources/scenarios");

  static List<String> names() {
    return ShippedScenarios.list().stream().map(ShippedScenario::name).toList();
  }

  @Test
  void theIndexNamesEveryFile() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> inFolder =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".yaml"))
              .map(file -> file.replace(".yaml", ""))
              .toList();
      assertThat(names()).containsExactlyInAnyOrderElementsOf(inFolder);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachIsValidAndNamedLikeItsFile(String name) {
    assertThat(Given.PARSER.parse(ShippedScenarios.read(name)).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachBeginsWithAFewLinesOnWhatItShows(String name) {
    assertThat(ShippedScenarios.text(name).lines().takeWhile(line -> line.startsWith("# ")))
        .hasSizeBetween(2, 5);
  }

  @Test
  void theDescriptionIsTheFirstLine() {
    assertThat(ShippedScenarios.list().getFirst())
        .isEqualTo(
            new ShippedScenario(
                "scene-1-no-lock",
                "Two persons, two rooms and no lock: each goes to a room of its own."));
  }

  @Test
  void theFourthSceneIsTheNotebooks() {
    Scenario scenario = Given.PARSER.parse(ShippedScenarios.read("scene-4-timeout"));

    assertThat(scenario.demand().persons()).isEqualTo(2);
    assertThat(scenario.facility())
        .isEqualTo(new Scenario.Facility(1, Line.PER_ROOM, Choice.STICKY));
    assertThat(scenario.locking().timeout()).hasMillis(500);
    assertThat(scenario.stay().hold()).hasToString("fixed:5s");
  }

  @Test
  void anUnknownNameIsRefused() {
    assertThatExceptionOfType(InvalidScenarioException.class)
        .isThrownBy(() -> ShippedScenarios.read("scene-2-mutexes"))
        .withMessage(
            "\"scene-2-mutexes\": no scenario of that name is shipped;"
                + " did you mean scene-2-mutex?");
  }
}
