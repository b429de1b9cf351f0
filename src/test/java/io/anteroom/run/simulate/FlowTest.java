package io.anteroom.run.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FlowTest {
  @Test
  void timeIsAddedUpHoweverFarApartEventsAre() {
    Flow flow = new Flow();
    double waited = 0;
    double served = 0;
    for (int visit = 1; visit <= 40; visit++) {
      long arrives = visit * TimeUnit.MINUTES.toNanos(10);
      long enters = arrives + visit * TimeUnit.SECONDS.toNanos(9);
      long leaves = enters + visit * TimeUnit.SECONDS.toNanos(3);
      flow.waits(arrives);
      if (visit % 2 == 0) {
        flow.letsIn(enters);
      } else {
        flow.waitsNoMore(enters);
        flow.enters(enters);
      }
      flow.leaves(leaves);
      flow.completes();
      waited += enters - arrives;
      served += leaves - enters;
    }
    flow.advance(Long.MAX_VALUE / 2);

    assertThat(flow.waitingNanos()).isEqualTo(waited);
    assertThat(flow.insideNanos()).isEqualTo(served);
  }

  @Test
  void personsWhoAreStillThereCountUntilNow() {
    Flow flow = new Flow();
    flow.waits(5);
    flow.enters(7);
    flow.begins(10);
    flow.waits(TimeUnit.DAYS.toNanos(1) + 10);
    flow.ends(TimeUnit.DAYS.toNanos(2) + 10);

    Flow.Totals within = flow.within();
    assertThat(within.waitingNanos()).isCloseTo(3.0 * TimeUnit.DAYS.toNanos(1), within(1.0));
    assertThat(within.insideNanos()).isCloseTo(2.0 * TimeUnit.DAYS.toNanos(1), within(1.0));
  }
}
