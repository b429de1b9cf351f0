package io.anteroom.study.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.run.jdk.Jdk;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShuffleTest {
  private static List<Cell> cells() {
    Settings settings = Settings.none().with(ScenarioKey.PERSONS, "10", "test");
    Scenario scenario =
        new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2).parse(settings);
    Jvm jvm = new Jvm(Jdk.current(), List.of());
    return IntStream.rangeClosed(1, 6)
        .mapToObj(number -> new Cell("c" + number, Map.of(), scenario, jvm))
        .toList();
  }

  private static List<String> names(List<Cell> cells) {
    return cells.stream().map(Cell::name).toList();
  }

  /** A seed that was recorded years ago still says in which order the cells ran. */
  @Test
  void oneSeedGivesOneOrderForEver() {
    Shuffle shuffle = new Shuffle(42);
    assertThat(names(shuffle.of(cells()))).containsExactly("c4", "c3", "c6", "c5", "c2", "c1");
    assertThat(names(shuffle.of(cells()))).containsExactly("c2", "c1", "c5", "c6", "c3", "c4");
  }

  @Test
  void anotherSeedGivesAnotherOrderOfTheSameCells() {
    List<Cell> one = new Shuffle(1).of(cells());
    List<Cell> other = new Shuffle(2).of(cells());
    assertThat(one).isNotEqualTo(other).containsExactlyInAnyOrderElementsOf(cells());
    assertThat(other).containsExactlyInAnyOrderElementsOf(cells());
  }
}
