package io.anteroom.study.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.Environment;
import io.anteroom.result.Machine;
import io.anteroom.run.jdk.Jdk;
import io.anteroom.scenario.BusyWaiting;
import io.anteroom.study.cell.Cell;
import io.anteroom.study.cell.Jvm;
import java.time.OffsetDateTime;
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
  void whereOneModeKeepsCarriersBusyAllArmsReckonWithIt() {
    Trial busy = new Trial(List.of(inRealTime("semaphore"), inRealTime("try-spin")), 3, false);
    assertThat(busy.busyModes()).containsExactly("try-spin");
    assertThat(busy.cells())
        .hasSize(6)
        .allSatisfy(
            cell -> assertThat(cell.jvm().arguments()).containsExactly(BusyWaiting.jvmOption()));
    Trial quiet = new Trial(List.of(inRealTime("semaphore"), inRealTime("try-park")), 3, false);
    assertThat(quiet.cells())
        .hasSize(6)
        .allSatisfy(cell -> assertThat(cell.jvm().arguments()).isEmpty());
  }

  @Test
  void theComparisonSaysThatItReckonsWithBusyCarriers() {
    Environment here = Machine.describe(OffsetDateTime.MIN, 1, -1);
    Trial busy = new Trial(List.of(inRealTime("semaphore"), inRealTime("try-yield")), 2, false);
    Comparison comparison = new Comparer(busy).compare(List.of(), here);
    assertThat(comparison.environment().busyWaiting()).isTrue();
    assertThat(comparison.notes().getFirst())
        .contains("mode try-yield", "in all arms", "Thread.sleep", "reentrant");
    Trial quiet = new Trial(List.of(inRealTime("semaphore"), inRealTime("queue")), 2, false);
    assertThat(new Comparer(quiet).compare(List.of(), here).environment().busyWaiting()).isFalse();
    assertThat(new Comparer(quiet).compare(List.of(), here).notes()).isEmpty();
    assertThat(new Comparer(trial).compare(List.of(), here).environment().busyWaiting()).isNull();
  }

  private static Arm inRealTime(String mode) {
    Jvm jvm = new Jvm(Jdk.current(), List.of());
    return new Arm(mode, Map.of(), Given.inRealTime("mode: " + mode + "\nline: shared"), jvm);
  }

  @Test
  void inSimulatedTimeEveryForkHasItsSeedForAllArms() {
    for (Cell cell : trial.cells()) {
      assertThat(cell.scenario().conduct().seed())
          .isEqualTo(Long.parseLong(cell.point().get(Trial.FORK)));
    }
  }
}
