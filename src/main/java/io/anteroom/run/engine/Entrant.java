package io.anteroom.run.engine;

import io.anteroom.modes.locking.Room;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is on the roster, the task of one virtual thread: a person with one pool before it, or
 * one on a journey. Its methods are for other threads; what they see is racy unless it says
 * otherwise. There may be millions, so every field counts.
 */
abstract sealed class Entrant implements Runnable permits Person, Walker {
  private @Nullable Thread thread;

  /** Who it is. */
  abstract int person();

  /** Starts its thread; called once, by the thread that lets it in. */
  final void startOn(ThreadFactory threads) {
    Thread own = threads.newThread(this);
    thread = own;
    own.start();
  }

  /** Its thread, once it has one. */
  final @Nullable Thread thread() {
    return thread;
  }

  /** Interrupts it, if it has started. */
  void interrupt() {
    Thread own = thread;
    if (own != null) {
      own.interrupt();
    }
  }

  /** Interrupts it, if it has started, unless all it does is wait in a line. */
  abstract void interruptUnlessInLine();

  /** Counts one that could not be freed when the run ended, as it is. */
  abstract void isLeftBehind();

  /** The one room that it waits for, or null; meaningful only while nothing moves. */
  abstract @Nullable Room waitsFor();

  /** Attempts in vain in its present visit. */
  abstract long refusals();
}
