package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.scenario.Settings;
import io.anteroom.teach.Command;
import io.anteroom.teach.JdkMatch;
import io.anteroom.teach.Lesson;
import io.anteroom.teach.LessonResult;
import io.anteroom.teach.LessonStep;
import io.anteroom.teach.Lessons;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class LessonCommandTest {
  private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\\S)+");
  private static final Terminal PLAIN = new Terminal(false, 80, false, true);

  @TempDir private Path results;

  static Stream<List<String>> badQuestions() {
    return Stream.of(
        List.of("99"),
        List.of("3", "three"),
        List.of("-1"),
        List.of("3", "--jdk", "17"),
        List.of("3", "--jdk", "/nowhere"),
        List.of("--html", "new.html"),
        List.of("3", "--html", "no/such/folder/new.html"),
        List.of("3", "--jsn"));
  }

  @ParameterizedTest
  @MethodSource("badQuestions")
  void badQuestionsAreAnsweredInOneLine(List<String> options) {
    CommandLineRun run = lesson(options.toArray(String[]::new));

    run.assertRefused();
    assertThat(results).isEmptyDirectory();
  }

  @Test
  void aFileThatIsThereIsNotOverwritten() throws IOException {
    Path mine = Files.writeString(results.resolve("mine.html"), "mine");

    CommandLineRun run = lesson("13", "--html", mine.toString());

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("mine.html is there already");
    assertThat(mine).hasContent("mine");
  }

  @Test
  void withoutANumberTheLessonsAreListed() {
    CommandLineRun run = lesson();

    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains(" 0.4  Locks with a timeout", "  14  Sizing a pool");
    assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(results).isEmptyDirectory();
  }

  @Test
  void aLessonIsToldAndKept() throws IOException {
    Path page = results.resolve("handout.html");

    CommandLineRun run = lesson("13", "--html", page.toString(), "--json", "--quiet");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).contains("Lesson 13: One line or many", "✓ simulated: expected");
    LessonResult result = LessonResult.JSON.readAll(run.out()).getFirst();
    assertThat(result.verdict()).isEqualTo(JdkMatch.EXPECTED);
    assertThat(page).content().contains("Lesson 13: One line or many");
    try (Stream<Path> files =
        Files.find(results, 2, (file, attributes) -> file.endsWith("lesson.json"))) {
      assertThat(files)
          .singleElement()
          .satisfies(
              file -> {
                assertThat(LessonResult.JSON.readAll("[" + Files.readString(file) + "]"))
                    .containsExactly(result);
                assertThat(result.observations())
                    .allSatisfy(
                        seen -> assertThat(file.resolveSibling(seen.folder())).isDirectory());
              });
    }
  }

  @Test
  void aWorksheetAsksAndRunsNothing() {
    CommandLineRun run = lesson("3", "13", "--questions-only");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("Lesson 3: Private monitors", "Lesson 13: One line or many", "______")
        .doesNotContain("grade");
    assertThat(results).isEmptyDirectory();
  }

  @Test
  void aWorksheetMayBeAPage() throws IOException {
    Path page = results.resolve("worksheet.html");
    CommandLineRun run = lesson("3", "13", "--questions-only", "--html", page.toString());

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(page)
        .content()
        .contains("Lesson 3: Private monitors", "Lesson 13: One line or many", "______")
        .doesNotContain("grade", "<script");
    assertThat(lesson("3", "--questions-only", "--html", page.toString()).code())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aGuessStandsBesideWhatHappened() throws IOException {
    byte[] guess = "one line, I think\n".getBytes(StandardCharsets.UTF_8);
    CommandLine command =
        new CommandLine(new LessonCommand(PLAIN, () -> new ByteArrayInputStream(guess)));
    StringWriter said = new StringWriter();
    command.setOut(new PrintWriter(said)).setErr(new PrintWriter(said));

    int code = command.execute("13", "--ask", "--quiet", "--out", results.toString());

    assertThat(code).as(said.toString()).isEqualTo(ExitCode.DONE);
    assertThat(said.toString())
        .containsSubsequence(
            "Your guess: ", "you said     one line, I think", "✓ simulated: expected");
    try (Stream<Path> folders = Files.list(results)) {
      assertThat(folders.findFirst().orElseThrow().resolve("guess.txt"))
          .content()
          .isEqualTo("one line, I think" + System.lineSeparator());
    }
  }

  static List<Command> commands() {
    List<Command> commands = new ArrayList<>();
    for (Lesson lesson : Lessons.all()) {
      commands.addAll(lesson.tries());
      lesson.steps().stream().map(LessonStep::command).forEach(commands::add);
    }
    return commands;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theCommandsToTryAreCommands(Command command) {
    List<String> words = words(command.line());
    List<String> arguments = words.subList(2, words.size());
    CommandLine parser =
        switch (words.get(1)) {
          case "run" -> RunCommand.create(PLAIN);
          case "simulate" -> SimulateCommand.create(PLAIN);
          case "plan" -> PlanCommand.create(PLAIN);
          case "compare" -> CompareCommand.create(PLAIN);
          case "lesson" -> new CommandLine(new LessonCommand(PLAIN, InputStream::nullInputStream));
          default -> throw new IllegalArgumentException(command.line());
        };
    assertThat(words.getFirst()).isEqualTo("anteroom");
    parser.parseArgs(arguments.toArray(String[]::new));
    if (words.get(1).equals("run") || words.get(1).equals("simulate")) {
      String first = arguments.getFirst();
      Settings settings =
          ScenarioOptions.settings(
              parser.getCommandSpec(), first.startsWith("-") ? named(arguments) : first);
      assertThat(ScenarioOptions.parser(CommandSpec.create()).parse(settings).name()).isNotBlank();
    }
  }

  /** A shipped scenario after a flag. */
  private static @Nullable String named(List<String> arguments) {
    return arguments.stream().filter(word -> word.startsWith("scene-")).findFirst().orElse(null);
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(matcher.group().replace("'", "").replaceAll("^\"\\$JAVA_HOME\".*", "pinning"));
    }
    if (words.getFirst().startsWith("ANTEROOM_JAVA_OPTS=")) {
      words.removeFirst();
    }
    return words;
  }

  private CommandLineRun lesson(String... options) {
    List<String> arguments = new ArrayList<>(List.of("lesson"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--out", results.toString()));
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }
}
