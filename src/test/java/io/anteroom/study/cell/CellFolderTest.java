package io.anteroom.study.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.result.VerdictRecord;
import io.anteroom.result.store.UnreadableResultException;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioFile;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellFolderTest {
  private static final ScenarioParser PARSER =
      new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2);

  @TempDir private Path root;
  private CellFolder folder;
  private Scenario scenario;

  @BeforeEach
  void setUp() throws IOException {
    folder = new CellFolder(root.resolve("0001"));
    Files.writeString(root.resolve("holds.txt"), "5ms\n7ms\n");
    String hold = "empirical:" + root.resolve("holds.txt");
    scenario = PARSER.parse(Settings.none().with(ScenarioKey.HOLD, hold, "test"));
  }

  @Test
  void keepsItsInputsFromTheFirstAttemptOn() throws IOException {
    folder.store(scenario);
    Files.delete(root.resolve("holds.txt"));
    Files.writeString(Files.createDirectories(folder.part()).resolve("half"), "half a result");
    Files.createDirectories(folder.result());
    Files.writeString(folder.log(), "killed");
    folder.prepare(scenario);
    Scenario kept = PARSER.parse(ScenarioFile.read(folder.scenario()));
    assertThat(kept.stay().hold().meanNanos()).isEqualTo(6e6);
    assertThat(folder.part()).isEmptyDirectory();
    assertThat(folder.log()).doesNotExist();
    assertThat(folder.result()).doesNotExist();
  }

  @Test
  void isFinishedWhenItSaysWhatBecameOfTheCell() throws IOException {
    folder.prepare(scenario);
    assertThat(folder.finished()).isFalse();
    CellRecord record =
        new CellRecord(
            CellRecord.SCHEMA,
            "0001",
            Map.of("rooms", "8"),
            "25",
            CellOutcome.SATURATED,
            "",
            new Host(0.5, null, 0.25),
            1.5,
            "abc",
            Map.of("wait.p99", 1e6),
            List.of("wait.p99 < 1ms"),
            new VerdictRecord("saturated", "bad", "saturated: persons arrived at 500/s"),
            null,
            null,
            null);
    folder.finish(record);
    assertThat(folder.finished()).isTrue();
    assertThat(folder.part()).doesNotExist();
    assertThat(folder.figures()).isEqualTo(record);
    assertThat(CellRecord.JSON.readAll(CellRecord.JSON.writeAll(List.of(record))))
        .containsExactly(record);
    String older = CellRecord.JSON.write(record).replace("\"verdict\"", "\"notKnownYet\"");
    assertThat(CellRecord.JSON.read(older).verdict()).isNull();
    assertThat(CellRecord.JSON.read(older).notMet()).isEqualTo(record.notMet());
  }

  @Test
  void saysWhichFileIsBroken() throws IOException {
    folder.prepare(scenario);
    Files.writeString(folder.path().resolve("cell.json"), "{\"schema\": ");
    assertThatThrownBy(folder::figures)
        .isInstanceOf(UnreadableResultException.class)
        .hasMessageContaining("cell.json: not a cell");
  }
}
