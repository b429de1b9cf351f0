package io.anteroom.bench;

import io.anteroom.bench.Finding.Pair;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Finding} as it is kept: with all that was measured, and what follows from it.
 *
 * @param unit of the measurements; of the figure too, unless that is a ratio
 * @param one the program that is judged; null: nothing was compared
 * @param other the one that it is judged against; null: nothing was compared
 * @param pairs what the two measured; empty: nothing was compared
 * @param values what one program measured by itself; empty: it was compared, or skipped
 * @param oneMedian of the pairs' first measurements; null: nothing was compared
 * @param otherMedian of the pairs' second measurements; null: nothing was compared
 * @param figure of the pairs' ratios, or of the values; null: skipped
 * @param met whether the median meets the aim; null: there is none
 * @param skipped why there is no figure; null: there is one
 */
@Json
record Figure(
    String what,
    String unit,
    @Nullable String one,
    @Nullable String other,
    List<Pair> pairs,
    List<Double> values,
    @Nullable Median oneMedian,
    @Nullable Median otherMedian,
    @Nullable Median figure,
    @Nullable Aim aim,
    @Nullable Boolean met,
    @Nullable String skipped) {
  Figure {
    pairs = List.copyOf(pairs);
    values = List.copyOf(values);
  }

  /** The finding with its median and interval, and judged. */
  static Figure of(Finding finding) {
    return switch (finding) {
      case Finding.Compared compared -> compared(compared);
      case Finding.Counted counted -> counted(counted);
      case Finding.Skipped skipped ->
          new Figure(
              skipped.what(),
              "",
              null,
              null,
              List.of(),
              List.of(),
              null,
              null,
              null,
              null,
              null,
              skipped.reason());
    };
  }

  private static Figure compared(Finding.Compared compared) {
    Median ratio = Median.of(compared.pairs().stream().map(Pair::ratio).toList());
    return new Figure(
        compared.what(),
        compared.unit(),
        compared.one(),
        compared.other(),
        compared.pairs(),
        List.of(),
        Median.of(compared.pairs().stream().map(Pair::one).toList()),
        Median.of(compared.pairs().stream().map(Pair::other).toList()),
        ratio,
        compared.aim(),
        met(compared.aim(), ratio),
        null);
  }

  private static Figure counted(Finding.Counted counted) {
    Median median = Median.of(counted.values());
    return new Figure(
        counted.what(),
        counted.unit(),
        null,
        null,
        List.of(),
        counted.values(),
        null,
        null,
        median,
        counted.aim(),
        met(counted.aim(), median),
        null);
  }

  private static @Nullable Boolean met(@Nullable Aim aim, Median median) {
    return aim == null ? null : aim.met(median.value());
  }

  /** Whether it is the ratio of two programs. */
  boolean isRatio() {
    return one != null && figure != null;
  }
}
