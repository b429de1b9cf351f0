package io.anteroom.theory;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.scenario.Order;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Many rooms and loads next to what they can bear: every figure stays finite and in order. */
class ManyRoomsTest {
  private static final double LOAD_PER_ROOM = 0.9999;
  private static final List<Integer> ROOMS = List.of(1, 10, 100, 1000, 10_000, 100_000);

  private record Line(double waited, double meanWait, double stddevWait, WaitTail tail) {}

  private static final Map<String, Function<Queue, Line>> MODELS =
      new TreeMap<>(
          Map.of(
              "M/M/c",
              queue -> {
                ErlangC line = new ErlangC(queue);
                return new Line(line.waited(), line.meanWait(), line.stddevWait(Order.FIFO), line);
              },
              "M/D/c",
              queue -> {
                FixedHold line = new FixedHold(queue);
                return new Line(line.waited(), line.meanWait(), line.stddevWait(), line);
              },
              "D/M/c",
              queue -> {
                RenewalArrivals line =
                    new RenewalArrivals(queue, Gaps.fixed(1 / queue.arrivalRate()));
                return new Line(line.waited(), line.meanWait(), line.stddevWait(), line);
              },
              "M/M/c/K",
              queue -> {
                FiniteLine line = new FiniteLine(queue, queue.rooms() + 1000);
                return new Line(line.waited(), line.meanWait(), line.stddevWait(), line);
              },
              "M/M/c+M",
              queue -> {
                ExponentialPatience line = new ExponentialPatience(queue, 100);
                return new Line(line.waited(), line.meanWait(), line.stddevWait(), line);
              },
              "M/M/c+D",
              queue -> {
                FixedPatience line = new FixedPatience(queue, 100);
                return new Line(line.waited(), line.meanWait(), line.stddevWait(), line);
              },
              "M/M/c//N",
              queue -> {
                FinitePopulation line =
                    new FinitePopulation(2 * queue.rooms() + 1, queue.rooms(), 1.0002, 1);
                return new Line(line.waited(), line.meanWait(), line.stddevWait(), line);
              }));

  @Test
  void meansAreFiniteAndFallWithTheRooms() {
    MODELS.forEach(
        (name, model) -> {
          double before = Double.POSITIVE_INFINITY;
          for (int rooms : ROOMS) {
            Line line = model.apply(new Queue(rooms, rooms * LOAD_PER_ROOM, 1));
            assertThat(line.waited()).as(name).isGreaterThan(0.1).isLessThan(1);
            assertThat(line.meanWait()).as(name).isGreaterThan(0).isLessThan(before);
            assertThat(line.stddevWait()).as(name).isGreaterThan(0).isLessThan(1e5);
            before = line.meanWait();
          }
        });
  }

  @Test
  void tailsFallWithTime() {
    MODELS.forEach(
        (name, model) -> {
          Line line = model.apply(new Queue(10_000, 10_000 * LOAD_PER_ROOM, 1));
          double before = 1;
          for (int step = 0; step <= 100; step++) {
            double exceeds = line.tail().exceeds(step * line.meanWait() / 10);
            assertThat(exceeds).as("%s, step %d", name, step).isBetween(0.0, before);
            before = exceeds;
          }
          assertThat(before).as(name).isLessThan(0.1);
          assertThat(line.tail().exceeds(1e9)).as(name).isLessThan(1e-12);
        });
  }

  @Test
  void nobodyWaitsWhereThereAreFarTooManyRooms() {
    MODELS.forEach(
        (name, model) -> {
          if (!name.equals("M/M/c//N")) {
            Line line = model.apply(new Queue(10_000, 10, 1));
            assertThat(line.waited()).as(name).isBetween(0.0, 1e-12);
            assertThat(line.meanWait()).as(name).isBetween(0.0, 1e-12);
            assertThat(line.stddevWait()).as(name).isBetween(0.0, 1e-12);
            assertThat(line.tail().exceeds(0)).as(name).isBetween(0.0, 1e-12);
          }
        });
  }

  @Test
  void moreArrivalsThanRoomsCanServeOnlyMeanThatMoreAreLost() {
    for (double factor : List.of(1.0, 1.0001, 1.5, 10.0)) {
      Queue queue = new Queue(10_000, 10_000 * factor, 1);
      double lost = Math.max(0, 1 - 1 / factor) - 1e-12;
      assertThat(new ExponentialPatience(queue, 10).abandoned()).isBetween(lost, lost + 0.02);
      assertThat(new FixedPatience(queue, 10).abandoned()).isBetween(lost, lost + 0.02);
      assertThat(new FiniteLine(queue, 20_000).turnedAway()).isBetween(lost, lost + 0.02);
      assertThat(new FixedPatience(queue, 1e5).stddevWait()).isNotNaN();
    }
  }
}
