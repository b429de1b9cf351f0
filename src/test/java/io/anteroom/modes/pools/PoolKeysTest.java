package io.anteroom.modes.pools;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.modes.connection.StubConnections;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.PoolKey;
import io.anteroom.scenario.schedule.ScenarioBuilder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What scenarios say of a pool reaches the library. */
@Timeout(60)
final class PoolKeysTest {
  private static final int VISITS = 10;

  private final AtomicInteger tests = new AtomicInteger();

  @ParameterizedTest
  @ValueSource(strings = {"hikaricp", "agroal", "tomcat-jdbc", "commons-pool2"})
  void aConnectionIsTestedEachTimeThatItIsLent(String mode) throws Exception {
    visit(mode, Map.of(PoolKey.VALIDATION, "borrow"));
    // The visit for which a connection is opened may do without.
    assertThat(tests).hasValueBetween(VISITS - 1, VISITS + 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hikaricp", "agroal", "tomcat-jdbc", "commons-pool2"})
  void aConnectionIsNotTestedWhenThatIsSaid(String mode) throws Exception {
    visit(mode, Map.of(PoolKey.VALIDATION, "none"));
    assertThat(tests).hasValueLessThan(VISITS - 1);
  }

  /** Some libraries take their timeout as an int of milliseconds: 24.8 days. */
  @ParameterizedTest
  @ValueSource(strings = {"hikaricp", "agroal", "tomcat-jdbc", "commons-pool2"})
  void aPatienceOfAMonthIsNotTooLong(String mode) throws Exception {
    ScenarioBuilder scenario =
        new ScenarioBuilder()
            .locking(mode, Line.SHARED, 5)
            .patience(new Distribution.Fixed(Duration.ofDays(31)));
    try (LockingMode locking = mode(scenario)) {
      assertThat(locking.visit(new OneVisit(0, room -> {}))).isTrue();
    }
  }

  @Test
  void thePropertyThatHikariCpReadsIsAsItWasAfterwards() throws Exception {
    visit("hikaricp", Map.of(PoolKey.VALIDATION, "none"));
    assertThat(System.getProperty("com.zaxxer.hikari.aliveBypassWindowMs")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"limit-vegas, 3", "limit-gradient, 3"})
  void anAdaptiveLimitBeginsWhereItIsTold(String mode, int limit) throws Exception {
    try (LockingMode locking = mode(mode, Map.of(PoolKey.INITIAL_LIMIT, String.valueOf(limit)))) {
      AtomicInteger most = new AtomicInteger();
      nest(locking, 1, limit, most);
      assertThat(most).hasValue(limit);
    }
  }

  /** Visits from inside of a visit, as long as there are permits. */
  private static void nest(LockingMode locking, int depth, int limit, AtomicInteger most)
      throws InterruptedException {
    boolean unused =
        locking.visit(
            new OneVisit(
                depth,
                room -> {
                  most.set(depth);
                  if (depth < limit) {
                    nest(locking, depth + 1, limit, most);
                  }
                }));
  }

  private void visit(String mode, Map<PoolKey, String> pool) throws Exception {
    try (LockingMode locking = mode(mode, pool)) {
      for (int visit = 0; visit < VISITS; visit++) {
        assertThat(locking.visit(new OneVisit(0, room -> {}))).isTrue();
      }
    }
  }

  private LockingMode mode(String mode, Map<PoolKey, String> pool) {
    return mode(new ScenarioBuilder().locking(mode, Line.SHARED, 5).pool(pool));
  }

  private LockingMode mode(ScenarioBuilder scenario) {
    return LockingModes.create(
        Premises.of(scenario.build(), scenario.schedule(), new WallClock(), this::counted));
  }

  private Connection counted() {
    Connection stub = new StubConnections(new WallClock(), 0).open();
    return (Connection)
        Proxy.newProxyInstance(
            PoolKeysTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("isValid")) {
                tests.incrementAndGet();
              }
              try {
                return method.getName().equals("unwrap") ? proxy : method.invoke(stub, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }
}
