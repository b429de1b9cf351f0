package io.anteroom.run.engine;

import io.anteroom.measure.flight.AbandonmentEvent;
import io.anteroom.measure.flight.EventCounters;
import io.anteroom.measure.flight.FlightSettings;
import io.anteroom.measure.flight.PersonEvent;
import io.anteroom.measure.flight.VisitEvent;
import io.anteroom.measure.flight.WaitEvent;
import io.anteroom.modes.locking.Room;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.NamedPool;
import io.anteroom.scenario.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of the visits to one pool in a flight recording. Safe for any number of threads. */
final class VisitEvents {
  private final EventCounters counters;

  /** Null: the scenario has one pool, without a name. */
  private final @Nullable String pool;

  private final String mode;
  private final String line;
  private final boolean waits;
  private final boolean visits;

  /** Whether anybody can give up, and the recording wants to know. */
  private final boolean abandonments;

  private VisitEvents(
      FlightSettings settings,
      EventCounters counters,
      Scenario scenario,
      @Nullable NamedPool named) {
    Scenario ofPool = named == null ? scenario : scenario.ofPool(named);
    this.counters = counters;
    this.pool = named == null ? null : named.name();
    this.mode = ofPool.locking().mode();
    this.line = ofPool.facility().line().word();
    this.waits = settings.enabledEvents().contains("anteroom.Wait");
    this.visits = settings.enabledEvents().contains("anteroom.Visit");
    this.abandonments =
        (ofPool.stay().patience() != null || aClassCanGiveUp(scenario))
            && settings.enabledEvents().contains("anteroom.Abandonment");
  }

  private static boolean aClassCanGiveUp(Scenario scenario) {
    Journey journey = scenario.journey();
    return journey != null && journey.classes().stream().anyMatch(each -> each.patience() != null);
  }

  /** The events of each pool of a scenario. */
  static List<VisitEvents> of(FlightSettings settings, EventCounters counters, Scenario scenario) {
    Journey journey = scenario.journey();
    if (journey == null) {
      return List.of(new VisitEvents(settings, counters, scenario, null));
    }
    return journey.pools().stream()
        .map(pool -> new VisitEvents(settings, counters, scenario, pool))
        .toList();
  }

  /** An event for a wait that begins now; null where nobody wants it. */
  @Nullable WaitEvent waitBegins() {
    if (!waits) {
      return null;
    }
    WaitEvent event = new WaitEvent();
    event.begin();
    return event;
  }

  /** Ends a wait with the entry into a room. */
  void waitEnds(WaitEvent event, EventVisit visit, Room room) {
    fill(event, visit, visit.refusals() + 1);
    event.room = room.index() + 1;
    event.lateness = visit.latenessNanos();
    event.commitCounted(counters);
  }

  /** An event for a hold that begins now; null where nobody wants it. */
  @Nullable VisitEvent holdBegins() {
    if (!visits) {
      return null;
    }
    VisitEvent event = new VisitEvent();
    event.begin();
    return event;
  }

  /** Ends a hold. */
  void holdEnds(VisitEvent event, EventVisit visit, Room room) {
    fill(event, visit, visit.refusals() + 1);
    event.room = room.index() + 1;
    event.commitCounted(counters);
  }

  /** An event for a wait that begins now and may end without a room; null: nobody wants it. */
  @Nullable AbandonmentEvent abandonmentBegins() {
    if (!abandonments) {
      return null;
    }
    AbandonmentEvent event = new AbandonmentEvent();
    event.begin();
    return event;
  }

  /** Ends the wait of a person that has given up. */
  void abandons(AbandonmentEvent event, EventVisit visit) {
    Room room = visit.waitsFor();
    fill(event, visit, visit.refusals());
    event.room = room == null ? AbandonmentEvent.SHARED_LINE : room.index() + 1;
    event.lateness = visit.latenessNanos();
    event.commitCounted(counters);
  }

  private void fill(PersonEvent event, EventVisit visit, long attempts) {
    event.person = visit.person() + 1L;
    event.visit = visit.visitNumber() + 1;
    event.pool = pool;
    event.mode = mode;
    event.line = line;
    event.attempts = (int) Math.min(attempts, Integer.MAX_VALUE);
  }
}
