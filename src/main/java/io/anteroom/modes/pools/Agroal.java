package io.anteroom.modes.pools;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.ModeType;
import io.anteroom.modes.locking.Premises;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ModeTraits.Trait;
import io.anteroom.scenario.PoolKey;
import io.anteroom.scenario.PoolSettings;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Agroal: a connection that whoever had it last tries first, then a list that whoever comes tries,
 * then a hand-off to those who wait.
 */
final class Agroal {
  static final ModeType TYPE =
      new ModeType(
          new ModeTraits(
              "agroal",
              "Agroal's JDBC connections, newcomers may barge",
              List.of(Line.SHARED),
              Set.of(Trait.GIVES_UP, Trait.POOLS_CONNECTIONS),
              List.of(),
              new Discipline.InLine(false),
              Duration.ofMillis(1),
              List.of(PoolKey.VALIDATION, PoolKey.ROUND_TRIP, PoolKey.MAX_LIFETIME)),
          Agroal::open);

  private Agroal() {}

  private static LockingMode open(Premises premises) {
    String url = AgroalDriver.register(premises.connections());
    try {
      AgroalDataSource pool = AgroalDataSource.from(config(premises, url));
      return new PooledConnections(
          premises,
          pool,
          () -> {
            try {
              pool.close();
            } finally {
              AgroalDriver.unregister(url);
            }
          });
    } catch (SQLException | RuntimeException failure) {
      AgroalDriver.unregister(url);
      throw new IllegalStateException("no pool: " + failure.getMessage(), failure);
    }
  }

  private static AgroalDataSourceConfigurationSupplier config(Premises premises, String url) {
    PoolSettings settings = premises.scenario().locking().pool();
    Duration timeout = Duration.ofMillis(Timeouts.millis(premises));
    return new AgroalDataSourceConfigurationSupplier()
        .connectionPoolConfiguration(
            pool ->
                pool.maxSize(premises.rooms().size())
                    .acquisitionTimeout(timeout)
                    .maxLifetime(settings.duration(PoolKey.MAX_LIFETIME).orElse(Duration.ZERO))
                    .validateOnBorrow(settings.validatesOnBorrow().orElse(false))
                    .connectionValidator(ConnectionValidator.defaultValidator())
                    .connectionFactoryConfiguration(
                        factory ->
                            factory.connectionProviderClass(AgroalDriver.class).jdbcUrl(url)));
  }
}
