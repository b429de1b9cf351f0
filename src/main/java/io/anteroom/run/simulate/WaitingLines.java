package io.anteroom.run.simulate;

import io.anteroom.scenario.Order;
import io.anteroom.scenario.schedule.Schedule;

/** The lines before the doors, of slots. Mutable; confined to one thread. */
interface WaitingLines {
  /** Lines that are served in this order. */
  static WaitingLines of(Order order, int lines, int slots, Schedule schedule) {
    return switch (order) {
      case FIFO, PRIORITY, PREEMPT_RESUME -> new LinkedLines(lines, slots, false);
      case LIFO -> new LinkedLines(lines, slots, true);
      case RANDOM -> new ShuffledLines(lines, slots, schedule);
    };
  }

  /** Makes room for more slots. */
  void grow(int slots);

  boolean isEmpty(int line);

  /** The slot joins the line's end. */
  void join(int line, int slot);

  /** The slot leaves the line, out of turn. */
  void leave(int line, int slot);

  /** Who is next, where that is not drawn; the line is not empty. */
  int first(int line);

  /** Takes whoever is next out of the line, which is not empty. */
  int takeNext(int line);
}
