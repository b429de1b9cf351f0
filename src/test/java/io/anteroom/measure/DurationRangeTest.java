package io.anteroom.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class DurationRangeTest {
  private final DurationRange range = new DurationRange();

  @Test
  void whatIsInsideStaysAsItIs() {
    LongStream.of(0, 1, 1_000_000_000, DurationRange.HIGHEST_NANOS)
        .forEach(nanos -> assertThat(range.within(nanos)).isEqualTo(nanos));
    assertThat(range.tooLong()).isZero();
    assertThat(range.negative()).isZero();
  }

  @Test
  void whatIsOutsideIsCountedByItsSide() {
    assertThat(range.within(-1)).isZero();
    assertThat(range.within(Long.MIN_VALUE)).isZero();
    assertThat(range.within(DurationRange.HIGHEST_NANOS + 1))
        .isEqualTo(DurationRange.HIGHEST_NANOS);
    assertThat(range.negative()).isEqualTo(2);
    assertThat(range.tooLong()).isEqualTo(1);
  }

  /** The worst error of three digits is half a thousandth. */
  @Test
  void everyHistogramTellsTheWholeRangeApart() {
    Histogram histogram = Histograms.one();
    LongStream.concat(
            LongStream.iterate(1, nanos -> nanos < DurationRange.HIGHEST_NANOS / 10, n -> n * 10),
            LongStream.of(DurationRange.HIGHEST_NANOS))
        .forEach(
            nanos -> {
              histogram.reset();
              histogram.recordValue(nanos);
              assertThat(histogram.getMean()).isCloseTo((double) nanos, percent());
              Histogram read = CompressedHistogram.of(histogram).histogram();
              assertThat(read.getMean()).isCloseTo((double) nanos, percent());
              assertThat((double) read.getMaxValue()).isCloseTo((double) nanos, percent());
            });
  }

  private static Percentage percent() {
    return Percentage.withPercentage(0.1);
  }

  @Test
  void ofOneContentThereIsOneCompressedForm() {
    Histogram small = Histograms.one();
    small.recordValue(5);
    Histogram large = Histograms.one();
    large.recordValue(DurationRange.HIGHEST_NANOS);
    large.reset();
    large.recordValue(5);
    assertThat(CompressedHistogram.of(small).histogram().getHighestTrackableValue())
        .isEqualTo(CompressedHistogram.of(large).histogram().getHighestTrackableValue());
  }

  @Test
  void aRecorderCountsWhatItsClockCannotMean() {
    VisitRecorder recorder = new VisitRecorder(range);
    recorder.completed(0, -5, 3, DurationRange.HIGHEST_NANOS + 7);
    recorder.abandoned(0, -1);
    recorder.late(0, -2);
    Histograms recorded = recorder.takeInterval();
    assertThat(recorded.wait.getMaxValue()).isZero();
    assertThat(recorded.hold.getMaxValue()).isEqualTo(DurationRange.HIGHEST_NANOS);
    assertThat(range.negative()).isEqualTo(3);
    // The hold, and the response with it.
    assertThat(range.tooLong()).isEqualTo(2);
  }

  @Test
  void manyWaitsThatWereCutAddUpBeyondALong() {
    Census census = new Census();
    for (int person = 0; person < 1_000; person++) {
      census.cuts(31_536_000_000_000_000L, 0, true);
      census.cuts(31_536_000_000_000_000L, 31_536_000_000_000_000L, true);
    }
    assertThat(census.cutWaitNanos()).isEqualTo(2_000 * 3.1536e16);
    assertThat(census.cutHoldNanos()).isEqualTo(1_000 * 3.1536e16);
  }
}
