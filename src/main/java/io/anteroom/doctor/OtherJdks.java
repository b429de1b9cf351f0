package io.anteroom.doctor;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The other JDKs in the usual folders, by their {@code release} files; none is started. */
final class OtherJdks {
  private static final int OLDEST = 21;

  private OtherJdks() {}

  static Finding finding() {
    List<Path> roots =
        List.of(
            Path.of("/usr/lib/jvm"),
            Path.of("/opt"),
            Path.of(System.getProperty("user.home", "/"), ".sdkman/candidates/java"));
    Map<Path, String> found = find(roots, Path.of(System.getProperty("java.home")));
    String key = "java.others";
    String label = "other JDKs";
    String source = "release files in /usr/lib/jvm, /opt, ~/.sdkman";
    if (found.isEmpty()) {
      return Finding.absent(
          key, label, "none of 21 or later: a sweep over JDKs would have this one alone", source);
    }
    String text =
        found.entrySet().stream()
            .map(jdk -> jdk.getValue() + " in " + jdk.getKey())
            .collect(Collectors.joining(", "));
    return Finding.fine(key, label, text + "; chosen by ANTEROOM_JAVA_HOME", source);
  }

  /** Homes to versions, of 21 and later, without this one. */
  static Map<Path, String> find(List<Path> roots, Path own) {
    Map<Path, String> found = new TreeMap<>();
    for (Path root : roots) {
      try (Stream<Path> homes = Files.list(root)) {
        homes
            .filter(home -> !Files.isSymbolicLink(home) && !home.equals(own))
            .filter(home -> Files.isExecutable(home.resolve("bin/java")))
            .forEach(home -> add(found, home));
      } catch (IOException notThere) {
        // Then there are none.
      }
    }
    return found;
  }

  private static void add(Map<Path, String> found, Path home) {
    Properties release = new Properties();
    try (Reader reader = Files.newBufferedReader(home.resolve("release"), StandardCharsets.UTF_8)) {
      release.load(reader);
      String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
      if (Runtime.Version.parse(version).feature() >= OLDEST) {
        found.put(home, version);
      }
    } catch (IOException | IllegalArgumentException noJdk) {
      // Old versions, such as 1.8.0_402, can't be parsed, and are of no use.
    }
  }
}
