package io.anteroom.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.anteroom.result.metric.Unit;
import io.anteroom.scenario.DurationUnit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    "999499999999, 999s",
    "999500000000, 16.7min",
    "1234567000000, 20.6min",
    "7169000000000, 119min",
    "7199000000000, 2.00h",
    "108000000000000, 30.0h",
    "172000000000000, 47.8h",
    "172800000000000, 2.00d",
    "31536000000000000, 365d",
    "4611686018427387903, 53400d",
    "1e300, 1.16e286d",
    "0.000001, 0.00000100ns",
    "1e-7, 1e-7ns",
    "4.98e-310, 4.98e-310ns",
    "-1234567000000, -20.6min",
  })
  void durationsHaveThreeDigitsAndAUnit(double nanos, String text) {
    assertThat(FigureText.duration(nanos)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0%",
    "0.00125, 0.125%",
    "0.0000012345, 0.000123%",
    "0.000001, 0.0001%",
    "0.0000009876, 9.88e-5%",
    "4.98e-14, 4.98e-12%",
    "4.98e-310, 4.98e-308%",
    "0.9927, 99.3%",
    "0.2835, 28.4%",
    "1, 100%",
    "12345, 1230000%",
    "4.98e30, 4.98e32%",
    "1.7e308, 1.7e310%",
    "-0.25, -25%",
  })
  void sharesAreInPercent(double share, String text) {
    assertThat(FigureText.share(share)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0;0/s",
        "0.19984;0.1998/s",
        "300;300.0/s",
        "999.96;1000/s",
        "12695.9;12,696/s",
        "0.0000305556;0.00003056/s",
        "0.0000001;1e-7/s",
        "1e300;1e300/s",
      })
  void ratesHaveFourDigitsOrMore(double perSecond, String text) {
    assertThat(FigureText.rate(perSecond)).isEqualTo(text);
  }

  @Test
  void countsAreSetApartByThousands() {
    assertThat(FigureText.count(1_000_000)).isEqualTo("1,000,000");
    assertThat(FigureText.index(0.75)).isEqualTo("0.750");
    assertThat(FigureText.number(12.34567, 4)).isEqualTo("12.35");
    assertThat(FigureText.number(1_234_567_890_123.0, 19)).isEqualTo("1234567890123");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNoNumberIsADash(double none) {
    assertThat(
            List.of(
                FigureText.duration(none),
                FigureText.share(none),
                FigureText.rate(none),
                FigureText.index(none),
                FigureText.number(none, 3)))
        .containsOnly("–");
    for (Unit unit : Unit.values()) {
      assertThat(unit.text(none, 3)).isEqualTo("–");
    }
    assertThat(FigureText.roundedTo(3, none)).isEqualTo(Double.valueOf(none));
  }

  /** Whatever theory gives, however small or large: never a line of zeros or of digits. */
  @Test
  void everyFigureIsShort() {
    SplittableRandom random = new SplittableRandom(16);
    for (int i = 0; i < 20_000; i++) {
      double figure = Double.longBitsToDouble(random.nextLong());
      assertThat(FigureText.duration(figure)).hasSizeLessThan(16);
      assertThat(FigureText.share(figure)).hasSizeLessThan(13);
      assertThat(FigureText.rate(figure)).hasSizeLessThan(20);
      assertThat(FigureText.number(figure, 3)).hasSizeLessThan(13);
      assertThat(FigureText.index(figure)).hasSizeLessThan(13);
    }
  }

  /** The text says what the figure is, to half a unit of its third digit. */
  @Test
  void everyDurationIsReadBack() {
    SplittableRandom random = new SplittableRandom(17);
    for (int i = 0; i < 20_000; i++) {
      double nanos = Math.pow(10, random.nextDouble() * 18.66);
      assertThat(nanos(FigureText.duration(nanos))).isCloseTo(nanos, withPercentage(0.51));
      assertThat(nanos(FigureText.duration(nanos, 17))).isCloseTo(nanos, withPercentage(1e-9));
    }
  }

  private static double nanos(String text) {
    String unit = text.replaceAll("[0-9.]+", "");
    return new BigDecimal(text.substring(0, text.length() - unit.length()))
        .multiply(DurationUnit.of(unit).orElseThrow().nanos())
        .doubleValue();
  }
}
