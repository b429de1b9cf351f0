package io.anteroom.modes.pools;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
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

/**
 * HikariCP: a list of connections that whoever comes tries one after the other, and a hand-off to
 * those who wait. Newcomers and whoever has just given a connection back overtake them.
 */
final class HikariCp {
  static final ModeType TYPE =
      new ModeType(
          new ModeTraits(
              "hikaricp",
              "HikariCP's JDBC connections, newcomers may barge",
              List.of(Line.SHARED),
              Set.of(Trait.GIVES_UP, Trait.POOLS_CONNECTIONS),
              List.of(),
              new Discipline.InLine(false),
              Duration.ofMillis(250),
              List.of(PoolKey.VALIDATION, PoolKey.ROUND_TRIP, PoolKey.MAX_LIFETIME)),
          HikariCp::open);

  /** What HikariCP has no setter for: it reads this property when a pool is made. */
  private static final String IDLE_BEFORE_TEST = "com.zaxxer.hikari.aliveBypassWindowMs";

  private static final long ALWAYS_TEST = -1;
  private static final long NEVER_TEST = Long.MAX_VALUE;

  private HikariCp() {}

  private static LockingMode open(Premises premises) {
    Libraries.keepQuiet();
    HikariConfig config = new HikariConfig();
    config.setDataSource(new ConnectionsDataSource(premises.connections()));
    config.setMaximumPoolSize(premises.rooms().size());
    config.setConnectionTimeout(Timeouts.millis(premises, 0));
    PoolSettings settings = premises.scenario().locking().pool();
    settings
        .duration(PoolKey.MAX_LIFETIME)
        .ifPresent(lifetime -> config.setMaxLifetime(lifetime.toMillis()));
    HikariDataSource pool =
        settings
            .validatesOnBorrow()
            .map(always -> open(config, always ? ALWAYS_TEST : NEVER_TEST))
            .orElseGet(() -> new HikariDataSource(config));
    return new PooledConnections(premises, pool, pool::close);
  }

  /** A pool that tests a connection when it has been idle for longer than that. */
  private static synchronized HikariDataSource open(HikariConfig config, long idleMillis) {
    String before = System.setProperty(IDLE_BEFORE_TEST, String.valueOf(idleMillis));
    try {
      return new HikariDataSource(config);
    } finally {
      if (before == null) {
        System.clearProperty(IDLE_BEFORE_TEST);
      } else {
        System.setProperty(IDLE_BEFORE_TEST, before);
      }
    }
  }
}
