package io.anteroom.study.cluster;

import io.anteroom.scenario.ShippedText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The tables of a cluster, in all their versions. */
final class ClusterTables {
  /** A lock of PostgreSQL that is held while tables change: two may begin at once. */
  private static final long MIGRATION_LOCK = 0x616e7465L;

  /**
   * What brings a database from each version to the next. Four tables and no data to convert: a
   * library for migrations would be larger than this list. Never change a file, append one.
   */
  private static final List<String> MIGRATIONS =
      Stream.of("tables-1.sql", "tables-2.sql")
          .map(file -> ShippedText.of(ClusterTables.class, file))
          .toList();

  /** The version of the tables that this code knows. */
  static final int VERSION = MIGRATIONS.size();

  private ClusterTables() {}

  /** Makes the tables, or brings them up to {@link #VERSION}. */
  static void migrate(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select pg_advisory_xact_lock(" + MIGRATION_LOCK + ")");
      statement.execute("create table if not exists anteroom_schema (version int not null)");
      int version = version(statement);
      if (version > VERSION) {
        throw new ClusterException(
            "the cluster's tables have version %d, and this Anteroom knows %d; use the newer one everywhere"
                .formatted(version, VERSION));
      }
      for (String migration : MIGRATIONS.subList(version, VERSION)) {
        statement.execute(migration);
      }
      if (version < VERSION) {
        statement.execute("delete from anteroom_schema");
        statement.execute("insert into anteroom_schema values (" + VERSION + ")");
      }
      connection.commit();
    }
  }

  private static int version(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select coalesce(max(version), 0) from anteroom_schema")) {
      row.next();
      return row.getInt(1);
    }
  }
}
