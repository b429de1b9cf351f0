package io.anteroom.measure.flight;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.measure.flight.CarrierHold.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reasons that recordings of JDK 21 to 23 do not say themselves. */
class HoldReasonTest {
  private static final Frame SLEEP = new Frame("java.lang.VirtualThread", "park", 10);
  private static final Frame ROOM = new Frame("shop.Room", "enter", 20);
  private static final Frame INITIALISER = new Frame("shop.Prices", "<clinit>", 3);
  private static final Frame WAIT = new Frame("java.lang.Object", "wait0", -1);

  private static String reason(Kind kind, Frame... frames) {
    return HoldReason.of(kind, new CallStack(List.of(frames), false));
  }

  @Test
  void aPinIsInTheInnermostInitialiserIfItIsInOne() {
    Frame outer = new Frame("shop.Main", "<clinit>", 4);
    assertThat(reason(Kind.PINNED, SLEEP, INITIALISER, ROOM, outer))
        .isEqualTo("in shop.Prices.<clinit>");
    assertThat(reason(Kind.PINNED, SLEEP, ROOM)).isEqualTo("in a synchronized, native or VM frame");
  }

  @Test
  void anEntryIsIntoAContendedMonitor() {
    assertThat(reason(Kind.MONITOR_ENTER, ROOM)).isEqualTo("entering a contended monitor");
  }

  @Test
  void aWaitIsForAnInitialiserUnlessObjectWaitIsOnTop() {
    assertThat(reason(Kind.MONITOR_WAIT, WAIT, ROOM)).isEqualTo("in Object.wait");
    String initialiser = "waiting in the VM, for another thread's class initialisation";
    assertThat(reason(Kind.MONITOR_WAIT, ROOM, WAIT)).isEqualTo(initialiser);
    assertThat(reason(Kind.MONITOR_WAIT)).isEqualTo(initialiser);
    assertThat(reason(Kind.MONITOR_WAIT, new Frame("shop.Room", "wait", 1), ROOM))
        .isEqualTo(initialiser);
    assertThat(reason(Kind.MONITOR_WAIT, new Frame("java.lang.Object", "notify", 1)))
        .isEqualTo(initialiser);
  }
}
