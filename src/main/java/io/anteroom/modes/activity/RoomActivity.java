package io.anteroom.modes.activity;

import java.io.Closeable;
import java.io.IOException;

/**
 * What a person does while it holds a room. One instance serves all persons of a run, any number of
 * them at once.
 *
 * <p>Close it when the persons have left: one that is still inside may then fail with an {@link
 * IOException}, or stay until its hold is over.
 */
public interface RoomActivity extends Closeable {
  /**
   * Keeps the calling person occupied for at least {@code holdNanos}; returns at once for 0 or
   * less.
   *
   * @throws InterruptedException if the person is or gets interrupted; its flag is then cleared,
   *     and the activity goes on serving others
   * @throws IOException if the machine refuses: disk full, too many open files
   */
  void perform(long holdNanos) throws InterruptedException, IOException;
}
