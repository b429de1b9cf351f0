package io.anteroom.study.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.run.jdk.Jdk;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What cells that were stopped half way leave behind, and what is run when they go on. */
class StoppedCellsTest {
  private static final ScenarioParser PARSER =
      new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2);
  private static final List<Cell> CELLS =
      IntStream.range(0, 5)
          .mapToObj(
              number ->
                  new Cell(
                      "cell-" + number,
                      Map.of("seed", Integer.toString(number)),
                      PARSER.parse(Settings.none()).withSeed(number),
                      new Jvm(Jdk.current(), List.of())))
          .toList();

  @TempDir private Path root;

  /** Runs nothing; ends each cell as it is told. */
  private static final class Pretender implements CellRunner {
    private final List<String> ran = new ArrayList<>();
    private final Map<String, CellOutcome> outcomes;
    private Consumer<String> before = cell -> {};
    private boolean interrupted;

    Pretender(Map<String, CellOutcome> outcomes) {
      this.outcomes = outcomes;
    }

    @Override
    public int atOnce() {
      return 1;
    }

    @Override
    public Finish run(Cell cell, CellFolder folder) throws IOException {
      ran.add(cell.name());
      before.accept(cell.name());
      Files.writeString(folder.log(), "ran " + cell.name());
      return new Finish(outcomes.getOrDefault(cell.name(), CellOutcome.COMPLETED), "as told", null);
    }

    @Override
    public void interrupt() {
      interrupted = true;
    }
  }

  private Cells cells(Pretender runner) {
    return new Cells(CELLS, root, runner, PARSER);
  }

  /** Every file of the cells that have ended, by its path, with its bytes as text. */
  private Map<String, String> finished() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path cell = root.resolve(root.relativize(file).getName(0));
        if (new CellFolder(cell).finished()) {
          files.put(
              root.relativize(file).toString(),
              Files.readString(file) + Files.getLastModifiedTime(file));
        }
      }
    }
    return files;
  }

  @ParameterizedTest
  @EnumSource(
      value = CellOutcome.class,
      names = {"INTERRUPTED", "STUCK", "INVALID", "SATURATED", "KILLED", "HUNG", "FAILED"})
  void whatHasEndedIsKeptToTheByteAndTheRestRunsWhenItGoesOn(CellOutcome cutShort)
      throws IOException, InterruptedException {
    Pretender first = new Pretender(Map.of("cell-1", CellOutcome.SATURATED, "cell-2", cutShort));
    Cells stopped = cells(first);
    first.before =
        name -> {
          if (name.equals("cell-2")) {
            stopped.interrupt();
          }
        };

    List<CellRecord> records = stopped.run();

    assertThat(first.interrupted).isTrue();
    assertThat(first.ran).containsExactly("cell-0", "cell-1", "cell-2");
    assertThat(records)
        .as("whatever a cell that was stopped ends with, it has not ended")
        .extracting(CellRecord::name)
        .containsExactly("cell-0", "cell-1");
    assertThat(stopped.done()).isEqualTo(2);
    Map<String, String> kept = finished();
    assertThat(kept.keySet()).anyMatch(file -> file.endsWith("cell.json"));

    Pretender second = new Pretender(Map.of("cell-4", CellOutcome.STUCK));
    List<CellRecord> all = cells(second).run();

    assertThat(second.ran).containsExactly("cell-2", "cell-3", "cell-4");
    assertThat(all)
        .extracting(CellRecord::outcome)
        .containsExactly(
            CellOutcome.COMPLETED,
            CellOutcome.SATURATED,
            CellOutcome.COMPLETED,
            CellOutcome.COMPLETED,
            CellOutcome.STUCK);
    assertThat(finished()).containsAllEntriesOf(kept);
    assertThat(all.subList(0, 2)).isEqualTo(records);
  }

  @Test
  void aCellThatCompletedWhileItWasStoppedIsKept() throws IOException, InterruptedException {
    Pretender runner = new Pretender(Map.of());
    Cells stopped = cells(runner);
    runner.before = name -> stopped.interrupt();

    assertThat(stopped.run()).extracting(CellRecord::name).containsExactly("cell-0");
    assertThat(runner.ran).containsExactly("cell-0");
  }

  @Test
  void cellsWithoutSoundFiguresAreCountedAsFailed() throws IOException, InterruptedException {
    Pretender runner =
        new Pretender(
            Map.of(
                "cell-0", CellOutcome.SATURATED,
                "cell-1", CellOutcome.STUCK,
                "cell-2", CellOutcome.INVALID,
                "cell-3", CellOutcome.CRASHED));
    Cells cells = cells(runner);

    assertThat(cells.run()).hasSize(5);
    assertThat(cells.failed()).isEqualTo(3);
    Pretender again = new Pretender(Map.of());
    assertThat(cells(again).run()).hasSize(5);
    assertThat(again.ran).as("an end is an end, however bad").isEmpty();
  }
}
