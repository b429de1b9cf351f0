package io.anteroom.observe.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.opentest4j.AssertionFailedError;

/** The extension in JVMs that have nothing but JUnit, HdrHistogram and Anteroom. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class StandaloneTest {
  @TempDir Path directory;

  @Test
  void needsNothingButJupiterAndHdrHistogram() throws Exception {
    assertThat(run())
        .contains("held their carriers once", Pins.Slow.class.getName() + ".<clinit>:")
        .endsWith("passed 1 failed 1");
  }

  @Test
  void aRecorderThatIsSwitchedOffIsNamed() throws Exception {
    assertThat(run("-XX:-FlightRecorder"))
        .contains("need Java Flight Recorder", "remove -XX:-FlightRecorder")
        .endsWith("passed 0 failed 2");
  }

  @Test
  void aRuntimeWithoutARecorderIsNamed() throws Exception {
    assertThat(run("--limit-modules", "java.base,java.logging"))
        .contains("need Java Flight Recorder", "lacks the module jdk.jfr")
        .endsWith("passed 0 failed 2");
  }

  @Test
  void dependsOnFlightAndThreadsOnly() {
    ArchRuleDefinition.classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.anteroom.observe.junit..",
            "io.anteroom.measure.flight..",
            "io.anteroom.measure.threads..",
            "java..",
            "jdk.jfr..",
            "org.jspecify..",
            "org.junit.jupiter.api..",
            "org.junit.platform.commons.support..",
            "org.opentest4j..")
        .check(
            new ClassFileImporter()
                .importPath(
                    Path.of(System.getProperty("anteroom.project"), "target/classes/io/anteroom")
                        .resolve("observe/junit")));
  }

  private String run(String... options) throws Exception {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of(options));
    words.addAll(List.of("-cp", classPath(), Standalone.class.getName()));
    Path log = Files.createTempFile(directory, "standalone", ".log");
    Process process =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(log, StandardCharsets.UTF_8).strip();
  }

  private static String classPath() {
    return Stream.of(
            PinningExtension.class,
            Standalone.class,
            Test.class,
            JupiterTestEngine.class,
            TestEngine.class,
            Launcher.class,
            AnnotationSupport.class,
            AssertionFailedError.class,
            Histogram.class)
        .map(StandaloneTest::origin)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
