package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A scenario file under options, in every command that takes one. */
class ScenarioCommandTest {
  private static final String LEFT_OUT =
      "timeout \"500ms\" is left out: mode reentrant does not read it";

  @TempDir private Path folder;

  private Path file() throws IOException {
    return Files.writeString(
        folder.resolve("checkout.yaml"),
        """
        mode: timed
        timeout: 500ms
        persons: 8
        rooms: 2
        hold: fixed:1ms
        expect: wait.p99 < 9s
        """);
  }

  static Stream<List<String>> commands() {
    return Stream.of(
        List.of("scenario"),
        List.of("run", "--out", "OUT", "--no-page", "--quiet"),
        List.of("run", "--out", "OUT", "--no-page", "--quiet", "--clock", "simulated"),
        List.of("simulate", "--out", "OUT", "--no-page", "--quiet"),
        List.of("plan", "--slo", "wait.p99 < 9s", "--quiet"),
        List.of(
            "compare", "--out", "OUT", "--clock", "simulated", "--vary", "rooms=2,4", "--quiet"),
        List.of("sweep", "--out", "OUT", "--clock", "simulated", "--grid", "rooms=2,4", "--quiet"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aFileRunsUnderAnotherMode(List<String> command) throws IOException {
    List<String> arguments = arguments(command);
    arguments.addAll(List.of("--mode", "reentrant"));

    CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("anteroom: ")
        .endsWith("checkout.yaml:2:10: " + LEFT_OUT);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void noneTakesBackAKeyOfTheFile(List<String> command) throws IOException {
    List<String> arguments = arguments(command);
    arguments.addAll(List.of("--mode", "reentrant", "--timeout", "none", "--expect", "none"));

    CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void anOptionThatTheModeDoesNotReadIsAnError(List<String> command) throws IOException {
    List<String> arguments = arguments(command);
    arguments.addAll(List.of("--mode", "reentrant", "--timeout", "9ms"));

    CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));

    run.assertRefused();
    assertThat(run.err()).contains("timeout can't be \"9ms\"; mode reentrant does not read it");
    assertThat(run.out()).isEmpty();
    assertThat(folder.resolve("out")).isEmptyDirectory();
  }

  private List<String> arguments(List<String> command) throws IOException {
    Path out = Files.createDirectories(folder.resolve("out"));
    List<String> arguments = new ArrayList<>(command);
    arguments.replaceAll(word -> word.equals("OUT") ? out.toString() : word);
    arguments.add(1, file().toString());
    return arguments;
  }

  @Test
  void aModeThatIsVariedLeavesOutWhatItDoesNotReadAndSaysSo() throws IOException {
    for (List<String> command :
        List.of(
            List.of("compare", "--modes", "reentrant,timed", "--forks", "2"),
            List.of("sweep", "--grid", "mode=reentrant,timed rooms=2,4"))) {
      List<String> arguments = arguments(command);
      arguments.addAll(
          List.of("--clock", "simulated", "--out", folder.resolve("out").toString(), "--quiet"));

      CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));

      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
      assertThat(run.err().lines()).singleElement().asString().endsWith(LEFT_OUT);
    }
  }

  @Test
  void theEffectiveValuesArePrintedAndRunAgainAsTheyAre() throws IOException {
    CommandLineRun run =
        CommandLineRun.of("scenario", file().toString(), "--mode", "synchronized", "--rooms", "3");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("mode: synchronized\nline: per-room\n", "rooms: 3\n", "persons: 8\n")
        .doesNotContain("timeout");
    Path written = Files.writeString(folder.resolve("written.yaml"), run.out());
    CommandLineRun again = CommandLineRun.of("scenario", written.toString());
    assertThat(again.err()).isEmpty();
    assertThat(again.out()).isEqualTo(run.out());
    CommandLineRun back = CommandLineRun.of("scenario", written.toString(), "--mode", "queue");
    assertThat(back.err()).contains("line \"per-room\" is left out: mode queue has a line shared");
    assertThat(back.out()).contains("mode: queue\nline: shared\n");
  }

  @Test
  void aShippedScenarioIsPrintedAsItIsUnlessAnOptionChangesIt() {
    assertThat(CommandLineRun.of("scenario", "checkout-pool").out()).startsWith("# Customers");
    CommandLineRun changed = CommandLineRun.of("scenario", "checkout-pool", "--mode", "reentrant");
    assertThat(changed.out()).startsWith("name: checkout-pool\nrooms: 64\nmode: reentrant\n");
    assertThat(changed.err()).isEqualTo("anteroom: checkout-pool.yaml:8:10: " + LEFT_OUT + "\n");
    CommandLineRun larger = CommandLineRun.of("scenario", "scene-4-timeout", "--scale", "1000");
    assertThat(larger.out()).contains("persons: 1000\nrooms: 500\n");
  }

  @Test
  void withoutAScenarioTheShippedOnesAreListed() {
    assertThat(CommandLineRun.of("scenario").out()).contains("checkout-pool  ", "office-hours");
    assertThat(CommandLineRun.of("scenario", "--rooms", "7").out()).contains("rooms: 7\n");
  }
}
