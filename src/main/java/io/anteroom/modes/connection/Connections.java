package io.anteroom.modes.connection;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Where the connections of a run come from. Pools open theirs here and close them. Safe for use by
 * any number of threads.
 */
public interface Connections {
  /**
   * Opens one more.
   *
   * @throws SQLException if the database refuses
   */
  Connection open() throws SQLException;
}
