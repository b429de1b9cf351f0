package io.anteroom.study.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.run.jdk.Jdk;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of cells whose JVMs end badly: each ends its own cell only. */
@Timeout(180)
class ForkedCellsTest {
  private static final String MAIN = "io.anteroom.cli.Main";
  private static final ScenarioParser PARSER =
      new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2);
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir private Path root;

  private static Cell cell(String name, List<String> jvmArguments, String... settings) {
    Settings all = Settings.none();
    for (String setting : settings) {
      String[] pair = setting.split("=", 2);
      all = all.with(ScenarioKey.of(pair[0]).orElseThrow(), pair[1], "test");
    }
    Scenario scenario = PARSER.parse(all);
    return new Cell(name, Map.of("persons", name), scenario, new Jvm(Jdk.current(), jvmArguments));
  }

  private List<CellRecord> run(Duration limit, Cell... cells)
      throws IOException, InterruptedException {
    return new Cells(List.of(cells), root, new ForkedCells(MAIN, limit), PARSER).run();
  }

  @Test
  void eachCellEndsInItsOwnWay() throws IOException, InterruptedException {
    List<CellRecord> records =
        run(
            LONG,
            cell(
                "memory",
                List.of("-Xmx24m"),
                "persons=2000000",
                "mode=semaphore",
                "hold=fixed:1s",
                "jfr=off"),
            cell("stuck", List.of(), "persons=20", "mode=try-spin", "carriers=2", "stuck-after=1s"),
            cell("unable", List.of("-XX:NoSuchOption"), "persons=2"),
            cell("done", List.of(), "persons=10", "rooms=5", "expect=wait.max < 1ns"));
    assertThat(records)
        .extracting(CellRecord::outcome)
        .containsExactly(
            CellOutcome.OUT_OF_MEMORY,
            CellOutcome.STUCK,
            CellOutcome.FAILED,
            CellOutcome.COMPLETED);
    assertThat(records.get(0).explanation()).containsIgnoringCase("memory");
    assertThat(records.get(1).explanation()).isNotEmpty();
    assertThat(records.get(2).explanation()).contains("exit code 1");
    CellRecord done = records.get(3);
    assertThat(done.metrics()).containsKeys("wait.mean", "throughput");
    assertThat(done.notMet()).containsExactly("wait.max < 1ns");
    assertThat(done.scheduleChecksum()).isNotNull();
    assertThat(done.seconds()).isPositive();
    assertThat(done.host()).isNotNull();
  }

  @Test
  void aKilledJvmIsNamedSo() throws Exception {
    Cells cells = endless("killed");
    CompletableFuture<List<CellRecord>> records = started(cells);
    assertThat(child("killed", records).destroyForcibly()).isTrue();
    CellRecord killed = records.get(60, TimeUnit.SECONDS).getFirst();
    assertThat(killed.outcome()).isEqualTo(CellOutcome.KILLED);
    assertThat(killed.explanation()).isEqualTo("Its JVM was killed by signal 9.");
    assertThat(cells.failed()).isEqualTo(1);
  }

  @Test
  void aCellThatWasToldToStopHasNotEnded() throws Exception {
    Cells cells = endless("stopped");
    CompletableFuture<List<CellRecord>> records = started(cells);
    ProcessHandle child = child("stopped", records);
    assertThat(cells.running()).containsExactly("stopped");
    cells.interrupt();
    assertThat(records.get(60, TimeUnit.SECONDS)).isEmpty();
    assertThat(child.isAlive()).isFalse();
    assertThat(cells.done()).isZero();
  }

  private Cells endless(String name) {
    Cell cell = cell(name, List.of(), "persons=2", "hold=fixed:60s");
    return new Cells(List.of(cell), root, new ForkedCells(MAIN, LONG), PARSER);
  }

  private static CompletableFuture<List<CellRecord>> started(Cells cells) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return cells.run();
          } catch (IOException | InterruptedException fault) {
            throw new IllegalStateException(fault);
          }
        });
  }

  /** The cell's JVM, once it has begun to run the cell. */
  private ProcessHandle child(String name, CompletableFuture<?> records) throws IOException {
    Path part = new CellFolder(root.resolve(name)).part();
    while (!records.isDone()) {
      if (Files.isDirectory(part) && !isEmpty(part)) {
        return ProcessHandle.current().children().findFirst().orElseThrow();
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("the cell ended before: " + records);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findFirst().isEmpty();
    }
  }

  @Test
  void aJvmThatTakesTooLongIsEnded() throws IOException, InterruptedException {
    List<CellRecord> records =
        run(Duration.ofSeconds(4), cell("hung", List.of(), "persons=2", "hold=fixed:60s"));
    assertThat(records.getFirst().outcome()).isEqualTo(CellOutcome.HUNG);
    assertThat(records.getFirst().explanation()).contains("had not ended after 4 s");
  }

  @Test
  void cellsThatHaveEndedDoNotRunAgain() throws IOException, InterruptedException {
    Cell cell = cell("once", List.of(), "persons=2");
    List<CellRecord> first = run(LONG, cell);
    Path log = new CellFolder(root.resolve("once")).log();
    Files.delete(log);
    assertThat(run(LONG, cell)).isEqualTo(first);
    assertThat(log).doesNotExist();
  }
}
