package io.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.report.facts.Report;
import io.anteroom.result.metric.Metrics;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.study.compare.Comparison;
import io.anteroom.study.compare.SampleComparisons;
import io.anteroom.study.plan.Plan;
import io.anteroom.study.sweep.SampleSweeps;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentPagesTest {
  private static final String HOSTILE = "</script><img src=x onerror=alert(1)>";

  @TempDir private Path folder;

  private Report page(Comparison comparison) throws IOException {
    ScenarioParser parser = new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2);
    return ComparisonFacts.page(comparison, folder, parser, "anteroom compare '<b>'");
  }

  private static Plan plan(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            ExperimentPagesTest.class.getResourceAsStream("plan-" + name + ".json"))) {
      return Plan.JSON.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void aComparisonSaysFirstWhatTheRunsShow() throws IOException {
    Comparison comparison = SampleComparisons.three("timed");
    Report page = page(comparison);
    assertThat(Pages.lead(page))
        .contains("<b>timed</b> waits 1.8 to 2.2 times longer at p99 than <b>reentrant</b>.")
        .contains("A note on &lt;them&gt;.");
    assertThat(Pages.text(page))
        .contains("20.0ms ▲", "±2.0ms", "it did not end in time")
        .contains("No difference that these runs can show: throughput.")
        .contains("<span>anteroom</span> <span>compare</span> <span>&#x27;&lt;b&gt;&#x27;</span>");
    assertThat(Pages.data(page)).contains("comparison.json");
    assertThat(Comparison.JSON.read(Comparison.JSON.write(comparison))).isEqualTo(comparison);
  }

  @Test
  void namesAreEscaped() throws IOException {
    String page = Pages.text(page(SampleComparisons.three(HOSTILE)));
    assertThat(page).doesNotContain("<img src=x").contains("\\u003cimg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"answered", "two-objectives", "no-answer", "verified", "rate"})
  void aPlanSaysFirstWhatItsTextSays(String name) throws IOException {
    Plan plan = plan(name);
    Report page = PlanFacts.page(plan, null);
    String words = plan.answer() == null ? plan.explanation() : " with probability ";
    assertThat(Pages.lead(page)).contains(words.replace("<", "&lt;").replace(">", "&gt;"));
    assertThat(Pages.text(page).contains("id=\"verification\"")).isEqualTo(name.equals("verified"));
    assertThat(Pages.data(page)).contains("plan.json");
  }

  @Test
  void aSweepTellsOfEveryOutcome() throws IOException {
    Report page =
        SweepFacts.page(
            SampleSweeps.real(),
            SampleSweeps.records(),
            Metrics.find("wait.p99").orElseThrow(),
            SweepOrigin.UNKNOWN);
    assertThat(Pages.text(page))
        .contains("out-of-memory", "wait.p99 &lt; 1ms: not met in 1 cell", "ran while others took");
    assertThat(Pages.lead(page)).contains("6 cells").doesNotContain("--resume");
    Report early =
        SweepFacts.page(
            SampleSweeps.real(),
            List.of(),
            Metrics.find("wait.p99").orElseThrow(),
            SweepOrigin.UNKNOWN);
    assertThat(Pages.lead(early)).contains("0 of 6 cells have ended", "--resume");
  }

  @Test
  void tenThousandCellsFitIntoThreeMegabytes() throws IOException {
    Report page =
        SweepFacts.page(
            SampleSweeps.large(),
            SampleSweeps.manyRecords(),
            Metrics.find("hold.p99").orElseThrow(),
            SweepOrigin.UNKNOWN);
    assertThat(Pages.text(page).getBytes(StandardCharsets.UTF_8).length).isLessThan(3_000_000);
    assertThat(Pages.data(page))
        .contains("\"hold.p99\"", "\"wait.p99\"", "10000-rooms-100-persons-100");
  }
}
