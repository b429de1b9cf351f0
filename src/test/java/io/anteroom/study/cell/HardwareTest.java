package io.anteroom.study.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HardwareTest {
  private static final Host ALONE = new Host(0.5, null, null);

  @Test
  void machinesThatDifferAreNamedWithTheirProcessors() {
    assertThat(
            Hardware.difference(
                List.of(
                    on(ALONE.on("one", "2 x EPYC")),
                    on(ALONE.on("two", "8 x Xeon")),
                    on(ALONE.on("three", "2 x EPYC")))))
        .hasValue(
            "The cells ran on machines that differ, and their figures may differ for that: one and"
                + " three (2 x EPYC), two (8 x Xeon).");
  }

  @Test
  void machinesThatAreAlikeOrUnknownAreNotAccused() {
    assertThat(
            Hardware.difference(
                List.of(
                    on(ALONE.on("one", "2 x EPYC")),
                    on(ALONE.on("two", "2 x EPYC")),
                    on(ALONE),
                    on(null))))
        .isEmpty();
  }

  @Test
  void aMachineIsToldByItsProcessors() {
    assertThat(Hardware.here())
        .startsWith(Runtime.getRuntime().availableProcessors() + " x ")
        .doesNotEndWith(" ");
  }

  private static CellRecord on(@Nullable Host host) {
    return new CellRecord(
        CellRecord.SCHEMA,
        "0001",
        Map.of(),
        "25",
        CellOutcome.COMPLETED,
        "",
        host,
        1,
        null,
        Map.of(),
        List.of(),
        null,
        null,
        null,
        null);
  }
}
