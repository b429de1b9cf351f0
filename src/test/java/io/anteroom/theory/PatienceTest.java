package io.anteroom.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The waits of persons who may give up, theirs included. */
class PatienceTest {
  static List<QueueingCase> waitsOfAll() {
    return QueueingCases.all().stream()
        .filter(one -> one.id().matches("erlanga-.*|patience-.*|timed-.*/patience"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("waitsOfAll")
  void waitsOfAllAreThoseOfTheReferences(QueueingCase reference) {
    Queue queue =
        new Queue(
            (int) number(reference, "c"), number(reference, "lam"), 1 / number(reference, "mu"));
    WaitTail ofAll =
        reference.params().containsKey("timeout")
            ? new FixedPatience(queue, number(reference, "timeout"))::exceedsOfAll
            : new ExponentialPatience(queue, number(reference, "mean_patience"))::exceedsOfAll;
    List<String> quantiles =
        reference.metrics().keySet().stream().filter(name -> name.startsWith("wait_p")).toList();
    assertThat(quantiles).isNotEmpty();
    for (String quantile : quantiles) {
      double expected = reference.metrics().getOrDefault(quantile, Double.NaN);
      double percentile = Double.parseDouble(quantile.substring("wait_p".length()));
      assertThat(ofAll.quantile(percentile)).isCloseTo(expected, within(expected * 1e-9));
    }
  }

  private static double number(QueueingCase reference, String name) {
    return ((Number) reference.params().getOrDefault(name, Double.NaN)).doubleValue();
  }

  @ParameterizedTest
  @CsvSource({"1, 0.9, 2", "10, 9, 0.5", "10, 20, 3", "100, 99, 0.01", "100, 101, 50", "5, 5, 5"})
  void theMeansAreThoseOfTheTails(int rooms, double arrivalRate, double patience) {
    Queue queue = new Queue(rooms, arrivalRate, 1);
    ExponentialPatience memoryless = new ExponentialPatience(queue, patience);
    FixedPatience fixed = new FixedPatience(queue, patience);
    assertMean(memoryless::exceedsOfAll, memoryless.meanWaitOfAll());
    assertMean(fixed::exceedsOfAll, fixed.meanWaitOfAll());
    // By Little's law, what arrives and does not give up passes through the rooms.
    assertThat(arrivalRate * (1 - memoryless.abandoned())).isLessThan(rooms + 1e-9);
    assertThat(arrivalRate * (1 - fixed.abandoned())).isLessThan(rooms + 1e-9);
  }

  private static void assertMean(WaitTail tail, double mean) {
    assertThat(Integral.mean(tail)).isCloseTo(mean, within(mean * 1e-4));
  }

  @Test
  void roomsAreBusyAsOftenAsTheyMustBe() {
    // One room: it is taken when an arrival finds it so, and that is the load that it serves.
    for (double patience : List.of(0.01, 1.0, 100.0)) {
      FixedPatience fixed = new FixedPatience(new Queue(1, 1.5, 1), patience);
      assertThat(fixed.waited()).isCloseTo(1.5 * (1 - fixed.abandoned()), within(1e-12));
      ExponentialPatience memoryless = new ExponentialPatience(new Queue(1, 1.5, 1), patience);
      assertThat(memoryless.waited()).isCloseTo(1.5 * (1 - memoryless.abandoned()), within(1e-12));
    }
  }

  @Test
  void termsAreCountedBeforeTheyAreSummed() {
    assertThat(ExponentialPatience.terms(new Queue(10, 9, 1), 1)).isLessThan(100);
    assertThat(ExponentialPatience.terms(new Queue(10, 15, 1), 1e8)).isGreaterThan(1e7);
  }

  /**
   * Far beyond what the rooms can bear, the line flows: of those who outlast it, all wait alike.
   */
  @Test
  void anOverrunLineFlows() {
    for (double patience : List.of(10.0, 1000.0)) {
      ExponentialPatience line = new ExponentialPatience(new Queue(1000, 1500, 1), patience);
      double expected = patience * Math.log(1.5);
      assertThat(line.abandoned()).isCloseTo(1.0 / 3, within(1e-3));
      assertThat(line.meanWait()).isCloseTo(expected, within(1e-2 * expected));
      assertThat(line.quantile(50)).isCloseTo(expected, within(1e-2 * expected));
      assertThat(line.stddevWait()).isCloseTo(Math.sqrt(patience / 1000), within(2e-2));
    }
  }
}
