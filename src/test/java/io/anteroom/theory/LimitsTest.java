package io.anteroom.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.scenario.Order;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where one model passes into another. */
class LimitsTest {
  private static final String QUEUES =
      """
      1, 0.5
      1, 0.9999
      2, 1
      10, 9
      10, 1
      100, 99.9
      1000, 990
      10000, 9999
      """;

  @ParameterizedTest
  @CsvSource(textBlock = QUEUES)
  void endlessPatienceIsErlangC(int rooms, double load) {
    Queue queue = new Queue(rooms, load, 1);
    ErlangC patient = new ErlangC(queue);
    ExponentialPatience memoryless = new ExponentialPatience(queue, 1e12);
    assertSame(memoryless, memoryless.waited(), patient, 1e-4);
    assertThat(memoryless.abandoned()).isLessThan(1e-6);
    FixedPatience fixed = new FixedPatience(queue, 1e7);
    assertSame(fixed, fixed.waited(), patient, 1e-9);
    assertThat(fixed.abandoned()).isLessThan(1e-9);
    assertThat(memoryless.stddevWait())
        .isCloseTo(patient.stddevWait(Order.FIFO), relative(memoryless.stddevWait(), 1e-3));
    assertThat(fixed.stddevWait())
        .isCloseTo(patient.stddevWait(Order.FIFO), relative(fixed.stddevWait(), 1e-7));
  }

  @ParameterizedTest
  @CsvSource(textBlock = QUEUES)
  void noPatienceIsErlangB(int rooms, double load) {
    Queue queue = new Queue(rooms, load, 1);
    double blocking = ErlangB.blocking(rooms, load);
    assertThat(new ExponentialPatience(queue, 1e-12).abandoned())
        .isCloseTo(blocking, relative(blocking, 1e-6));
    assertThat(new FixedPatience(queue, 1e-12).abandoned())
        .isCloseTo(blocking, relative(blocking, 1e-6));
    assertThat(new FiniteLine(queue, rooms).turnedAway())
        .isCloseTo(blocking, relative(blocking, 1e-9));
  }

  @ParameterizedTest
  @CsvSource(textBlock = QUEUES)
  void endlessLineIsErlangC(int rooms, double load) {
    Queue queue = new Queue(rooms, load, 1);
    FiniteLine line = new FiniteLine(queue, rooms + 2_000_000);
    assertSame(line, line.waited(), new ErlangC(queue), 1e-9);
    assertThat(line.turnedAway()).isLessThan(1e-12);
  }

  @ParameterizedTest
  @CsvSource(textBlock = QUEUES)
  void exponentialGapsAreErlangC(int rooms, double load) {
    Queue queue = new Queue(rooms, load, 1);
    ErlangC poisson = new ErlangC(queue);
    RenewalArrivals renewal = new RenewalArrivals(queue, Gaps.exponential(1 / load));
    assertSame(renewal, renewal.waited(), poisson, 1e-9);
    assertThat(renewal.root()).isCloseTo(load / rooms, within(1e-12));
    // The approximation is exact here.
    assertThat(AllenCunneen.meanWait(queue, 1, 1)).isEqualTo(poisson.meanWait());
  }

  @ParameterizedTest
  @CsvSource({"1, 0.7", "3, 2.5", "20, 19"})
  void aMultitudeWithLongThoughtsIsErlangC(int rooms, double load) {
    int persons = 10_000_000;
    FinitePopulation population = new FinitePopulation(persons, rooms, persons / load, 1);
    ErlangC line = new ErlangC(new Queue(rooms, load, 1));
    assertSame(population, population.waited(), line, 1e-3);
    assertThat(population.throughput()).isCloseTo(load, relative(load, 1e-5));
    assertThat(population.stddevWait())
        .isCloseTo(line.stddevWait(Order.FIFO), relative(population.stddevWait(), 1e-3));
  }

  @ParameterizedTest
  @CsvSource({"0.01", "0.5", "0.9", "0.99", "0.9999", "0.999999"})
  void fixedHoldsInOneRoomArePollaczekKhinchine(double load) {
    FixedHold line = new FixedHold(new Queue(1, load, 1));
    PollaczekKhinchine formula = new PollaczekKhinchine(load, new DurationMoments(1, 1, 1));
    assertThat(line.waited()).isCloseTo(load, within(1e-12));
    assertThat(line.meanWait()).isCloseTo(formula.meanWait(), relative(line.meanWait(), 1e-9));
    assertThat(line.stddevWait())
        .isCloseTo(formula.stddevWait(Order.FIFO), relative(line.stddevWait(), 1e-9));
  }

  @Test
  void exponentialHoldsInOneRoomArePollaczekKhinchine() {
    ErlangC line = new ErlangC(new Queue(1, 0.9, 1));
    PollaczekKhinchine formula = new PollaczekKhinchine(0.9, new DurationMoments(1, 2, 6));
    assertThat(line.meanWait()).isCloseTo(formula.meanWait(), relative(9, 1e-12));
    for (Order order : Order.values()) {
      assertThat(line.stddevWait(order)).isCloseTo(formula.stddevWait(order), relative(9, 1e-12));
    }
  }

  @Test
  void aLoadOfAsManyRoomsFillsABoundedLineEvenly() {
    FiniteLine line = new FiniteLine(new Queue(1, 1, 1), 9);
    assertThat(line.turnedAway()).isCloseTo(0.1, within(1e-12));
    assertThat(line.waited()).isCloseTo(0.9, within(1e-12));
    assertThat(line.meanWait()).isCloseTo(4, within(1e-12));
    FiniteLine nearly = new FiniteLine(new Queue(1, 1 + 1e-9, 1), 9);
    assertThat(nearly.meanWait()).isCloseTo(4, within(1e-6));
    assertThat(nearly.exceeds(3)).isCloseTo(line.exceeds(3), within(1e-6));
    FiniteLine overrun = new FiniteLine(new Queue(10, 1e6, 1), 100);
    assertThat(overrun.turnedAway()).isCloseTo(1 - 10 / 1e6, within(1e-9));
    assertThat(overrun.meanWait()).isCloseTo(9, within(1e-3));
  }

  @Test
  void aBurstThatFindsRoomDoesNotWait() {
    assertThat(new ExponentialBurst(3, 5, 1).meanWait()).isZero();
    assertThat(new ExponentialBurst(2, 5, 1).makespan()).isCloseTo(1.5, within(1e-12));
    assertThat(new FixedBurst(3, 5, 1).meanWait()).isZero();
    assertThat(new FixedBurst(3, 5, 1).makespan()).isEqualTo(1);
    assertThat(new FixedBurst(10, 3, 1).makespan()).isEqualTo(4);
  }

  @Test
  void unstableQueuesAreRefused() {
    Queue full = new Queue(10, 10, 1);
    for (Runnable formula :
        List.<Runnable>of(
            () -> new ErlangC(full),
            () -> new FixedHold(full),
            () -> new RenewalArrivals(full, Gaps.fixed(0.1)),
            () -> new PollaczekKhinchine(1, new DurationMoments(1, 2, 6)),
            () -> AllenCunneen.meanWait(full, 0, 0))) {
      assertThatIllegalArgumentException()
          .isThrownBy(formula::run)
          .withMessageContaining("allowed: less than the rooms");
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new Queue(0, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new FiniteLine(full, 9));
  }

  private static void assertSame(WaitTail tail, double waited, ErlangC expected, double tolerance) {
    assertThat(waited).isCloseTo(expected.waited(), relative(expected.waited(), tolerance));
    for (double percentile : List.of(50.0, 90.0, 99.0, 99.99)) {
      double time = expected.quantile(percentile);
      assertThat(tail.quantile(percentile)).isCloseTo(time, relative(time, tolerance * 10));
    }
  }

  private static Offset<Double> relative(double figure, double tolerance) {
    return within(Math.abs(figure) * tolerance + 1e-15);
  }
}
