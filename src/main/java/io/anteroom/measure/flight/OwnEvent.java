package io.anteroom.measure.flight;

import java.util.List;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;

/** The events that Anteroom itself emits. */
public enum OwnEvent {
  WAIT("anteroom.Wait", WaitEvent.class),
  VISIT("anteroom.Visit", VisitEvent.class),
  ABANDONMENT("anteroom.Abandonment", AbandonmentEvent.class),
  STUCK("anteroom.Stuck", StuckEvent.class);

  private static final List<OwnEvent> ALL = List.of(values());

  private final String eventName;
  private final Class<? extends Event> type;

  OwnEvent(String eventName, Class<? extends Event> type) {
    this.eventName = eventName;
    this.type = type;
  }

  /** The name in recordings and settings, such as {@code anteroom.Wait}. */
  public String eventName() {
    return eventName;
  }

  /** All of them, in a stable order. */
  public static List<OwnEvent> all() {
    return ALL;
  }

  /**
   * Makes the events known to the recorder before the first one is emitted, so that settings can be
   * checked against them. Starts the recorder's infrastructure if nothing has yet.
   */
  static void register() {
    for (OwnEvent event : ALL) {
      FlightRecorder.register(event.type);
    }
  }
}
