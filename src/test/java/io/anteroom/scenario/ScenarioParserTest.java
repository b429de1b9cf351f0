package io.anteroom.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.anteroom.scenario.Distribution.Exponential;
import io.anteroom.scenario.Distribution.Fixed;
import io.anteroom.scenario.Scenario.Conduct;
import io.anteroom.scenario.Scenario.Demand;
import io.anteroom.scenario.Scenario.Facility;
import io.anteroom.scenario.Scenario.Locking;
import io.anteroom.scenario.Scenario.Stay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScenarioParserTest {
  @Test
  void nothingSetGivesTheDefaults() {
    Scenario expected =
        new Scenario(
            "unnamed",
            new Facility(1, Line.PER_ROOM, Choice.STICKY),
            new Locking(ModeTraits.usual(Given.MODES), Order.FIFO, Duration.ZERO, null, 0),
            new Demand(new Arrivals.AtOnce(), 100, 1L, null, null, null),
            new Stay(new Fixed(Duration.ofMillis(5)), ActivityTraits.usual(Given.ACTIVITIES), null),
            new Conduct(
                new Warmup.Share(0),
                Given.PROCESSORS,
                1,
                Duration.ofSeconds(10),
                "pinning",
                ClockKind.WALL,
                1,
                List.of()));

    assertThat(Given.PARSER.parse(Settings.none())).isEqualTo(expected);
  }

  @Test
  void everyDefaultAndExampleOfTheTableIsTrue() {
    for (ScenarioKey key : ScenarioKey.values()) {
      String context =
          switch (key) {
            case TIMEOUT -> "mode: timed\n";
            case RETRY -> "mode: try-park\n";
            case READERS -> "mode: stamped\n";
            case POOL -> "mode: commons-pool2\n";
            case JDBC_URL, JDBC_USER, JDBC_PASSWORD_FILE, SQL -> "activity: jdbc\n";
            case URL -> "activity: http\n";
            case LIMIT -> "arrivals: constant:5/s\n";
            default -> "";
          };
      String open = key == ScenarioKey.ARRIVALS || key == ScenarioKey.LIMIT ? "visits: 5\n" : "";
      String line = key.word() + ": '" + key.example() + "'";
      assertThat(Given.scenario(context + open + line)).as(line).isNotNull();
    }
  }

  @Test
  void anOpenModelHasNoPersonsOfItsOwn() {
    Demand demand =
        Given.scenario("arrivals: poisson:300/s\nduration: 30s\nvisits: 9\nlimit: 5").demand();

    assertThat(demand)
        .isEqualTo(new Demand(new Arrivals.Poisson(300), 0, 9L, Duration.ofSeconds(30), 5, null));
  }

  @Test
  void aClosedModelMayThink() {
    Demand demand =
        Given.scenario("persons: 7\narrivals: closed\nthink: exponential:1s\nvisits: 4").demand();

    assertThat(demand)
        .isEqualTo(
            new Demand(
                new Arrivals.Closed(), 7, 4L, null, null, new Exponential(Duration.ofSeconds(1))));
  }

  @ParameterizedTest
  @CsvSource({
    "'rooms: 1', 1",
    "'duration: none', 1",
    "'duration: 5s', ",
    "'duration: 5s\nvisits: none', ",
    "'duration: 5s\nvisits: 3', 3",
    "'visits: 3', 3",
    "'persons: 1\nvisits: 1000000000000', 1000000000000",
  })
  void visitsAreOneUnlessThereIsADuration(String yaml, Long visits) {
    assertThat(Given.scenario(yaml).demand().visits()).isEqualTo(visits);
  }

  @ParameterizedTest
  @CsvSource({
    "reentrant, PER_ROOM",
    "synchronized, PER_ROOM",
    "queue, SHARED",
    "timed, SHARED",
  })
  void theLineIsTheModesOwn(String mode, Line line) {
    assertThat(Given.scenario("mode: " + mode).facility().line()).isEqualTo(line);
  }

  @Test
  void whatAModeReadsIsSet() {
    assertThat(Given.scenario("mode: timed").locking().timeout()).hasMillis(500);
    assertThat(Given.scenario("mode: timed\ntimeout: 20ms").locking().timeout()).hasMillis(20);
    assertThat(Given.scenario("mode: stamped\nreaders: 80%").locking().readers()).isEqualTo(0.8);
    assertThat(Given.scenario("mode: try-park\nretry: fixed:2ms").locking().retry())
        .isEqualTo(new Fixed(Duration.ofMillis(2)));
    assertThat(Given.scenario("mode: try-park").locking().retry()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mode: synchronized\npatience: none",
        "arrivals: constant:3/s\nvisits: 3\nthink: none\nlimit: none\nduration: none",
        "arrivals: closed\nthink: none\nlimit: none",
        "patience: fixed:0ms",
        "think: fixed:1s\nvisits: 2",
        "mode: timed\nline: per-room\nchoice: random",
        "mode: queue\nchoice: sticky",
        "rooms: 1000000\npersons: 100000000",
        "carriers: 32767\nseed: -9223372036854775808\nstuck-after: 100ms",
        "hold: fixed:0s",
      })
  void theseAreAllowed(String yaml) {
    assertThat(Given.scenario(yaml)).isNotNull();
  }

  @Test
  void optionsWinOverTheFileButExpectationsAreAdded() {
    Settings file = YamlSettings.read("rooms: 2\nexpect: a < 1", "test.yaml", Path.of(""));
    Settings both =
        file.with(ScenarioKey.ROOMS, "3", "--rooms")
            .with(ScenarioKey.ROOMS, "4", "--rooms")
            .with(ScenarioKey.EXPECT, "b < 2", "--expect")
            .with(ScenarioKey.EXPECT, "c < 3", "--expect");
    Scenario scenario = Given.PARSER.parse(both);

    assertThat(scenario.facility().rooms()).isEqualTo(4);
    assertThat(scenario.conduct().expectations()).containsExactly("a < 1", "b < 2", "c < 3");
    assertThat(file.get(ScenarioKey.ROOMS)).map(Setting::value).contains("2");
  }

  @Test
  void filesAreFoundBesideTheScenario(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("times.txt"), "1s\n2s\n");
    Files.writeString(folder.resolve("holds.txt"), "7ms\n5ms\n");
    Path file = folder.resolve("a.yaml");
    Files.writeString(file, "arrivals: trace:times.txt\nhold: empirical:holds.txt\n");
    Scenario scenario = Given.PARSER.parse(ScenarioFile.read(file));

    assertThat(scenario.demand().arrivals())
        .isEqualTo(new Arrivals.Trace("times.txt", new DurationList(1_000_000_000, 2_000_000_000)));
    assertThat(scenario.stay().hold())
        .isEqualTo(new Distribution.Empirical("holds.txt", new DurationList(7_000_000, 5_000_000)));
    assertThat(scenario.demand().visits()).as("a trace ends by itself").isNull();
  }

  @Test
  void filesOfOptionsAreNotSoughtBesideTheScenario(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("holds.txt"), "7ms\n");
    Path file = Files.writeString(folder.resolve("a.yaml"), "rooms: 1");
    Settings settings =
        ScenarioFile.read(file).with(ScenarioKey.HOLD, "empirical:holds.txt", "--hold");

    assertThatExceptionOfType(InvalidScenarioException.class)
        .isThrownBy(() -> Given.PARSER.parse(settings))
        .withMessage("--hold: holds.txt: no such file; check the path");
  }
}
