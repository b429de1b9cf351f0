package io.anteroom.modes.pools;

import io.anteroom.modes.connection.Connections;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@link Connections} as Agroal wants them: it takes a class and makes the object itself, so that
 * the connections are found by a URL. Safe for use by any number of threads.
 */
public final class AgroalDriver implements Driver {
  private static final Map<String, Connections> BY_URL = new ConcurrentHashMap<>();
  private static final AtomicLong COUNT = new AtomicLong();

  /** Makes these connections known under a URL of their own. */
  static String register(Connections connections) {
    String url = "anteroom:" + COUNT.incrementAndGet();
    BY_URL.put(url, connections);
    return url;
  }

  static void unregister(String url) {
    BY_URL.remove(url);
  }

  @Override
  public @Nullable Connection connect(String url, Properties unused) throws SQLException {
    Connections connections = BY_URL.get(url);
    return connections == null ? null : connections.open();
  }

  @Override
  public boolean acceptsURL(String url) {
    return BY_URL.containsKey(url);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties unused) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("nothing is logged");
  }
}
