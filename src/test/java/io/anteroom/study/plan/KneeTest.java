package io.anteroom.study.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KneeTest {
  @Test
  void isWhereTheCurveBends() {
    double[] rooms = {7, 8, 9, 10, 11};
    assertThat(Knee.of(rooms, new double[] {82, 36, 20, 12, 6})).contains(1);
    assertThat(Knee.of(rooms, new double[] {100, 60, 10, 9, 8})).contains(2);
  }

  @Test
  void isNotThereWhereNothingBends() {
    double[] rooms = {1, 2, 3, 4, 5};
    assertThat(Knee.of(rooms, new double[] {5, 4, 3, 2, 1})).isEmpty();
    assertThat(Knee.of(rooms, new double[] {0, 0, 0, 0, 0})).isEmpty();
    assertThat(Knee.of(rooms, new double[] {1, 2, 3, 4, 5})).isEmpty();
    assertThat(Knee.of(new double[] {1, 2, 3}, new double[] {9, 1, 0})).isEmpty();
  }
}
