package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command of every recipe runs, and gets as far as its figures. */
@Timeout(300)
final class RecipesTest {
  private static final Path RECIPES =
      Path.of(System.getProperty("anteroom.project"), "src/docs/recipes");

  private static final Pattern SHELL = Pattern.compile("(?s)```sh\n(.*?)```");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\\S+");

  @TempDir private Path folder;

  static Stream<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    try (Stream<Path> recipes = Files.list(RECIPES)) {
      for (Path recipe : recipes.sorted().toList()) {
        SHELL
            .matcher(Files.readString(recipe))
            .results()
            .map(block -> block.group(1).replace("\\\n", " "))
            .flatMap(String::lines)
            .map(String::strip)
            .forEach(commands::add);
      }
    }
    return commands.stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandOfARecipeRuns(String command) {
    assertThat(command).startsWith("./anteroom ");
    List<String> words = new ArrayList<>(words(command.substring("./anteroom ".length())));
    if (!words.getFirst().equals("plan")) {
      words.addAll(List.of("--out", folder.toString()));
    }
    CommandLineRun run = CommandLineRun.of(words.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isIn(ExitCode.DONE, ExitCode.EXPECTATION_NOT_MET);
    assertThat(run.out()).contains("wait");
  }

  private static List<String> words(String command) {
    return WORD.matcher(command).results().map(RecipesTest::word).toList();
  }

  private static String word(MatchResult word) {
    return word.group(1) == null ? word.group() : word.group(1);
  }
}
