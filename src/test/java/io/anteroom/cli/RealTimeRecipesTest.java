package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The recipes about what simulated time does not know: their commands run on virtual threads. */
@Timeout(120)
final class RealTimeRecipesTest {
  private static final Set<String> RECIPES =
      Set.of("src/docs/recipes/pool-or-driver.md", "src/docs/recipes/adaptive-or-fixed-limit.md");

  @TempDir private Path folder;

  static Stream<String> commands() {
    return Page.all().stream()
        .filter(page -> RECIPES.contains(page.name()))
        .flatMap(page -> page.blocks().stream())
        .filter(block -> block.kind().equals("sh"))
        .flatMap(block -> block.commands().stream());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandRuns(String command) {
    assertThat(command).startsWith("./anteroom run ");
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.removeFirst();
    words.addAll(List.of("--out", folder.toString(), "--no-page"));
    // A second of the slow time is enough to see that it runs.
    if (words.contains("--duration")) {
      words.addAll(List.of("--duration", "3s"));
    }
    CommandLineRun run = CommandLineRun.of(words.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isIn(ExitCode.DONE, ExitCode.SATURATED_OR_INVALID);
    assertThat(run.out()).contains("wait ", "in use ");
  }
}
