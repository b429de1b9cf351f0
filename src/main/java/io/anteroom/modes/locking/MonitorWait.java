package io.anteroom.modes.locking;

import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ModeTraits.Trait;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A list of free rooms guarded by a monitor, with {@code wait} and {@code notify}. On JDK 21 to 23
 * each waiting person holds a carrier; the JDK makes up for at most {@code
 * jdk.virtualThreadScheduler.maxPoolSize} of them (256 unless set).
 */
final class MonitorWait extends PoolMode {
  static final ModeType TYPE =
      new ModeType(
          new ModeTraits(
              "monitor-wait",
              "a monitor guards the free rooms; wait and notify",
              List.of(Line.SHARED),
              Set.of(Trait.GIVES_UP, Trait.WAITS_IN_MONITOR),
              List.of(),
              new Discipline.InLine(false)),
          MonitorWait::new);

  private final Object monitor = new Object();

  /** Guarded by {@code monitor}. */
  private final Deque<Room> free;

  MonitorWait(Premises premises) {
    this.free = new ArrayDeque<>(premises.rooms());
  }

  @Override
  @Nullable Room takeRoom(Visit visit) throws InterruptedException {
    synchronized (monitor) {
      while (free.isEmpty()) {
        long leftNanos = visit.patienceLeftNanos();
        if (leftNanos <= 0) {
          return null;
        }
        if (leftNanos == Visit.FOR_EVER) {
          monitor.wait();
        } else {
          TimeUnit.NANOSECONDS.timedWait(monitor, leftNanos);
        }
      }
      return free.pop();
    }
  }

  @Override
  void giveBack(Room room) {
    synchronized (monitor) {
      free.push(room);
      monitor.notify();
    }
  }
}
