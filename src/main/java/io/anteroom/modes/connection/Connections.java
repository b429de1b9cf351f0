package io.anteroom.modes.connection;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Where the connections of a run come from. Pools open theirs here and close them. Safe for use by
 * any number of threads.
 */
public interface Connections extends AutoCloseable {
  /**
   * Opens one more.
   *
   * @throws SQLException if the database refuses
   */
  Connection open() throws SQLException;

  /**
   * Gives back what serves all connections; each of them has been closed before.
   *
   * @throws IOException if that fails; the run is then a fault
   */
  @Override
  default void close() throws IOException {}
}
