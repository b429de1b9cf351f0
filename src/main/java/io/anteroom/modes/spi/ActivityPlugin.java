package io.anteroom.modes.spi;

/** What persons do in their rooms, of the user's own: a call of a service, a query, a driver. */
public non-sealed interface ActivityPlugin extends Plugin {
  /**
   * Makes the activity of a run. It may take up to half a minute.
   *
   * @throws Exception ends the run, which says so
   */
  RoomCall open() throws Exception;
}
