package io.anteroom.study.cluster;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.Anteroom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerRulesTest {
  @ParameterizedTest
  @ValueSource(strings = {"../evil", "a/b", "", ".", "..", ".hidden", "a\\b", "/etc"})
  void aNameThatLeavesItsFolderIsRefused(String name) {
    assertThatThrownBy(() -> WorkerRules.requireName(name))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("outside of its folder");
  }

  @Test
  void namesOfCellsTravel() {
    assertThatCode(() -> WorkerRules.requireName("0001-rooms-7-mode-semaphore.fair_x"))
        .doesNotThrowAnyException();
  }

  @Test
  void anActivityThatCallsOthersDoesNotTravel() {
    assertThatThrownBy(
            () ->
                WorkerRules.requireAtHome(
                    Anteroom.scenario().rooms(1).set("activity", "jdbc").build()))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("activity jdbc can't go to a worker");
    assertThatCode(() -> WorkerRules.requireAtHome(Anteroom.scenario().rooms(1).build()))
        .doesNotThrowAnyException();
  }
}
