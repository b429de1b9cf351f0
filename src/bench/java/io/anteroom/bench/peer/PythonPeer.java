package io.anteroom.bench.peer;

import java.util.List;
import java.util.Optional;

/** One of {@code src/bench/peers/python}. */
record PythonPeer(Traits traits, String file) implements Peer {
  @Override
  public Optional<String> missing() {
    return Tool.runs("python3", "--version")
        ? Optional.empty()
        : Optional.of("there is no python3 on the PATH; install it (https://python.org)");
  }

  @Override
  public void build() {
    // It is interpreted.
  }

  @Override
  public List<String> command() {
    // -B: no byte code beside the sources.
    return List.of("python3", "-B", Places.source("python").resolve(file).toString());
  }
}
