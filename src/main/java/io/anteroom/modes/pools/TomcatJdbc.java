package io.anteroom.modes.pools;

import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.ModeType;
import io.anteroom.modes.locking.Premises;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ModeTraits.Trait;
import io.anteroom.scenario.PoolKey;
import io.anteroom.scenario.PoolSettings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;

/** Tomcat's JDBC pool: a queue of idle connections that serves those who wait in order. */
final class TomcatJdbc {
  static final ModeType TYPE =
      new ModeType(
          new ModeTraits(
              "tomcat-jdbc",
              "Tomcat's JDBC connections, first come first served",
              List.of(Line.SHARED),
              Set.of(Trait.GIVES_UP, Trait.LOSES_INTERRUPTS, Trait.POOLS_CONNECTIONS),
              List.of(),
              new Discipline.InLine(true),
              Duration.ofMillis(1),
              List.of(
                  PoolKey.FAIRNESS, PoolKey.VALIDATION, PoolKey.ROUND_TRIP, PoolKey.MAX_LIFETIME)),
          premises -> Opening.open(premises));

  private TomcatJdbc() {}

  /** Apart, since to verify the code is to load a class of the library. */
  private static final class Opening {
    private static final int USUAL_INITIAL_SIZE = 10;

    /** Held, since loggers that nobody holds forget their level. */
    private static final Logger LOGGER = Logger.getLogger("org.apache.tomcat.jdbc");

    private static LockingMode open(Premises premises) {
      LOGGER.setLevel(Level.OFF);
      int size = premises.rooms().size();
      PoolProperties config = new PoolProperties();
      config.setDataSource(new ConnectionsDataSource(premises.connections()));
      config.setMaxActive(size);
      config.setMaxIdle(size);
      config.setInitialSize(Math.min(USUAL_INITIAL_SIZE, size));
      config.setMinIdle(Math.min(USUAL_INITIAL_SIZE, size));
      config.setMaxWait((int) Math.min(Timeouts.millis(premises), Integer.MAX_VALUE));
      PoolSettings settings = premises.scenario().locking().pool();
      settings.fair().ifPresent(config::setFairQueue);
      settings.duration(PoolKey.MAX_LIFETIME).ifPresent(age -> config.setMaxAge(age.toMillis()));
      if (settings.validatesOnBorrow().orElse(false)) {
        config.setTestOnBorrow(true);
        config.setValidationInterval(0);
      }
      DataSource pool = new DataSource(config);
      return new PooledConnections(premises, pool, () -> pool.close(true));
    }
  }
}
