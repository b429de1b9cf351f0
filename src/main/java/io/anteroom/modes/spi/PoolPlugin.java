package io.anteroom.modes.spi;

/**
 * A pool of the user's own: of connections, clients, licences.
 *
 * @param <T> what it lends; two that are lent at once are never the same object
 */
public non-sealed interface PoolPlugin<T> extends ModePlugin {
  /**
   * Makes the pool of a run. It may take up to half a minute.
   *
   * @param rooms how many it lends at once, at least 1
   * @throws Exception ends the run, which says so
   */
  RoomPool<T> open(int rooms) throws Exception;
}
