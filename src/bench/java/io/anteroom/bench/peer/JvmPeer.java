package io.anteroom.bench.peer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A peer on this JDK, out of this class path, with the collector of our launcher. */
record JvmPeer(Traits traits, Class<?> main, List<String> options) implements Peer {
  JvmPeer {
    options = List.copyOf(options);
  }

  /** How to start a program on this JDK with the collector of our launcher. */
  static List<String> java(String classPath, String main) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseParallelGC",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        classPath,
        main);
  }

  @Override
  public Optional<String> missing() {
    return Optional.empty();
  }

  @Override
  public void build() {
    // It is built already.
  }

  @Override
  public List<String> command() {
    List<String> command =
        new ArrayList<>(java(System.getProperty("java.class.path"), main.getName()));
    command.addAll(options);
    return command;
  }
}
