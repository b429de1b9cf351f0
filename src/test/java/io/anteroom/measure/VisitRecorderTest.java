package io.anteroom.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisitRecorderTest {
  private final VisitRecorder recorder = new VisitRecorder(new DurationRange());

  @Test
  void aVisitIsInEachOfItsHistogramsOnce() {
    recorder.completed(0, 1_000, 900, 50_000);
    Histograms taken = recorder.takeInterval();
    assertThat(taken.wait.getTotalCount()).isOne();
    assertThat(taken.wait.getMaxValue()).isEqualTo(1_000);
    assertThat(taken.uncorrectedWait.getMaxValue()).isEqualTo(900);
    assertThat(taken.hold.getTotalCount()).isOne();
    assertThat(taken.response.getTotalCount()).isOne();
  }

  @Test
  void anIntervalHoldsWhatCameSinceTheLastOneAlone() {
    for (int visits = 1; visits <= 5; visits++) {
      for (int visit = 0; visit < visits; visit++) {
        recorder.completed(visit, visits, visits, visits);
      }
      Histograms taken = recorder.takeInterval();
      assertThat(taken.wait.getTotalCount()).isEqualTo(visits);
      assertThat(taken.wait.getMaxValue()).isEqualTo(visits);
    }
    assertThat(recorder.takeInterval().wait.getTotalCount()).isZero();
  }
}
