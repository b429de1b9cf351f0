package io.anteroom.run.jdk;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * A JDK that can run Anteroom.
 *
 * @param home its folder
 * @param version as its {@code release} file says, such as 25.0.3
 */
public record Jdk(Path home, String version) {
  /** Anteroom needs virtual threads. */
  public static final int OLDEST = 21;

  /** The one that this process runs on. */
  public static Jdk current() {
    return new Jdk(
        Path.of(System.getProperty("java.home")), System.getProperty("java.version", "unknown"));
  }

  /** The JDK with that home, if there is one of {@link #OLDEST} or later. */
  public static Optional<Jdk> at(Path home) {
    if (!Files.isExecutable(home.resolve("bin/java"))) {
      return Optional.empty();
    }
    Properties release = new Properties();
    try (Reader reader = Files.newBufferedReader(home.resolve("release"), StandardCharsets.UTF_8)) {
      release.load(reader);
      String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
      return Runtime.Version.parse(version).feature() >= OLDEST
          ? Optional.of(new Jdk(home, version))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException noJdk) {
      // Old versions, such as 1.8.0_402, can't be parsed, and are of no use.
      return Optional.empty();
    }
  }

  /** The feature release, such as 25. */
  public int feature() {
    return Runtime.Version.parse(version).feature();
  }

  /** Its launcher. */
  public Path java() {
    return home.resolve("bin/java");
  }
}
