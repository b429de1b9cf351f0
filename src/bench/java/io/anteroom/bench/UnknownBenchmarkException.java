package io.anteroom.bench;

import java.io.Serial;
import java.util.List;

/** A benchmark was asked for that there is not. */
final class UnknownBenchmarkException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  UnknownBenchmarkException(String name, List<String> names) {
    super("there is no benchmark %s; choose from %s".formatted(name, String.join(", ", names)));
  }
}
