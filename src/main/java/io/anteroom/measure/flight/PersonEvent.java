package io.anteroom.measure.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** What the events of a person's visit have in common. */
@Category("Anteroom")
@Enabled(false)
@StackTrace(false)
@Threshold("0 ns")
public abstract sealed class PersonEvent extends Event
    permits WaitEvent, VisitEvent, AbandonmentEvent {
  static final String OF_SEQUENCE =
      "Number of this event among those of its type that were committed, from 1";

  static final String OF_RUN = "Tells the runs of one JVM apart, from 1";
  static final String OF_LINE = "One line shared by all rooms, or a line per room";

  static final String OF_LATENESS =
      "Intended arrival to the beginning of this event; wait = lateness + duration";

  @Label("Sequence")
  @Description(OF_SEQUENCE)
  public long sequence;

  @Label("Run")
  @Description(OF_RUN)
  public long run;

  @Label("Person")
  public long person;

  @Label("Visit")
  @Description("Number of the visit")
  public long visit;

  @Label("Pool")
  @Description("Name of the pool, where there are several")
  public @Nullable String pool;

  @Label("Locking Mode")
  public @Nullable String mode;

  @Label("Line")
  @Description(OF_LINE)
  public @Nullable String line;

  @Label("Attempts")
  @Description("Tries for a room, a successful one included")
  public int attempts;

  @Label("Person's Thread Id")
  @Description("Java thread id; on JDK 21 a live stream often lacks the event's thread")
  public long personThread;

  /** Numbers the event. */
  final void count(OwnEvent type, EventCounters counters) {
    sequence = counters.next(type);
    run = counters.run();
    personThread = Thread.currentThread().threadId();
  }
}
