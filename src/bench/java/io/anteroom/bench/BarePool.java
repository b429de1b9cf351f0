package io.anteroom.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.modes.connection.StubConnections;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.tomcat.jdbc.pool.PoolProperties;

/**
 * A library's pool as a program of its own would use it, with the same stub connections.
 *
 * @param lender lends from it
 * @param closing ends it
 */
record BarePool(BareLoop.Lender lender, Closeable closing) implements Closeable {
  private static final StubConnections STUBS = new StubConnections(new WallClock(), 0);

  /** A pool of the library that the mode names. */
  static BarePool open(String mode, int rooms) throws Exception {
    return switch (mode) {
      case "hikaricp" -> hikari(rooms);
      case "agroal" -> agroal(rooms);
      case "tomcat-jdbc" -> tomcat(rooms);
      case "commons-pool2" -> commons(rooms);
      case "resilience4j-bulkhead" -> bulkhead(rooms);
      default -> throw new IllegalArgumentException("no bare pool " + mode);
    };
  }

  private static BarePool hikari(int rooms) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source());
    config.setMaximumPoolSize(rooms);
    config.setConnectionTimeout(0);
    HikariDataSource pool = new HikariDataSource(config);
    return new BarePool(() -> pool.getConnection()::close, pool);
  }

  private static BarePool agroal(int rooms) throws Exception {
    AgroalDataSource pool =
        AgroalDataSource.from(
            new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(
                    config ->
                        config
                            .maxSize(rooms)
                            .connectionFactoryConfiguration(
                                factory ->
                                    factory
                                        .connectionProviderClass(StubDriver.class)
                                        .jdbcUrl("stub"))));
    return new BarePool(() -> pool.getConnection()::close, pool::close);
  }

  private static BarePool tomcat(int rooms) {
    PoolProperties config = new PoolProperties();
    config.setDataSource(source());
    config.setMaxActive(rooms);
    config.setMaxIdle(rooms);
    config.setInitialSize(Math.min(10, rooms));
    config.setMinIdle(Math.min(10, rooms));
    config.setMaxWait(-1);
    var pool = new org.apache.tomcat.jdbc.pool.DataSource(config);
    return new BarePool(() -> pool.getConnection()::close, () -> pool.close(true));
  }

  private static BarePool commons(int rooms) {
    GenericObjectPool<Connection> pool = new GenericObjectPool<>(new Stubs());
    pool.setMaxTotal(rooms);
    pool.setMaxIdle(rooms);
    return new BarePool(
        () -> {
          Connection lent = pool.borrowObject();
          return () -> pool.returnObject(lent);
        },
        pool);
  }

  private static BarePool bulkhead(int rooms) {
    Bulkhead bulkhead =
        Bulkhead.of(
            "bare",
            BulkheadConfig.custom()
                .maxConcurrentCalls(rooms)
                .maxWaitDuration(Duration.ofMillis(Long.MAX_VALUE))
                .build());
    return new BarePool(
        () -> {
          bulkhead.acquirePermission();
          return bulkhead::onComplete;
        },
        () -> {});
  }

  private static DataSource source() {
    return (DataSource)
        Proxy.newProxyInstance(
            BarePool.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getConnection" -> STUBS.open();
                  case "hashCode", "getLoginTimeout" -> 0;
                  case "equals" -> false;
                  default -> null;
                });
  }

  @Override
  public void close() throws IOException {
    closing.close();
  }

  /** Opens stubs for Commons Pool. */
  private static final class Stubs extends BasePooledObjectFactory<Connection> {
    @Override
    public Connection create() {
      return STUBS.open();
    }

    @Override
    public PooledObject<Connection> wrap(Connection connection) {
      return new DefaultPooledObject<>(connection);
    }
  }

  /** Opens stubs for Agroal, which wants a class. */
  public static final class StubDriver implements Driver {
    @Override
    public Connection connect(String url, Properties properties) {
      return STUBS.open();
    }

    @Override
    public boolean acceptsURL(String url) {
      return true;
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
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
      throw new SQLFeatureNotSupportedException();
    }
  }
}
