package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.plugins.PluginJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of a plugin is what its page says. */
class CustomLockExampleTest {
  private static final Path PROJECT = Path.of(System.getProperty("anteroom.project"));
  private static final Path EXAMPLE = PROJECT.resolve("src/examples/custom-lock");
  private static final String SERVICES = "META-INF/services/io.anteroom.modes.spi.LockPlugin";

  @TempDir private Path scratch;

  /** As Maven makes it, from the same files. */
  private Path built() throws IOException {
    Path classes = Files.createDirectory(scratch.resolve("classes"));
    Path source = EXAMPLE.resolve("src/main/java/com/example/LatestFirst.java");
    PluginJar.compile(java.util.List.of(source), classes);
    Files.createDirectories(classes.resolve(SERVICES).getParent());
    Files.copy(EXAMPLE.resolve("src/main/resources").resolve(SERVICES), classes.resolve(SERVICES));
    Path plugins = Files.createDirectory(scratch.resolve("plugins"));
    PluginJar.pack(plugins.resolve("custom-lock.jar"), classes);
    return plugins;
  }

  @Test
  void itRunsAndIsListed() throws IOException {
    String plugins = built().toString();
    assertThat(CommandLineRun.of("scenario", "--modes", "--plugins", plugins).out())
        .contains(
            "  latest-first           a stack: who came last goes in first (custom-lock.jar)");
    CommandLineRun run =
        CommandLineRun.of(
            ("run --mode latest-first --plugins %s --persons 60 --rooms 4 --visits 10"
                    + " --hold fixed:1ms --patience fixed:200ms --no-page --quiet --json --out %s")
                .formatted(plugins, scratch.resolve("results"))
                .split(" "));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).containsPattern("\"name\": \"rooms-found\",\\s+\"verdict\": \"passed\"");
  }

  @Test
  void itIsBuiltForThisVersion() throws IOException {
    String version = "<artifactId>anteroom</artifactId>\\s*<version>([^<]+)</version>";
    assertThat(first(version, EXAMPLE.resolve("pom.xml")))
        .isEqualTo(first("<revision>([^<]+)</revision>", PROJECT.resolve("pom.xml")));
  }

  private static String first(String pattern, Path file) throws IOException {
    Matcher found = Pattern.compile(pattern).matcher(Files.readString(file));
    assertThat(found.find()).as(pattern + " in " + file).isTrue();
    return found.group(1);
  }
}
