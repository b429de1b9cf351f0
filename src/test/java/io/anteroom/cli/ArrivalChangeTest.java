package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options that change the arrivals which a scenario names. */
class ArrivalChangeTest {
  @TempDir private Path folder;
  private Path scenario = Path.of("");

  /** Twenty persons in each second for a minute; each takes 100 ms. */
  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("day.csv"),
        IntStream.range(0, 1200).mapToObj(i -> i / 20 + "s,100ms\n").collect(Collectors.joining()));
    scenario =
        Files.writeString(
            folder.resolve("day.yaml"),
            "arrivals: trace:day.csv\nmode: semaphore-fair\nrooms: 12\n");
  }

  @ParameterizedTest
  @CsvSource({
    "--speed, 1.2, 'day.csv,speed=1.2'",
    "--bootstrap, 5s, 'day.csv,bootstrap=5s'",
    "--keep-stamps, , 'day.csv,keep-stamps'",
    "--arrivals, 'trace:DIR/day.csv,speed=2,bootstrap=5s', 'day.csv,speed=1.5,bootstrap=5s'",
    "--arrivals, 'trace:DIR/day.csv,speed=2,keep-stamps', 'day.csv,speed=1.5,keep-stamps'",
  })
  void theOptionIsWrittenIntoTheArrivals(String option, String value, String arrivals) {
    List<String> options = new ArrayList<>(List.of(option));
    if (value != null) {
      options.add(value.replace("DIR", folder.toString()));
    }
    if (option.equals("--arrivals")) {
      options.addAll(List.of("--speed", "1.5"));
    }
    assertThat(scenario(options).out()).contains(arrivals);
  }

  @ParameterizedTest
  @CsvSource({
    "'stages:100/s*60s,50..100/s*1m', 'stages:120/s*60s,60..120/s*60s'",
    "'stages:100/s*60s,speed=3,batch=2', 'stages:120/s*60s,batch=2'",
    "'stages:100/s*60s,even', 'stages:120/s*60s,even'",
  })
  void stagesGetSoManyTimesTheRates(String arrivals, String faster) {
    assertThat(
            CommandLineRun.of("scenario", "--arrivals", arrivals, "--speed", "1.2")
                .out()
                .replaceAll("\\s", ""))
        .contains(faster);
  }

  @Test
  void noneTakesItBack() throws IOException {
    Files.writeString(scenario, Files.readString(scenario).replace(".csv", ".csv,speed=2"));
    CommandLineRun run = scenario(List.of("--speed", "none"));
    assertThat(run.out()).contains("trace:").doesNotContain("speed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--speed fast",
        "--speed 0",
        "--speed 1.2 --arrivals poisson:300/s",
        "--speed 1.2 --arrivals closed",
        "--bootstrap 0s",
        "--bootstrap 1ns",
        "--bootstrap 5m --arrivals stages:100/s*60s",
        "--keep-stamps --arrivals stages:100/s*60s",
      })
  void whatDoesNotGoTogetherIsRefused(String options) {
    scenario(List.of(options.split(" "))).assertRefused();
  }

  @Test
  void arrivalsAreMissed() {
    CommandLineRun run = CommandLineRun.of("scenario", "--speed", "1.2");
    run.assertRefused();
    assertThat(run.err()).contains("--speed: there are no arrivals");
  }

  /** Twenty at once need twenty rooms, lest one of them waits; spread over a second they do not. */
  @Test
  void spreadTimesNeedFewerRoomsAndAreTold() {
    CommandLineRun spread = plan();
    CommandLineRun kept = plan("--keep-stamps");

    assertThat(spread.err()).contains("day.csv has equal times, in steps of 1s; they are spread");
    assertThat(kept.err()).doesNotContain("spread");
    assertThat(rooms(kept)).isEqualTo(20);
    assertThat(rooms(spread)).isBetween(3, 10);
  }

  @Test
  void realTimeReplaysThemSpreadOrKept() {
    assertThat(run().out()).contains("equal times spread over 1s");
    CommandLineRun kept = run("--keep-stamps");
    assertThat(kept.out()).contains("keep-stamps").doesNotContain("spread over");
    assertThat(kept.err()).doesNotContain("spread");
  }

  private CommandLineRun run(String... options) {
    String out = folder.resolve("runs").toString();
    CommandLineRun run =
        run(
            List.of(
                "run",
                scenario.toString(),
                "--speed=200",
                "--hold=fixed:0s",
                "--rooms=100",
                "--out",
                out),
            options);
    // On a busy machine the run may be too disturbed to be valid.
    assertThat(run.code())
        .as(run.out() + run.err())
        .isIn(ExitCode.DONE, ExitCode.SATURATED_OR_INVALID);
    return run;
  }

  private CommandLineRun plan(String... options) {
    CommandLineRun run =
        run(
            List.of(
                "plan",
                scenario.toString(),
                "--slo",
                "wait.p99 < 1ms",
                "--replications=2",
                "--quiet"),
            options);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    return run;
  }

  private static CommandLineRun run(List<String> usual, String... options) {
    List<String> arguments = new ArrayList<>(usual);
    arguments.addAll(List.of(options));
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  private static int rooms(CommandLineRun plan) {
    return Integer.parseInt(plan.out().substring(0, plan.out().indexOf(' ')));
  }

  private CommandLineRun scenario(List<String> options) {
    List<String> arguments = new ArrayList<>(List.of("scenario", scenario.toString()));
    arguments.addAll(options);
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }
}
