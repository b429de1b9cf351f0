package io.anteroom.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTextTest {
  private final Locale locale = Locale.getDefault();

  @BeforeEach
  void setForeignLocale() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
  }

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0s",
    "0.4, 0.400ns",
    "7, 7.00ns",
    "999.4, 999ns",
    "999.6, 1.00µs",
    "12345, 12.3µs",
    "5000000, 5.00ms",
    "62149999, 62.1ms",
    "999499999, 999ms",
    "999500000, 1.00s",
    "83200000000, 83.2s",
    "86400000000000, 86400s",
    "1234567000000, 1230s"
  })
  void durationsHaveThreeDigitsAndAUnit(double nanos, String text) {
    assertThat(FigureText.duration(nanos)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0%", "0.00125, 0.125%", "0.0000012345, 0.000123%", "0.9927, 99.3%", "1, 100%"})
  void sharesAreInPercent(double share, String text) {
    assertThat(FigureText.share(share)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"0;0/s", "0.19984;0.1998/s", "300;300.0/s", "999.96;1000/s", "12695.9;12,696/s"})
  void ratesHaveFourDigitsOrMore(double perSecond, String text) {
    assertThat(FigureText.rate(perSecond)).isEqualTo(text);
  }

  @Test
  void countsAreSetApartByThousands() {
    assertThat(FigureText.count(1_000_000)).isEqualTo("1,000,000");
    assertThat(FigureText.index(0.75)).isEqualTo("0.750");
    assertThat(FigureText.number(12.34567, 4)).isEqualTo("12.35");
  }
}
