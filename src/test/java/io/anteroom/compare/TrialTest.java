package io.anteroom.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.cell.Cell;
import io.anteroom.cell.Jvm;
import io.anteroom.jdk.Jdk;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrialTest {
  private static final int FORKS = 50;

  private final Trial trial = new Trial(List.of(arm("a"), arm("b"), arm("c")), FORKS, false);

  private static Arm arm(String label) {
    Jvm jvm = new Jvm(Jdk.current(), List.of());
    return new Arm(label, Map.of(), Given.simulated("persons: 10"), jvm);
  }

  @Test
  void everyForkRunsEveryArmBeforeTheNextForkBegins() {
    List<Cell> cells = trial.cells();

    for (int fork = 0; fork < FORKS; fork++) {
      assertThat(cells.subList(3 * fork, 3 * fork + 3))
          .extracting(cell -> cell.point().get(Trial.ARM))
          .containsExactlyInAnyOrder("a", "b", "c");
    }
  }

  @Test
  void noArmHasAPlaceOfItsOwnInTheOrder() {
    List<Cell> cells = trial.cells();

    for (int place = 0; place < 3; place++) {
      int of = place;
      assertThat(
              IntStream.range(0, FORKS)
                  .mapToObj(fork -> cells.get(3 * fork + of).point().get(Trial.ARM)))
          .contains("a", "b", "c");
    }
    assertThat(trial.cells()).isEqualTo(cells);
  }

  @Test
  void inSimulatedTimeEveryForkHasItsSeedForAllArms() {
    for (Cell cell : trial.cells()) {
      assertThat(cell.scenario().conduct().seed())
          .isEqualTo(Long.parseLong(cell.point().get(Trial.FORK)));
    }
  }
}
