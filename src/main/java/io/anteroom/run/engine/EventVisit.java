package io.anteroom.run.engine;

import io.anteroom.modes.locking.Room;
import org.jspecify.annotations.Nullable;

/** A visit to a pool, as the events of a flight recording tell of it. */
interface EventVisit {
  /** Who makes it. */
  int person();

  /** Which of the person's visits it is, or of which of its journeys it is a part, from 0. */
  long visitNumber();

  /** Attempts in vain so far. */
  long refusals();

  /** How much later than intended the person began to wait. */
  long latenessNanos();

  /** The one room that the person waits for; null: it waits for any. */
  @Nullable Room waitsFor();
}
