package io.anteroom.run.engine;

import io.anteroom.measure.Census;
import io.anteroom.measure.FirstVisits;
import io.anteroom.measure.VisitRecorder;
import io.anteroom.measure.flight.AbandonmentEvent;
import org.jspecify.annotations.Nullable;

/**
 * All who hear of abandonments; each is told. The recording comes first, so that its event ends
 * when the wait does. Allocates nothing.
 */
record AbandonmentListeners(
    @Nullable VisitEvents events,
    Census census,
    FirstVisits firstVisits,
    @Nullable Transcript transcript)
    implements AbandonmentListener {
  @Override
  public void abandons(Person person, VisitRecorder recorder, long atNanos) {
    AbandonmentEvent event = events == null ? null : person.takeAbandonmentEvent();
    if (events != null && event != null) {
      events.abandons(event, person);
    }
    census.abandons();
    long refusals = person.refusals();
    recorder.abandoned(person.person(), atNanos - person.intendedNanos());
    recorder.refused(refusals);
    firstVisits.abandons(
        person.person(),
        person.number(),
        FirstVisits.ONLY_POOL,
        person.intendedNanos(),
        atNanos,
        refusals);
    if (transcript != null) {
      transcript.givesUp(person.person());
    }
  }
}
