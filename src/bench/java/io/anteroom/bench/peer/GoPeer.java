package io.anteroom.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code src/bench/peers/go}, on all cores. */
final class GoPeer implements Peer {
  private static final Path PROGRAM = Places.built("go").resolve("peer");

  @Override
  public Traits traits() {
    return new Traits("Go goroutines, channel", true, false, false);
  }

  @Override
  public Optional<String> missing() {
    return Tool.runs("go", "version")
        ? Optional.empty()
        : Optional.of("there is no go on the PATH; install it (Debian: golang-go; https://go.dev)");
  }

  @Override
  public void build() throws IOException, InterruptedException {
    Files.createDirectories(Places.built("go"));
    String source = Places.source("go").resolve("main.go").toString();
    Tool.run(List.of("go", "build", "-o", PROGRAM.toString(), source), environment());
  }

  /** It has no dependencies: nothing is to be downloaded, no newer compiler either. */
  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.putAll(Map.of("GOFLAGS", "", "GOPROXY", "off", "GOTOOLCHAIN", "local"));
    if (System.getenv("HOME") == null) {
      // Where it would keep what it has compiled.
      environment.put("GOCACHE", Places.built("go-cache").toString());
    }
    return environment;
  }

  @Override
  public List<String> command() {
    return List.of(PROGRAM.toString());
  }
}
