package io.anteroom.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.modes.connection.Connections;
import io.anteroom.modes.connection.StubConnections;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.Schedule;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pool has all its connections before the first person comes. */
@Timeout(60)
class FillingTest {
  private static final int ROOMS = 17;

  private final StubConnections stubs = new StubConnections(new WallClock(), 0);
  private final AtomicInteger opened = new AtomicInteger();

  private Connection counted() {
    opened.incrementAndGet();
    return stubs.open();
  }

  /** How many connections are open before the first person comes. */
  private int openedBefore(String settings, Connections connections, boolean stopping)
      throws Exception {
    Scenario scenario = Scenarios.of("rooms=" + ROOMS + " " + settings);
    Premises premises = Premises.of(scenario, new Schedule(scenario), new WallClock(), connections);
    try (LockingMode mode = new Filling(LockingModes::create, () -> stopping).apply(premises)) {
      assertThat(mode.excludes()).isTrue();
      return opened.get();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hikaricp", "agroal", "tomcat-jdbc", "commons-pool2"})
  void everyPoolOfConnectionsIsFilled(String mode) throws Exception {
    assertThat(openedBefore("mode=" + mode, this::counted, false)).isEqualTo(ROOMS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hikaricp", "agroal", "tomcat-jdbc", "commons-pool2"})
  void aDatabaseThatAllowsFewerLeavesTheRunToItself(String mode) throws Exception {
    Connections few =
        () -> {
          if (opened.get() == ROOMS - 1) {
            throw new SQLException("too many clients already", "53300");
          }
          return counted();
        };
    String settings = "mode=" + mode + " patience=fixed:300ms stuck-after=1s";

    assertThat(openedBefore(settings, few, false)).isEqualTo(ROOMS - 1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aDatabaseThatDoesNotAnswerDoesNotKeepTheRunFromBeginning(boolean stopping) throws Exception {
    CountDownLatch answers = new CountDownLatch(1);
    Connections silent =
        () -> {
          try {
            answers.await();
          } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
          }
          return counted();
        };
    String stuckAfter = stopping ? "1h" : "200ms";
    try {
      assertThat(openedBefore("mode=agroal stuck-after=" + stuckAfter, silent, stopping))
          .isLessThan(ROOMS);
    } finally {
      answers.countDown();
    }
  }

  @Test
  void noPersonOfARunComesBeforeThat() throws Exception {
    Set<Integer> atVisits = ConcurrentHashMap.newKeySet();
    RoomActivity activity =
        new RoomActivity() {
          @Override
          public void perform(long holdNanos) {
            atVisits.add(opened.get());
          }

          @Override
          public @Nullable Connections connections() {
            return FillingTest.this::counted;
          }

          @Override
          public void close() {}
        };
    Scenario scenario = Scenarios.of("mode=agroal rooms=" + ROOMS + " persons=3 visits=5");
    Run run = new Engine(scenario, activity, new WallClock(), null).run();

    assertThat(run.result().outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(atVisits).containsExactly(ROOMS);
  }
}
