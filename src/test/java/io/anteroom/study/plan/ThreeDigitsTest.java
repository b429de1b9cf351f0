package io.anteroom.study.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreeDigitsTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1.00",
    "300, 300",
    "1000, 1000",
    "1004.9, 1000",
    "1005, 1000",
    "1010, 1010",
    "0.0012345, 0.00123",
    "1e9, 1000000000",
    "0.000001, 0.00000100",
    "99.99, 99.9"
  })
  void floorsToThreeDigits(double number, BigDecimal expected) {
    assertThat(ThreeDigits.at(ThreeDigits.floor(number))).isEqualByComparingTo(expected);
  }

  @Test
  void everyIndexHasANumberOfItsOwn() {
    for (long index = -6000; index < 9000; index++) {
      double number = ThreeDigits.at(index).doubleValue();
      assertThat(ThreeDigits.floor(number)).as("%s", number).isEqualTo(index);
      assertThat(ThreeDigits.at(index + 1)).isGreaterThan(ThreeDigits.at(index));
    }
  }
}
