package io.anteroom.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file under options that leave some of its keys without a use. */
final class OverruledTest {
  private static Settings file(String yaml) {
    return YamlSettings.read(yaml, "a.yaml", Path.of(""));
  }

  private static Settings with(Settings settings, String option) {
    String[] parts = option.split(" ", 2);
    return settings.with(ScenarioKey.of(parts[0].substring(2)).orElseThrow(), parts[1], parts[0]);
  }

  private static Overruled overruled(String yaml, String... options) {
    Settings settings = file(yaml);
    for (String option : options) {
      settings = with(settings, option);
    }
    return Overruled.of(settings, Given.PARSER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mode: timed;timeout: 9ms | --mode reentrant"
            + " | timeout \"9ms\" is left out: mode reentrant does not read it",
        "mode: try-park;retry: fixed:1ms | --mode timed"
            + " | retry \"fixed:1ms\" is left out: mode timed does not read it",
        "mode: stamped;readers: 80% | --mode queue"
            + " | readers \"80%\" is left out: mode queue does not read it",
        "mode: queue;patience: fixed:1s | --mode synchronized"
            + " | patience \"fixed:1s\" is left out: a wait in mode synchronized can't be given up",
        "mode: timed;line: shared | --mode synchronized"
            + " | line \"shared\" is left out: mode synchronized has a line per-room",
        "mode: reentrant;choice: random | --mode queue"
            + " | choice \"random\" is left out: there is one shared line",
        "mode: reentrant;choice: random | --line shared"
            + " | choice \"random\" is left out: there is one shared line",
        "clock: simulated;mode: queue;order: lifo | --mode try-park"
            + " | order \"lifo\" is left out: persons in mode try-park don't wait in one line",
        "clock: simulated;mode: queue;order: lifo | --clock wall"
            + " | order \"lifo\" is left out: in real time the mode decides",
        "arrivals: poisson:5/s;visits: 9;limit: 3 | --arrivals closed"
            + " | limit \"3\" is left out: arrivals closed are a closed model",
        "arrivals: closed;visits: 9;persons: 3 | --arrivals poisson:5/s"
            + " | persons \"3\" is left out: arrivals poisson:5/s are an open model",
        "arrivals: closed;visits: 9;think: fixed:1s | --arrivals constant:5/s"
            + " | think \"fixed:1s\" is left out: arrivals constant:5/s are an open model",
      })
  void aKeyOfTheFileThatAnOptionLeavesWithoutUseIsLeftOut(String yaml, String option, String told) {
    String text = yaml.replace(";", "\n");
    Overruled overruled = overruled(text, option);

    assertThat(overruled.leftOut())
        .singleElement()
        .asString()
        .matches("a\\.yaml:\\d:\\d+: .*")
        .endsWith(": " + told);
    assertThat(Given.PARSER.parse(overruled.settings())).isNotNull();
    assertThatExceptionOfType(InvalidScenarioException.class)
        .as("what would happen without it")
        .isThrownBy(() -> Given.PARSER.parse(with(file(text), option)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--mode reentrant;--timeout 9ms",
        "--mode timed;--readers 80%",
        "--mode queue;--retry fixed:1ms",
        "--mode synchronized;--patience fixed:1s",
        "--mode synchronized;--line shared",
        "--mode queue;--choice random",
        "--arrivals poisson:5/s;--visits 9;--persons 3",
        "--arrivals closed;--visits 9;--limit 3",
      })
  void anOptionThatIsNotReadStaysAnError(String options) {
    Overruled overruled = overruled("rooms: 1", options.split(";", -1));

    assertThat(overruled.leftOut()).isEmpty();
    assertThatExceptionOfType(InvalidScenarioException.class)
        .isThrownBy(() -> Given.PARSER.parse(overruled.settings()))
        .withMessageStartingWith("--");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mode: reentrant;timeout: 9ms",
        "timeout: 9ms",
        "mode: queue;choice: random",
        "arrivals: closed;visits: 9;limit: 3",
      })
  void aFileThatContradictsItselfStaysAnError(String yaml) {
    Overruled overruled = overruled(yaml.replace(";", "\n"), "--rooms 2");

    assertThat(overruled.leftOut()).isEmpty();
    assertThatExceptionOfType(InvalidScenarioException.class)
        .isThrownBy(() -> Given.PARSER.parse(overruled.settings()))
        .withMessageStartingWith("a.yaml:");
  }

  @Test
  void whatSaysNoneIsNotTold() {
    Overruled overruled =
        overruled("mode: timed\ntimeout: none\npatience: none", "--mode synchronized");

    assertThat(overruled.leftOut()).isEmpty();
  }

  /** A results folder holds every effective value, and so may a file of a user. */
  @Test
  void aWrittenScenarioRunsUnderEveryOtherModeAndModel() {
    for (int seed = 0; seed < 300; seed++) {
      Scenario scenario = new RandomScenario(seed).next();
      Settings written = file(ScenarioText.write(scenario));
      assertThat(Overruled.of(written, Given.PARSER).leftOut()).isEmpty();
      for (ModeTraits mode : Given.MODES) {
        boolean simulated = scenario.conduct().clock() == ClockKind.SIMULATED;
        if (!simulated || !(mode.discipline() instanceof Discipline.Unmodelled)) {
          runs(written, scenario, "--mode " + mode.name());
        }
      }
      if (scenario.demand().visits() != null) {
        runs(written, scenario, "--arrivals poisson:5/s");
        runs(written, scenario, "--arrivals closed");
      }
    }
  }

  private static void runs(Settings written, Scenario before, String option) {
    Overruled overruled = Overruled.of(with(written, option), Given.PARSER);
    Scenario after = Given.PARSER.parse(overruled.settings());

    assertThat(after.stay().hold()).isEqualTo(before.stay().hold());
    assertThat(after.conduct()).isEqualTo(before.conduct());
    Settings again = file(ScenarioText.write(after));
    assertThat(Given.PARSER.parse(again)).as(option).isEqualTo(after);
    assertThat(Overruled.of(again, Given.PARSER).leftOut()).isEmpty();
  }

  @Test
  void noneTakesBackWhatTheFileSays() {
    Settings file =
        file(
            "mode: timed\ntimeout: 9ms\npatience: fixed:1s\nthink: fixed:1s\nvisits: 9\n"
                + "duration: 5s\nexpect: [a < 1, b < 2]");
    Settings without = file;
    for (String key : List.of("timeout", "patience", "think", "visits", "expect")) {
      without = with(without, "--" + key + " none");
    }

    assertThat(Given.PARSER.parse(without))
        .isEqualTo(Given.scenario("mode: timed\nduration: 5s\nvisits: none"));
    assertThat(Given.PARSER.parse(with(without, "--expect c < 3")).conduct().expectations())
        .containsExactly("c < 3");
  }

  @ParameterizedTest
  @CsvSource({
    "mode: try-park;retry: fixed:1ms, --retry none, mode: try-park",
    "mode: stamped;readers: 80%, --readers none, mode: stamped",
    "arrivals: poisson:5/s;visits: 9;limit: 3, --limit none, arrivals: poisson:5/s;visits: 9",
    "visits: 9;duration: 5s, --duration none, visits: 9",
  })
  void noneIsAllowedWhereverAKeyMayBeAbsent(String yaml, String option, String same) {
    assertThat(Given.PARSER.parse(with(file(yaml.replace(";", "\n")), option)))
        .isEqualTo(Given.scenario(same.replace(";", "\n")));
  }
}
