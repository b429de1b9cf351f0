package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a start does not need costs it nothing: neither a library nor a part of the JDK. */
@Timeout(120)
final class LoadedClassesTest {
  private static final List<String> LIBRARIES =
      List.of(
          "com.zaxxer.",
          "io.agroal.",
          "org.apache.tomcat.",
          "org.apache.juli.",
          "org.apache.commons.pool2.",
          "io.github.resilience4j.",
          "com.netflix.",
          "org.slf4j.");

  @TempDir private Path folder;

  @Test
  void theHelpLoadsNone() throws Exception {
    assertThat(ofLibraries("--help")).isEmpty();
    assertThat(ofLibraries("run", "--help")).isEmpty();
  }

  @Test
  void aPlainRunLoadsNone() throws Exception {
    assertThat(ofLibraries(run("semaphore"))).isEmpty();
  }

  @Test
  void aRunThatGoesWellMakesNoServerOfManagementBeans() throws Exception {
    assertThat(loaded(run("semaphore")).stream().filter(name -> name.endsWith("MBeanServer")))
        .isEmpty();
  }

  @Test
  void aRunOfOnePoolLoadsThatLibraryAlone() throws Exception {
    assertThat(ofLibraries(run("hikaricp")))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("com.zaxxer.") || name.startsWith("org.slf4j."));
  }

  private String[] run(String mode) {
    return new String[] {
      "run",
      "--mode",
      mode,
      "--persons",
      "2",
      "--visits",
      "2",
      "--hold",
      "fixed:1ms",
      "--jfr",
      "off",
      "--quiet",
      "--out",
      folder.resolve(mode).toString()
    };
  }

  private static List<String> ofLibraries(String... arguments) throws Exception {
    return loaded(arguments).stream()
        .filter(name -> LIBRARIES.stream().anyMatch(name::startsWith))
        .toList();
  }

  /** The classes that a JVM of its own loads for this command line. */
  private static List<String> loaded(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xlog:class+load:stdout:none", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    List<String> loaded =
        output
            .lines()
            .filter(line -> line.contains(" source: "))
            .map(line -> line.substring(0, line.indexOf(' ')))
            .toList();
    assertThat(loaded).contains(Main.class.getName());
    return loaded;
  }
}
