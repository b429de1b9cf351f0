package io.anteroom.report.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlotAxisTest {
  @Test
  void linearAxesHaveRoundLabels() {
    assertThat(LinearAxis.to(283, 6, String::valueOf).ticks())
        .extracting(PlotAxis.Tick::value)
        .containsExactly(0.0, 50.0, 100.0, 150.0, 200.0, 250.0, 300.0);
    assertThat(LinearAxis.endingAt(12.04, BigDecimal.ONE, 10, String::valueOf).ticks())
        .extracting(PlotAxis.Tick::value)
        .containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0);
  }

  @Test
  void ticksAreRoundInTheUnitOfTheLabels() {
    BigDecimal hour = BigDecimal.valueOf(3600);
    assertThat(LinearAxis.to(30 * 3600.0, hour, 6, String::valueOf).ticks())
        .extracting(PlotAxis.Tick::value)
        .containsExactly(0.0, 18000.0, 36000.0, 54000.0, 72000.0, 90000.0, 108000.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-9, 0.07, 1, 9.999, 10, 100.01, 7.3e12, 8.64e13})
  void aLinearAxisHoldsItsGreatestValue(double most) {
    LinearAxis axis = LinearAxis.to(most, 6, String::valueOf);
    assertThat(axis.share(0)).isZero();
    assertThat(axis.share(most)).isBetween(most == 0 ? 0 : 0.4, 1.0);
    assertThat(axis.ticks()).hasSizeBetween(2, 7);
    assertThat(axis.share(axis.ticks().getLast().value())).isCloseTo(1, within(1e-9));
  }

  @Test
  void everyNineHasTheSameRoom() {
    PercentileAxis axis = new PercentileAxis(10_000);
    assertThat(axis.ticks())
        .extracting(PlotAxis.Tick::label)
        .containsExactly("0%", "50%", "90%", "99%", "99.9%", "99.99%");
    for (double[] place : new double[][] {{0, 0}, {90, 0.25}, {99, 0.5}, {99.9, 0.75}, {100, 1}}) {
      assertThat(axis.share(place[0])).isCloseTo(place[1], within(1e-9));
    }
    assertThat(new PercentileAxis(1).share(90)).isEqualTo(1);
  }

  @Test
  void textCanHoldAnything() {
    String svg = new Svg().text("", 1, 2.25, "a<b>&\"µ\u0000\ud800 𝟗").document(9, 8, "t", "<d>");
    assertThat(svg)
        .isASCII()
        .contains("x=\"1\" y=\"2.3\">a&lt;b&gt;&amp;&quot;&#181; &#120791;</text>");
    assertThat(List.of(svg.split("\n", -1))).contains("<title>t</title>", "<desc>&lt;d&gt;</desc>");
  }
}
