package io.anteroom.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A benchmark whose findings come one after the other, so that none is lost when it ends early. */
public interface GradualBenchmark extends Benchmark {
  @Override
  default List<Finding> measure(Size size) throws Exception {
    List<Finding> findings = new ArrayList<>();
    measure(size, findings::add);
    return findings;
  }

  @Override
  void measure(Size size, Consumer<Finding> found) throws Exception;
}
