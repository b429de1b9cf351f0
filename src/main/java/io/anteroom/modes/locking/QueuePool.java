package io.anteroom.modes.locking;

import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ModeTraits.Trait;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An {@link ArrayBlockingQueue} of the free rooms: the classic object pool. */
final class QueuePool extends PoolMode {
  static final ModeType TYPE =
      new ModeType(
          new ModeTraits(
              "queue",
              "ArrayBlockingQueue of free rooms, the classic pool",
              List.of(Line.SHARED),
              Set.of(Trait.GIVES_UP),
              List.of(),
              new Discipline.InLine(false)),
          QueuePool::new);

  private final BlockingQueue<Room> free;

  QueuePool(Premises premises) {
    this.free = new ArrayBlockingQueue<>(premises.rooms().size(), false, premises.rooms());
  }

  @Override
  @Nullable Room takeRoom(Visit visit) throws InterruptedException {
    long leftNanos = visit.patienceLeftNanos();
    return leftNanos == Visit.FOR_EVER ? free.take() : free.poll(leftNanos, TimeUnit.NANOSECONDS);
  }

  @Override
  void giveBack(Room room) {
    free.add(room);
  }
}
