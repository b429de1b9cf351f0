package io.anteroom.run.engine;

import io.anteroom.modes.locking.Room;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is on the roster: a person with one pool before it, or one on a journey. These are the
 * looks and calls of other threads; all of them are racy unless it says otherwise.
 */
sealed interface Entrant permits Person, Walker {
  /** Who it is. */
  int person();

  /** Starts its thread; called once, by the thread that lets it in. */
  void startOn(ThreadFactory threads);

  /** Its thread, once it has one. */
  @Nullable Thread thread();

  /** Interrupts it, if it has started. */
  void interrupt();

  /** Interrupts it, if it has started, unless all it does is wait in a line. */
  void interruptUnlessInLine();

  /** Counts one that could not be freed when the run ended, as it is. */
  void isLeftBehind();

  /** The one room that it waits for, or null; meaningful only while nothing moves. */
  @Nullable Room waitsFor();

  /** Attempts in vain in its present visit. */
  long refusals();
}
