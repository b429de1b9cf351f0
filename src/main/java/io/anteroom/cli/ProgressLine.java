package io.anteroom.cli;

import io.anteroom.result.FigureText;
import io.anteroom.run.engine.Progress;
import java.util.Locale;

/** How far a run has come, in one line. */
final class ProgressLine {
  private ProgressLine() {}

  static String of(Progress progress) {
    String share =
        progress.visits() > 0
            ? String.format(Locale.ROOT, "%3.0f%%  ", 100.0 * progress.done() / progress.visits())
            : "";
    String left =
        progress.secondsLeft() >= 0
            ? String.format(Locale.ROOT, "  %.0f s left", progress.secondsLeft())
            : "";
    return String.format(
            Locale.ROOT,
            "%4.0f s  %s%,d done  %,d waiting  %,d/%,d rooms  %,.0f/s  p50 %s  p99 %s",
            progress.elapsedNanos() / 1e9,
            share,
            progress.done(),
            progress.waiting(),
            progress.occupied(),
            progress.rooms(),
            progress.completedPerSecond(),
            text(progress.overall().known(50), progress.overall().p50Nanos()),
            text(progress.overall().known(99), progress.overall().p99Nanos()))
        + left;
  }

  private static String text(boolean known, long nanos) {
    return known ? FigureText.duration(nanos) : FigureText.NONE;
  }
}
