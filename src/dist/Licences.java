import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Gathers the licences of a release: {@code java Licences.java LIBRARIES OUTPUT}. The texts that a
 * jar brings go into a folder named after it. A jar that brings none is named here, with the text
 * that it is under; one that is not ends the build.
 */
final class Licences {
  private static final String APACHE = "Apache-2.0.txt";

  /** Jars without a text of their own, by how their names begin. */
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("agroal-", APACHE),
          Map.entry("avaje-", APACHE),
          Map.entry("concurrency-limits-core-", APACHE),
          Map.entry("db-scheduler-", APACHE),
          Map.entry("h2-", "MPL-2.0.txt"),
          Map.entry("HikariCP-", APACHE),
          Map.entry("jspecify-", APACHE),
          Map.entry("jstachio-", "jstachio-BSD-3-Clause.txt"),
          Map.entry("org.eclipse.jdt.annotation-", "EPL-2.0.txt"),
          Map.entry("picocli-", APACHE),
          Map.entry("snakeyaml-engine-", APACHE),
          Map.entry("tomcat-jdbc-", APACHE));

  private Licences() {}

  public static void main(String[] arguments) throws IOException {
    Path output = Files.createDirectories(Path.of(arguments[1]));
    Map<String, String> index = new TreeMap<>();
    try (Stream<Path> jars = Files.list(Path.of(arguments[0]))) {
      jars.filter(jar -> jar.toString().endsWith(".jar"))
          .forEach(jar -> index.put(jar.getFileName().toString(), text(jar, output)));
    }
    StringBuilder lines = new StringBuilder("Where the licence of each library stands.\n\n");
    index.forEach((jar, text) -> lines.append(jar).append("  ").append(text).append('\n'));
    lines.append("\nApache ECharts, in anteroom.jar: ").append(APACHE).append('\n');
    Files.writeString(output.resolve("INDEX.txt"), lines);
  }

  private static String text(Path jar, Path output) {
    String name = jar.getFileName().toString();
    if (name.equals("anteroom.jar")) {
      return APACHE;
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      List<JarEntry> own = file.stream().filter(Licences::isLicence).toList();
      for (JarEntry entry : own) {
        copy(file, entry, output.resolve(name.replace(".jar", "")));
      }
      return own.isEmpty() ? ofOthers(name) : name.replace(".jar", "/");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String ofOthers(String name) {
    return TEXTS.entrySet().stream()
        .filter(entry -> name.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    name + " brings no licence; say in src/dist/Licences.java which it is under"));
  }

  private static boolean isLicence(JarEntry entry) {
    String name = entry.getName().toUpperCase(Locale.ROOT);
    String last = name.substring(name.lastIndexOf('/') + 1);
    return !entry.isDirectory() && last.matches("(LICENSE|NOTICE)(\\.(TXT|MD))?");
  }

  private static void copy(JarFile jar, JarEntry entry, Path folder) throws IOException {
    Path target = folder.resolve(entry.getName().replaceFirst("^META-INF/", "")).normalize();
    if (!target.startsWith(folder)) {
      throw new IllegalStateException("a path that leads out: " + entry.getName());
    }
    Files.createDirectories(target.getParent());
    try (InputStream text = jar.getInputStream(entry)) {
      Files.write(target, text.readAllBytes());
    }
  }
}
