package io.anteroom.scenario.schedule;

import io.anteroom.scenario.RoomPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The times at which another number of rooms opens. Mutable; confined to one thread. */
public final class Shifts {
  /** No change is to come. */
  public static final long NONE = Long.MAX_VALUE;

  private final List<RoomPlan.Shift> shifts;
  private int next;

  /** Those of a plan; null: the rooms are always the same. */
  public Shifts(@Nullable RoomPlan plan) {
    this.shifts = plan == null ? List.of() : plan.shifts();
  }

  /** When the next change comes, or {@link #NONE}. */
  public long nextNanos() {
    return next == shifts.size() ? NONE : shifts.get(next).from().toNanos();
  }

  /** The next change: so many rooms from then on. */
  public int take() {
    return shifts.get(next++).rooms();
  }
}
