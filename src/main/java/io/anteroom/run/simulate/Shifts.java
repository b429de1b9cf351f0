package io.anteroom.run.simulate;

import io.anteroom.scenario.RoomPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The times at which another number of rooms opens. Mutable; confined to one thread. */
final class Shifts {
  /** No change is to come. */
  static final long NONE = Long.MAX_VALUE;

  private final List<RoomPlan.Shift> shifts;
  private int next;

  /** Those of a plan; null: the rooms are always the same. */
  Shifts(@Nullable RoomPlan plan) {
    this.shifts = plan == null ? List.of() : plan.shifts();
  }

  /** When the next change comes, or {@link #NONE}. */
  long nextNanos() {
    return next == shifts.size() ? NONE : shifts.get(next).from().toNanos();
  }

  /** The next change: so many rooms from then on. */
  int take() {
    return shifts.get(next++).rooms();
  }
}
