package io.anteroom.run.simulate;

import io.anteroom.scenario.Journey;
import io.anteroom.scenario.NamedPool;
import io.anteroom.scenario.Order;
import io.anteroom.scenario.PersonClass;
import io.anteroom.scenario.schedule.Schedule;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The lines before the pools of a journey. Pools that serve in the same order share the arrays in
 * which their lines lie, since a person waits for one pool at a time. A pool that serves by
 * priority has a line for each priority. Mutable; confined to one thread.
 */
final class PoolLines {
  private final Map<Order, WaitingLines> byOrder = new EnumMap<>(Order.class);

  /** The persons inside of pools that send persons out, by line, the last one first. */
  final LinkedLines insiders;

  /** The lines of such pools, in which those who were sent out go first. */
  final LinkedLines ofSentOut;

  /** By pool, then class: the line that it waits in. A line with a lower number goes first. */
  private final int[][] numbers;

  PoolLines(Journey journey, int slots, Schedule schedule) {
    List<Integer> priorities =
        journey.classes().stream().map(PersonClass::priority).distinct().sorted().toList();
    int[] ranks =
        journey.classes().isEmpty()
            ? new int[1]
            : journey.classes().stream()
                .mapToInt(one -> priorities.indexOf(one.priority()))
                .toArray();
    int pools = journey.pools().size();
    int most = pools * Math.max(priorities.size(), 1);
    this.insiders = new LinkedLines(most, slots, true);
    this.ofSentOut = new LinkedLines(most, slots, false);
    byOrder.put(Order.PREEMPT_RESUME, ofSentOut);
    this.numbers = new int[pools][];
    int next = 0;
    for (int pool = 0; pool < pools; pool++) {
      NamedPool one = journey.pools().get(pool);
      Order order = one.locking().order();
      byOrder.computeIfAbsent(order, any -> WaitingLines.of(any, most, slots, schedule));
      int first = next;
      numbers[pool] =
          IntStream.of(ranks).map(rank -> first + (order.byPriority() ? rank : 0)).toArray();
      next = IntStream.of(numbers[pool]).max().orElse(first) + 1;
    }
  }

  /** Makes room for more slots. */
  void grow(int slots) {
    byOrder.values().forEach(each -> each.grow(slots));
    insiders.grow(slots);
  }

  /** Where the lines of pools lie that serve in this order. */
  WaitingLines servedIn(Order order) {
    return Objects.requireNonNull(byOrder.get(order));
  }

  /** By class: its line before the pool. */
  int[] numbers(int pool) {
    return numbers[pool];
  }
}
