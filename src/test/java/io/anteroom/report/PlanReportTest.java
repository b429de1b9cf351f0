package io.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.Golden;
import io.anteroom.study.plan.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReportTest {
  private final Locale locale = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  /** The first five are older than exact figures. */
  static List<String> names() {
    return List.of(
        "answered",
        "two-objectives",
        "no-answer",
        "verified",
        "rate",
        "exact",
        "growing",
        "disagreeing",
        "short",
        "mixed",
        "failed");
  }

  @ParameterizedTest
  @MethodSource("names")
  void looksTheSameInEveryLocaleWithin80Columns(String name) throws IOException {
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    String text = text(plan(name), Style.PLAIN);
    Golden.check("report/plan-" + name + ".txt", text);
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(81));
  }

  @ParameterizedTest
  @MethodSource("names")
  void needsNoUnicodeAndNoColours(String name) {
    Plan plan = plan(name);
    String ascii = text(plan, new Style(false, false));
    assertThat(ascii).isASCII().doesNotContain("\u001b", "??");
    String coloured = text(plan, new Style(true, true));
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll("(?m) +$", ""))
        .isEqualTo(text(plan, Style.PLAIN));
  }

  private static String text(Plan plan, Style style) {
    return PlanReport.of(plan).text(style, null);
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 120})
  void isAsWideAsTheTerminal(int columns) {
    Style style = new Style(false, true, columns, Style.PROGRAM);

    assertThat(names())
        .flatMap(name -> text(plan(name), style).lines().toList())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns))
        .anyMatch(line -> line.length() > columns - 30);
  }

  @Test
  void saysFirstHowSureItIs() {
    assertThat(text(plan("answered"), Style.PLAIN))
        .startsWith("8 rooms meet wait.p99 < 50ms with probability ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          exact | 8 rooms meet wait.p99 < 50ms by the exact formula (M/M/8, Erlang C): 35.8ms; 7 fail it: 82.3ms.
          growing | 3 rooms meet throughput > 140/s by the exact formula (all rooms are always taken): 150/s, but the line grows without end: the rooms cannot serve all who come; 2 fail it: 100/s.
          disagreeing | The simulation does not agree with the exact value: with 6 rooms turnedAway is 5.63% by the formula, 6.88% to 6.98% simulated; the formula decides.
          short | The simulation, of the length that was given, does not agree with the exact value of the steady state: with 9 rooms throughput is 85.32/s by the formula, 51.52/s to 60.69/s simulated; the formula decides.
          mixed | 8 rooms meet both objectives with probability over 0.999; 7 fail utilisation < 80% by the exact formula (the utilisation law).
          failed | 8 rooms meet wait.p99 < 50ms by the exact formula (M/M/8, Erlang C): 35.8ms, but for real they fail it: wait.p99 was 61.2ms; 7 fail it: 82.3ms.
          """)
  void everyFormatSaysTheSameFirst(String name, String sentence) {
    Plan plan = plan(name);
    String text = text(plan, Style.PLAIN);
    String first = text.substring(0, text.indexOf("arrivals "));
    assertThat(first.replaceAll("\\s+", " ")).contains(sentence);
    assertThat(MarkdownRenderer.text(PlanFacts.of(plan))).contains(Markdown.escaped(sentence));
    String page = lead(plan);
    assertThat(page.replace("&lt;", "<").replace("&gt;", ">").replace("&#39;", "'"))
        .contains(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "exact, good",
    "growing, good",
    "verified, good",
    "disagreeing, unclear",
    "short, unclear",
    "no-answer, bad",
    "failed, bad"
  })
  void aPageIsNoBetterThanItsPlan(String name, String standing) {
    assertThat(lead(plan(name))).contains("class=\"verdict " + standing);
  }

  @Test
  void aNeighbourThatDoesForRealIsLuck() {
    assertThat(text(plan("failed"), Style.PLAIN).replaceAll("\\s+", " "))
        .contains("✗ 8 rooms, completed", "it met every objective this time, which one short run");
  }

  private static String lead(Plan plan) {
    return Pages.lead(PlanFacts.page(plan, null));
  }

  /** Figures that can't be used refute nothing, and a late machine is named. */
  @Test
  void whatTheMachineSpoiledIsNotHeldAgainstTheAnswer() {
    String failed = Plan.JSON.write(plan("failed"));
    Plan invalid = Plan.JSON.read(failed.replaceFirst("\"completed\"", "\"invalid\""));
    assertThat(text(invalid, Style.PLAIN).replaceAll("\\s+", " "))
        .contains("which could not be verified: the figures of the run for real contradict");
    Plan late =
        Plan.JSON.read(
            failed.replaceFirst("\"meanHoldNanos\": [0-9.E]+", "\"meanHoldNanos\": 2.3E7"));
    assertThat(text(late, Style.PLAIN).replaceAll("\\s+", " "))
        .contains(
            "but for real on this machine, which was late, they fail it: wait.p99 was 61.2ms");
  }

  /** The table, what came of the run and the answer have one sign for it. */
  @Test
  void whatForRealHasNoFigureIsNotJudgedAnywhere() {
    String answered =
        Plan.JSON
            .write(plan("failed"))
            .replaceAll(
                "\"real\": [0-9.E]+, \"met\": (true|false)", "\"real\": null, \"met\": false");
    Plan plan = Plan.JSON.read(answered);
    assertThat(plan.failureForReal()).isEmpty();
    String text = text(plan, Style.PLAIN).replaceAll("\\s+", " ");
    assertThat(text)
        .contains("? not judged", "but for real it was not judged: ", "visits give no wait.p99")
        .contains("run for longer (--verify-duration)", "answer ? ")
        .doesNotContain(
            "agrees with the same visits", "it fails it", "they fail it", "had no data");
    assertThat(text.substring(text.indexOf("verified"))).doesNotContain("✗").doesNotContain("✓");
  }

  private static Plan plan(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            PlanReportTest.class.getResourceAsStream("plan-" + name + ".json"))) {
      return Plan.JSON.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
