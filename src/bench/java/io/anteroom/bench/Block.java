package io.anteroom.bench;

import io.avaje.jsonb.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * What one benchmark found when it was last run.
 *
 * @param status {@code complete}, {@code incomplete} (stopped before its end), or {@code failed: }
 *     and the reason; the figures found before that are kept
 * @param circumstances when and where
 */
@Json
record Block(String benchmark, String status, Circumstances circumstances, List<Figure> figures) {
  static final String COMPLETE = "complete";
  static final String INCOMPLETE = "incomplete";

  Block {
    figures = List.copyOf(figures);
  }

  /** A benchmark that has just begun. */
  static Block begun(String benchmark, Circumstances circumstances) {
    return new Block(benchmark, INCOMPLETE, circumstances, List.of());
  }

  /** With one more figure. */
  Block with(Figure figure) {
    List<Figure> more = new ArrayList<>(figures);
    more.add(figure);
    return new Block(benchmark, status, circumstances, more);
  }

  /** At its end. */
  Block ended(String newStatus) {
    return new Block(benchmark, newStatus, circumstances, figures);
  }

  /** Whether it came to its end. */
  boolean isComplete() {
    return status.equals(COMPLETE);
  }
}
