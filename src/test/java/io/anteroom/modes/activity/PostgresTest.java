package io.anteroom.modes.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.PostgresServer;
import io.anteroom.modes.LockingModes;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.result.Check;
import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.store.StoredRun;
import io.anteroom.run.engine.Engine;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Activity jdbc against a real PostgreSQL server. */
final class PostgresTest {
  private static @Nullable PostgresServer running;

  @BeforeAll
  static void startServer() throws Exception {
    running = PostgresServer.start();
  }

  @AfterAll
  static void stopServer() throws Exception {
    if (running != null) {
      running.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"semaphore-fair", "hikaricp"})
  void asManyRoomsAreOccupiedAsTheServerHasActiveConnections(String mode) throws Exception {
    Scenario scenario =
        scenario(server(), "mode=" + mode, "think=exponential:600ms", "hold=exponential:20ms");
    try (RoomActivity activity = RoomActivities.create(scenario);
        Connection observer = server().connect()) {
      FutureTask<Run> run = start(scenario, activity);
      awaitActive(observer, 1);
      // Those of the rehearsal are closed, but the server may take a moment to end.
      awaitAtMost(observer, 10);
      double active = 0;
      int samples = 0;
      while (!run.isDone()) {
        active += count(observer, "state = 'active'");
        samples++;
        assertThat(count(observer, "true")).isLessThanOrEqualTo(10);
      }
      RunResult result = run.get().result();
      assertThat(result.outcome()).as(result.explanation()).isEqualTo(Outcome.COMPLETED);
      assertThat(result.callsFailedByKind()).isEmpty();
      // The server is active while it sleeps, 20 ms on average. A room is occupied for longer: also
      // while its person waits for a carrier, before the call and after its answer.
      double occupied = 10 * result.utilisation();
      double asleep = occupied * 20e6 / result.hold().meanNanos();
      assertThat(active / samples).isBetween(asleep - 1, occupied + 1);
      assertThat(samples).isGreaterThan(100);
    }
    try (Connection observer = server().connect()) {
      awaitNobody(observer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"semaphore-fair", "hikaricp", "agroal", "tomcat-jdbc", "commons-pool2"})
  void aServerThatIsKilledIsAnOutcomeAndNoVisitIsLost(String mode) throws Exception {
    PostgresServer victim = PostgresServer.start();
    Scenario scenario =
        scenario(
            victim,
            "mode=" + mode,
            "hold=fixed:20ms",
            "patience=fixed:60s",
            "stuck-after=2s",
            "duration=60s");
    try (victim;
        RoomActivity activity = RoomActivities.create(scenario)) {
      FutureTask<Run> run = start(scenario, activity);
      try (Connection observer = victim.connect()) {
        awaitActive(observer, 5);
      }
      victim.down();
      RunResult result = run.get(50, TimeUnit.SECONDS).result();
      assertThat(result.outcome()).as(result.explanation()).isEqualTo(Outcome.SERVER_LOST);
      assertThat(result.explanation()).startsWith("Nobody could reach the database for ");
      assertThat(result.visits().completed()).isPositive();
      assertThat(result.callsFailed()).isPositive();
      assertThat(result.visits().censored()).isPositive();
      assertThat(result.checks()).noneMatch(check -> check.verdict() == Check.Verdict.FAILED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"semaphore", "hikaricp", "agroal", "tomcat-jdbc", "commons-pool2"})
  void errorsOfTheDatabaseAreCountedByKindAndTheRunGoesOn(String mode) throws Exception {
    Scenario scenario =
        scenario(
            server(),
            "mode=" + mode,
            "patience=fixed:60s",
            "duration=none",
            "visits=5",
            "sql=select 1 / (case when random() < 0.5 then 0 else 1 end)");
    try (RoomActivity activity = RoomActivities.create(scenario)) {
      Run run = new Engine(scenario, activity, new WallClock(), null).run();
      assertThat(run.result().outcome()).isEqualTo(Outcome.COMPLETED);
      assertThat(run.result().visits().completed()).isPositive();
      assertThat(run.result().callsFailedByKind())
          .containsOnlyKeys("22012 ERROR: division by zero");
      assertThat(Metrics.named("failed").measure(run)).hasValueCloseTo(0.5, within(0.1));
    }
  }

  @Test
  void aStatementThatTheDatabaseDoesNotUnderstandIsRefusedAtOnce() {
    Scenario scenario = scenario(server(), "sql=select nothing from nowhere");
    assertThatThrownBy(() -> RoomActivities.create(scenario))
        .isInstanceOf(UnsupportedActivityException.class)
        .hasMessage(
            "sql: the database refuses \"select nothing from nowhere\": ERROR: relation"
                + " \"nowhere\" does not exist");
  }

  @Test
  void moreConnectionsThanTheServerHasAreRefused() {
    Scenario scenario = scenario(server(), "rooms=150", "mode=semaphore");
    assertThatThrownBy(() -> RoomActivities.create(scenario))
        .isInstanceOf(UnsupportedActivityException.class)
        .hasMessageMatching(
            "the database refuses connection \\d+ of 150: FATAL: .*; lower rooms, or let it have"
                + " more");
  }

  @Test
  void aWrongPasswordIsRefusedWithoutNamingIt() throws Exception {
    Scenario scenario = scenario(server(), "jdbc-user=nobody");
    assertThatThrownBy(() -> RoomActivities.create(scenario))
        .isInstanceOf(UnsupportedActivityException.class)
        .hasMessageContaining("FATAL: password authentication failed for user \"nobody\"")
        .hasMessageNotContaining(PostgresServer.PASSWORD);
  }

  @Test
  void thePasswordIsInNoResult() throws Exception {
    Scenario scenario = scenario(server(), "duration=none", "visits=1", "hold=fixed:1ms");
    try (RoomActivity activity = RoomActivities.create(scenario)) {
      Run run = new Engine(scenario, activity, new WallClock(), null).run();
      assertThat(StoredRun.RESULT.write(run.result())).doesNotContain(PostgresServer.PASSWORD);
    }
  }

  private static PostgresServer server() {
    return Objects.requireNonNull(running);
  }

  private static FutureTask<Run> start(Scenario scenario, RoomActivity activity) {
    Engine engine = new Engine(scenario, activity, new WallClock(), null);
    FutureTask<Run> run = new FutureTask<>(engine::run);
    Thread.ofPlatform().daemon().start(run);
    return run;
  }

  private static int count(Connection observer, String condition) throws SQLException {
    String sql =
        "select count(*) from pg_stat_activity where application_name = 'anteroom' and "
            + condition;
    try (PreparedStatement statement = observer.prepareStatement(sql);
        ResultSet result = statement.executeQuery()) {
      result.next();
      return result.getInt(1);
    }
  }

  private static void awaitActive(Connection observer, int least) throws SQLException {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (count(observer, "state = 'active'") < least) {
      assertThat(System.nanoTime()).isLessThan(limit);
    }
  }

  private static void awaitNobody(Connection observer) throws SQLException {
    awaitAtMost(observer, 0);
  }

  private static void awaitAtMost(Connection observer, int most) throws SQLException {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (count(observer, "true") > most) {
      assertThat(System.nanoTime()).as("a connection was left open").isLessThan(limit);
    }
  }

  private static Scenario scenario(PostgresServer server, String... keysAndValues) {
    Settings settings = Settings.none();
    for (String text :
        new String[] {
          "activity=jdbc",
          "jdbc-url=" + server.url(),
          "jdbc-user=" + PostgresServer.USER,
          "jdbc-password-file=" + server.passwordFile(),
          "persons=200",
          "rooms=10",
          "mode=semaphore-fair",
          "arrivals=closed",
          "duration=4s",
          "jfr=off"
        }) {
      settings = with(settings, text);
    }
    for (String text : keysAndValues) {
      settings = with(settings, text);
    }
    return new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2).parse(settings);
  }

  private static Settings with(Settings settings, String text) {
    String[] parts = text.split("=", 2);
    return settings.with(ScenarioKey.of(parts[0]).orElseThrow(), parts[1], "the test");
  }
}
