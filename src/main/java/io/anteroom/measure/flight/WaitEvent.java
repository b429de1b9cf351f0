package io.anteroom.measure.flight;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Timespan;

/**
 * A person's wait in line, from where it began to wait to its entry into a room. Begin it there,
 * fill in the fields, and end it with {@link #commitCounted}. The JDK has no event for this: it
 * shows nothing of a virtual thread that waits unmounted.
 */
@Name("anteroom.Wait")
@Label("Wait")
@Description("A person waited in line: beginning to wait, to entry")
public final class WaitEvent extends PersonEvent {
  @Label("Room")
  @Description("Number of the room that was entered")
  public int room;

  @Label("Lateness")
  @Description(OF_LATENESS)
  @Timespan(Timespan.NANOSECONDS)
  public long lateness;

  /** Ends the wait; numbers and commits the event if some recording takes it. */
  public void commitCounted(EventCounters counters) {
    end();
    if (shouldCommit()) {
      count(OwnEvent.WAIT, counters);
      commit();
    }
  }
}
