package io.anteroom.study.cluster;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** The tables of a cluster, in all their versions. */
final class ClusterTables {
  /** A lock of PostgreSQL that is held while tables change: two may begin at once. */
  private static final long MIGRATION_LOCK = 0x616e7465L;

  /**
   * What brings a database from each version to the next. Four tables and no data to convert: a
   * library for migrations would be larger than this list. Never change an entry, append one.
   */
  private static final List<String> MIGRATIONS =
      List.of(
          """
          create table anteroom_tasks (
            task_name text not null,
            task_instance text not null,
            task_data bytea,
            execution_time timestamp with time zone not null,
            picked boolean not null,
            picked_by text,
            last_success timestamp with time zone,
            last_failure timestamp with time zone,
            consecutive_failures int,
            last_heartbeat timestamp with time zone,
            version bigint not null,
            priority smallint,
            primary key (task_name, task_instance)
          );
          create index anteroom_tasks_due on anteroom_tasks (execution_time);
          create index anteroom_tasks_heartbeat on anteroom_tasks (last_heartbeat);
          create table anteroom_sweeps (
            sweep text primary key,
            name text not null,
            version text not null,
            clock text not null,
            cells int not null,
            begun timestamp with time zone not null default now()
          );
          create table anteroom_batches (
            sweep text not null references anteroom_sweeps on delete cascade,
            batch int not null,
            task text not null,
            cells text not null,
            inputs bytea not null,
            results bytea,
            worker text,
            failure text,
            primary key (sweep, batch)
          );
          create table anteroom_workers (
            worker text primary key,
            version text not null,
            cores int not null,
            jdks text not null,
            load double precision,
            running text not null,
            begun timestamp with time zone not null default now(),
            seen timestamp with time zone not null
          );
          """,
          """
          alter table anteroom_workers add column plugins text;
          """);

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
