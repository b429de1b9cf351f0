package io.anteroom.cli;

import static io.anteroom.cli.HtmlPage.at;
import static io.anteroom.cli.HtmlPage.figure;
import static io.anteroom.cli.HtmlPage.list;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The figures on pages of every kind are those of the document that the page is made of: what a
 * page prints to three digits, and what its charts draw. The texts are read back as figures, so
 * that a fault in how figures are printed is found, too.
 */
class PageFiguresTest {
  private static final List<String> DEMAND =
      List.of("--arrivals", "poisson:300/s", "--hold", "exponential:20ms");

  /** Three digits. */
  private static final double ROUNDED = 0.005;

  @TempDir private Path out;

  private Path ran(String command, String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of(command));
    if (!command.equals("fit")) {
      words.addAll(DEMAND);
    }
    words.addAll(List.of(options));
    words.addAll(List.of("--out", out.resolve(command).toString(), "--quiet"));
    CommandLineRun run = CommandLineRun.of(words.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isIn(ExitCode.DONE, ExitCode.SATURATED_OR_INVALID);
    return newest(out.resolve(command));
  }

  private static Object json(Path folder, String file) throws IOException {
    return HtmlPage.json(Files.readString(folder.resolve(file)));
  }

  private static void assertFigure(String shown, @Nullable Object exact) {
    double expected = ((Number) requireNonNull(exact)).doubleValue();
    assertThat(figure(shown))
        .as(shown)
        .isCloseTo(expected, within(Math.abs(expected) * ROUNDED + 1e-9));
  }

  private static void assertSame(@Nullable Object shown, @Nullable Object exact, double share) {
    if (exact == null) {
      assertThat(shown).isNull();
    } else {
      double expected = ((Number) exact).doubleValue();
      assertThat(((Number) requireNonNull(shown)).doubleValue())
          .isCloseTo(expected, within(Math.abs(expected) * share));
    }
  }

  /** What {@code result.json} says, which the table of metrics for other programs repeats. */
  private static void assertRun(HtmlPage page, Path folder) throws IOException {
    Object result = json(folder, "result.json");
    List<List<String>> durations = page.table("Durations");
    Map<String, String> keys =
        Map.of("mean", "meanNanos", "p50", "p50Nanos", "p90", "p90Nanos", "p99", "p99Nanos");
    int compared = 0;
    for (List<String> row : durations) {
      for (String heading : keys.keySet()) {
        int column = durations.getFirst().indexOf(heading);
        if (List.of("wait", "hold", "response").contains(row.getFirst())
            && !row.get(column).equals("–")) {
          assertFigure(row.get(column), at(result, row.getFirst(), keys.get(heading)));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(9);
    Map<String, String> exact = new LinkedHashMap<>();
    CommandLineRun.of("report", folder.toString(), "--format", "csv")
        .out()
        .lines()
        .map(line -> line.split(",", -1))
        .filter(line -> line.length == 6)
        .forEach(line -> exact.put(line[0], line[2]));
    for (List<String> row : page.table("Every metric that the run has data for").subList(1, 20)) {
      assertFigure(row.get(1), Double.valueOf(requireNonNull(exact.get(row.getFirst()))));
    }
  }

  @Test
  void aRun() throws IOException {
    Path folder = ran("simulate", "--rooms", "8", "--duration", "5s", "--replications", "3");
    HtmlPage page = HtmlPage.in(folder.resolve("report.html"));
    Object result = json(folder, "result.json");
    assertRun(page, folder);
    assertFigure(page.element("tile-wait-p99").split(" ", -1)[0], at(result, "wait", "p99Nanos"));
    assertFigure(
        page.element("tile-throughput").split(" ", -1)[0], at(result, "throughputPerSecond"));
    assertFigure(page.element("tile-utilisation").split(" ", -1)[0], at(result, "utilisation"));
    List<?> downloads = list(at(page.data(), "downloads"));
    assertThat(at(downloads.getFirst(), "text"))
        .isEqualTo(Files.readString(folder.resolve("result.json")));
    Object wait =
        list(at(page.data(), "curves")).stream()
            .filter(curve -> "wait".equals(at(curve, "name")))
            .findFirst()
            .orElseThrow();
    assertSame(
        at(list(at(wait, "points")).getLast(), "nanos"), at(result, "wait", "maxNanos"), 1e-9);
  }

  @Test
  void aSweepAndItsCells() throws IOException {
    Path folder =
        ran(
            "sweep",
            "--clock",
            "simulated",
            "--duration",
            "5s",
            "--replications",
            "3",
            "--grid",
            "rooms=7,8,9");
    HtmlPage page = HtmlPage.in(folder.resolve("report.html"));
    Object cells = json(folder, "cells.json");
    Object data = at(page.data(), "cells");
    assertThat(at(data, "pages")).isEqualTo(true);
    List<List<String>> table = page.table("wait.p99 by rooms");
    for (int cell = 0; cell < 3; cell++) {
      Object record = at(cells, cell);
      assertThat(at(data, "names", cell)).isEqualTo(at(record, "name"));
      for (Object metric : list(at(data, "metrics"))) {
        Object name = at(metric, "name");
        Object figure = at(record, "metrics", name);
        assertSame(at(metric, "figures", cell), figure, 1e-5);
        Object interval = at(record, "intervals", name);
        if (interval != null) {
          assertSame(at(metric, "high", cell), at(interval, "high"), 1e-5);
        }
      }
      List<String> row = table.get(cell + 1);
      assertFigure(row.get(1), at(record, "metrics", "wait.p99"));
      String[] interval = row.get(2).split(" – ", -1);
      assertFigure(interval[0], at(record, "intervals", "wait.p99", "low"));
      assertFigure(interval[1], at(record, "intervals", "wait.p99", "high"));
      Path result = folder.resolve("cells/" + at(record, "name") + "/result");
      assertRun(HtmlPage.in(result.resolve("report.html")), result);
    }
  }

  @Test
  void aSweepSaysHowToRunItAgain() throws IOException {
    Path folder =
        ran("sweep", "--clock", "simulated", "--visits", "50", "--grid", "rooms=7,8 seed=1,2");
    String page = Files.readString(folder.resolve("report.html"));
    String command = new HtmlPage(page).element("command");
    assertThat(command).startsWith("anteroom sweep cells/0001-rooms-7-seed-1/in/scenario.yaml");
    assertThat(page).contains("The same in all cells", "exponential:20ms");
    String[] words =
        command
            .replace("cells/", folder + "/cells/")
            .replace("'rooms=7,8 seed=1,2'", "rooms=7,8\u00a0seed=1,2")
            .split(" ", -1);
    List<String> again = new ArrayList<>();
    Stream.of(words).skip(1).forEach(word -> again.add(word.replace('\u00a0', ' ')));
    again.addAll(List.of("--out", out.resolve("again").toString(), "--quiet"));
    CommandLineRun run = CommandLineRun.of(again.toArray(String[]::new));
    assertThat(run.code()).as(again + run.err()).isIn(ExitCode.DONE, ExitCode.SATURATED_OR_INVALID);
    try (Stream<Path> folders = Files.list(out.resolve("again"))) {
      assertThat(folders.findFirst().orElseThrow().resolve("cells.csv"))
          .hasSameTextualContentAs(folder.resolve("cells.csv"));
    }
  }

  @Test
  void aComparison() throws IOException {
    Path folder =
        ran(
            "compare",
            "--clock",
            "simulated",
            "--duration",
            "3s",
            "--rooms",
            "8",
            "--forks",
            "3",
            "--modes",
            "semaphore-fair,try-park");
    HtmlPage page = HtmlPage.in(folder.resolve("report.html"));
    Object comparison = json(folder, "comparison.json");
    List<List<String>> table = page.table("Means and intervals");
    Map<String, Object> arms = new LinkedHashMap<>();
    list(at(comparison, "arms"))
        .forEach(
            arm -> arms.put(String.valueOf(at(arm, "label")), requireNonNull(at(arm, "metrics"))));
    for (List<String> row : table.subList(1, table.size())) {
      Object estimate = at(arms.get(row.get(1)), row.getFirst());
      assertFigure(row.get(2), at(estimate, "mean"));
      if (!row.get(3).equals("uncertain")) {
        assertFigure(row.get(3), at(estimate, "low"));
        assertFigure(row.get(4), at(estimate, "high"));
      }
    }
    for (Object metric : list(at(page.data(), "metrics"))) {
      for (int arm = 0; arm < 2; arm++) {
        Object exact = at(comparison, "arms", arm, "metrics", at(metric, "name"), "mean");
        assertSame(at(metric, "dots", arm, "mean"), exact, 1e-12);
      }
    }
    List<String> csv =
        CommandLineRun.of("report", folder.toString(), "--format", "csv").out().lines().toList();
    assertThat(csv).hasSize(1 + table.size() - 1);
    for (String line : csv.subList(1, csv.size())) {
      String[] fields = line.split(",", -1);
      Object estimate = at(arms.get(fields[0]), fields[2]);
      assertSame(Double.valueOf(fields[4]), at(estimate, "mean"), 1e-6);
      assertThat(fields[8]).matches(fields[0].equals("try-park") ? "[a-z-]+" : "");
    }
  }

  @Test
  void aPlan() throws IOException {
    Path folder = ran("plan", "--slo", "wait.p99 < 50ms");
    HtmlPage page = HtmlPage.in(folder.resolve("report.html"));
    Object plan = json(folder, "plan.json");
    List<List<String>> table = page.table("wait.p99 < 50ms");
    List<?> curve = list(at(plan, "curve"));
    assertThat(table).hasSize(curve.size() + 1);
    for (int place = 0; place < curve.size(); place++) {
      Object standing = at(curve.get(place), "standings", 0);
      List<String> row = table.get(place + 1);
      Object candidate = at(page.data(), "objectives", 0, "points", place);
      assertFigure(row.getFirst(), at(curve.get(place), "value"));
      assertFigure(row.get(1), at(curve.get(place), "utilisation"));
      assertSame(at(candidate, "theory"), at(standing, "theory"), 1e-12);
      if (at(standing, "simulated") != null) {
        assertFigure(row.get(2), at(standing, "simulated", "mean"));
        assertFigure(row.get(4), at(standing, "theory"));
        assertSame(at(candidate, "simulated"), at(standing, "simulated", "mean"), 1e-12);
      }
    }
    assertThat(page.element("outcome")).isEqualTo(at(plan, "answer") + " rooms");
    String svg = CommandLineRun.of("report", folder.toString(), "--format", "svg").out();
    assertThat(svg).contains(">wait.p99 &lt; 50ms<", ">answer", ">simulated<", "Erlang C");
  }

  @Test
  void aDifference() throws IOException {
    Path before = ran("simulate", "--rooms", "8", "--duration", "5s", "--replications", "3");
    Path after = ran("simulate", "--rooms", "7", "--duration", "5s", "--replications", "3");
    Path file = out.resolve("diff.html");
    CommandLineRun run =
        CommandLineRun.of(
            "diff", before.toString(), after.toString(), "--html", file.toString(), "--json");
    assertThat(run.code()).as(run.err()).isZero();
    Object diff = HtmlPage.json(run.out());
    HtmlPage page = HtmlPage.in(file);
    Map<String, Object> changes = new LinkedHashMap<>();
    list(at(diff, "metrics"))
        .forEach(change -> changes.put(String.valueOf(at(change, "metric")), change));
    List<List<String>> table = page.table("Metrics");
    assertThat(table).hasSize(changes.size() + 1);
    for (List<String> row : table.subList(1, table.size())) {
      assertFigure(row.get(1), at(changes.get(row.getFirst()), "a"));
      assertFigure(row.get(2), at(changes.get(row.getFirst()), "b"));
    }
    for (List<String> row : page.table("Waits")) {
      assertThat(run.err()).contains(row.getLast());
    }
    assertThat(page.element("command")).startsWith("anteroom diff ").doesNotContain("--html");
    CommandLineRun twice =
        CommandLineRun.of("diff", before.toString(), after.toString(), "--html", file.toString());
    twice.assertRefused();
  }

  @Test
  void aPlanOfSizes() throws IOException {
    CommandLineRun run =
        CommandLineRun.of(
            "plan",
            "worker-and-connection",
            "--slo",
            "response.p90 < 300ms",
            "--duration",
            "2s",
            "--replications",
            "3",
            "--quiet",
            "--out",
            out.toString());
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    Path folder = newest(out);
    HtmlPage page = HtmlPage.in(folder.resolve("report.html"));
    Object answer = at(json(folder, "plan.json"), "answer");
    List<@Nullable Object> points = new ArrayList<>();
    points.add(at(answer, "point"));
    points.addAll(list(at(answer, "fewer")));
    points.addAll(list(at(answer, "more")));
    List<List<String>> rows =
        page.table("The answer, and one room fewer or more in each pool").stream()
            .skip(1)
            .filter(row -> !row.get(1).isEmpty())
            .toList();
    assertThat(rows).hasSameSizeAs(points);
    for (int place = 0; place < points.size(); place++) {
      Object simulated = at(points.get(place), "standings", 0, "simulated");
      assertFigure(rows.get(place).get(1), at(points.get(place), "cost"));
      if (simulated != null && !rows.get(place).get(2).equals("grows")) {
        assertFigure(rows.get(place).get(2), at(simulated, "mean"));
      }
    }
    String svg = CommandLineRun.of("report", folder.toString(), "--format", "svg").out();
    assertThat(svg).contains(">the answer<", ">response.p90 &lt; 300ms<");
  }

  @Test
  void aFit() throws IOException {
    StringBuilder log = new StringBuilder("start_s,duration_ms\n");
    for (int i = 0; i < 400; i++) {
      log.append(i * 0.01 + i % 7 * 0.001).append(',').append(5 + i * i % 37).append('\n');
    }
    Path file = Files.writeString(out.resolve("log.csv"), log);
    Path folder = ran("fit", file.toString());
    HtmlPage page = HtmlPage.in(folder.resolve("report.html"));
    Object holds = at(json(folder, "fit.json"), "holds");
    Object data = page.data();
    assertThat(at(data, "quantileNanos")).isEqualTo(at(holds, "quantileNanos"));
    List<?> candidates = list(at(holds, "candidates"));
    List<List<String>> table = page.table("Families of distributions");
    for (int family = 0; family < candidates.size(); family++) {
      assertThat(at(data, "families", family, "quantileNanos"))
          .isEqualTo(at(candidates.get(family), "quantileNanos"));
      List<String> row = table.get(family + 2);
      assertThat(row.getFirst()).isEqualTo(at(candidates.get(family), "family"));
      assertThat(figure(row.get(1)))
          .isCloseTo(
              ((Number) requireNonNull(at(candidates.get(family), "distance"))).doubleValue(),
              within(0.005));
    }
  }

  @Test
  void aLesson() throws IOException {
    Path file = out.resolve("handout.html");
    CommandLineRun run =
        CommandLineRun.of(
            "lesson",
            "13",
            "--html",
            file.toString(),
            "--out",
            out.toString(),
            "--json",
            "--quiet");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    HtmlPage page = HtmlPage.in(file);
    Object result = at(HtmlPage.json(run.out()), 0);
    List<?> table = list(at(result, "table"));
    assertThat(page.table("Each run, on each JDK")).hasSameSizeAs(table);
    for (int place = 1; place < table.size(); place++) {
      assertThat(table.get(place)).isEqualTo(page.table("Each run, on each JDK").get(place));
    }
    List<?> observations = list(at(result, "observations"));
    assertThat(page.table("Each run, on each JDK").getFirst().get(2)).isEqualTo("mean wait");
    for (int place = 0; place < observations.size(); place++) {
      Object exact = at(observations.get(place), "figures", "wait.mean");
      String shown = page.table("Each run, on each JDK").get(place + 1).get(2);
      assertFigure(shown, exact);
      assertThat(page.picture()).contains(">" + shown + "<");
    }
  }

  private static Path newest(Path results) throws IOException {
    try (Stream<Path> folders = Files.list(results)) {
      return folders.max(Path::compareTo).orElseThrow();
    }
  }
}
