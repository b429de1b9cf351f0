package io.anteroom.study.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.report.RunFiles;
import io.anteroom.result.Run;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.result.store.ResultsFolder;
import io.anteroom.result.store.StoredRun;
import io.anteroom.result.verdict.RunVerdict;
import io.anteroom.run.jdk.Jdk;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a simulated cell, which is not read back from the disk. */
class SimulatedCellsTest {
  private static final ScenarioParser PARSER =
      new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2);

  @TempDir private Path root;

  @Test
  void theFiguresOfACellAreThoseOfItsResultsFolder() throws IOException, InterruptedException {
    Cell cell = new Cell("one", Map.of(), scenario(), new Jvm(Jdk.current(), List.of()));
    Cells cells =
        new Cells(List.of(cell), root, new SimulatedCells(SimulatedCellsTest::keep, 1), PARSER);

    CellRecord told = cells.run().getFirst();

    Run stored = StoredRun.read(cells.folder(cell).result(), PARSER);
    Map<String, Double> measured = new LinkedHashMap<>();
    PartMetrics.withWhole(stored.scenario())
        .forEach(
            metric ->
                metric.measure(stored).ifPresent(value -> measured.put(metric.name(), value)));
    assertThat(told.metrics()).isEqualTo(measured).containsKey("wait.p99");
    assertThat(told.verdict()).isEqualTo(RunVerdict.of(stored).toRecord());
    assertThat(told.scheduleChecksum()).isEqualTo(stored.result().scheduleChecksum()).isNotEmpty();
    assertThat(told.intervals())
        .isEqualTo(Objects.requireNonNull(stored.result().confidence()).metrics());
  }

  private static Scenario scenario() {
    Settings settings = Settings.none();
    Map<String, String> values =
        Map.of(
            "clock", "simulated",
            "mode", "semaphore-fair",
            "arrivals", "poisson:300/s",
            "rooms", "8",
            "hold", "exponential:20ms",
            "visits", "2000",
            "expect", "wait.p99 < 1s");
    for (Map.Entry<String, String> value : values.entrySet()) {
      settings =
          settings.with(ScenarioKey.of(value.getKey()).orElseThrow(), value.getValue(), "test");
    }
    return PARSER.parse(settings);
  }

  private static void keep(Run run, Path folder) throws IOException {
    ResultsFolder.fill(folder, new RunFiles(run, false));
  }
}
