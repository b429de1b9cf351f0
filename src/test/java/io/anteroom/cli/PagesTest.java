package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the pages of the documentation show is true: every command is read, and run unless a reason
 * stands here, and what it prints is compared where the block is marked {@code text output}.
 * Scenarios for virtual threads are run in simulated time. A block marked {@code text example} is
 * what one run on one machine printed; other figures are as good.
 */
@Timeout(300)
final class PagesTest {
  private static final Pattern WORD = Pattern.compile("(?:'[^']*'|[^\\s'])+");
  private static final Pattern INLINE = Pattern.compile("`(?:\\./)?anteroom ([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
  private static final Pattern KIND =
      Pattern.compile("sh|yaml|java|xml|json|groovy|text|text output|text example");

  /** Commands that are read but not run, by what they contain, with the reason. */
  private static final Map<String, String> READ_ONLY = new LinkedHashMap<>();

  static {
    READ_ONLY.put("--jdks ", "needs other JDKs, and takes minutes; CompareCommandTest");
    READ_ONLY.put("jdk=", "needs other JDKs; SweepCommandTest");
    READ_ONLY.put("--plugins ", "needs a plugin's jar; CustomLockExampleTest");
    READ_ONLY.put("--activity ", "simulated time knows sleepers only; tests of each activity");
    READ_ONLY.put("--mode limit-", "no adaptive limit is modelled; LockingModeContractTest");
    READ_ONLY.put("--mode try-spin", "keeps every carrier busy until it is stuck; RunCommandTest");
    READ_ONLY.put("--transcript", "nobody speaks in simulated time; RunCommandTest");
    READ_ONLY.put("--mode monitor-wait", "is stuck on JDK 21 only; jdks.md");
    READ_ONLY.put("--cluster ", "needs a database; ClusterTest");
    READ_ONLY.put("--verify", "runs for 20 s; PlanCommandTest");
    READ_ONLY.put("watch PID", "needs a process; WatchCommandTest");
    READ_ONLY.put("watch 30795", "needs a process; WatchCommandTest");
    READ_ONLY.put("access.log", "needs a log of the reader's; FitCommandTest");
    READ_ONLY.put("tandem.yaml", "a file of the reader's; JourneyCommandTest");
    READ_ONLY.put("results/BEFORE", "needs two runs of the reader's; DiffCommandTest");
    READ_ONLY.put("before/*", "needs runs of the reader's; ReportCommandTest");
    READ_ONLY.put("results/2", "a folder of the reader's; ReportCommandTest");
  }

  /** How lines begin that call another program, which no test here runs. */
  private static final List<String> OTHERS =
      List.of(
          "mvn ",
          "(cd src/examples/",
          "mkdir ",
          "java -cp ",
          "createuser ",
          "createdb ",
          "export ",
          "apt-get ",
          "for ",
          "done",
          "cd ",
          "tar ");

  @TempDir private Path folder;

  static Stream<Arguments> commandBlocks() {
    List<Arguments> blocks = new ArrayList<>();
    for (Page page : Page.all()) {
      List<Page.Block> all = page.blocks();
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i).kind().equals("sh")) {
          boolean checked = i + 1 < all.size() && all.get(i + 1).kind().equals("text output");
          blocks.add(arguments(all.get(i), checked ? all.get(i + 1).text() : ""));
        }
      }
    }
    return blocks.stream();
  }

  @ParameterizedTest
  @MethodSource("commandBlocks")
  void everyCommandRuns(Page.Block block, String output) throws IOException {
    StringBuilder printed = new StringBuilder();
    for (String command : block.commands()) {
      int at = command.indexOf("./anteroom ");
      if (at < 0) {
        assertThat(OTHERS).as(command).anyMatch(command::startsWith);
      } else {
        printed.append(execute(command.substring(at + "./anteroom ".length())));
      }
    }
    List<String> expected = output.lines().filter(line -> !line.equals("...")).toList();
    if (!expected.isEmpty()) {
      assertThat(printed.toString().lines()).containsSubsequence(expected);
    }
  }

  /** A reason that no command needs would excuse the next one that somebody writes. */
  @Test
  void everyExcuseIsNeeded() {
    List<String> commands =
        Page.all().stream()
            .flatMap(page -> page.blocks().stream())
            .filter(block -> block.kind().equals("sh"))
            .flatMap(block -> block.commands().stream())
            .toList();
    assertThat(READ_ONLY.keySet())
        .allSatisfy(part -> assertThat(commands).anyMatch(command -> command.contains(part)));
    assertThat(OTHERS)
        .allSatisfy(
            beginning -> assertThat(commands).anyMatch(command -> command.startsWith(beginning)));
  }

  /** Reads the command, and runs it unless it is read only; what it printed. */
  private String execute(String command) throws IOException {
    assertIsRead(command);
    if (READ_ONLY.keySet().stream().anyMatch(command::contains)) {
      return "";
    }
    List<String> words = words(command);
    String name = words.getFirst();
    redirect(words, "--html");
    redirect(words, "--junit");
    if (!redirect(words, "--out")
        && List.of("run", "simulate", "compare", "sweep", "plan").contains(name)) {
      words.addAll(List.of("--out", folder.resolve("results").toString()));
    }
    if (List.of("run", "simulate").contains(name)) {
      words.add("--no-page");
    }
    if (name.equals("run")) {
      words.addAll(List.of("--clock", "simulated"));
    }
    CommandLineRun run = CommandLineRun.of(words.toArray(String[]::new));
    assertThat(run.code())
        .as(run.err())
        .isIn(
            ExitCode.DONE,
            ExitCode.EXPECTATION_NOT_MET,
            ExitCode.STUCK,
            ExitCode.SATURATED_OR_INVALID);
    assertThat(run.out()).isNotBlank();
    return run.out();
  }

  /** Whether the words have the option, which then writes into the test's folder. */
  private boolean redirect(List<String> words, String option) {
    int at = words.indexOf(option);
    if (at >= 0) {
      words.set(at + 1, folder.resolve("written" + option).toString());
    }
    return at >= 0;
  }

  private List<String> words(String command) throws IOException {
    String alone =
        command.replaceFirst(" [>|] .*", "").replaceAll("\\$seed|\\bPID\\b|\\bN\\b", "1");
    List<String> words = new ArrayList<>();
    for (String word : WORD.matcher(alone).results().map(found -> found.group()).toList()) {
      words.add(word.replace("'", "").replace("results/…", newest().orElse("results/newest")));
    }
    return words;
  }

  /** The folder that the command before has left. */
  private Optional<String> newest() throws IOException {
    Path results = folder.resolve("results");
    if (!Files.isDirectory(results)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(results)) {
      return folders.map(Path::toString).max(Comparator.naturalOrder());
    }
  }

  private void assertIsRead(String command) throws IOException {
    List<String> words = words(command);
    String[] spelled = Commands.spelledOut(words.toArray(String[]::new));
    assertThatCode(
            () -> Commands.root(new Terminal(false, 80, false, true), spelled).parseArgs(spelled))
        .as(command)
        .doesNotThrowAnyException();
  }

  static Stream<Page> pages() {
    return Page.all().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void commandsInSentencesAreRight(Page page) throws IOException {
    for (String command :
        INLINE.matcher(page.text()).results().map(found -> found.group(1)).toList()) {
      String line = command.replaceAll("\\s+", " ");
      if (line.indexOf(' ') < 0) {
        assertThat(Commands.names()).contains(line);
      } else {
        assertIsRead(line);
      }
    }
  }

  /** So that a reader, and this test, know which figures are to be the same everywhere. */
  @ParameterizedTest
  @MethodSource("pages")
  void everyBlockSaysWhatItIs(Page page) {
    assertThat(page.blocks())
        .allSatisfy(block -> assertThat(block.kind()).as(block.toString()).matches(KIND));
    long fences = page.text().lines().filter(line -> line.startsWith("```")).count();
    assertThat(fences).isEqualTo(2L * page.blocks().size());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(Page page) {
    assertThat(
            LINK.matcher(page.text())
                .results()
                .map(found -> page.file().resolveSibling(found.group(1))))
        .allSatisfy(target -> assertThat(target).exists());
  }

  @Test
  void theReadmeIsShortAndTheContentsNameEveryPage() {
    Map<String, Page> pages = new LinkedHashMap<>();
    Page.all().forEach(page -> pages.put(page.name(), page));
    assertThat(Objects.requireNonNull(pages.get("README.md")).text().lines())
        .hasSizeLessThanOrEqualTo(250);
    String contents = Objects.requireNonNull(pages.get("src/docs/README.md")).text();
    assertThat(pages.keySet())
        .filteredOn(name -> name.startsWith("src/docs/") && !name.contains("/adr/"))
        .filteredOn(name -> !name.equals("src/docs/README.md"))
        .allSatisfy(
            name -> assertThat(contents).contains("](" + name.substring("src/docs/".length())));
  }
}
