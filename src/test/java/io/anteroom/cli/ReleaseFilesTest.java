package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a release has beside its jars. */
class ReleaseFilesTest {
  private static final Set<String> MACROS = Set.of("TH", "SH", "TP", "PP", "nf", "fi");

  @TempDir private static Path folder;

  @BeforeAll
  static void write() throws IOException {
    ReleaseFiles.write(folder);
  }

  private static String page(String name) throws IOException {
    return Files.readString(folder.resolve("man/man1").resolve(name + ".1"));
  }

  @Test
  void everyCommandHasAPageThatNamesItsOptions() throws IOException {
    assertThat(page("anteroom")).contains(".SH \"COMMANDS\"").contains("\\fBwatch\\fR");
    for (String name : Commands.names()) {
      assertThat(page("anteroom-" + name))
          .startsWith(".TH \"ANTEROOM-" + name.toUpperCase(Locale.ROOT) + "\" \"1\"")
          .contains(".SH \"NAME\"\nanteroom\\-" + name + " \\- ")
          .contains(".SH \"SYNOPSIS\"", ".SH \"DESCRIPTION\"", ".SH \"OPTIONS\"");
    }
    assertThat(page("anteroom-plan")).contains("\\fB\\-\\-slo\\fR=\\fICONDITION\\fR");
  }

  @Test
  void keysOfAScenarioAreExplainedOnce() throws IOException {
    assertThat(page("anteroom-run"))
        .contains("anteroom\\-scenario(1)")
        .doesNotContain("\\-\\-stuck\\-after\\fR");
    assertThat(page("anteroom-scenario")).contains("\\-\\-stuck\\-after\\fR");
  }

  /** A line of text that began with a dot would be taken for a request, and left out. */
  @Test
  void noTextIsTakenForARequest() throws IOException {
    try (Stream<Path> pages = Files.list(folder.resolve("man/man1"))) {
      for (Path page : pages.toList()) {
        assertThat(
                Files.readAllLines(page).stream()
                    .filter(line -> line.startsWith(".") || line.startsWith("'"))
                    .map(line -> line.substring(1).split(" ", 2)[0])
                    .collect(Collectors.toSet()))
            .as(page.toString())
            .isSubsetOf(MACROS);
        assertThat(Files.readString(page)).doesNotContain("%n", "%%", "${");
      }
    }
  }

  @Test
  void completionKnowsEveryCommand() throws IOException {
    String script = Files.readString(folder.resolve("completion/anteroom"));
    assertThat(Arrays.asList(script.split("\\W+"))).containsAll(Commands.names());
  }
}
