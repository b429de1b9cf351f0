package io.anteroom.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScenarioTextTest {
  @TempDir Path folder;

  @Test
  void everyEffectiveValueIsWrittenInAFixedOrder() {
    String yaml = "mode: timed\nname: '1e5'\nexpect: wait.p99 < \"50ms\"\nseed: -4\nwarmup: 7%";

    assertThat(ScenarioText.write(Given.scenario(yaml)))
        .isEqualTo(
            """
            name: "1e5"
            persons: 100
            rooms: 1
            mode: timed
            line: shared
            choice: sticky
            timeout: 500ms
            patience: none
            arrivals: at-once
            think: none
            hold: fixed:5ms
            activity: sleep
            visits: 1
            duration: none
            warmup: 7%
            carriers: 3
            seed: -4
            clock: wall
            stuck-after: 10s
            jfr: pinning
            expect:
              - "wait.p99 < \\"50ms\\""
            """);
  }

  @Test
  void anOpenModelIsWrittenWithoutPersons() {
    String yaml = "arrivals: poisson:0.5/ms\nduration: 2m\nmode: stamped\nreaders: 80%";

    assertThat(ScenarioText.write(Given.scenario(yaml)))
        .isEqualTo(
            """
            name: unnamed
            rooms: 1
            mode: stamped
            line: per-room
            choice: sticky
            readers: 0.8
            patience: none
            arrivals: poisson:500/s
            limit: none
            hold: fixed:5ms
            activity: sleep
            visits: none
            duration: 120s
            warmup: 0%
            carriers: 3
            seed: 1
            clock: wall
            stuck-after: 10s
            jfr: pinning
            expect: []
            """);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    for (int seed = 0; seed < 2000; seed++) {
      Scenario scenario = new RandomScenario(seed).next();
      String text = ScenarioText.write(scenario);
      assertThat(Given.scenario(text)).as("seed %d: %s", seed, text).isEqualTo(scenario);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"times.txt", "my times #1.txt", "a: b.txt", "\"é\\😀.txt", "-.txt"})
  void filesOfAnyNameAreReadAgain(String name) throws IOException {
    assumeTrue(
        Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode(name),
        "this locale has no such file names");
    Files.writeString(folder.resolve(name), "1s\n");
    Settings settings =
        Settings.none().with(ScenarioKey.HOLD, new Setting("empirical:" + name, "x", folder, true));
    Scenario scenario = Given.PARSER.parse(settings);
    Settings again = YamlSettings.read(ScenarioText.write(scenario), "test.yaml", folder);

    assertThat(Given.PARSER.parse(again)).isEqualTo(scenario);
  }

  @Test
  void aFolderRunsAgainWithoutTheOriginalFiles() throws IOException {
    Path original = Files.createDirectory(folder.resolve("original"));
    Path copy = Files.createDirectory(folder.resolve("copy"));
    Files.writeString(original.resolve("times.txt"), "0s\n1.0000005s\n");
    Files.writeString(original.resolve("holds.txt"), "7ms # long\n5ms\n");
    Path file = original.resolve("a.yaml");
    Files.writeString(
        file,
        """
        arrivals: trace:times.txt
        mode: try-park
        hold: empirical:holds.txt
        patience: empirical:holds.txt
        retry: empirical:holds.txt
        """);
    Scenario scenario = Given.PARSER.parse(ScenarioFile.read(file));
    ScenarioText.writeWithFiles(copy.resolve("scenario.yaml"), scenario);
    Scenario again = Given.PARSER.parse(ScenarioFile.read(copy.resolve("scenario.yaml")));

    assertThat(copy.resolve("arrivals.txt")).hasContent("0s\n1000000.5us\n");
    assertThat(again.demand().arrivals())
        .isEqualTo(new Arrivals.Trace("arrivals.txt", new DurationList(0, 1_000_000_500)));
    assertThat(again.stay().hold()).hasToString("empirical:hold.txt");
    assertThat(again.stay().patience()).hasToString("empirical:patience.txt");
    assertThat(again.locking().retry()).hasToString("empirical:retry.txt");
    assertThat(again.stay().hold().meanNanos()).isEqualTo(6_000_000);
  }

  @Test
  void gapsAndThinkingTimesAreCopiedToo() throws IOException {
    Files.writeString(folder.resolve("x.txt"), "1s\n");
    Files.writeString(folder.resolve("open.yaml"), "arrivals: renewal:empirical:x.txt\nvisits: 9");
    Files.writeString(folder.resolve("closed.yaml"), "think: empirical:x.txt\nname: closed");

    assertThat(writtenFrom("open.yaml")).contains("arrivals: renewal:empirical:arrivals.txt\n");
    assertThat(writtenFrom("closed.yaml")).contains("think: empirical:think.txt\n");
    assertThat(folder).isDirectoryContaining("glob:**/{arrivals,think}.txt");
  }

  private String writtenFrom(String file) throws IOException {
    ScenarioText.writeWithFiles(
        folder.resolve("scenario.yaml"),
        Given.PARSER.parse(ScenarioFile.read(folder.resolve(file))));
    Path written = folder.resolve("scenario.yaml");
    assertThat(Given.PARSER.parse(ScenarioFile.read(written))).isNotNull();
    return Files.readString(written);
  }
}
