package io.anteroom.measure.flight;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Timespan;

/**
 * A wait that ended without a room, from where the person began to wait to giving up. Begin it
 * there, since a threshold is compared with its duration; fill in the fields, and end it with
 * {@link #commitCounted}.
 */
@Name("anteroom.Abandonment")
@Label("Abandonment")
@Description("A person's patience ran out before it got a room: beginning to wait, to giving up")
public final class AbandonmentEvent extends PersonEvent {
  /** The room of those who wait in a shared line. */
  public static final int SHARED_LINE = -1;

  @Label("Room")
  @Description("Number of the room whose line it was; -1 in a shared line")
  public int room = SHARED_LINE;

  @Label("Lateness")
  @Description(OF_LATENESS)
  @Timespan(Timespan.NANOSECONDS)
  public long lateness;

  /** Ends the wait; numbers and commits the event if some recording takes it. */
  public void commitCounted(EventCounters counters) {
    end();
    if (shouldCommit()) {
      count(OwnEvent.ABANDONMENT, counters);
      commit();
    }
  }
}
