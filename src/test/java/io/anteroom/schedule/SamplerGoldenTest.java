package io.anteroom.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.DurationList;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pins what one seed draws, to the last bit: on every JDK, and from one release to the next. */
final class SamplerGoldenTest {
  private static final Duration MEAN = Duration.ofMillis(5);

  private static final List<Distribution> DISTRIBUTIONS =
      List.of(
          new Distribution.Fixed(MEAN),
          new Distribution.Exponential(MEAN),
          new Distribution.Uniform(Duration.ofMillis(1), Duration.ofMillis(9)),
          new Distribution.Lognormal(MEAN, 1.5),
          new Distribution.Erlang(MEAN, 4),
          new Distribution.Hyperexponential(MEAN, 2),
          new Distribution.Pareto(MEAN, 2.5),
          new Distribution.Empirical("f", new DurationList(1, 2, 3, 4, 5, 6, 7, 8, 9)));

  @Test
  void oneSeedDrawsTheSameBitsForEver() {
    String drawn =
        DISTRIBUTIONS.stream().map(SamplerGoldenTest::bits).collect(Collectors.joining("\n"));
    assertThat(drawn)
        .isEqualTo(
            """
            fixed:5ms 0x1.312dp22 0x1.312dp22 0x1.312dp22
            exponential:5ms 0x1.86b466c058b06p22 0x1.3d0b225d32bb4p21 0x1.e299ca1cd09dcp22
            uniform:1ms..9ms 0x1.89852d0d7c438p21 0x1.5f7d650f8ef5ep22 0x1.42f072bc3e66ep21
            lognormal:5ms,cv=1.5 0x1.7e9fcc47829a6p23 0x1.cfe23c76b35b2p20 0x1.b1b89f05a8c8fp18
            erlang:5ms,k=4 0x1.ca1738f5aa9ddp21 0x1.ab82c0ae2026bp22 0x1.989244de4e8e6p22
            hyperexponential:5ms,cv=2 0x1.da3d0a8871779p17 0x1.f595718dce707p19 0x1.138c32197bb2bp21
            pareto:5ms,alpha=2.5 0x1.3190f8fc7d706p22 0x1.c2c891c65eb57p21 0x1.58ae1b7f6df8ep22
            empirical:f 0x1.8p1 0x1.8p2 0x1.0p1\
            """);
  }

  @Test
  void longSequencesAreTheSameForEver() {
    long sum = 0;
    for (Distribution distribution : DISTRIBUTIONS) {
      Sampler sampler = Sampler.of(distribution);
      Draws draws = new Draws(-1);
      for (int person = 0; person < 20_000; person++) {
        double nanos = sampler.sample(draws.at(Purpose.HOLD, person, 1));
        sum = 31 * sum + Double.doubleToLongBits(nanos);
      }
    }
    assertThat(Long.toHexString(sum)).isEqualTo("77b3d64c1d4cccb4");
  }

  private static String bits(Distribution distribution) {
    Sampler sampler = Sampler.of(distribution);
    Draws draws = new Draws(42);
    return Stream.concat(
            Stream.of(distribution.toString()),
            IntStream.range(0, 3)
                .mapToDouble(person -> sampler.sample(draws.at(Purpose.HOLD, person, 0)))
                .mapToObj(Double::toHexString))
        .collect(Collectors.joining(" "));
  }
}
