package io.anteroom.measure.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/**
 * A person's stay in a room, from its entry to its leaving. Begin it at the entry, fill in the
 * fields, and end it with {@link #commitCounted}.
 */
@Name("anteroom.Visit")
@Label("Visit")
@Category("Anteroom")
@Description("A person occupied a room: entry to leaving")
@Enabled(false)
@StackTrace(false)
@Threshold("0 ns")
public final class VisitEvent extends Event {
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
  @Description("Number of the room")
  public int room;

  @Label("Locking Mode")
  public @Nullable String mode;

  @Label("Line")
  @Description("One line shared by all rooms, or a line per room")
  public @Nullable String line;

  @Label("Attempts")
  @Description("Tries for a room, the successful one included")
  public int attempts;

  @Label("Person's Thread Id")
  @Description("Java thread id; on JDK 21 a live stream often lacks the event's thread")
  public long personThread;

  /** Ends the visit; numbers and commits the event if some recording takes it. */
  public void commitCounted(EventCounters counters) {
    end();
    if (shouldCommit()) {
      sequence = counters.next(OwnEvent.VISIT);
      run = counters.run();
      personThread = Thread.currentThread().threadId();
      commit();
    }
  }
}
