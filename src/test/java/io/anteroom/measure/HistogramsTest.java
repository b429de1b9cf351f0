package io.anteroom.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class HistogramsTest {
  private static RecordedDurations durations(long... nanos) {
    DurationCounts counts = new DurationCounts();
    for (long one : nanos) {
      counts.record(one);
    }
    return counts.recorded();
  }

  @Test
  void whatIsPutIsAddedLikeWhatIsRecorded() {
    Histograms all = Histograms.empty();
    all.wait.recordValue(7);
    Histograms others = Histograms.empty();
    others.put(DurationKind.WAIT, durations(3, 5_000_000, 5_000_000));
    others.put(DurationKind.HOLD, durations());
    all.add(others);

    Histogram expected = Histograms.one();
    for (long nanos : new long[] {7, 3, 5_000_000, 5_000_000}) {
      expected.recordValue(nanos);
    }
    assertThat(all.wait).isEqualTo(expected);
    assertThat(all.hold.getTotalCount()).isZero();
  }

  @Test
  void whatChangesAfterwardsIsAddedAsItIs() {
    Histograms more = Histograms.empty();
    more.put(DurationKind.WAIT, durations(3));
    more.wait.recordValue(9);
    Histograms none = Histograms.empty();
    none.put(DurationKind.WAIT, durations(3));
    none.wait.reset();
    Histograms all = Histograms.empty();
    all.add(more);
    all.add(none);
    assertThat(all.wait.getTotalCount()).isEqualTo(2);
    assertThat(all.wait.getMaxValue()).isEqualTo(9);
  }
}
