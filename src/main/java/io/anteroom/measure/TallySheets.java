package io.anteroom.measure;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Counts durations for any number of threads, without waiting, on several sheets. Whoever records
 * takes one that nobody has, that of its person first. That is one atomic operation, mostly in
 * memory that no other processor has touched since; what is counted then is plain arithmetic. All
 * that is counted under one taking is read together or not at all.
 *
 * <p>Counters that all threads share cost a transfer between processors for each duration, and a
 * sheet for each thread would take too much memory, since there are millions of virtual threads.
 */
public final class TallySheets {
  private static final int MOST_SHEETS = 64;

  /**
   * How many sheets there are, a power of two: so many that two processors seldom want the same.
   */
  static final int SHEETS =
      Math.min(8 * Integer.highestOneBit(Runtime.getRuntime().availableProcessors()), MOST_SHEETS);

  /** Two cache lines, since some processors fetch them in pairs. */
  private static final int INTS_APART = 32;

  private final TallySheet[] sheets;

  /** Blank sheets. */
  public TallySheets() {
    AtomicIntegerArray marks = new AtomicIntegerArray((SHEETS + 1) * INTS_APART);
    this.sheets =
        IntStream.rangeClosed(1, SHEETS)
            .mapToObj(place -> new TallySheet(marks, place * INTS_APART))
            .toArray(TallySheet[]::new);
  }

  /** Takes a sheet, to be given back at once, without anything that could block before. */
  public TallySheet take(int person) {
    int place = person & (SHEETS - 1);
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
