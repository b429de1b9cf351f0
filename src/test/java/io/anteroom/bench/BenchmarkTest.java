package io.anteroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the benchmarks tiny, so that they can't rot; their figures are not judged here. */
@Timeout(60)
final class BenchmarkTest {
  private static List<String> names() {
    return Catalogue.all().names();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void aTinyRunFindsSomething(String name) throws Exception {
    Benchmark benchmark = Catalogue.all().named(List.of(name)).getFirst();
    assertThat(benchmark.measure(Size.TINY)).isNotEmpty();
  }
}
