package io.anteroom.measure.flight;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

/**
 * A person's stay in a room, from its entry to its leaving. Begin it at the entry, fill in the
 * fields, and end it with {@link #commitCounted}.
 */
@Name("anteroom.Visit")
@Label("Visit")
@Description("A person occupied a room: entry to leaving")
public final class VisitEvent extends PersonEvent {
  @Label("Room")
  @Description("Number of the room")
  public int room;

  /** Ends the visit; numbers and commits the event if some recording takes it. */
  public void commitCounted(EventCounters counters) {
    end();
    if (shouldCommit()) {
      count(OwnEvent.VISIT, counters);
      commit();
    }
  }
}
