package io.anteroom.study.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CellOutcomeTest {
  @ParameterizedTest
  @CsvSource({
    "COMPLETED, true, false",
    "INTERRUPTED, false, false",
    "STUCK, false, false",
    "SATURATED, true, false",
    "INVALID, false, false",
    "OUT_OF_MEMORY, false, true",
    "HUNG, false, true",
    "KILLED, false, true",
    "CRASHED, false, true",
    "FAILED, false, true",
  })
  void saysWhetherThereAreFiguresAndWhetherItsJvmWasLost(
      CellOutcome outcome, boolean measured, boolean lost) {
    assertThat(outcome.measured()).isEqualTo(measured);
    assertThat(outcome.lost()).isEqualTo(lost);
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void aRunsOutcomeIsItsCells(Outcome outcome) {
    assertThat(CellOutcome.of(outcome).word()).isEqualTo(outcome.word());
    assertThat(CellOutcome.of(outcome).lost()).isFalse();
  }
}
