package io.anteroom.study.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which workers take the cells of a sweep, and why nobody does. */
class RequirementsTest {
  private static final String PLUGINS = "0123456789abcdef";

  private static WorkerRecord worker(String name, String version, double secondsSinceSeen) {
    return worker(name, version, null, secondsSinceSeen);
  }

  private static WorkerRecord worker(
      String name, String version, @Nullable String plugins, double secondsSinceSeen) {
    return new WorkerRecord(
        name, version, 2, List.of("21", "25"), plugins, 0.5, List.of(), secondsSinceSeen);
  }

  private static Requirements simulated(@Nullable String plugins) {
    return new Requirements("1.2", new TreeSet<>(), plugins);
  }

  private static Requirements realTime(Integer... jdks) {
    return new Requirements("1.2", new TreeSet<>(List.of(jdks)), null);
  }

  @Test
  void workersThatAreSilentDoNotCount() {
    Requirements needs = simulated(null);
    assertThat(needs.hindrance(List.of())).startsWith("nobody works");
    assertThat(needs.hindrance(List.of(worker("a", "1.2", 100)))).startsWith("nobody works");
  }

  @Test
  void aWorkerOfAnotherVersionIsNamed() {
    Requirements needs = simulated(null);
    assertThat(needs.hindrance(List.of(worker("a", "1.3", 1))))
        .isEqualTo("no worker has Anteroom 1.2: a has 1.3");
    assertThat(needs.hindrance(List.of(worker("a", "1.3", 1), worker("b", "1.2", 1)))).isEmpty();
  }

  @Test
  void aWorkerWithoutTheJdksIsNamed() {
    assertThat(realTime(21, 27).hindrance(List.of(worker("a", "1.2", 1))))
        .isEqualTo("no worker has JDK 21 and 27: a has 21, 25");
    assertThat(realTime(21, 25).hindrance(List.of(worker("a", "1.2", 1)))).isEmpty();
  }

  @Test
  void aWorkerWithoutThePluginsIsNamed() {
    WorkerRecord without = worker("a", "1.2", 1);
    WorkerRecord others = worker("b", "1.2", "fedcba9876543210", 1);
    WorkerRecord same = worker("c", "1.2", PLUGINS, 1);
    assertThat(simulated(PLUGINS).hindrance(List.of(without)))
        .isEqualTo("no worker has these plugins: start one with --plugins");
    assertThat(simulated(PLUGINS).hindrance(List.of(others))).endsWith(": b has others");
    assertThat(simulated(PLUGINS).hindrance(List.of(without, others, same))).isEmpty();
    assertThat(simulated(null).hindrance(List.of(same))).isEmpty();
  }

  /** A worker looks for tasks by these names, and a sweep queues them by the same. */
  @Test
  void aWorkerTakesWhatItMeets() {
    List<Requirements> simulated = Requirements.metSimulated("1.2", PLUGINS);
    assertThat(simulated).containsExactly(simulated(null), simulated(PLUGINS));
    assertThat(Requirements.metInRealTime("1.2", List.of(21, 25), null))
        .containsExactly(realTime(21), realTime(25), realTime(21, 25));
    assertThat(Requirements.metInRealTime("1.2", List.of(21, 25), PLUGINS)).hasSize(6);
    assertThat(realTime(21, 25).task()).isEqualTo("anteroom-1.2-jdk-21-25");
    assertThat(simulated(PLUGINS).task()).isEqualTo("anteroom-1.2-simulated-plugins-" + PLUGINS);
  }
}
