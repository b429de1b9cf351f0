package io.anteroom.cli;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A view of many lines that is drawn again and again. Used by one thread at a time. */
final class ViewDisplay implements Display {
  private static final long REDRAW_NANOS = 200_000_000;

  /** What is over before that is not worth a flash. */
  private static final long FIRST_NANOS = 500_000_000;

  private final Supplier<@Nullable List<String>> view;
  private final DrawnLines drawn;
  private long dueNanos = System.nanoTime() + FIRST_NANOS;

  /** Of lines that are null while there are none yet. */
  ViewDisplay(Supplier<@Nullable List<String>> view, DrawnLines drawn) {
    this.view = view;
    this.drawn = drawn;
  }

  @Override
  public void show() {
    if (System.nanoTime() - dueNanos < 0) {
      return;
    }
    List<String> lines = view.get();
    if (lines != null) {
      drawn.draw(lines);
      dueNanos = System.nanoTime() + REDRAW_NANOS;
    }
  }

  @Override
  public void wipe() {
    drawn.wipe();
  }
}
