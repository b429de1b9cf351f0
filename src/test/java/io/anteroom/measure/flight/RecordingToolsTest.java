package io.anteroom.measure.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmc.common.item.Aggregators;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.ItemFilters;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.IRule;
import org.openjdk.jmc.flightrecorder.rules.RuleRegistry;
import org.openjdk.jmc.flightrecorder.rules.Severity;
import org.openjdk.jmc.flightrecorder.rules.util.RulesToolkit;

/** A recording of ours is at home in the JDK's own tool and in JDK Mission Control. */
class RecordingToolsTest {
  private static final int WAITS = 25;

  @TempDir static Path directory;
  private static Path file;

  @BeforeAll
  static void record() throws Exception {
    file = directory.resolve("recording.jfr");
    EventCounters counters = new EventCounters();
    try (FlightStream stream = new FlightStream(FlightSettings.of("contention"), counters)) {
      stream.start();
      Recorded.waits(counters, WAITS);
      stream.stop();
      stream.dump(file);
    }
  }

  @Test
  void jfrSummaryCountsTheEvents() throws Exception {
    String summary = Recorded.tool(directory, "jfr", "summary", file.toString());
    assertThat(summary).containsPattern("(?m)^ anteroom\\.Wait +" + WAITS + " ");
  }

  @Test
  void jfrViewShowsATableOfWaits() throws Exception {
    assumeThat(Path.of(System.getProperty("java.home"), "bin", "jfr")).exists();
    String view =
        Recorded.tool(directory, "jfr", "view", "--width", "240", "anteroom.Wait", file.toString());
    assertThat(view).contains("Person", "Locking Mode", "Attempts").contains("reentrant");
    assertThat(view.lines().filter(line -> line.contains("reentrant"))).hasSize(WAITS);
  }

  @Test
  void missionControlLoadsTheRecordingAndItsRulesRun() throws Exception {
    IItemCollection items = JfrLoaderToolkit.loadEvents(file.toFile());
    assertThat(
            items
                .apply(ItemFilters.type("anteroom.Wait"))
                .getAggregate(Aggregators.count())
                .longValue())
        .isEqualTo(WAITS);
    Map<IRule, Future<IResult>> results =
        RulesToolkit.evaluateParallel(
            RuleRegistry.getRules(), items, IPreferenceValueProvider.DEFAULT_VALUES, 2);
    assertThat(results).hasSizeGreaterThan(50);
    List<Severity> severities =
        results.values().stream()
            .map(RecordingToolsTest::result)
            .map(IResult::getSeverity)
            .toList();
    assertThat(severities).contains(Severity.OK).doesNotContainNull();
    assertThat(Files.size(file)).isPositive();
  }

  private static IResult result(Future<IResult> future) {
    try {
      return future.get();
    } catch (Exception failed) {
      throw new AssertionError("a rule failed", failed);
    }
  }
}
