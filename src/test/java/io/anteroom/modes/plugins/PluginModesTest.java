package io.anteroom.modes.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.anteroom.modes.clock.WallClock;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.modes.pools.OneVisit;
import io.anteroom.modes.spi.LockPlugin;
import io.anteroom.modes.spi.ModePlugin;
import io.anteroom.modes.spi.PluginException;
import io.anteroom.modes.spi.PluginException.Fault;
import io.anteroom.modes.spi.PoolPlugin;
import io.anteroom.modes.spi.RoomLock;
import io.anteroom.modes.spi.RoomPool;
import io.anteroom.modes.spi.WaitingOrder;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ModeTraits.Trait;
import io.anteroom.scenario.schedule.ScenarioBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

/** With a lock for each room, no lock that was opened is left open. */
class PluginModesTest {
  private static final int ROOMS = 3;
  private static final PluginCalls FAILURES =
      new PluginCalls(
          "own",
          "own.jar",
          Fault.FAILED,
          Duration.ofSeconds(30),
          PluginModesTest.class.getClassLoader());

  /** Its locks are numbered from 1. */
  private static final class Locks implements LockPlugin {
    private final Set<Integer> opened = new ConcurrentSkipListSet<>();
    private final Set<Integer> closed = new ConcurrentSkipListSet<>();
    private final Set<Long> patience = new ConcurrentSkipListSet<>();
    private final int mostOpen;
    private final int mostClosed;

    private Locks(int mostOpen, int mostClosed) {
      this.mostOpen = mostOpen;
      this.mostClosed = mostClosed;
    }

    @Override
    public String name() {
      return "own";
    }

    @Override
    public String summary() {
      return "Locks that can't be opened or closed";
    }

    @Override
    public int version() {
      return VERSION;
    }

    @Override
    public RoomLock open(int rooms) {
      int number = opened.size() + 1;
      if (number > mostOpen) {
        throw new IllegalStateException("no lock " + number);
      }
      opened.add(number);
      return new RoomLock() {
        @Override
        public boolean enter(long patienceNanos) {
          patience.add(patienceNanos);
          return true;
        }

        @Override
        public void leave() {}

        @Override
        public void close() {
          closed.add(number);
          if (closed.size() > mostClosed) {
            throw new IllegalStateException("lock " + number + " stays");
          }
        }
      };
    }
  }

  private static LockingMode open(Locks locks) {
    return open(locks, Line.PER_ROOM);
  }

  private static LockingMode open(ModePlugin plugin, Line line) {
    ScenarioBuilder scenario = new ScenarioBuilder().locking("reentrant", line, ROOMS);
    return PluginModes.open(
        plugin, FAILURES, Premises.of(scenario.build(), scenario.schedule(), new WallClock()));
  }

  @Test
  void whereOneFailsToOpenThoseBeforeAreClosed() {
    Locks locks = new Locks(2, ROOMS);
    assertThatThrownBy(() -> open(locks).close())
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("no lock 3");
    assertThat(locks.closed).containsExactly(1, 2);
  }

  @Test
  void whereOneFailsToCloseTheOthersAreClosed() {
    Locks locks = new Locks(ROOMS, 0);
    LockingMode mode = open(locks);
    Throwable failure = catchThrowable(mode::close);
    assertThat(failure).isInstanceOf(PluginException.class).hasMessageContaining("lock 1 stays");
    assertThat(failure.getSuppressed()).hasSize(2);
    assertThat(locks.closed).containsExactly(1, 2, 3);
  }

  /** A longer patience than {@code FOR_EVER} makes timers of JDK 21 overflow. */
  @Test
  void waitingForEverIsToldAsTheInterfaceSays() throws Exception {
    Locks locks = new Locks(1, 1);
    try (LockingMode mode = open(locks, Line.SHARED)) {
      assertThat(mode.visit(new OneVisit(0, room -> {}))).isTrue();
      assertThat(mode.visit(new OneVisit(1, -1, room -> {}))).isTrue();
    }
    assertThat(locks.patience).containsExactly(0L, RoomLock.FOR_EVER);
  }

  /** What a lock says of itself. */
  private record Said(
      boolean givesUp, boolean keepsCarriersBusy, WaitingOrder order, boolean guardsOneRoom)
      implements LockPlugin {
    @Override
    public String name() {
      return "own";
    }

    @Override
    public String summary() {
      return "A lock";
    }

    @Override
    public int version() {
      return VERSION;
    }

    @Override
    public RoomLock open(int rooms) {
      throw new AssertionError("it is not opened");
    }
  }

  private static ModeTraits traits(ModePlugin plugin) {
    return PluginModes.traits("own", "A lock", plugin);
  }

  @Test
  void scenariosKnowWhatThePluginSays() {
    ModeTraits much = traits(new Said(true, true, WaitingOrder.IN_LINE, true));
    assertThat(much.traits())
        .containsExactlyInAnyOrder(Trait.OF_PLUGIN, Trait.GIVES_UP, Trait.KEEPS_CARRIERS_BUSY);
    assertThat(much.lines()).containsExactly(Line.PER_ROOM);
    assertThat(much.discipline()).isEqualTo(new Discipline.InLine(true));
    assertThat(much.name()).isEqualTo("own");
    assertThat(much.summary()).isEqualTo("A lock");

    ModeTraits little = traits(new Said(false, false, WaitingOrder.BARGING, false));
    assertThat(little.traits()).containsExactly(Trait.OF_PLUGIN);
    assertThat(little.lines()).containsExactly(Line.SHARED, Line.PER_ROOM);
    assertThat(little.discipline()).isEqualTo(new Discipline.InLine(false));
  }

  @Test
  void anOrderThatNobodyTellsIsNotSimulated() {
    assertThat(traits(new Said(false, false, WaitingOrder.UNKNOWN, false)).discipline())
        .isInstanceOfSatisfying(
            Discipline.Unmodelled.class,
            unmodelled -> assertThat(unmodelled.reason()).contains("plugin own does not say"));
  }

  /** Lends the same thing to everybody. */
  private static final class OneThing implements PoolPlugin<String>, RoomPool<String> {
    private final List<String> calls = new ArrayList<>();

    @Override
    public String name() {
      return "own";
    }

    @Override
    public String summary() {
      return "A pool";
    }

    @Override
    public int version() {
      return VERSION;
    }

    @Override
    public RoomPool<String> open(int rooms) {
      calls.add("open " + rooms);
      return this;
    }

    @Override
    public String borrow(long patienceNanos) {
      calls.add("borrow");
      return "thing";
    }

    @Override
    public void giveBack(String resource) {
      calls.add("give back " + resource);
    }

    @Override
    public void close() {
      calls.add("close");
    }
  }

  @Test
  void whatAPoolLendsIsGivenBackAndNobodyElseMayHaveIt() throws Exception {
    OneThing pool = new OneThing();
    List<Boolean> violations = new ArrayList<>();
    try (LockingMode mode = open(pool, Line.SHARED)) {
      OneVisit second = new OneVisit(1, room -> violations.add(room.enter(false, 0)));
      assertThat(mode.visit(new OneVisit(0, room -> mode.visit(second)))).isTrue();
      assertThat(mode.visit(new OneVisit(2, room -> violations.add(room.enter(false, 0)))))
          .isTrue();
    }
    assertThat(violations).as("the second, the third").containsExactly(true, false);
    assertThat(pool.calls)
        .startsWith("open 3", "borrow", "borrow", "give back thing", "give back thing")
        .endsWith("borrow", "give back thing", "close");
    assertThat(traits(pool).lines()).containsExactly(Line.SHARED);
  }
}
