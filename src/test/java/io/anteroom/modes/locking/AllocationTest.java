package io.anteroom.modes.locking;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Visits of millions of persons must not make garbage of their own. */
@ExtendWith(Houses.class)
@Timeout(60)
final class AllocationTest {
  private static final int VISITS = 2_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @MethodSource("io.anteroom.modes.locking.ModeCase#ofTheJdk")
  void aVisitToAFreeRoomAllocatesNothing(ModeCase mode) throws Exception {
    House house = mode.house(2);
    assertAllocatesNothing(house, house.bareVisit(0).patienceLeft(() -> Visit.FOR_EVER));
  }

  @ParameterizedTest
  @MethodSource("io.anteroom.modes.locking.ModeCase#patientOfTheJdk")
  void aVisitThatIsRefusedAllocatesNothing(ModeCase mode) throws Exception {
    House house = mode.house(1);
    CountDownLatch leave = new CountDownLatch(1);
    Person occupant = house.startOccupant(leave);
    assertAllocatesNothing(house, house.bareVisit(1).patienceLeft(() -> 0));
    leave.countDown();
    assertThat(occupant.hadRoom()).isTrue();
  }

  private static void assertAllocatesNothing(House house, TestVisit visit) throws Exception {
    long unused = allocatedBytes(house, visit);
    assertThat(allocatedBytes(house, visit) / VISITS).as("bytes a visit").isZero();
  }

  private static long allocatedBytes(House house, TestVisit visit) throws Exception {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int turn = 0; turn < VISITS; turn++) {
      boolean unused = house.locking().visit(visit);
      visit.roomsWaitedFor().clear();
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
