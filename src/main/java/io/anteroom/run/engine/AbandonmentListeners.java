package io.anteroom.run.engine;

import io.anteroom.measure.Census;
import io.anteroom.measure.FirstVisits;
import io.anteroom.measure.VisitRecorder;
import org.jspecify.annotations.Nullable;

/**
 * All who hear of abandonments; each is told. The recording comes first, so that its event ends
 * when the wait does. Allocates nothing.
 */
record AbandonmentListeners(
    @Nullable Flight flight,
    Census census,
    FirstVisits firstVisits,
    @Nullable Transcript transcript)
    implements AbandonmentListener {
  @Override
  public void abandons(Person person, VisitRecorder recorder, long atNanos) {
    if (flight != null) {
      flight.abandons(person);
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
