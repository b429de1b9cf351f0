package io.anteroom.bench;

import java.util.List;
import java.util.function.Consumer;

/** A question of speed or scale, answered by measuring: one class each. */
public interface Benchmark {
  /** Its name, by which it is asked for: lower case, words joined by hyphens. */
  String name();

  /**
   * Measures, with all checks of the engine and of the simulator on.
   *
   * @throws IllegalStateException if a program did not do the work that it should have done
   */
  List<Finding> measure(Size size) throws Exception;

  /** As {@link #measure(Size)}, but each finding is handed on as soon as it is there. */
  default void measure(Size size, Consumer<Finding> found) throws Exception {
    measure(size).forEach(found);
  }
}
