package io.anteroom.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.Check;
import io.anteroom.result.Outcome;
import io.anteroom.result.PartLabel;
import io.anteroom.result.RunResult;
import io.anteroom.result.store.StoredRun;
import io.anteroom.study.plan.Plan;
import io.anteroom.study.plan.SizesPlan;
import io.anteroom.study.plan.SizesVerification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios of several pools, from the command line to the results folder and back. */
@Timeout(60)
class JourneyCommandTest {
  @TempDir private Path out;

  private CommandLineRun run(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of(arguments));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  private CommandLineRun simulate(String name, String... arguments) {
    List<String> all = new ArrayList<>(List.of(name, "--out", out.toString()));
    all.addAll(List.of(arguments));
    return run("simulate", all.toArray(String[]::new));
  }

  private Path folder() throws IOException {
    try (Stream<Path> folders = Files.list(out)) {
      return folders.findFirst().orElseThrow();
    }
  }

  @Test
  void theSummaryShowsThePoolsSideBySide() {
    CommandLineRun run = simulate("worker-and-connection", "--duration", "5s");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("pool workers 40 rooms, semaphore-fair")
        .containsPattern("workers +█.* of 40 taken")
        .containsPattern("connections +█.* of 8 taken")
        .contains("bottleneck   connections: ");
    assertThat(run.out().lines().filter(line -> !line.startsWith("results")))
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void theResultsFolderSaysTheSameAndRunsAgain() throws IOException {
    CommandLineRun run = simulate("gold-and-silver", "--duration", "5s", "--replications", "3");
    RunResult before = StoredRun.RESULT.read(folder().resolve("result.json"));

    CommandLineRun report = run("report", folder().toString());
    CommandLineRun again = run("run", folder().resolve("scenario.yaml").toString(), "--json");

    assertThat(run.out()).startsWith(report.out().stripTrailing());
    assertThat(StoredRun.RESULT.read(again.out()).parts()).isEqualTo(before.parts());
    assertThat(before.part(new PartLabel("desks", "gold"))).isPresent();
    assertThat(Objects.requireNonNull(before.confidence()).metrics())
        .containsKeys("wait.mean{pool=desks}", "response.p50{class=gold}");
    assertThat(folder().resolve("histograms.hlog"))
        .content()
        .contains("Tag=pool.desks.wait,", "Tag=class.gold.response,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "html"})
  void everyReportForReadersShowsThePools(String format) throws IOException {
    simulate("worker-and-connection", "--duration", "2s", "--replications", "2");

    CommandLineRun report = run("report", folder().toString(), "--format", format);

    assertThat(report.code()).as(report.err()).isZero();
    assertThat(report.out()).contains("connections", "bottleneck", "hold mean");
  }

  @Test
  void aDeadlockIsToldWithItsCycleAndWhatEndsIt() throws IOException {
    CommandLineRun run = simulate("two-connections");

    assertThat(run.code()).isEqualTo(ExitCode.STUCK);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("stuck: 20 of 20 replications got stuck")
        .contains("all 4 rooms of connections are taken")
        .contains("4 persons wait for a room of connections")
        .contains("at least 5 rooms");
    RunResult result = StoredRun.RESULT.read(folder().resolve("result.json"));
    assertThat(result.outcome()).isEqualTo(Outcome.STUCK);
    assertThat(Objects.requireNonNull(result.deadlock()).cycle()).hasSize(1);
  }

  /** In simulated time as in a run, whether one or several are merged. */
  @ParameterizedTest
  @ValueSource(strings = {"simulate", "simulate --replications 3", "run", "run --forks 2"})
  void aDeadlockThatPatienceEndedIsToldOnBothClocks(String command) throws IOException {
    Path file =
        Files.writeString(
            out.resolve("patient.yaml"),
            """
            persons: 4
            visits: 1
            pools: {connections: {rooms: 4, mode: semaphore, patience: fixed:300ms}}
            journey: [{in: connections, do: [{hold: fixed:50ms}, {in: connections, do: [{hold: fixed:1ms}]}]}]
            """);
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.addAll(1, List.of(file.toString(), "--out", out.resolve("results").toString()));
    CommandLineRun run = CommandLineRun.of(words.toArray(String[]::new));

    assertThat(run.out().replaceAll("\\s+", " "))
        .as(run.err())
        .contains("which only patience ended: all 4 rooms of connections are taken")
        .contains("Give pool connections at least 5 rooms");
    try (Stream<Path> folders = Files.list(out.resolve("results"))) {
      Path folder = folders.filter(Files::isDirectory).findFirst().orElseThrow();
      assertThat(StoredRun.RESULT.read(folder.resolve("result.json")).deadlock()).isNotNull();
      assertThat(Files.readString(folder.resolve("report.html")))
          .contains("which only patience ended");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wait.p99{pool=connections} < 10s  | 0",
        "wait.p99{pool=connections} < 1ms  | 3",
        "lateness.p99{pool=workers} < 1ms  | 2",
        "wait.p99{pool=connection} < 1ms   | 2",
        "wait.p99{class=gold} < 1ms        | 2",
        "wait.p99{room=1} < 1ms            | 2",
      })
  void labelsAreKnownBeforeAnythingRuns(String expectation, int code) {
    CommandLineRun run =
        simulate(
            "worker-and-connection",
            "--duration",
            "2s",
            "--replications",
            "2",
            "--expect",
            expectation);

    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.err().lines().filter(line -> line.startsWith("anteroom: ")))
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void aSweepVariesARoomOfAPoolAndShowsAMetricByLabel() throws IOException {
    CommandLineRun run =
        run(
            "sweep",
            "worker-and-connection",
            "--clock",
            "simulated",
            "--grid",
            "pools.connections.rooms=8,12",
            "--metric",
            "wait.mean{pool=connections}",
            "--duration",
            "2s",
            "--out",
            out.toString());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .containsPattern(
            "The lowest wait.mean\\{pool=connections\\} of a cell .*"
                + " with\\s+pools.connections.rooms 12");
    String table = Files.readString(folder().resolve("cells.csv"));
    assertThat(table.lines().findFirst().orElseThrow())
        .startsWith("cell,pools.connections.rooms,jdk")
        .contains(",wait.p99{pool=workers},", ",utilisation{pool=connections}.theory");
    assertThat(table.lines()).hasSize(3);
  }

  @Test
  void thePageDrawsTheJourneyWithItsBottleneck() throws IOException {
    simulate("worker-and-connection", "--duration", "5s");

    String page = Files.readString(folder().resolve("report.html"));
    Matcher image =
        Pattern.compile("alt=\"([^\"]*)\" src=\"data:image/svg\\+xml;base64,([^\"]*)\"")
            .matcher(page);
    assertThat(image.find()).isTrue();
    assertThat(image.group(1))
        .matches(
            "The journey: workers: [0-9.]+ of 40 taken, [0-9.]+ waiting;"
                + " connections: [0-9.]+ of 8 taken, [0-9.]+ waiting, the bottleneck");
    String svg = new String(Base64.getDecoder().decode(image.group(2)), StandardCharsets.US_ASCII);
    assertThat(svg)
        .contains(">workers<", ">connections<", ">bottleneck<", "hold exponential:22ms")
        .containsOnlyOnce(">bottleneck<");
  }

  @Test
  void aPlanSaysHowManyRoomsEachPoolNeeds() throws IOException {
    Path file =
        Files.writeString(
            out.resolve("two.yaml"),
            """
            arrivals: poisson:20/s
            visits: 1000
            pools: {a: {rooms: 1}, b: {rooms: 1}}
            journey: [{in: a, do: [{hold: exponential:60ms}]}, {in: b, do: [{hold: exponential:90ms}]}]
            """
                .replace("{rooms: 1}", "{rooms: 1, mode: semaphore-fair}"));
    CommandLineRun run =
        run(
            "plan",
            file.toString(),
            "--slo",
            "wait.p99{pool=a} < 100ms",
            "--slo",
            "wait.mean < 30ms",
            "--cost",
            "a=3,b=2.5",
            "--html",
            out.resolve("plan.html").toString());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("3 rooms of a and 4 rooms of b meet both objectives, at a cost of 19.0.")
        .contains("a −1", "b −1", "a +1", "b +1", "fails")
        .contains("decided by   exact formulas: M/M/3, Erlang C; open network of 2 pools, Jackson")
        .containsPattern("head-room +arrivals can grow by \\d+%");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(Files.readString(out.resolve("plan.html"))).contains("at a cost of 19.0");
  }

  @Test
  void aPlanSaysWhatItLookedAtAndNoMore() throws IOException {
    Path file =
        Files.writeString(
            out.resolve("idle.yaml"),
            """
            arrivals: poisson:1/s
            visits: 1000
            pools: {a: {rooms: 1, mode: semaphore-fair}, b: {rooms: 1, mode: semaphore-fair}}
            journey: [{in: a, do: [{hold: exponential:9ms}]}, {in: b, do: [{hold: exponential:9ms}]}]
            """);
    CommandLineRun run = run("plan", file.toString(), "--slo", "response.mean < 1s");

    // The answer, one room more in each pool, and plenty.
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("1 room of a and 1 room of b meet")
        .containsPattern("head-room +arrivals can grow by at least 400%")
        .containsPattern("judged +4 sizes");
  }

  @Test
  void aPlanOfSeveralPoolsFindsRoomsAlone() {
    CommandLineRun run =
        run("plan", "worker-and-connection", "--slo", "wait.p99 < 1s", "--find", "rate");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("with several pools a plan finds rooms; how much arrivals can grow");
  }

  private Path inARow() throws IOException {
    return Files.writeString(
        out.resolve("row.yaml"),
        """
        persons: 3
        visits: 20
        pools: {a: {rooms: 2}, b: {rooms: 1}}
        journey: [{in: a, times: 2, do: [{hold: "fixed:1ms"}]}, {in: b, do: [{hold: "fixed:1ms"}]}]
        """);
  }

  @Test
  void forksOfAJourneyAddUpPoolByPool() throws IOException {
    CommandLineRun run =
        run("run", inARow().toString(), "--forks", "2", "--json", "--out", out.toString());

    assertThat(run.code()).as(run.err()).isZero();
    RunResult result = StoredRun.RESULT.read(run.out());
    assertThat(result.visits().completed()).isEqualTo(2 * 3 * 20);
    assertThat(result.part(new PartLabel("a", null)).orElseThrow().visits().completed())
        .isEqualTo(2 * 2 * 3 * 20);
    assertThat(result.part(new PartLabel("b", null)).orElseThrow().visits().completed())
        .isEqualTo(2 * 3 * 20);
    assertThat(result.checks()).noneMatch(check -> check.verdict() == Check.Verdict.FAILED);
  }

  @Test
  void aSweepVariesThePoolsOfRealRuns() throws IOException {
    CommandLineRun run =
        run(
            "sweep",
            inARow().toString(),
            "--grid",
            "pools.b.rooms=1,2",
            "--metric",
            "wait.mean{pool=b}",
            "--out",
            out.toString());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("2 cells · in real time", "wait.mean{pool=b} by pools.b.rooms");
  }

  @Test
  void aPlanOfSizesRunsForRealAndIsReportedAgain() throws IOException {
    Path file =
        Files.writeString(
            out.resolve("two.yaml"),
            """
            arrivals: poisson:200/s
            visits: 1000
            pools: {a: {mode: semaphore-fair}, b: {mode: semaphore-fair}}
            journey: [{in: a, do: [{hold: exponential:6ms}]}, {in: b, do: [{hold: exponential:9ms}]}]
            """);
    CommandLineRun run =
        run(
            "plan",
            file.toString(),
            "--slo",
            "wait.mean{pool=a} < 2s",
            "--verify",
            "--verify-duration",
            "1s",
            "--json");

    SizesPlan plan = SizesPlan.JSON.read(run.out());
    List<SizesVerification> ran = requireNonNull(plan.verification());
    boolean met = ran.getFirst().met();
    assertThat(run.code()).as("on a busy machine the answer may fail").isEqualTo(met ? 0 : 3);
    assertThat(plan.outcome()).isEqualTo(met ? Plan.ANSWERED : Plan.FAILED_FOR_REAL);
    assertThat(ran.getFirst().sizes()).isEqualTo(requireNonNull(plan.answer()).point().sizes());
    assertThat(ran.getFirst().visits()).isPositive();
    assertThat(ran).hasSize(1 + requireNonNull(plan.answer()).fewer().size());

    Files.writeString(out.resolve("plan.json"), run.out());
    for (String format : List.of("text", "markdown", "html")) {
      CommandLineRun report = run("report", out.toString(), "--format", format);
      assertThat(report.code()).as(report.err()).isZero();
      assertThat(report.out()).contains("rooms of a", "the answer", "same visits", "verified");
    }
    assertThat(run("report", out.toString(), "--format", "json").out()).isEqualTo(run.out());
    assertThat(run("report", out.toString()).out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void whatRealThreadsCannotDoIsToldBeforeThePlanBegins() throws IOException {
    Path file =
        Files.writeString(
            out.resolve("order.yaml"),
            """
            arrivals: poisson:20/s
            clock: simulated
            pools: {a: {mode: semaphore-fair, order: preempt-resume}}
            journey: [{in: a, do: [{hold: exponential:6ms}]}]
            classes: {gold: {share: 50%, priority: 1}, silver: {share: 50%, priority: 2}}
            """);

    CommandLineRun run = run("plan", file.toString(), "--slo", "wait.mean < 1s", "--verify");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("a real thread can't be sent out of a room that it holds")
        .hasLineCount(1);
  }

  @Test
  void aPlanOfOneRoomSaysSoInTheSingular() throws IOException {
    Path file =
        Files.writeString(
            out.resolve("one.yaml"),
            """
            arrivals: poisson:1/s
            visits: 1000
            pools: {a: {rooms: 7, mode: semaphore-fair}}
            journey: [{in: a, do: [{hold: exponential:10ms}]}]
            """);

    CommandLineRun run = run("plan", file.toString(), "--slo", "wait.mean < 1s");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("1 room of a meets wait.mean < 1s, at a cost of 1.");
  }

  @Test
  void aComparisonSaysForWhichPoolThePersonsWait() {
    CommandLineRun run =
        run(
            "compare",
            "worker-and-connection",
            "--clock",
            "simulated",
            "--vary",
            "pools.connections.rooms=8,12",
            "--duration",
            "5s",
            "--out",
            out.toString());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("connections wait p99", "connections.rooms 12 against connections.rooms 8")
        .containsPattern("longer\\s+at\\s+p99\\s+for\\s+pool\\s+connections\\s+than");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compare worker-and-connection --modes reentrant,semaphore",
        "sweep worker-and-connection --grid pools.desks.rooms=1,2",
        "sweep worker-and-connection --grid seed=1,2 --metric wait.p99{pool=desks}",
        "plan worker-and-connection",
        "plan worker-and-connection --slo wait.p99<1s --find rate",
        "plan worker-and-connection --slo wait.p99<1s --cost-per-room 3",
        "plan worker-and-connection --slo wait.p99<1s --cost desks=3",
        "plan worker-and-connection --slo wait.p99<1s --cost workers=0",
        "plan worker-and-connection --slo wait.p99<1s --cost workers=1,workers=2",
        "plan worker-and-connection --slo wait.p99{pool=desks}<1s",
        "plan checkout-pool --slo wait.p99<1s --cost workers=3",
        "simulate two-connections --scale 8",
        "simulate two-connections --rooms 8",
      })
  void whatGoesByOnePoolRefusesSeveralInOneLine(String command) {
    CommandLineRun run = CommandLineRun.of(command.split(" ", -1));

    assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err().lines().findFirst().orElseThrow()).contains("pool");
  }

  /**
   * What its pools' persons call, where nobody answers, or in another way than they are told to.
   */
  @ParameterizedTest
  @CsvSource({
    "jdbc, --jdbc-url, jdbc:postgresql://127.0.0.1:1/none, refuses the connection",
    "jdbc, --sql, selec ?, the database refuses",
    "http, --url, http://127.0.0.1:1/{hold}, 127.0.0.1:1",
  })
  void thePersonsOfAPoolCallWhatTheyAreToldTo(
      String activity, String option, String value, String why) throws IOException {
    Path file =
        Files.writeString(
            out.resolve("calls.yaml"),
            """
            arrivals: at-once
            persons: 2
            stuck-after: 200ms
            pools: {desks: {}, calls: {mode: semaphore, activity: %s}}
            journey: [{in: desks, do: [{hold: "fixed:1ms"}]}, {in: calls, do: [{hold: "fixed:1ms"}]}]
            """
                .formatted(activity));

    CommandLineRun run = run("run", file.toString(), option, value, "--out", out.toString());

    assertThat(run.code()).as(run.out() + run.err()).isNotZero();
    assertThat(run.out() + run.err()).contains(why);
  }

  /** What is said of a mode in the plan of one pool is said in that of several. */
  @ParameterizedTest
  @CsvSource({"semaphore-fair, true", "semaphore, false", "hikaricp, false", "tomcat-jdbc, true"})
  void aPlanOfSeveralPoolsIsAsSureAsThatOfOne(String mode, boolean sure) throws IOException {
    Path one = scenario("one", "rooms: 2\nmode: " + mode + "\nline: shared\nhold: exponential:9ms");
    Path several =
        scenario(
            "several",
            """
            pools: {a: {rooms: 2, mode: %s}, b: {rooms: 2, mode: semaphore-fair}}
            journey:
              - {in: a, do: [{hold: "exponential:9ms"}]}
              - {in: b, do: [{hold: "exponential:9ms"}]}
            """
                .formatted(mode));
    for (Path scenario : List.of(one, several)) {
      CommandLineRun plan =
          run("plan", scenario.toString(), "--slo", "wait.mean < 5ms", "--slo", "response.p90<1s");
      String all = plan.out().replaceAll("\\s+", " ");
      assertThat(all).contains("meet both objectives", sure ? "arrivals" : "newcomers barge");
      assertThat(plan.out().lines().noneMatch(line -> line.matches("(answer +)?\\? .*")))
          .as(plan.out())
          .isEqualTo(sure);
    }
  }

  @Test
  void sizesThatDeadlockSaySo() throws IOException {
    Path nested =
        scenario(
            "nested",
            """
            pools: {connections: {rooms: 6, mode: semaphore-fair}}
            journey:
              - in: connections
                do:
                  - hold: exponential:9ms
                  - {in: connections, chance: 30%, do: [{hold: "fixed:5ms"}]}
            """);

    CommandLineRun plan = run("plan", nested.toString(), "--slo", "response.p90 < 1s");

    assertThat(plan.out()).containsPattern("connections −1 .* deadlock in \\d+ of \\d+");
  }

  private Path scenario(String name, String yaml) throws IOException {
    return Files.writeString(
        out.resolve(name + ".yaml"),
        "arrivals: poisson:100/s\nduration: 20s\nreplications: 5\n" + yaml);
  }
}
