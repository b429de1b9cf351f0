package io.anteroom.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The top level of the repository is laid down: a file that a command wrote there must not be
 * committed.
 */
class TopLevelTest {
  private static final Set<String> LAID_DOWN =
      Set.of("pom.xml", "src", "jfr-configs", "results", "README.md", "anteroom", "LICENSE");

  @TempDir Path scratch;

  @Test
  void holdsWhatIsLaidDownAndDotFiles() throws IOException, InterruptedException {
    Path project = Path.of(System.getProperty("anteroom.project"));
    assumeTrue(Files.exists(project.resolve(".git")), "a release is no checkout");
    Path listing = scratch.resolve("files");
    Process git =
        new ProcessBuilder("git", "ls-files")
            .directory(project.toFile())
            .redirectOutput(listing.toFile())
            .start();
    assumeTrue(git.waitFor() == 0, "git does not read this checkout");
    Set<String> entries =
        Files.readAllLines(listing).stream()
            .map(file -> file.split("/", 2)[0])
            .filter(name -> !name.startsWith("."))
            .collect(Collectors.toSet());
    assertThat(entries).isEqualTo(LAID_DOWN);
  }
}
