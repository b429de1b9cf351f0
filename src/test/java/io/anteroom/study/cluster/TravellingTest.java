package io.anteroom.study.cluster;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.Anteroom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TravellingTest {
  @ParameterizedTest
  @ValueSource(strings = {"../evil", "a/b", "", ".", "..", ".hidden", "a\\b", "/etc"})
  void aNameThatLeavesItsFolderIsRefused(String name) {
    assertThatThrownBy(() -> Travelling.requireName(name))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("outside of its folder");
  }

  @Test
  void namesOfCellsTravel() {
    assertThatCode(() -> Travelling.requireName("0001-rooms-7-mode-semaphore.fair_x"))
        .doesNotThrowAnyException();
  }

  @Test
  void anActivityThatCallsOthersDoesNotTravel() {
    assertThatThrownBy(
            () ->
                Travelling.requireAtHome(
                    Anteroom.scenario().rooms(1).set("activity", "jdbc").build()))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("activity jdbc can't go to a worker");
    assertThatCode(() -> Travelling.requireAtHome(Anteroom.scenario().rooms(1).build()))
        .doesNotThrowAnyException();
  }
}
