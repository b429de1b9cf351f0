package io.anteroom.theory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** The fewest rooms that meet an objective, found by trying one more again and again. */
class PlanTest {
  private static final double TWENTY_SECONDS = 1.0 / 3;

  @Test
  void fewestRoomsAreThoseOfTheReferences() {
    Map<String, Integer> found = new TreeMap<>();
    found.put("plan-8020", waiting(10.0 / 3, 3, line -> line.exceeds(TWENTY_SECONDS) <= 0.2));
    found.put("plan-9020", waiting(10.0 / 3, 3, line -> line.exceeds(TWENTY_SECONDS) <= 0.1));
    found.put("plan-pw20-1", waiting(1, 1, line -> line.waited() <= 0.2));
    found.put("plan-pw20-20", waiting(20, 1, line -> line.waited() <= 0.2));
    found.put("plan-pw20-10000", waiting(10_000, 1, line -> line.waited() <= 0.2));
    found.put("plan-p99-50", waiting(50, 1, line -> line.quantile(99) <= 0.1));
    found.put("plan-p99-500", waiting(500, 1, line -> line.quantile(99) <= 0.1));
    found.put("plan-asa-10", waiting(10, 1, line -> line.meanWait() <= 0.05));
    found.put("plan-loss-5", fewest(1, rooms -> ErlangB.blocking(rooms, 5) <= 0.01));
    found.put("plan-loss-10", fewest(1, rooms -> ErlangB.blocking(rooms, 10) <= 0.02));
    found.put("plan-loss-100", fewest(1, rooms -> ErlangB.blocking(rooms, 100) <= 0.01));
    found.put(
        "plan-timed-9",
        fewest(1, rooms -> new FixedPatience(new Queue(rooms, 9, 1), 0.5).abandoned() <= 0.01));

    Map<String, Integer> expected = new TreeMap<>();
    for (QueueingCase one : QueueingCases.all()) {
      if (one.id().startsWith("plan-")) {
        expected.put(one.id(), one.metrics().getOrDefault("c", 0.0).intValue());
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  private interface Objective {
    boolean met(ErlangC line);
  }

  private static int waiting(double arrivalRate, double meanHold, Objective objective) {
    int stable = (int) Math.round(arrivalRate * meanHold) + 1;
    return fewest(
        stable, rooms -> objective.met(new ErlangC(new Queue(rooms, arrivalRate, meanHold))));
  }

  private static int fewest(int from, IntPredicate met) {
    int rooms = from;
    while (!met.test(rooms)) {
      rooms++;
    }
    return rooms;
  }
}
