package io.anteroom.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TallySheetsTest {
  private static final int THREADS = 4;
  private static final int VISITS = 200_000;

  private final TallySheets sheets = new TallySheets();
  private final Histograms all = Histograms.empty();

  @Test
  void whoFindsTheSheetOfItsPersonTakenTakesAnother() {
    TallySheet first = sheets.take(7);
    TallySheet second = sheets.take(7);
    assertThat(second).isNotSameAs(first);
    first.wait.record(1);
    second.wait.record(2);
    first.giveBack();
    second.giveBack();
    assertThat(sheets.take(7)).isSameAs(first);
    first.giveBack();
    sheets.addTo(all);
    assertThat(all.wait.getTotalCount()).isEqualTo(2);
  }

  @Test
  void eachPersonHasASheetHoweverLargeItsNumber() {
    for (int person : new int[] {0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, -1}) {
      TallySheet sheet = sheets.take(person);
      sheet.hold.record(5);
      sheet.giveBack();
    }
    sheets.addTo(all);
    assertThat(all.hold.getTotalCount()).isEqualTo(5);
  }

  @Test
  void eachKindHasCountsOfItsOwn() {
    TallySheet sheet = sheets.take(3);
    for (DurationKind kind : DurationKind.values()) {
      sheet.of(kind).record(kind.word().length());
    }
    sheet.giveBack();
    sheets.addTo(all);
    for (DurationKind kind : DurationKind.values()) {
      assertThat(all.of(kind).getTotalCount()).isOne();
      assertThat(all.of(kind).getMaxValue()).isEqualTo(kind.word().length());
    }
  }

  @Test
  void whatWasMovedIsGoneAndWhatWasAddedIsNot() {
    TallySheet sheet = sheets.take(0);
    sheet.wait.record(9);
    sheet.giveBack();
    sheets.addTo(all);
    sheets.moveTo(all);
    assertThat(all.wait.getTotalCount()).isEqualTo(2);
    sheets.moveTo(all);
    assertThat(all.wait.getTotalCount()).isEqualTo(2);
  }

  /** Threads record while another one takes interval after interval: all of one person's sheet. */
  @Test
  void intervalsLoseNothingAndCutNoVisit() throws Exception {
    AtomicInteger running = new AtomicInteger(THREADS);
    List<Thread> threads =
        IntStream.range(0, THREADS)
            .mapToObj(
                unused ->
                    Thread.ofPlatform()
                        .start(
                            () -> {
                              IntStream.range(0, VISITS).forEach(this::record);
                              running.decrementAndGet();
                            }))
            .toList();
    List<Histograms> intervals = new ArrayList<>();
    while (running.get() > 0) {
      intervals.add(interval());
    }
    for (Thread thread : threads) {
      thread.join();
    }
    intervals.add(interval());
    assertThat(intervals).allMatch(one -> one.wait.getTotalCount() == one.hold.getTotalCount());
    intervals.forEach(all::add);
    assertThat(all.wait.getTotalCount()).isEqualTo((long) THREADS * VISITS);
    assertThat(all.hold.getCountAtValue(1_000)).isEqualTo(THREADS);
  }

  private void record(int nanos) {
    TallySheet sheet = sheets.take(1);
    sheet.wait.record(1);
    sheet.hold.record(nanos);
    sheet.giveBack();
  }

  private Histograms interval() {
    Histograms interval = Histograms.empty();
    sheets.moveTo(interval);
    return interval;
  }
}
