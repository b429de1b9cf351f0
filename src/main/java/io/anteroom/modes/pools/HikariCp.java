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
              "HikariCP, a pool of JDBC connections; newcomers may barge",
              List.of(Line.SHARED),
              Set.of(Trait.GIVES_UP),
              List.of(),
              new Discipline.InLine(false),
              Duration.ofMillis(250)),
          HikariCp::open);

  private HikariCp() {}

  private static LockingMode open(Premises premises) {
    Libraries.keepQuiet();
    HikariConfig config = new HikariConfig();
    config.setDataSource(new ConnectionsDataSource(premises.connections()));
    config.setMaximumPoolSize(premises.rooms().size());
    config.setConnectionTimeout(Timeouts.millis(premises, 0));
    HikariDataSource pool = new HikariDataSource(config);
    return new PooledConnections(premises, pool, pool::close);
  }
}
