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
 * The moment at which the watchdog found that a run does not move. It has no duration, so a
 * recording with a threshold above 0 for it drops it.
 */
@Name("anteroom.Stuck")
@Label("Stuck")
@Category("Anteroom")
@Description("The run was found not to move any more; a moment without duration")
@Enabled(false)
@StackTrace(false)
@Threshold("0 ns")
public final class StuckEvent extends Event {
  @Label("Sequence")
  @Description(PersonEvent.OF_SEQUENCE)
  public long sequence;

  @Label("Run")
  @Description(PersonEvent.OF_RUN)
  public long run;

  @Label("Kind")
  @Description("deadlock or starvation")
  public @Nullable String kind;

  @Label("Explanation")
  public @Nullable String explanation;

  @Label("Still For")
  @Description("How long nothing had moved by then")
  @Timespan(Timespan.NANOSECONDS)
  public long stillFor;

  @Label("Locking Mode")
  public @Nullable String mode;

  @Label("Line")
  @Description(PersonEvent.OF_LINE)
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
