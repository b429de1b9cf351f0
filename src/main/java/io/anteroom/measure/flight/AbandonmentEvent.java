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
 * A wait that ended without a room, from where the person began to wait to giving up. Begin it
 * there, since a threshold is compared with its duration; fill in the fields, and end it with
 * {@link #commitCounted}.
 */
@Name("anteroom.Abandonment")
@Label("Abandonment")
@Category("Anteroom")
@Description("A person's patience ran out before it got a room: beginning to wait, to giving up")
@Enabled(false)
@StackTrace(false)
@Threshold("0 ns")
public final class AbandonmentEvent extends Event {
  /** The room of those who wait in a shared line. */
  public static final int SHARED_LINE = -1;

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
  @Description("Number of the room whose line it was; -1 in a shared line")
  public int room = SHARED_LINE;

  @Label("Locking Mode")
  public @Nullable String mode;

  @Label("Line")
  @Description("One line shared by all rooms, or a line per room")
  public @Nullable String line;

  @Label("Attempts")
  @Description("Tries for a room, all in vain")
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
      sequence = counters.next(OwnEvent.ABANDONMENT);
      run = counters.run();
      personThread = Thread.currentThread().threadId();
      commit();
    }
  }
}
