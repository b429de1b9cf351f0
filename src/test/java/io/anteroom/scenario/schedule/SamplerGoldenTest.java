package io.anteroom.scenario.schedule;

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
            exponential:5ms 0x1.d3574a8884098p19 0x1.b695565f0459p20 0x1.1809e9f85e354p20
            uniform:1ms..9ms 0x1.c14d24c8d1a7bp21 0x1.7ddc17fee498ep22 0x1.c0b1b2533938p20
            lognormal:5ms,cv=1.5 0x1.c07e95731f19ap19 0x1.4a57e45419b8bp20 0x1.2f2715db61b8ep24
            erlang:5ms,k=4 0x1.339635a1e7583p22 0x1.c0941110c1683p21 0x1.75fd70d7cd5d5p21
            hyperexponential:5ms,cv=2 0x1.22f026fdbffd1p22 0x1.6f554001242c6p21 0x1.f52e85b08660fp21
            pareto:5ms,alpha=2.5 0x1.1b8e73f483f46p22 0x1.b1342d4c17e5dp21 0x1.c38368afbafe2p22
            empirical:f 0x1.0p2 0x1.8p2 0x1.0p0\
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
    assertThat(Long.toHexString(sum)).isEqualTo("b9c441d122f2c44f");
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
