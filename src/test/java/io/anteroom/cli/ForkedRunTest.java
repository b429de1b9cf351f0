package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.activity.UnsupportedActivityException;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.result.Check;
import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.run.engine.Engine;
import io.anteroom.run.jdk.Jdk;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import io.anteroom.study.cell.Cell;
import io.anteroom.study.cell.CellFolder;
import io.anteroom.study.cell.CellOutcome;
import io.anteroom.study.cell.CellRunner;
import io.anteroom.study.cell.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Model.CommandSpec;

/** Forks that are merged into one run, without JVMs of their own. */
class ForkedRunTest {
  private static final ScenarioParser PARSER = ScenarioOptions.parser(CommandSpec.create());

  private static final Scenario SCENARIO =
      PARSER.parse(
          Settings.none()
              .with(ScenarioKey.PERSONS, "20", "test")
              .with(ScenarioKey.ROOMS, "4", "test")
              .with(ScenarioKey.HOLD, "fixed:0s", "test")
              .with(ScenarioKey.JFR, "off", "test"));

  @TempDir private Path out;

  /** Runs each fork in this JVM, or leaves nothing where the fork is lost. */
  private record Pretender(Map<String, CellOutcome> lost, List<Long> seeds) implements CellRunner {
    @Override
    public int atOnce() {
      return 1;
    }

    @Override
    public Finish run(Cell cell, CellFolder folder) throws IOException, InterruptedException {
      seeds.add(cell.scenario().conduct().seed());
      CellOutcome outcome = lost.get(cell.name());
      if (outcome != null) {
        return new Finish(outcome, "It was lost.", null);
      }
      Run run = run(cell.scenario());
      CellOptions.keep(run, Files.createDirectories(folder.result()));
      return new Finish(CellOutcome.of(run.result().outcome()), "", null);
    }

    private static Run run(Scenario scenario) throws InterruptedException {
      try (RoomActivity activity = RoomActivities.create(scenario)) {
        return new Engine(scenario, activity, new WallClock(), null).run();
      } catch (IOException | UnsupportedActivityException fault) {
        throw new AssertionError(fault);
      }
    }

    @Override
    public void interrupt() {}
  }

  private ForkedRun forked(Pretender runner, int forks, boolean reseeded) {
    Jvm jvm = new Jvm(Jdk.current(), List.of());
    return new ForkedRun(SCENARIO, forks, reseeded, jvm, runner, out, PARSER);
  }

  private static Pretender pretender(Map<String, CellOutcome> lost) {
    return new Pretender(lost, new ArrayList<>());
  }

  @Test
  void allForksTogetherAreOneRun() throws IOException, InterruptedException {
    Pretender runner = pretender(Map.of());
    Run merged = forked(runner, 3, false).run();

    assertThat(merged.result().checks())
        .extracting(Check::name)
        .as("no fork was lost")
        .doesNotContain("forks");
    assertThat(merged.result().visits().completed()).isEqualTo(3 * 20);
    assertThat(runner.seeds()).hasSize(3).containsOnly(runner.seeds().getFirst());
  }

  @ParameterizedTest
  @EnumSource(
      value = CellOutcome.class,
      names = {"OUT_OF_MEMORY", "HUNG", "KILLED", "CRASHED", "FAILED"})
  void aForkThatWasLostMakesTheRunInvalid(CellOutcome outcome)
      throws IOException, InterruptedException {
    Run merged = forked(pretender(Map.of("fork-2", outcome)), 3, false).run();

    assertThat(merged.result().outcome()).isEqualTo(Outcome.INVALID);
    assertThat(merged.result().checks())
        .filteredOn(check -> check.name().equals("forks"))
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.verdict()).isEqualTo(Check.Verdict.FAILED);
              assertThat(check.reason())
                  .contains("1 of 3 ended without a result", outcome.word(), "It was lost.");
            });
  }

  @Test
  void whereEveryForkWasLostThereIsNoRun() {
    ForkedRun run =
        forked(
            pretender(Map.of("fork-1", CellOutcome.CRASHED, "fork-2", CellOutcome.KILLED)),
            2,
            false);

    assertThatExceptionOfType(LostForksException.class)
        .isThrownBy(run::run)
        .withMessageContaining("the first one was crashed: It was lost.");
  }

  @Test
  void aRunThatIsStoppedBeforeItsFirstForkHasNoResult() {
    Pretender runner = pretender(Map.of());
    ForkedRun run = forked(runner, 2, false);
    run.interrupt();

    assertThatExceptionOfType(LostForksException.class)
        .isThrownBy(run::run)
        .withMessage("stopped before a fork had a result");
    assertThat(runner.seeds()).isEmpty();
  }

  @Test
  void reseededForksHaveASeedEach() throws IOException, InterruptedException {
    Pretender runner = pretender(Map.of());
    Run merged = forked(runner, 3, true).run();

    assertThat(merged.result().visits().completed()).isEqualTo(3 * 20);
    long first = runner.seeds().getFirst();
    assertThat(runner.seeds()).containsExactly(first, first + 1, first + 2);
  }
}
