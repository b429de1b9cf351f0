package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.report.ReportFormats;
import io.anteroom.report.Style;
import io.anteroom.scenario.ScenarioKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.OptionSpec;

/** Help shows examples that are right, and says where the rest is. */
class HelpTest {
  private static final Pattern WORD = Pattern.compile("'[^']*'|\\S+");

  /** The terminal of a user who types the program's name with its folder. */
  private static final Terminal HERE = new Terminal(false, 80, 0, false, true, 80, "./anteroom");

  private static Stream<String> commands() {
    return Commands.names().stream().filter(name -> !name.equals("completion"));
  }

  private static Stream<String> topics() {
    return HelpCommand.topics().stream();
  }

  private static String help(String... words) {
    CommandLineRun run = CommandLineRun.of(words);
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpOfACommandIsTheCommandsOwn(String command) {
    assertThat(help("help", command)).isEqualTo(help(command, "--help"));
    assertThat(help("help")).contains("  " + command + " ");
  }

  /** The list has its sentences from elsewhere, since picocli's annotations are slow to read. */
  @Test
  void theListSaysOfACommandWhatItSaysOfItself() {
    Commands.root(new Terminal(false, 80, false, true))
        .getSubcommands()
        .forEach(
            (name, listed) -> {
              String[] sentence = listed.getCommandSpec().usageMessage().description();
              assertThat(sentence).as(name).hasSize(1);
              String own = help(name, "--help").replaceAll("\\s+", " ");
              assertThat(own).contains(" " + sentence[0] + " ");
            });
  }

  @ParameterizedTest
  @MethodSource({"commands", "topics"})
  void helpFitsATerminal(String word) {
    assertFits(help("help", word), helpTypedHere(word));
  }

  @Test
  void theListFitsATerminal() {
    assertFits(help("help"), helpTypedHere());
  }

  private static void assertFits(String... texts) {
    Stream.of(texts).flatMap(String::lines).forEach(line -> assertThat(line).hasSizeLessThan(81));
  }

  private static String helpTypedHere(String... word) {
    StringWriter out = new StringWriter();
    String[] words = Stream.concat(Stream.of("help"), Stream.of(word)).toArray(String[]::new);
    int code = Main.run(new PrintWriter(out), new PrintWriter(out), HERE, words);
    assertThat(code).isZero();
    return out.toString();
  }

  /** A URL or a condition that is cut in two can't be copied. */
  @ParameterizedTest
  @MethodSource("commands")
  void helpBreaksLinesBetweenWordsOnly(String command) {
    List<String> words = List.of(CommandLineRun.of(command, "--help").out().split("\\s+"));
    Objects.requireNonNull(
            Commands.root(new Terminal(false, 80, false, true), command)
                .getSubcommands()
                .get(command))
        .getCommandSpec()
        .options()
        .stream()
        .filter(option -> words.contains(label(option)))
        .flatMap(option -> Stream.of(option.description()))
        .flatMap(text -> Stream.of(text.replace("%%", "%").split("\\s+|%n|\\$\\{.*?}")))
        .forEach(word -> assertThat(words).contains(word));
  }

  private static String label(OptionSpec option) {
    String name = option.longestName();
    return option.arity().max() == 0 ? name : name + "=" + option.paramLabel();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void itsExamplesAreRight(String command) {
    for (List<String> example : examples(CommandLineRun.of(command, "--help").out())) {
      String[] words = Commands.spelledOut(example.toArray(String[]::new));
      assertThatCode(
              () -> Commands.root(new Terminal(false, 80, false, true), words).parseArgs(words))
          .as(String.join(" ", example))
          .doesNotThrowAnyException();
    }
  }

  /** The lines that begin with the program's name, each with what follows a backslash. */
  private static List<List<String>> examples(String help) {
    List<List<String>> examples = new ArrayList<>();
    String joined = help.replaceAll("\\\\\\R\\s+", "");
    for (String line : joined.lines().filter(one -> one.startsWith("  anteroom ")).toList()) {
      String command =
          line.strip().replaceFirst("anteroom ?", "").replaceFirst(" > \\S+$| {2,}.*$", "");
      Matcher words = WORD.matcher(command);
      examples.add(words.results().map(word -> word.group().replace("'", "")).toList());
    }
    return examples;
  }

  @ParameterizedTest
  @CsvSource({
    "run",
    "simulate",
    "plan",
    "compare",
    "sweep",
    "scenario",
    "report",
    "diff",
    "watch",
    "fit"
  })
  void threeExamplesOrFourComeBeforeTheOptions(String command) {
    String help = CommandLineRun.of(command, "--help").out();
    assertThat(examples(help.substring(0, help.indexOf("-h, --help")))).hasSizeBetween(3, 4);
  }

  @Test
  void theKeysOfAScenarioAreExplainedOnce() {
    String run = help("run", "--help");
    assertThat(run)
        .contains("--rooms", "anteroom help scenario", "Also: --name --line", " --limit ")
        .doesNotContain("--stuck-after=");
    String scenario = help("help", "scenario");
    assertThat(ScenarioKey.values())
        .allSatisfy(key -> assertThat(scenario).contains("--" + key.word()));
    assertThat(scenario.replaceAll("\\s+", " "))
        .contains("Where persons wait: one line for all rooms, or one for each: shared, per-room");
  }

  /** In each text that a person may paste from, and nowhere else. */
  @Test
  void commandsAreShownAsTheUserTypesThem() {
    assertThat(helpTypedHere("run"))
        .contains("Usage: ./anteroom run", "  ./anteroom run --transcript scene-4-timeout")
        .doesNotContain("././");
    Style style = HERE.style(false);
    assertThat(Commands.names())
        .allSatisfy(
            name ->
                assertThat(style.typed("see anteroom " + name + "."))
                    .isEqualTo("see ./anteroom " + name + "."));
    assertThat(style.typed("anteroom unpackaged, ./anteroom run"))
        .isEqualTo("anteroom unpackaged, ./anteroom run");
  }

  @Test
  void topicsListAllThatThereIs() {
    assertThat(LockingModes.traits())
        .allSatisfy(mode -> assertThat(help("help", "modes")).contains("  " + mode.name() + " "));
    assertThat(RoomActivities.traits())
        .allSatisfy(
            one -> assertThat(help("help", "activities")).contains("  " + one.name() + " "));
    assertThat(ReportFormats.all())
        .allSatisfy(
            format -> assertThat(help("help", "formats")).contains("  " + format.name() + " "));
  }

  @Test
  void theNotationsThatTopicsShowAreRight() {
    notations("distributions")
        .forEach(
            notation ->
                assertThat(CommandLineRun.of("scenario", "--hold", notation).err())
                    .as(notation)
                    .isEmpty());
    notations("arrivals")
        .forEach(
            notation ->
                assertThat(
                        CommandLineRun.of("scenario", "--duration", "9s", "--arrivals", notation)
                            .err())
                    .as(notation)
                    .isEmpty());
  }

  private static Stream<String> notations(String topic) {
    return help("help", topic)
        .lines()
        .filter(line -> line.startsWith("  ") && line.charAt(2) != ' ')
        .map(line -> line.strip().split(" ", 2)[0])
        // These need a file.
        .filter(notation -> !notation.contains("FILE") && !notation.equals("paired"));
  }

  @Test
  void whatIsMisspeltIsGuessed() {
    refused("did you mean simulate?", "simulte");
    refused(
        "chekout-pool: no such file and no such scenario; did you mean checkout-pool?",
        "run",
        "chekout-pool");
    refused("there is no help for \"mods\"; did you mean modes?", "help", "mods");
    refused(
        "there is no help for \"everything\"; there are the commands, and modes,",
        "help",
        "everything");
  }

  private static void refused(String why, String... words) {
    CommandLineRun run = CommandLineRun.of(words);
    run.assertRefused();
    assertThat(run.err()).contains(why);
  }
}
