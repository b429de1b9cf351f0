package io.anteroom.bench;

import io.anteroom.result.FigureText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures of benchmarks as a person reads them. */
final class FigureWords {
  private static final int DIGITS = 4;
  private static final double KB = 1e3;
  private static final double MB = 1e6;
  private static final double GB = 1e9;

  private FigureWords() {}

  /** What a figure says, such as {@code 1.034 (105ns against 102ns)}; the reason if skipped. */
  static String figure(Figure figure) {
    Median median = figure.figure();
    if (median == null) {
      return "skipped: " + figure.skipped();
    }
    if (!figure.isRatio()) {
      return measured(median.value(), figure.unit());
    }
    return "%s (%s against %s)"
        .formatted(
            ratio(median.value()),
            measured(value(figure.oneMedian()), figure.unit()),
            measured(value(figure.otherMedian()), figure.unit()));
  }

  private static double value(@Nullable Median median) {
    return median == null ? Double.NaN : median.value();
  }

  /** The interval, such as {@code 1.010 to 1.052 (96% of 15)}; the range of fewer than six. */
  static String interval(Figure figure) {
    Median median = figure.figure();
    if (median == null) {
      return "";
    }
    if (median.count() == 1) {
      return "one run";
    }
    Median.Interval interval = median.interval();
    return interval == null
        ? span(figure, median.least(), median.most()) + ", range of " + median.count()
        : "%s, %.0f%% of %d"
            .formatted(
                span(figure, interval.low(), interval.high()),
                interval.coverage() * 100,
                median.count());
  }

  private static String span(Figure figure, double low, double high) {
    return figure.isRatio()
        ? ratio(low) + " to " + ratio(high)
        : measured(low, figure.unit()) + " to " + measured(high, figure.unit());
  }

  /** The aim, such as {@code at most 1.1}. */
  static String aim(Figure figure) {
    Aim aim = figure.aim();
    if (aim == null) {
      return "";
    }
    String side =
        switch (aim.side()) {
          case AT_MOST -> "at most ";
          case AT_LEAST -> "at least ";
        };
    return side
        + (figure.isRatio()
            ? FigureText.number(aim.bound(), DIGITS)
            : measured(aim.bound(), figure.unit()));
  }

  /** Whether the aim is met. */
  static String met(Figure figure) {
    return figure.met() == null ? "" : figure.met() ? "yes" : "**no**";
  }

  /** A ratio, with three decimals. */
  static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.3f", ratio);
  }

  /** A measurement with its unit. */
  static String measured(double value, String unit) {
    return switch (unit) {
      case "ns" -> FigureText.duration(value);
      case "s" -> FigureText.duration(value * 1e9);
      case "/s" -> FigureText.rate(value);
      case "bytes" -> bytes(value);
      case "%" -> FigureText.number(value, FigureText.DIGITS) + "%";
      default -> (FigureText.number(value, DIGITS) + " " + unit).strip();
    };
  }

  /** Decimal prefixes: 1 GB are 1,000,000,000 bytes. */
  private static String bytes(double bytes) {
    if (Math.abs(bytes) >= GB) {
      return FigureText.number(bytes / GB, DIGITS) + " GB";
    }
    if (Math.abs(bytes) >= MB) {
      return FigureText.number(bytes / MB, DIGITS) + " MB";
    }
    return Math.abs(bytes) >= 100 * KB
        ? FigureText.number(bytes / KB, DIGITS) + " kB"
        : FigureText.number(bytes, DIGITS) + " bytes";
  }
}
