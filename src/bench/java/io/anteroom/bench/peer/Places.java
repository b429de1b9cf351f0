package io.anteroom.bench.peer;

import java.nio.file.Path;

/** Where peers are, under the folder of the project. */
final class Places {
  private static final Path PROJECT =
      Path.of(System.getProperty("anteroom.project", ".")).toAbsolutePath().normalize();

  private Places() {}

  /** The sources in a language. */
  static Path source(String language) {
    return PROJECT.resolve("src/bench/peers").resolve(language);
  }

  /** What is made of them. */
  static Path built(String name) {
    return PROJECT.resolve("target/peers").resolve(name);
  }
}
