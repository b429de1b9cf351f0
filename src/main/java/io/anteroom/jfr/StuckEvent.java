package io.anteroom.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** The moment at which the watchdog found that a run does not move. */
@Name("anteroom.Stuck")
@Label("Stuck")
@Category("Anteroom")
@Description("The run does not move any more")
@Enabled(false)
@StackTrace(false)
public final class StuckEvent extends Event {
  @Label("Sequence")
  @Description("Number of this event among those of its type that were committed, from 1")
  public long sequence;

  @Label("Run")
  @Description("Tells the runs of one JVM apart, from 1")
  public long run;

  @Label("Kind")
  @Description("deadlock or starvation")
  public @Nullable String kind;

  @Label("Explanation")
  public @Nullable String explanation;

  @Label("Locking Mode")
  public @Nullable String mode;

  @Label("Line")
  @Description("One line shared by all rooms, or a line per room")
  public @Nullable String line;

  @Label("Persons Waiting")
  public long waiting;

  @Label("Rooms Occupied")
  public int occupied;

  /** Numbers and commits the event if some recording takes it. */
  public void commitCounted(EventCounters counters) {
    if (shouldCommit()) {
      sequence = counters.next(OwnEvent.STUCK);
      run = counters.run();
      commit();
    }
  }
}
