package io.anteroom.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.report.html.PageShell;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.metric.Prominence;
import io.anteroom.result.metric.Unit;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.cell.CellOutcome;
import io.anteroom.study.compare.ArmFigures;
import io.anteroom.study.compare.Cells;
import io.anteroom.study.compare.Comparison;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No format of a comparison says of a figure what it can't be, however the forks scatter. */
class ComparisonFormatsTest {
  /** A minus before a figure; a hyphen in a name or a date follows a letter or a digit. */
  private static final Pattern NEGATIVE = Pattern.compile("(?<![\\w\\])-])[-−]\\d");

  private static final Pattern MARGIN =
      Pattern.compile("([0-9.]+)(%|ns|µs|ms|s|[kM]?/s|) ±([0-9.]+)(%|ns|µs|ms|s|[kM]?/s|)");

  private static final List<Metric> METRICS = Metrics.all(Prominence.HEADLINE);

  @TempDir private Path folder;

  /** With many arms the sentences at the end pushed the tables off the screen. */
  @Test
  void theAnswerAtTheEndIsNoLongerThanTheOneAtTheBeginning() {
    Cells cells = new Cells(3);
    for (int arm = 0; arm < 10; arm++) {
      cells.arm("arm " + arm, figures(new Random(arm), 3, 0.1));
    }
    String text = ComparisonFacts.text(cells.compared(), Style.PLAIN, null);

    assertThat(text.substring(text.indexOf("\nanswer ")))
        .endsWith("3 more: see the differences above.\n");
  }

  @Test
  void forksOnABusyMachineAreNoSoundComparison() {
    Comparison quiet = random(1);

    assertThat(ComparisonFacts.text(noisy(quiet, 1), Style.PLAIN, null)).contains("\n✓ completed");
    int all = quiet.arms().getFirst().counted();
    assertThat(ComparisonFacts.text(noisy(quiet, all), Style.PLAIN, null))
        .contains("\n! completed");
  }

  /** The same, where others took much of the machine during so many forks of each arm. */
  private static Comparison noisy(Comparison one, int forks) {
    return new Comparison(
        one.schema(),
        one.name(),
        one.outcome(),
        one.environment(),
        one.seed(),
        one.forks(),
        one.sameSchedule(),
        one.level(),
        one.notes(),
        one.arms().stream()
            .map(
                arm ->
                    new ArmFigures(
                        arm.label(),
                        arm.jdk(),
                        arm.settings(),
                        arm.outcomes(),
                        arm.counted(),
                        arm.uncounted(),
                        arm.problems(),
                        arm.checksums(),
                        forks,
                        arm.metrics()))
            .toList(),
        one.contrasts(),
        one.best());
  }

  /** Figures that scatter by up to a factor of a million, some of them 0. */
  private static Comparison random(long seed) {
    Random random = new Random(seed);
    int forks = 2 + random.nextInt(5);
    double scatter = Math.pow(10, -3 + random.nextInt(9));
    return new Cells(forks)
        .arm("a", figures(random, forks, scatter))
        .arm("b", figures(random, forks, scatter))
        .compared();
  }

  private static Map<String, double[]> figures(Random random, int forks, double scatter) {
    Map<String, double[]> figures = new LinkedHashMap<>();
    for (Metric metric : METRICS) {
      boolean zeros = random.nextInt(3) == 0;
      double typical = metric.most() == 1 ? 0.9 : Math.pow(10, 1 + random.nextInt(8));
      double[] values = new double[forks];
      for (int fork = 0; fork < forks; fork++) {
        double figure = typical * Math.pow(1 + scatter, random.nextDouble() * 2 - 1);
        values[fork] = zeros && random.nextBoolean() ? 0 : Math.min(figure, metric.most());
      }
      figures.put(metric.name(), values);
    }
    return figures;
  }

  @RepeatedTest(30)
  void noFigureIsBelowNothingNorAShareAboveAll(RepetitionInfo repetition) throws IOException {
    Comparison comparison = random(repetition.getCurrentRepetition());

    assertThat(comparison.arms()).allSatisfy(ComparisonFormatsTest::requirePossible);
    for (String text : everyFormat(comparison)) {
      assertThat(NEGATIVE.matcher(text).results().map(hit -> around(text, hit.start())))
          .as("negative figures")
          .isEmpty();
    }
    requireMargins(new Markdowns(comparison).text());
    requireShares(new Markdowns(comparison).table());
  }

  private static String around(String text, int place) {
    return text.substring(Math.max(place - 20, 0), Math.min(place + 20, text.length()));
  }

  private static void requirePossible(ArmFigures arm) {
    for (Metric metric : METRICS) {
      Estimate estimate = Objects.requireNonNull(arm.metrics().get(metric.name()), metric.name());
      assertThat(estimate.low()).isBetween(0.0, estimate.mean());
      assertThat(estimate.high()).isBetween(estimate.mean(), metric.most());
    }
  }

  /** No ± reaches below 0. */
  private static void requireMargins(String text) {
    Matcher margin = MARGIN.matcher(text);
    while (margin.find()) {
      assertThat(nanos(margin.group(3), margin.group(4)))
          .as(margin.group())
          .isLessThanOrEqualTo(nanos(margin.group(1), margin.group(2)) * 1.05);
    }
  }

  private static double nanos(String number, String unit) {
    double scale =
        switch (unit) {
          case "µs", "k/s" -> 1e3;
          case "ms", "M/s" -> 1e6;
          case "s" -> 1e9;
          default -> 1;
        };
    return Double.parseDouble(number) * scale;
  }

  private static void requireShares(List<String> rows) {
    for (Metric metric : METRICS) {
      if (metric.unit() == Unit.SHARE) {
        rows.stream()
            .filter(row -> row.contains("`" + metric.name() + "`"))
            .flatMap(row -> Pattern.compile("([0-9.]+)%").matcher(row).results())
            .forEach(
                share -> assertThat(Double.parseDouble(share.group(1))).isLessThanOrEqualTo(100.0));
      }
    }
  }

  private List<String> everyFormat(Comparison comparison) throws IOException {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    ScenarioParser parser = new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2);
    new PageShell(ComparisonFacts.page(comparison, folder, parser, null)).write(page);
    String html = page.toString(UTF_8);
    List<String> formats = new ArrayList<>();
    formats.add(
        TextRenderer.text(ComparisonFacts.of(comparison), Style.PLAIN, null)
            .replaceAll("Seed -\\d", ""));
    formats.add(new Markdowns(comparison).text());
    formats.add(textOf(ComparisonSvg.text(comparison)));
    formats.add(textOf(withoutScripts(html)));
    assertThat(html).doesNotContain("\"low\":-", "\"mean\":-");
    return formats;
  }

  private static String withoutScripts(String html) {
    StringBuilder shown = new StringBuilder();
    int end = html.indexOf("<body");
    for (int script = html.indexOf("<script", end); script >= 0; ) {
      shown.append(html, end, script);
      end = html.indexOf("</script>", script);
      script = html.indexOf("<script", end);
    }
    return shown.append(html, end, html.length()).toString();
  }

  private static String textOf(String markup) {
    return markup.replaceAll("<[^>]*>", " ").replaceAll("&#(39|x27);|&apos;", "'");
  }

  private record Markdowns(Comparison comparison) {
    String text() {
      return MarkdownRenderer.text(ComparisonFacts.of(comparison))
          .replace("\\", "")
          .replaceAll("[-:]{3,}", "");
    }

    List<String> table() {
      return text().lines().filter(line -> line.startsWith("|")).toList();
    }
  }

  @Test
  void howManyForksCountIsSaidInEveryFormat() throws IOException {
    double[] figures = {1e6, 1.1e6, 0.9e6};
    Comparison comparison =
        new Cells(3)
            .arm("reentrant", Map.of("wait.p99", figures))
            .arm("timed", Map.of("wait.p99", figures))
            .ending("timed", 1, CellOutcome.INVALID, "Check littles-law failed: 5 of 6.")
            .compared();

    for (String text : everyFormat(comparison)) {
      assertThat(text)
          .contains("not all of 3 forks count")
          .contains("timed: 2 of 3; 1 failed Little's law")
          .contains("all others: 3 of 3");
    }
    assertThat(Comparison.JSON.write(comparison))
        .contains("\"counted\": 2, \"uncounted\": {\"failed Little's law\": 1}");
    assertThat(TextRenderer.text(ComparisonFacts.of(comparison), Style.PLAIN, null))
        .contains("! completed · not all of 3");
  }

  @Test
  void tooFewForksAreNotCalledNoDifference() throws IOException {
    Comparison comparison =
        new Cells(2)
            .arm("a", Map.of("wait.p99", new double[] {1e6, 9e6}))
            .arm("b", Map.of("wait.p99", new double[] {2e6, 3e6}))
            .compared();

    assertThat(TextRenderer.text(ComparisonFacts.of(comparison), Style.PLAIN, null))
        .contains("Too few forks to tell: wait.p99.")
        .doesNotContain("No difference");
    assertThat(MarkdownRenderer.text(ComparisonFacts.of(comparison)))
        .contains("Too few forks to tell")
        .doesNotContain("No difference");
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    new PageShell(
            ComparisonFacts.page(
                comparison,
                folder,
                new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2),
                null))
        .write(page);
    assertThat(page.toString(UTF_8)).contains("too few forks to tell whether wait.p99 differs");
  }

  @Test
  void anIntervalThatTellsNothingIsCalledUncertain() {
    Metric wait = Metrics.find("wait.p99").orElseThrow();
    assertThat(ArmInterval.shortText(wait, new Estimate(1e6, 1e3, 1e9))).isEqualTo("uncertain");
    assertThat(ArmInterval.text(wait, new Estimate(1e6, 1e3, 1e9))).isEqualTo("uncertain");
    assertThat(ArmInterval.shortText(wait, new Estimate(1e6, 0.96e6, 1.04e6))).isEqualTo("±40µs");
    assertThat(ArmInterval.shortText(wait, new Estimate(12e6, 3.2e6, 41e6))).isEqualTo("3.2–41ms");
    assertThat(ArmInterval.shortText(wait, new Estimate(12e5, 32e4, 41e5)))
        .isEqualTo("320µs–4.1ms");
    assertThat(ArmInterval.shortText(wait, new Estimate(12e5, 0, 41e5))).isEqualTo("0s–4.1ms");
    assertThat(ArmInterval.shortText(wait, new Estimate(5, 5, 5))).isEmpty();
    Metric share = Metrics.find("utilisation").orElseThrow();
    assertThat(ArmInterval.shortText(share, new Estimate(0.99, 0.97, 1))).isEqualTo("97–100%");
    Metric rate = Metrics.find("throughput").orElseThrow();
    assertThat(ArmInterval.shortText(rate, new Estimate(15e3, 11e3, 23e3))).isEqualTo("11–23k/s");
  }
}
