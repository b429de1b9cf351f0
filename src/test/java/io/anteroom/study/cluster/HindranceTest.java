package io.anteroom.study.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Why nobody runs the cells of a sweep. */
class HindranceTest {
  private static WorkerRecord worker(String name, String version, double secondsSinceSeen) {
    return new WorkerRecord(name, version, 2, List.of("25"), 0.5, List.of(), secondsSinceSeen);
  }

  @Test
  void workersThatAreSilentDoNotCount() {
    assertThat(ClusterCells.hindrance(List.of(), "1.2")).startsWith("nobody works");
    assertThat(ClusterCells.hindrance(List.of(worker("a", "1.2", 100)), "1.2"))
        .startsWith("nobody works");
  }

  @Test
  void aWorkerOfAnotherVersionIsNamed() {
    assertThat(ClusterCells.hindrance(List.of(worker("a", "1.3", 1)), "1.2"))
        .isEqualTo("no worker has Anteroom 1.2: a has 1.3");
    assertThat(ClusterCells.hindrance(List.of(worker("a", "1.3", 1), worker("b", "1.2", 1)), "1.2"))
        .isEmpty();
  }
}
