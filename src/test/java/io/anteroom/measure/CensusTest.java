package io.anteroom.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CensusTest {
  private final Census census = new Census();

  @Test
  void aCutVisitCountsWithItsWaitAndItsHold() {
    census.cuts(5, 0, false);
    census.cuts(7, 11, true);
    assertThat(census.cut()).isEqualTo(2);
    assertThat(census.measuredCut()).isOne();
    assertThat(census.cutWaitNanos()).isEqualTo(12);
    assertThat(census.cutHoldNanos()).isEqualTo(11);
  }

  @Test
  void whoIsTurnedAwayCountsInTheMeasurementsIfMeasured() {
    census.turnsAway(false);
    census.turnsAway(true);
    assertThat(census.turnedAway()).isEqualTo(2);
    assertThat(census.measuredTurnedAway()).isOne();
  }

  @Test
  void thinkersAreThoseWhoHaveNotThoughtYet() {
    census.thinks();
    census.thinks();
    census.hasThought();
    assertThat(census.thinking()).isOne();
    census.began(3);
    census.began(4);
    assertThat(census.begun()).isEqualTo(7);
    census.abandons();
    assertThat(census.abandoned()).isOne();
  }
}
