package io.anteroom.measure;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Counts durations for any number of threads, without waiting, on several sheets. Whoever records
 * takes one that nobody has, its latest one first. That is one atomic operation, mostly in memory
 * that no other processor has touched since; what is counted then is plain arithmetic. All that is
 * counted under one taking is read together or not at all.
 *
 * <p>Counters that all threads share cost a transfer between processors for each duration, and a
 * sheet for each thread would take too much memory, since there are millions of virtual threads.
 */
public final class TallySheets {
  private static final int MOST_SHEETS = 64;

  /**
   * How many sheets there are, a power of two: enough that each processor has one to itself, and
   * not many more, since each takes a place in caches.
   */
  private static final int SHEETS =
      Math.min(2 * Integer.highestOneBit(Runtime.getRuntime().availableProcessors()), MOST_SHEETS);

  /** Two cache lines, since some processors fetch them in pairs. */
  static final int INTS_APART = 32;

  private final TallySheet[] sheets;

  /** Blank sheets. */
  public TallySheets() {
    AtomicIntegerArray marks = new AtomicIntegerArray(2 * SHEETS * INTS_APART);
    this.sheets =
        IntStream.range(0, SHEETS)
            .mapToObj(place -> new TallySheet(marks, (place + SHEETS) * INTS_APART))
            .toArray(TallySheet[]::new);
  }

  /**
   * Takes a sheet, to be given back at once, without anything that could block before.
   *
   * @param first which one to try first: any number, best that of the sheet that the person had
   */
  public TallySheet take(int first) {
    int place = first & (SHEETS - 1);
    while (!sheets[place].take()) {
      place = (place + 1) & (SHEETS - 1);
    }
    return sheets[place];
  }

  /** Adds all that was counted to the histograms. */
  public void addTo(Histograms histograms) {
    forEach((counts, histogram) -> counts.addTo(histogram), histograms);
  }

  /** The same, and leaves blank sheets. */
  public void moveTo(Histograms histograms) {
    forEach(
        (counts, histogram) -> {
          counts.addTo(histogram);
          counts.clear();
        },
        histograms);
  }

  private void forEach(BiConsumer<DurationCounts, Histogram> action, Histograms histograms) {
    for (TallySheet sheet : sheets) {
      while (!sheet.take()) {
        Thread.onSpinWait();
      }
      for (DurationKind kind : DurationKind.values()) {
        action.accept(sheet.of(kind), histograms.of(kind));
      }
      sheet.giveBack();
    }
  }
}
