package io.anteroom.bench.peer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code src/bench/peers/kotlin}, on this JDK; the build's profile bench fetches its compiler. */
final class KotlinPeer implements Peer {
  private static final Path LIBRARIES = Places.built("kotlin-lib");
  private static final Path CLASSES = Places.built("kotlin");
  private static final String CLASS_PATH =
      LIBRARIES.resolve("kotlin-stdlib.jar")
          + File.pathSeparator
          + LIBRARIES.resolve("kotlinx-coroutines-core-jvm.jar");

  @Override
  public Traits traits() {
    return new Traits("Kotlin coroutines, Semaphore", true, false, false);
  }

  @Override
  public Optional<String> missing() {
    return Files.exists(LIBRARIES.resolve("kotlin-compiler-embeddable.jar"))
        ? Optional.empty()
        : Optional.of(
            "Kotlin's compiler is not in "
                + LIBRARIES
                + "; fetch it with mvn -Pbench generate-test-resources");
  }

  @Override
  public void build() throws IOException, InterruptedException {
    Files.createDirectories(CLASSES);
    List<String> command =
        new ArrayList<>(
            JvmPeer.java(
                LIBRARIES.resolve("*").toString(), "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler"));
    command.addAll(List.of("-no-stdlib", "-no-reflect", "-jvm-target", "21", "-Werror"));
    command.addAll(List.of("-classpath", CLASS_PATH, "-d", CLASSES.toString()));
    command.add(Places.source("kotlin").resolve("Peer.kt").toString());
    Tool.run(command, Map.of());
  }

  @Override
  public List<String> command() {
    return JvmPeer.java(CLASSES + File.pathSeparator + CLASS_PATH, "PeerKt");
  }
}
