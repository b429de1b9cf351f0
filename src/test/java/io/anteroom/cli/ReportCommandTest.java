package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ReportCommandTest {
  private static final String IMPATIENT =
      "--arrivals poisson:300/s --hold exponential:20ms --rooms 6 --mode semaphore-fair"
          + " --patience exponential:10ms --visits 2000 --replications 3";

  @TempDir private Path out;

  private CommandLineRun run(String command, String arguments) {
    List<String> all = new ArrayList<>(List.of(command, "--out", out.toString()));
    all.addAll(List.of(arguments.split(" ", -1)));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  private Path folder() throws IOException {
    try (Stream<Path> folders = Files.list(out)) {
      return folders.findFirst().orElseThrow();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"simulate " + IMPATIENT, "run --persons 100 --rooms 4 --hold fixed:1ms --jfr off"})
  void saysWhatTheRunSaid(String commandAndArguments) throws IOException {
    String[] parts = commandAndArguments.split(" ", 2);
    String said = run(parts[0], parts[1]).out();
    CommandLineRun report = CommandLineRun.of("report", folder().toString());
    assertThat(report.code()).as(report.err()).isZero();
    assertThat(report.out().strip()).isEqualTo(said.replaceAll("results  .*", "").strip());
  }

  @Test
  void everyFileOfTheFolderCanBeMadeAgain() throws IOException {
    run("simulate", IMPATIENT);
    for (String file : List.of("result.json", "wait.hgrm", "histograms.hlog")) {
      String format = file.substring(file.indexOf('.') + 1);
      CommandLineRun report = CommandLineRun.of("report", folder().toString(), "--format", format);
      assertThat(report.out()).isEqualTo(Files.readString(folder().resolve(file)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "simulate " + IMPATIENT,
        "run --persons 100 --rooms 4 --hold fixed:1ms --jfr off",
        "simulate scene-4-timeout",
      })
  void theVisitsCanBeMadeAgain(String commandAndArguments) throws IOException {
    String[] parts = commandAndArguments.split(" ", 2);
    run(parts[0], parts[1]);
    CommandLineRun report = CommandLineRun.of("report", folder().toString(), "--format", "visits");
    assertThat(report.code()).as(report.err()).isZero();
    assertThat(report.out())
        .isEqualTo(Files.readString(folder().resolve("visits.csv")))
        .contains(",completed,");
  }

  @Test
  void theFourthSceneHasTwoVisitsAndNineRefusals() throws IOException {
    run("simulate", "scene-4-timeout");
    assertThat(folder().resolve("visits.csv"))
        .hasContent(
            """
            person,visit,room,intendedNanos,enteredNanos,leftNanos,outcome,refusals
            0,0,0,0,0,5000000000,completed,0
            1,0,0,0,5000000000,10000000000,completed,9
            """);
  }

  @Test
  void aFolderFromBeforeThereWereVisitsHasNone() throws IOException {
    run("simulate", IMPATIENT);
    Path visits = folder().resolve("visits.csv");
    Files.delete(visits);
    CommandLineRun none = CommandLineRun.of("report", folder().toString(), "--format", "visits");
    assertThat(none.out().lines()).hasSize(1);
    Files.writeString(visits, "garbage");
    CommandLineRun garbage = CommandLineRun.of("report", folder().toString());
    assertThat(garbage.code()).isEqualTo(2);
    assertThat(garbage.err()).contains("visits.csv: it does not begin with the columns");
  }

  @Test
  void csvHasARowAMetricWithItsIntervalAndTheory() throws IOException {
    run("simulate", IMPATIENT);
    List<String> rows =
        CommandLineRun.of("report", folder().toString(), "--format", "csv").out().lines().toList();
    assertThat(rows.getFirst()).isEqualTo("metric,unit,value,low,high,theory");
    assertThat(rows).allSatisfy(row -> assertThat(row.split(",", -1)).hasSize(6));
    assertThat(rows)
        .anyMatch(row -> row.matches("wait.mean,ns,[0-9]+,[0-9]+,[0-9]+,[0-9]*"))
        .anyMatch(row -> row.matches("hold.mean,ns,[0-9]+,[0-9]+,[0-9]+,[0-9]+"))
        .anyMatch(row -> row.matches("abandoned,share,0[0-9.]+,0[0-9.]+,0[0-9.]+,[0-9.]*"))
        .anyMatch(row -> row.matches("wait.max,ns,[0-9]+,,,"))
        .noneMatch(row -> row.startsWith("cpu"));
  }

  @Test
  void eachReplicationIsARowThatItsSeedAloneGives() throws IOException {
    run("simulate", IMPATIENT);
    String folder = folder().toString();
    List<String> rows =
        CommandLineRun.of("report", folder, "--format", "replications").out().lines().toList();
    List<String> header = List.of(rows.getFirst().split(",", -1));
    assertThat(header).startsWith("replication", "seed").contains("wait.mean", "abandoned");
    assertThat(rows).hasSize(4).allMatch(row -> row.split(",", -1).length == header.size());
    int mean = header.indexOf("wait.mean");
    int throughput = header.indexOf("throughput");
    double sum = 0;
    for (String row : rows.subList(1, 4)) {
      assertThat(row.split(",", -1)[mean]).matches("[0-9]+");
      sum += Double.parseDouble(row.split(",", -1)[throughput]);
    }
    String interval =
        CommandLineRun.of("report", folder, "--format", "csv")
            .out()
            .lines()
            .filter(row -> row.startsWith("throughput,"))
            .findFirst()
            .orElseThrow();
    String[] fields = interval.split(",", -1);
    double middle = (Double.parseDouble(fields[3]) + Double.parseDouble(fields[4])) / 2;
    assertThat(sum / 3).isCloseTo(middle, within(1e-6));
  }

  @Test
  void replicationsHaveColumnsOfPoolsAndClasses() throws IOException {
    Path scenario =
        Files.writeString(
            out.resolve("desks.yaml"),
            """
            arrivals: poisson:60/s
            visits: 2000
            replications: 2
            pools: {desks: {rooms: 8, mode: semaphore-fair}}
            journey: [{in: desks, do: [{hold: exponential:100ms}]}]
            classes: {gold: {share: 50%, priority: 1}, other: {share: 50%, priority: 2}}
            """);
    Path results = out.resolve("results");
    CommandLineRun.of("simulate", scenario.toString(), "--out", results.toString());
    try (Stream<Path> folders = Files.list(results)) {
      String folder = folders.findFirst().orElseThrow().toString();
      List<String> rows =
          CommandLineRun.of("report", folder, "--format", "replications").out().lines().toList();
      assertThat(rows.getFirst())
          .contains(",wait.mean{pool=desks},", ",response.p50{class=gold},")
          .contains(",\"wait.mean{pool=desks,class=gold}\",");
      String labels = rows.getFirst().replaceAll("\"[^\"]*\"", "");
      assertThat(rows)
          .hasSize(3)
          .filteredOn(row -> !row.equals(rows.getFirst()))
          .allMatch(row -> row.split(",", -1).length == labels.split(",", -1).length)
          .noneMatch(row -> row.contains(",,"));
    }
  }

  @Test
  void replicationsThatComeOutOtherwiseAreRefused() throws IOException {
    run("simulate", IMPATIENT);
    Path scenario = folder().resolve("scenario.yaml");
    Files.writeString(scenario, Files.readString(scenario).replace("rooms: 6", "rooms: 5"));
    CommandLineRun other =
        CommandLineRun.of("report", folder().toString(), "--format", "replications");
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("comes out otherwise than the results say");
  }

  @Test
  void whatIsNoResultsFolderIsRefusedInOneLine() throws IOException {
    CommandLineRun empty = CommandLineRun.of("report", out.toString());
    assertThat(empty.code()).isEqualTo(2);
    assertThat(empty.err()).contains("not a results folder", "result.json is missing");
    run("simulate", IMPATIENT);
    assertThat(CommandLineRun.of("report", folder().toString(), "--format", "pdf").err())
        .contains("no format \"pdf\"; allowed: text, json, hgrm, ");
    Path log = folder().resolve("histograms.hlog");
    String first =
        Files.readString(log).lines().limit(7).reduce("", (all, line) -> all + line + "\n");
    Files.writeString(log, first);
    CommandLineRun contradiction = CommandLineRun.of("report", folder().toString());
    assertThat(contradiction.code()).isEqualTo(2);
    assertThat(contradiction.err()).contains("histograms.hlog: it holds");
    Files.writeString(log, "Tag=wait,0.0,1.0,1.0,garbage\n");
    assertThat(CommandLineRun.of("report", folder().toString()).code()).isEqualTo(2);
    Files.writeString(folder().resolve("result.json"), "{}");
    assertThat(CommandLineRun.of("report", folder().toString()).err())
        .contains("the key schema is missing");
  }

  private Path simulated(String options) throws IOException {
    List<Path> before = folders(out);
    run("simulate", IMPATIENT + options);
    return folders(out).stream()
        .filter(folder -> !before.contains(folder))
        .findFirst()
        .orElseThrow();
  }

  private static List<Path> folders(Path parent) throws IOException {
    if (!Files.exists(parent)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(parent)) {
      return folders.sorted().toList();
    }
  }

  private static CommandLineRun merge(Path into, Path... folders) {
    List<String> all = new ArrayList<>(List.of("report", "--merge", "--out", into.toString()));
    Stream.of(folders).map(Path::toString).forEach(all::add);
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  @Test
  void mergedFoldersAreTheSameInAnyOrder() throws IOException {
    Path one = simulated(" --seed 1");
    Path two = simulated(" --seed 2");
    Path three = simulated(" --seed 3 --replications 5");
    CommandLineRun forwards = merge(out.resolve("forwards"), one, two, three);
    CommandLineRun backwards = merge(out.resolve("backwards"), three, two, one);
    assertThat(forwards.code()).as(forwards.err()).isZero();
    assertThat(backwards.out())
        .isEqualTo(
            forwards.out().replace(out.resolve("forwards") + "/", out.resolve("backwards") + "/"));
    Path merged = folders(out.resolve("forwards")).getFirst();
    Path again = folders(out.resolve("backwards")).getFirst();
    assertThat(again.getFileName()).isEqualTo(merged.getFileName());
    for (Path file : folders(merged)) {
      assertThat(again.resolve(file.getFileName())).hasSameBinaryContentAs(file);
    }
    assertThat(folders(merged)).hasSizeGreaterThan(3);
    CommandLineRun report = CommandLineRun.of("report", merged.toString());
    assertThat(report.code()).as(report.err()).isZero();
    assertThat(merge(out.resolve("again"), merged, simulated(" --seed 4")).code()).isZero();
  }

  @Test
  void mergingPrintsTheFormatThatIsAskedFor() throws IOException {
    Path one = simulated(" --seed 1");
    Path two = simulated(" --seed 2");
    CommandLineRun json =
        CommandLineRun.of(
            "report",
            "--merge",
            one.toString(),
            two.toString(),
            "--format",
            "json",
            "--out",
            out.resolve("merged").toString());
    Path merged = folders(out.resolve("merged")).getFirst();
    assertThat(json.out()).isEqualTo(Files.readString(merged.resolve("result.json")));
    assertThat(json.err()).contains(merged.toString());
  }

  @Test
  void whatCannotBeMergedIsRefusedAndNothingIsWritten() throws IOException {
    Path one = simulated(" --seed 1");
    Path other = simulated(" --seed 2 --limit 9");
    CommandLineRun different = merge(out.resolve("merged"), one, other);
    different.assertRefused();
    assertThat(different.err())
        .contains(one.toString(), other.toString(), "limit is none in the one and 9 in the other");
    CommandLineRun twice = merge(out.resolve("merged"), one, one);
    assertThat(twice.code()).isEqualTo(2);
    assertThat(twice.err()).contains("count its visits twice");
    assertThat(out.resolve("merged")).doesNotExist();
    assertThat(CommandLineRun.of("report", one.toString(), "--out", "x").err())
        .contains("--out: nothing is written without --merge");
  }
}
