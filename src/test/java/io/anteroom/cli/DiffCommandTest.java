package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.study.diff.FailOn;
import io.anteroom.study.diff.RunDiff;
import io.anteroom.study.diff.SweepDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DiffCommandTest {
  private static final String POOL =
      "--arrivals poisson:300/s --rooms 8 --mode semaphore-fair --visits 5000 --replications 8"
          + " --hold exponential:";

  @TempDir private Path folder;

  private Path simulated(String name, String options) throws IOException {
    Path out = folder.resolve(name);
    List<String> all = new ArrayList<>(List.of("simulate", "--out", out.toString()));
    all.addAll(List.of((POOL + options).split(" ", -1)));
    assertThat(CommandLineRun.of(all.toArray(String[]::new)).code()).isZero();
    try (Stream<Path> folders = Files.list(out)) {
      return folders.findFirst().orElseThrow();
    }
  }

  private static CommandLineRun diff(Path a, Path b, String... options) {
    List<String> all = new ArrayList<>(List.of("diff", a.toString(), b.toString()));
    all.addAll(List.of(options));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  @Test
  void aRegressionExitsWithFour() throws IOException {
    Path before = simulated("before", "20ms --seed 1");
    Path after = simulated("after", "24ms --seed 2");
    CommandLineRun worse =
        diff(before, after, "--fail-on", "wait.p99 +10%", "--fail-on", "wait.max +1%");
    assertThat(worse.err()).isEmpty();
    assertThat(worse.code()).isEqualTo(4);
    assertThat(worse.out())
        .contains("hold exponential:20ms → exponential:24ms", "✗ wait.p99 +10%: found, ")
        .startsWith("✗ regression · 1 of 2 changes found\n")
        .contains("? wait.max +1%: not checked: a maximum has no interval")
        .containsPattern("(?m)^ +under|^ +\\d.* – \\d+m?s +█.*%.*█.*%$")
        .contains("not observable (simulated time has no carriers)");
    assertThat(diff(after, before, "--fail-on", "wait.p99 +10%").code()).isZero();
    assertThat(diff(before, after, "--fail-on", "wait.p99 +2000%").code()).isZero();
    assertThat(diff(before, after, "--fail-on", "wait.p99 +1ms").code()).isEqualTo(4);
    assertThat(diff(before, after).code()).isZero();
  }

  @Test
  void whatCouldNotBeJudgedIsNoPassAndWithStrictARegression() throws IOException {
    Path before = simulated("before", "20ms --seed 1");
    Path after = simulated("after", "20ms --seed 2");
    Path file = folder.resolve("diff.xml");
    String limit = "wait.max +1%";

    CommandLineRun lenient =
        diff(before, after, "--fail-on", limit, "--junit", file.toString(), "--json");
    assertThat(lenient.code()).as(lenient.err()).isZero();
    assertThat(lenient.err())
        .startsWith("? not checked · 1 of 1 change could not be judged\n")
        .contains("fail on      ? wait.max +1%: not checked: a maximum has no interval");
    assertThat(RunDiff.JSON.read(lenient.out()).failOn()).isEqualTo(FailOn.NOT_CHECKED);
    assertThat(RunDiff.JSON.read(lenient.out()).strict()).isFalse();
    assertThat(file).content().contains("skipped=\"1\"", "failures=\"0\"");

    CommandLineRun strict =
        diff(
            before,
            after,
            "--fail-on",
            limit,
            "--fail-on",
            "wait.p99 +2000%",
            "--strict",
            "--junit",
            file.toString(),
            "--json");
    assertThat(strict.code()).as(strict.err()).isEqualTo(ExitCode.REGRESSION);
    assertThat(strict.err())
        .startsWith("✗ not checked, which --strict forbids · 1 of 2 changes could not be judged\n")
        .contains("✗ wait.max +1%: not checked: a maximum has no interval");
    assertThat(RunDiff.JSON.read(strict.out()).strict()).isTrue();
    assertThat(file).content().contains("skipped=\"0\"", "failures=\"1\"");

    CommandLineRun judged = diff(before, after, "--fail-on", "wait.p99 +2000%", "--strict");
    assertThat(judged.code()).as(judged.err()).isZero();
    assertThat(judged.out()).startsWith("✓ no regression · the change was checked\n");
    assertThat(diff(before, after).out()).startsWith("✓ no metric changed beyond chance\n");
    CommandLineRun nothing = diff(before, after, "--strict");
    assertThat(nothing.code()).isEqualTo(ExitCode.USAGE);
    assertThat(nothing.err().lines())
        .singleElement()
        .asString()
        .contains("--strict: there is nothing to judge; add --fail-on");
  }

  @Test
  void cellsOfSweepsThatCouldNotBeJudgedAreNoPassEither() throws IOException {
    Path before = sweep("before", "rooms=8,9", "exponential:20ms", 1);
    Path after = sweep("after", "rooms=8,9", "exponential:20ms", 2);
    CommandLineRun lenient = diff(before, after, "--fail-on", "wait.max +1%");
    assertThat(lenient.code()).as(lenient.err()).isZero();
    assertThat(lenient.out())
        .startsWith("? not checked · 2 of 2 changes could not be judged\n")
        .contains("? wait.max +1%: not checked in any cell: a maximum has no interval");
    CommandLineRun strict = diff(before, after, "--fail-on", "wait.max +1%", "--strict");
    assertThat(strict.code()).as(strict.err()).isEqualTo(ExitCode.REGRESSION);
    assertThat(strict.out()).contains("✗ wait.max +1%: not checked in any cell: a maximum");
  }

  @Test
  void chanceIsNoRegression() throws IOException {
    Path before = simulated("before", "20ms --seed 1");
    Path after = simulated("after", "20ms --seed 2");
    CommandLineRun noise = diff(before, after, "--fail-on", "throughput -0%");
    assertThat(noise.code()).as(noise.out()).isZero();
    CommandLineRun same = diff(before, before, "--fail-on", "wait.p99 +0%");
    assertThat(same.code()).isZero();
    assertThat(same.out()).contains("Both are identical: the same result, to the byte.");
  }

  private Path sweep(String name, String grid, String hold, int seed) throws IOException {
    Path out = folder.resolve(name);
    CommandLineRun run =
        CommandLineRun.of(
            "sweep",
            "--out",
            out.toString(),
            "--quiet",
            "--clock",
            "simulated",
            "--arrivals",
            "poisson:300/s",
            "--mode",
            "semaphore-fair",
            "--visits",
            "3000",
            "--replications",
            "8",
            "--hold",
            hold,
            "--seed",
            Integer.toString(seed),
            "--grid",
            grid);
    assertThat(run.code()).as(run.err()).isZero();
    try (Stream<Path> folders = Files.list(out)) {
      return folders.findFirst().orElseThrow();
    }
  }

  @Test
  void sweepsAreComparedCellByCell() throws IOException {
    Path before = sweep("before", "rooms=8..11+1", "exponential:20ms", 1);
    Path slower = sweep("slower", "rooms=9..12+1", "exponential:24ms", 2);
    Path again = sweep("again", "rooms=8..11+1", "exponential:20ms", 3);
    CommandLineRun worse = diff(before, slower, "--fail-on", "wait.p99 +10%");
    assertThat(worse.code()).as(worse.err()).isEqualTo(ExitCode.REGRESSION);
    assertThat(worse.out())
        .contains("3 in both · 1 only in A · 1 only in B")
        .contains("✗ wait.p99 +10%: found in 3 of 3 cells: 0001-rooms-9,");
    CommandLineRun noise =
        diff(before, again, "--fail-on", "wait.p99 +1%", "--fail-on", "wait.p99 +500%", "--json");
    assertThat(noise.code()).as(noise.err()).isZero();
    assertThat(SweepDiff.JSON.read(noise.out()).cells()).hasSize(4);
    assertThat(noise.err())
        .contains("? wait.p99 +1%: not checked in any cell: such a change would not")
        .contains("✓ wait.p99 +500%: found in no cell");
    CommandLineRun mixed = diff(before, folder);
    assertThat(mixed.code()).isEqualTo(ExitCode.USAGE);
    assertThat(mixed.err()).contains("a sweep, and the other one is not");
  }

  @Test
  void jsonIsAloneOnStandardOutput() throws IOException {
    Path before = simulated("before", "20ms --seed 1");
    CommandLineRun json = diff(before, before, "--json");
    RunDiff read = RunDiff.JSON.read(json.out());
    assertThat(read.same()).isTrue();
    assertThat(json.err()).contains("wait.p99");
  }

  @Test
  void fitsInto80ColumnsAndNeedsNoUnicode() throws IOException {
    Path before = simulated("b", "20ms --seed 1");
    Path after = simulated("a", "24ms --seed 2");
    CommandLineRun ascii =
        CommandLineRun.of(
            new Terminal(false, 80, false, false), "diff", before.toString(), after.toString());
    assertThat(ascii.out()).isASCII().doesNotContain("??");
    assertThat(ascii.out().lines().filter(line -> line.startsWith("wait.")))
        .hasSizeGreaterThan(3)
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @Test
  void junitIsWrittenInPlaceOfWhatIsThere() throws IOException {
    Path before = simulated("before", "20ms --seed 1");
    Path after = simulated("after", "24ms --seed 2");
    Path file = Files.writeString(folder.resolve("diff.xml"), "old");
    diff(before, after, "--fail-on", "wait.p99 +10%", "--junit", file.toString());
    assertThat(file)
        .content()
        .contains("<testsuite name=\"anteroom.diff\"", "failures=\"1\"", "wait.p99 +10%: found");
    assertThat(hidden()).isEmpty();
  }

  @Test
  void runsWriteJunitToo() throws IOException {
    Path file = folder.resolve("run.xml");
    CommandLineRun run =
        CommandLineRun.of(
            "run",
            "--persons",
            "50",
            "--rooms",
            "4",
            "--hold",
            "fixed:1ms",
            "--jfr",
            "off",
            "--expect",
            "wait.p99 < 1ns",
            "--out",
            folder.resolve("results").toString(),
            "--junit",
            file.toString());
    assertThat(run.code()).as(run.err()).isIn(3, 6);
    assertThat(file).content().contains("name=\"wait.p99 &lt; 1ns\"", "not met, 10 took ");
    assertThat(hidden()).isEmpty();
  }

  @Test
  void anUnsuitableFileIsRefusedBeforeTheRun() throws IOException {
    for (Path file : List.of(folder, folder.resolve("missing").resolve("run.xml"))) {
      CommandLineRun run =
          CommandLineRun.of(
              "simulate",
              "--out",
              folder.resolve("results").toString(),
              "--junit",
              file.toString());
      run.assertRefused();
      assertThat(run.err()).contains("--junit " + file, "choose another file");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void badInputIsAnsweredInOneLine() throws IOException {
    Path before = simulated("before", "20ms --seed 1");
    for (String wrong : List.of("wiat.p99 +10%", "wait.p99 10%", "wait.p99 +10", "")) {
      CommandLineRun run = diff(before, before, "--fail-on", wrong);
      run.assertRefused();
    }
    assertThat(diff(before, before, "--fail-on", "wiat.p99 +10%").err())
        .contains("did you mean wait.p99?");
    assertThat(diff(before, folder).code()).isEqualTo(2);
    assertThat(CommandLineRun.of("diff", before.toString()).code()).isEqualTo(2);
  }

  private List<Path> hidden() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(".")).toList();
    }
  }
}
