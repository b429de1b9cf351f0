package io.anteroom.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class FirstVisitsTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final FirstVisits first = new FirstVisits();

  private static void visit(FirstVisits first, int person, int visit) {
    long intended = 1_000L * visit + person;
    int place = first.enters(person, visit, 0, person, intended, intended + 1, visit);
    first.leaves(place, intended + 2);
  }

  @Test
  void aVisitThatHasEnteredIsCutShortUnlessItLeaves() {
    int place = first.enters(7, 2, 0, 3, 10, 20, 4);
    assertThat(first.records())
        .containsExactly(Timelines.visit(7, 2, 3, 10, 20L, null, VisitOutcome.CENSORED, 4));
    first.leaves(place, 30);
    assertThat(first.records())
        .containsExactly(Timelines.visit(7, 2, 3, 10, 20L, 30L, VisitOutcome.COMPLETED, 4));
  }

  @Test
  void theyComeInTheOrderInWhichTheirFateWasKnown() {
    first.leavesWaiting(0, 0, 0, 0, 5);
    first.enters(1, 0, 0, 0, 1, 50, 0);
    first.abandons(2, 0, 0, 2, 40, 1);
    first.turnsAway(3, 30);
    assertThat(first.records()).extracting(VisitRecord::person).containsExactly(3, 2, 1, 0);
    assertThat(first.records())
        .extracting(VisitRecord::outcome)
        .containsExactly(
            VisitOutcome.TURNED_AWAY,
            VisitOutcome.ABANDONED,
            VisitOutcome.CENSORED,
            VisitOutcome.CENSORED);
  }

  @Test
  void whenAllPlacesAreTakenNothingIsKeptOfAnyKind() {
    for (int visit = 0; visit < FirstVisits.MOST; visit++) {
      assertThat(first.full()).isFalse();
      visit(first, 0, visit);
    }
    assertThat(first.full()).isTrue();
    List<VisitRecord> before = first.records();
    visit(first, 1, 0);
    first.abandons(1, 0, 0, 0, 0, 0);
    first.turnsAway(1, 0);
    first.leavesWaiting(1, 0, 0, 0, 0);
    assertThat(before).hasSize(FirstVisits.MOST);
    assertThat(first.records()).isEqualTo(before);
  }

  @Test
  void manyThreadsFillEveryPlaceOnce() throws InterruptedException {
    int threads = 8;
    int visits = FirstVisits.MOST / 4;
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> all = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      int person = thread;
      all.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    awaitUninterruptibly(start);
                    for (int visit = 0; visit < visits; visit++) {
                      visit(first, person, visit);
                    }
                  }));
    }
    start.countDown();
    for (Thread thread : all) {
      thread.join();
    }
    assertThat(first.records())
        .hasSize(FirstVisits.MOST)
        .doesNotHaveDuplicates()
        .allSatisfy(FirstVisitsTest::assertOfOnePiece);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException nobodyDoes) {
      Thread.currentThread().interrupt();
    }
  }

  private static void assertOfOnePiece(VisitRecord visit) {
    long intended = 1_000L * visit.visit() + visit.person();
    assertThat(visit)
        .isEqualTo(
            Timelines.visit(
                visit.person(),
                visit.visit(),
                visit.person(),
                intended,
                intended + 1,
                intended + 2,
                VisitOutcome.COMPLETED,
                visit.visit()));
  }

  @Test
  void keepingAVisitAllocatesNothingAndNeitherDoesKeepingNone() {
    long warmUp = allocatedBytes(new FirstVisits());
    assertThat(warmUp).isNotNegative();
    assertThat(allocatedBytes(first) / FirstVisits.MOST).as("bytes a visit").isZero();
    assertThat(first.full()).isTrue();
  }

  /** By twice as many visits as there are places. */
  private static long allocatedBytes(FirstVisits first) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int visit = 0; visit < FirstVisits.MOST; visit++) {
      visit(first, 0, visit);
      first.abandons(0, visit, 0, 0, 1, 2);
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
