package io.anteroom.run.jdk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds JDKs where the launcher does: in the usual folders. Stateless. */
public final class Jdks {
  /** Patterns of homes, with colons between them: in place of the usual ones, as the launcher's. */
  private static final String ROOTS = "ANTEROOM_JDK_ROOTS";

  private Jdks() {}

  /** Every JDK of {@link Jdk#OLDEST} or later in the usual folders, in the order of their homes. */
  public static List<Jdk> installed() {
    String roots = System.getenv(ROOTS);
    return roots == null || roots.isEmpty() ? in(usual()) : in(patterns(roots));
  }

  /** The newest one of each feature release, the oldest first; this process's own is among them. */
  public static List<Jdk> ofEachRelease() {
    Map<Integer, Jdk> newest = new TreeMap<>();
    Stream.concat(Stream.of(Jdk.current()), installed().stream())
        .forEach(jdk -> newest.merge(jdk.feature(), jdk, Jdks::newer));
    return List.copyOf(newest.values());
  }

  private static Jdk newer(Jdk one, Jdk other) {
    return Runtime.Version.parse(other.version()).compareTo(Runtime.Version.parse(one.version()))
            > 0
        ? other
        : one;
  }

  private static List<Path> usual() {
    return List.of(
        Path.of("/usr/lib/jvm/*"),
        Path.of("/opt/jdk*"),
        Path.of("/Library/Java/JavaVirtualMachines/*/Contents/Home"),
        Path.of(System.getProperty("user.home", "/"), ".sdkman/candidates/java/*"));
  }

  private static List<Path> patterns(String roots) {
    return List.of(roots.split(":", -1)).stream()
        .filter(pattern -> !pattern.isEmpty())
        .map(Path::of)
        .toList();
  }

  /** The JDKs whose homes fit one of these patterns; a link to a home is not another home. */
  public static List<Jdk> in(List<Path> patterns) {
    return patterns.stream()
        .flatMap(pattern -> homes(pattern).stream())
        .filter(home -> !Files.isSymbolicLink(home))
        .flatMap(home -> Jdk.at(home).stream())
        .sorted(Comparator.comparing(Jdk::home))
        .distinct()
        .toList();
  }

  /** The folders that fit a pattern; one of its parts may have stars. */
  private static List<Path> homes(Path pattern) {
    List<Path> homes = List.of(Path.of("/"));
    for (Path part : pattern.toAbsolutePath()) {
      List<Path> deeper = new ArrayList<>();
      for (Path home : homes) {
        deeper.addAll(inside(home, part.toString()));
      }
      homes = deeper;
    }
    return homes;
  }

  private static List<Path> inside(Path folder, String name) {
    if (!name.contains("*")) {
      Path inside = folder.resolve(name);
      return Files.isDirectory(inside) ? List.of(inside) : List.of();
    }
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, name)) {
      folders.forEach(found::add);
    } catch (IOException notThere) {
      // Then there are none.
    }
    return found;
  }

  /**
   * The JDK that a user means: its home, or its version, of which the first parts will do; of
   * several the newest.
   *
   * @throws IllegalArgumentException if there is none; the message says what there is
   */
  public static Jdk named(String homeOrVersion) {
    List<Jdk> all = new ArrayList<>(installed());
    all.add(Jdk.current());
    return Optional.ofNullable(home(homeOrVersion))
        .flatMap(Jdk::at)
        .or(() -> newest(all, homeOrVersion))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no JDK \""
                        + homeOrVersion
                        + "\" of 21 or later; allowed: the home of one, or the version of one of"
                        + " these: "
                        + all.stream()
                            .map(Jdk::version)
                            .distinct()
                            .collect(Collectors.joining(", "))));
  }

  private static @Nullable Path home(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException noPath) {
      return null;
    }
  }

  private static Optional<Jdk> newest(List<Jdk> all, String version) {
    return all.stream()
        .filter(jdk -> jdk.version().equals(version) || jdk.version().startsWith(version + "."))
        .max(Comparator.comparing(jdk -> Runtime.Version.parse(jdk.version())));
  }
}
