package io.anteroom.modes.activity;

import io.anteroom.modes.connection.Connections;
import io.anteroom.modes.locking.Room;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

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

  /**
   * The same, in a room that a pool may have put a connection into.
   *
   * @throws CallFailedException if what the person has called failed; the run goes on
   */
  default void perform(Room room, long holdNanos) throws InterruptedException, IOException {
    perform(holdNanos);
  }

  /**
   * What persons do in the rooms of one pool of a journey.
   *
   * @param pool its place among the pools
   */
  default RoomActivity ofPool(int pool) {
    return this;
  }

  /** Where pools have their connections from in a run of this activity; null: from nowhere. */
  default @Nullable Connections connections() {
    return null;
  }

  /**
   * Why what the persons call is lost to them, in a sentence; null as long as it is not. The run
   * ends then. Safe for any thread.
   */
  default @Nullable String lost() {
    return null;
  }
}
