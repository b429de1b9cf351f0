package io.anteroom.measure.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/**
 * A person's wait in line, from where it began to wait to its entry into a room. Begin it there,
 * fill in the fields, and end it with {@link #commitCounted}. The JDK has no event for this: it
 * shows nothing of a virtual thread that waits unmounted.
 */
@Name("anteroom.Wait")
@Label("Wait")
@Category("Anteroom")
@Description("A person waited in line: beginning to wait, to entry")
@Enabled(false)
@StackTrace(false)
@Threshold("0 ns")
public final class WaitEvent extends Event {
  @Label("Sequence")
  @Description("Number of this event among those of its type that were committed, from 1")
  public long sequence;

  @Label("Run")
  @Description("Tells the runs of one JVM apart, from 1")
  public long run;

  @Label("Person")
  public long person;

  @Label("Visit")
  @Description("Number of the visit")
  public long visit;

  @Label("Room")
  @Description("Number of the room that was entered")
  public int room;

  @Label("Locking Mode")
  public @Nullable String mode;

  @Label("Line")
  @Description("One line shared by all rooms, or a line per room")
  public @Nullable String line;

  @Label("Attempts")
  @Description("Tries for a room, the successful one included")
  public int attempts;

  @Label("Lateness")
  @Description("Intended arrival to the beginning of this event; wait = lateness + duration")
  @Timespan(Timespan.NANOSECONDS)
  public long lateness;

  @Label("Person's Thread Id")
  @Description("Java thread id; on JDK 21 a live stream often lacks the event's thread")
  public long personThread;

  /** Ends the wait; numbers and commits the event if some recording takes it. */
  public void commitCounted(EventCounters counters) {
    end();
    if (shouldCommit()) {
      sequence = counters.next(OwnEvent.WAIT);
      run = counters.run();
      personThread = Thread.currentThread().threadId();
      commit();
    }
  }
}
