package io.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.Golden;
import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.result.Run;
import io.anteroom.result.SampleRuns;
import io.anteroom.result.verdict.ChangedRun;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import io.anteroom.study.replication.Replications;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {
  private static final List<Run> RUNS =
      List.of(
          SampleRuns.completed(),
          SampleRuns.abandonments(),
          SampleRuns.stuck(),
          SampleRuns.saturated(),
          SampleRuns.withoutNumbers(),
          simulated("arrivals=poisson:300/s", "visits=5000"),
          simulated("persons=50", "think=exponential:100ms", "visits=20", "mode=reentrant"),
          SampleRuns.million());

  /** A run in simulated time of that and a hold. */
  private static Run simulated(String... keysAndValues) {
    Settings settings =
        Settings.none()
            .with(ScenarioKey.CLOCK, "simulated", "test")
            .with(ScenarioKey.NAME, "simulated", "test")
            .with(ScenarioKey.ROOMS, "8", "test")
            .with(ScenarioKey.MODE, "semaphore-fair", "test")
            .with(ScenarioKey.HOLD, "exponential:20ms", "test");
    for (String keyAndValue : keysAndValues) {
      String[] parts = keyAndValue.split("=", 2);
      settings = settings.with(ScenarioKey.of(parts[0]).orElseThrow(), parts[1], "test");
    }
    Scenario scenario =
        new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2).parse(settings);
    try {
      return new Replications(scenario, List.of(), null, 2).run();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private final Locale locale = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "tr"})
  void looksTheSameInEveryLocale(String tag) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(tag));
    Golden.check("report/completed.txt", text(Style.PLAIN, SampleRuns.completed()));
    Golden.check("report/abandonments.txt", text(Style.PLAIN, SampleRuns.abandonments()));
    Golden.check("report/stuck.txt", text(Style.PLAIN, SampleRuns.stuck()));
    Golden.check("report/saturated.txt", text(Style.PLAIN, SampleRuns.saturated()));
    Golden.check("report/simulated.txt", text(Style.PLAIN, RUNS.get(5)));
    Golden.check("report/simulated-closed.txt", text(Style.PLAIN, RUNS.get(6)));
    Golden.check("report/without-numbers.txt", text(Style.PLAIN, SampleRuns.withoutNumbers()));
  }

  /** But for a word that is longer than a line, such as a frame. */
  @ParameterizedTest
  @ValueSource(ints = {60, 120})
  void isAsWideAsTheTerminal(int columns) {
    Style style = new Style(false, true, columns, Style.PROGRAM);

    assertThat(RUNS)
        .flatMap(run -> text(style, run).lines().toList())
        .filteredOn(line -> line.strip().contains(" "))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns))
        .anyMatch(line -> line.length() > columns - 30);
  }

  @Test
  void theSignOfAnIntervalThatReachesBelowNothingIsExplained() {
    double mean = RUNS.get(5).result().waits().meanNanos();
    Object wide = Map.of("mean", mean, "low", 0.0, "high", 3 * mean);
    Run unsure = new ChangedRun(RUNS.get(5)).set("confidence/metrics/wait.mean", wide).run();
    String text = text(Style.PLAIN, unsure);
    assertThat(text.lines().filter(line -> line.startsWith("  ±"))).anyMatch(l -> l.contains("≤"));
    assertThat(text.replaceAll("\\s+", " "))
        .contains("or its upper end (≤) where the lower one is");
    assertThat(text(Style.PLAIN, RUNS.get(6))).doesNotContain("≤");
  }

  @Test
  void whereOnePersonWasFarAheadItIsSaidWhatBoundsTheFigures() {
    ChangedRun run = new ChangedRun(RUNS.get(6)).set("visits/cooldown", 10);
    assertThat(text(Style.PLAIN, run.run())).doesNotContain("far ahead");
    run.set("visits/cooldown", 100_000);
    assertThat(text(Style.PLAIN, run.run()).replaceAll("\\s+", " "))
        .contains(
            "only 16.7% of the visits are measured, those before the first person had made all of"
                + " its own")
        .contains("100,000 after one person had made all its visits");
  }

  @Test
  void needsNoUnicode() throws IOException {
    String ascii = text(new Style(false, false), SampleRuns.abandonments());
    Golden.check("report/abandonments-ascii.txt", ascii);
    for (Run run : RUNS) {
      assertThat(text(new Style(false, false), run)).isASCII().doesNotContain("\u001b");
    }
  }

  @Test
  void coloursAddNothingButColours() {
    for (Run run : RUNS) {
      String coloured = text(new Style(true, true), run);
      assertThat(coloured).contains("\u001b[");
      assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll("(?m) +$", ""))
          .isEqualTo(text(Style.PLAIN, run));
    }
  }

  @Test
  void fitsInto80Columns() {
    for (Run run : RUNS) {
      assertThat(text(Style.PLAIN, run).lines())
          .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }
  }

  @Test
  void aMillionVisitsHaveAColumnMore() {
    String many = text(Style.PLAIN, SampleRuns.million());
    assertThat(many).containsPattern("p99\\.99 p99\\.999 +max");
    assertThat(many.lines().filter(line -> line.startsWith("wait ")).findFirst().orElseThrow())
        .doesNotContain("–");
    assertThat(text(Style.PLAIN, SampleRuns.completed())).doesNotContain("p99.999");
  }

  @Test
  void figuresOfARunAloneNeedNoFolder() {
    assertThat(new TextReport(Style.PLAIN).text(SampleRuns.completed()))
        .contains("p99.99")
        .doesNotContain("results ", "expected ");
  }

  private static String text(Style style, Run run) {
    Run held = new ChangedRun(run).expecting("wait.p99 < 50ms", "abandoned < 1%").run();
    Path folder = Path.of("results", "20261122-181530-" + run.scenario().name());
    return new TextReport(style, folder).text(held);
  }
}
