package io.anteroom.run.simulate;

import io.anteroom.scenario.Journey;
import io.anteroom.scenario.NamedPool;
import io.anteroom.scenario.Order;
import io.anteroom.scenario.PersonClass;
import io.anteroom.scenario.schedule.Schedule;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The lines of slots that wait for several pools, each served in its pool's order. A pool that
 * serves by priority has a line for each priority. Also knows who is inside the pools that send
 * persons out. Mutable; confined to one thread.
 */
final class PoolLines {
  private final Map<Order, WaitingLines> byOrder = new EnumMap<>(Order.class);
  private final WaitingLines[] lines;

  /** The number of lines of each pool, and its first line. */
  private final int[] ranks;

  private final int[] firsts;

  /** By class: the rank of its priority; 0 goes first. */
  private final int[] rankOfClass;

  /** By pool: whether persons can be sent out of its rooms. */
  private final boolean[] preemptive;

  /** The persons in the rooms of such pools, by line, in the order of entering. */
  private final LinkedLines inside;

  /** The lines of such pools, in which those who were sent out go first. */
  private final LinkedLines preempted;

  PoolLines(Journey journey, int slots, Schedule schedule) {
    int pools = journey.pools().size();
    List<Integer> priorities =
        journey.classes().stream().map(PersonClass::priority).distinct().sorted().toList();
    this.rankOfClass =
        journey.classes().isEmpty()
            ? new int[1]
            : journey.classes().stream()
                .mapToInt(one -> priorities.indexOf(one.priority()))
                .toArray();
    this.ranks = new int[pools];
    this.firsts = new int[pools];
    int most = pools * Math.max(priorities.size(), 1);
    this.preemptive = new boolean[pools];
    this.inside = new LinkedLines(most, slots, true);
    this.preempted = new LinkedLines(most, slots, false);
    byOrder.put(Order.PREEMPT_RESUME, preempted);
    this.lines = new WaitingLines[pools];
    int next = 0;
    for (int pool = 0; pool < pools; pool++) {
      NamedPool one = journey.pools().get(pool);
      Order order = one.locking().order();
      ranks[pool] = order.byPriority() ? Math.max(priorities.size(), 1) : 1;
      preemptive[pool] = order == Order.PREEMPT_RESUME;
      firsts[pool] = next;
      next += ranks[pool];
      lines[pool] =
          byOrder.computeIfAbsent(order, unused -> WaitingLines.of(order, most, slots, schedule));
    }
  }

  /** Makes room for more slots. */
  void grow(int slots) {
    byOrder.values().forEach(each -> each.grow(slots));
    inside.grow(slots);
  }

  /** The line of a pool from which somebody is next, where anybody waits. */
  private int next(int pool) {
    int line = firsts[pool];
    int last = line + ranks[pool] - 1;
    while (line < last && lines[pool].isEmpty(line)) {
      line++;
    }
    return line;
  }

  void join(int pool, int slot, int personClass) {
    lines[pool].join(line(pool, personClass), slot);
  }

  /** The slot leaves the line before its turn. */
  void leave(int pool, int slot, int personClass) {
    lines[pool].leave(line(pool, personClass), slot);
  }

  /** Whether persons can be sent out of the rooms of a pool. */
  boolean preemptive(int pool) {
    return preemptive[pool];
  }

  /** The slot enters a room of a pool whose persons can be sent out. */
  void enters(int pool, int slot, int personClass) {
    inside.join(line(pool, personClass), slot);
  }

  /** The slot leaves a room of such a pool. */
  void leaves(int pool, int slot, int personClass) {
    inside.leave(line(pool, personClass), slot);
  }

  /**
   * The person to send out of a room for a person of that class: the one with the lowest priority;
   * among equals the one that entered last. {@link LinkedLines#NOBODY} if all inside have at least
   * the priority of that class.
   */
  int sentOutFor(int pool, int personClass) {
    if (!preemptive[pool]) {
      return LinkedLines.NOBODY;
    }
    for (int line = firsts[pool] + ranks[pool] - 1; line > line(pool, personClass); line--) {
      if (!inside.isEmpty(line)) {
        return inside.first(line);
      }
    }
    return LinkedLines.NOBODY;
  }

  /** The slot was sent out of a room of such a pool: it goes before its equals. */
  void joinFirst(int pool, int slot, int personClass) {
    preempted.joinFirst(line(pool, personClass), slot);
  }

  private int line(int pool, int personClass) {
    return firsts[pool] + (ranks[pool] == 1 ? 0 : rankOfClass[personClass]);
  }

  /** Takes whoever is next out of the line, which is not empty. */
  int takeNext(int pool) {
    return lines[pool].takeNext(next(pool));
  }
}
