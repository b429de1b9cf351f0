package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.study.compare.ArmContrast;
import io.anteroom.study.compare.ArmFigures;
import io.anteroom.study.compare.Comparison;
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

class CompareCommandTest {
  @TempDir private Path results;

  static Stream<List<String>> badQuestions() {
    return Stream.of(
        List.of(),
        List.of("--modes", "reentrant"),
        List.of("--modes", "reentrant,reentrent"),
        List.of("--modes", "reentrant,semaphore", "--forks", "1"),
        List.of("--modes", "reentrant,semaphore", "--forks", "1001"),
        List.of("--modes", "reentrant,semaphore", "--forks", "few"),
        List.of("--modes", "reentrant,semaphore", "--vary", "mode=queue,stamped"),
        List.of("--modes", "reentrant,semaphore", "--timeout", "5ms"),
        List.of("--modes", "reentrant,semaphore", "--cell-timeout", "soon"),
        List.of("--modes", "reentrant,semaphore", "--cell-timeout", "5ms"),
        List.of("--modes", "reentrant,semaphore", "--jdk", "17"),
        List.of("--modes", "reentrant,try-spin", "--clock", "simulated"),
        List.of("--modes", "reentrant,timed", "--clock", "simulated", "--jdk", "25"),
        List.of("--jdks", "21,seventeen"),
        List.of("--vary", "rooms"),
        List.of("--vary", "rooms=8"),
        List.of("--vary", "rooms=8,8"),
        List.of("--vary", "rooms=8,nine"),
        List.of("--vary", "rooms=8..4*2"),
        List.of("--vary", "rooms=1..200+1"),
        List.of("--vary", "romms=8,9"));
  }

  @ParameterizedTest
  @MethodSource("badQuestions")
  void badQuestionsAreAnsweredInOneLine(List<String> options) {
    CommandLineRun run = compare(options.toArray(String[]::new));

    run.assertRefused();
    assertThat(results).isEmptyDirectory();
  }

  @Test
  void aModeAgainstItselfIsTheSameInSimulatedTime() {
    CommandLineRun run =
        compare("--clock", "simulated", "--modes", "queue,queue", "--persons", "50", "--quiet");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("5 of 5 forks of each arm", "queue (2) against queue\n  The same in every fork");
  }

  @Test
  void aSlowerModeIsFoundToBeSlowerInSimulatedTime() throws IOException {
    Comparison comparison =
        compared(
            "--clock",
            "simulated",
            "--modes",
            "semaphore-fair,try-park",
            "--persons",
            "200",
            "--rooms",
            "4",
            "--hold",
            "exponential:2ms");

    ArmContrast contrast = comparison.contrast("try-park", "wait.p99").orElseThrow();
    assertThat(contrast.verdict()).isEqualTo(ArmContrast.GREATER);
    assertThat(contrast.sentence()).startsWith("`try-park` waits ");
    assertThat(comparison.sameSchedule()).isTrue();
  }

  @Test
  void settingsCanBeComparedAsWellAsModes() throws IOException {
    Comparison comparison =
        compared("--clock", "simulated", "--vary", "rooms=2,8 hold=fixed:1ms|fixed:2ms");

    assertThat(comparison.arms())
        .extracting(ArmFigures::label)
        .containsExactly(
            "rooms 2, hold fixed:1ms",
            "rooms 2, hold fixed:2ms",
            "rooms 8, hold fixed:1ms",
            "rooms 8, hold fixed:2ms");
    assertThat(comparison.notes())
        .hasSize(2)
        .anySatisfy(note -> assertThat(note).contains("different schedules"))
        .anySatisfy(note -> assertThat(note).contains("Mode reentrant lets newcomers barge"));
  }

  @Test
  void onTheWallClockEachForkIsAJvmOfItsOwnWithTheSameSchedule() throws IOException {
    Comparison comparison =
        compared("--modes", "reentrant,timed", "--timeout", "9ms", "--forks", "2", "--jfr", "off");

    assertThat(comparison.outcome()).isEqualTo(Comparison.COMPLETED);
    assertThat(comparison.arms())
        .allSatisfy(
            arm -> {
              assertThat(arm.outcomes()).containsEntry("completed", 2);
              assertThat(arm.checksums()).hasSize(2);
            });
    assertThat(comparison.arms().stream().flatMap(arm -> arm.checksums().stream()).distinct())
        .hasSize(1);
    assertThat(comparison.notes()).anySatisfy(note -> assertThat(note).contains("topologies"));
    try (Stream<Path> logs =
        Files.find(results, 9, (file, attributes) -> file.endsWith("result/result.json"))) {
      assertThat(logs).hasSize(4);
    }
  }

  @Test
  void aModeThatGetsStuckAndAJvmWithTooLittleMemoryAreSaidAsSuch() throws IOException {
    List<String> scenario =
        List.of("--persons", "8", "--hold", "fixed:20ms", "--jfr", "off", "--forks", "2");
    List<String> stuck = new ArrayList<>(scenario);
    stuck.addAll(
        List.of("--modes", "timed,try-spin", "--carriers", "2", "--stuck-after", "1s", "--quiet"));

    CommandLineRun run = compare(stuck.toArray(String[]::new));

    assertThat(run.code()).isEqualTo(ExitCode.STUCK);
    assertThat(run.out())
        .contains("! completed · not all of 2 forks count")
        .contains("  try-spin: 0 of 2; 2 got stuck\n", "  all others: 2 of 2\n")
        .contains("Persons of mode try-spin keep the carriers busy")
        .contains("Too few forks have figures.")
        .contains("try-spin stuck: Nothing moved");
    assertThat(everyResult()).hasSize(4).allMatch(json -> json.contains("\"busyWaiting\": true"));
    List<String> small = new ArrayList<>(scenario);
    // The list of that many persons alone is larger than the heap, so memory is out at once.
    small.addAll(List.of("--vary", "persons=8,60000000", "--jvm-args", "-Xmx128m", "--quiet"));
    run = compare(small.toArray(String[]::new));
    assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.FAULT);
    assertThat(run.out().replaceAll("\\s+", " ")).contains("persons-60000000 out-of-memory: ");
  }

  private List<String> everyResult() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files =
        Files.find(results, 9, (file, attributes) -> file.endsWith("result/result.json"))) {
      for (Path file : files.toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  private Comparison compared(String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--json", "--quiet"));
    CommandLineRun run = compare(all.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    Comparison comparison = Comparison.JSON.read(run.out());
    try (Stream<Path> files =
        Files.find(results, 2, (file, attributes) -> file.endsWith("comparison.json"))) {
      assertThat(files).singleElement().satisfies(file -> assertThat(file).hasContent(run.out()));
    }
    return comparison;
  }

  private CommandLineRun compare(String... options) {
    List<String> arguments = new ArrayList<>(List.of("compare", "--out", results.toString()));
    arguments.addAll(List.of(options));
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }
}
