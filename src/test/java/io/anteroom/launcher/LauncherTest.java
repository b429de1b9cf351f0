package io.anteroom.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.anteroom.launcher.FakeMachine.Finished;
import io.anteroom.run.jdk.Jdk;
import io.anteroom.study.cell.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the launcher may be called, and what it hands to the JVM. */
final class LauncherTest {
  @TempDir private Path root;
  private FakeMachine machine;
  private Path checkout;

  @BeforeEach
  void prepare() {
    machine = new FakeMachine(root);
    machine.usualJdk("jdk", "25.0.3");
    checkout = machine.builtCheckout("check out");
  }

  private List<String> options(String... arguments) {
    return machine.run(checkout, arguments).options();
  }

  @Test
  void theMainClassRunsFromTheJarAndItsLibraries() {
    Finished finished = machine.run(checkout, "run");
    String target = checkout.resolve("target").toString();
    assertThat(finished.arguments())
        .containsExactly(
            "[-XX:+UseParallelGC]",
            "[-Xmn24m]",
            "[-XX:OldPLABSize=16384]",
            "[-XX:MaxRAMPercentage=70]",
            "[-XX:+UseCompactObjectHeaders]",
            "[--enable-native-access=ALL-UNNAMED]",
            "[-XX:CompileCommand=quiet]",
            "[-XX:CompileCommand=dontinline,io.anteroom.run.engine.Person::beginsAnother]",
            "[-XX:CompileCommand=dontinline,io.anteroom.run.engine.Person::ended]",
            "[-XX:CompileCommand=dontinline,io.anteroom.run.engine.Person::tell]",
            "[-XX:CompileCommand=dontinline,io.anteroom.modes.*::stay]",
            "[-Danteroom.terminal=false]",
            "[-Danteroom.colour=false]",
            "[-Danteroom.typed=" + checkout.resolve("anteroom") + "]",
            "[-cp]",
            "[" + target + "/anteroom.jar:" + target + "/lib/*]",
            "[io.anteroom.cli.Main]",
            "[run]");
    assertThat(finished.errors()).isEmpty();
  }

  /** Persons who wait grow old, so what is young gets little; what a simulation needs must not. */
  @ParameterizedTest
  @ValueSource(
      strings = {"sweep", "simulate", "plan", "compare", "worker", "fit", "report", "diff"})
  void whatOnlySimulatesOrReadsHasRoomForWhatIsYoung(String command) {
    assertThat(options(command))
        .contains("[-Xmn96m]", "[-XX:MaxRAMPercentage=25]")
        .doesNotContain("[-XX:OldPLABSize=16384]");
  }

  /** A native frame of reflection would pin persons who block in a driver or a plugin. */
  @ParameterizedTest
  @ValueSource(strings = {"run", "plan", "compare", "sweep", "cell", "worker", "lesson", "watch"})
  void personsMeetNoNativeFrameOfReflection(String command) {
    assertThat(options(command)).noneMatch(option -> option.contains("useNativeAccessorOnly"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "help", "metrics", "simulate", "report"})
  void whatRunsNobodyStartsWithoutClassesForReflection(String command) {
    assertThat(options(command)).contains("[-Djdk.reflect.useNativeAccessorOnly=true]");
  }

  /** They are written twice, since a shell can't share them with Java. */
  @ParameterizedTest
  @ValueSource(strings = {"21.0.5", "25.0.3"})
  void cellsRunWithTheSameOptions(String version) {
    Path home = machine.usualJdk("of-the-cell", version);
    machine.set("ANTEROOM_JAVA_HOME", home.toString());
    assertThat(options("run").stream().filter(option -> !option.startsWith("[-D")))
        .containsExactlyElementsOf(
            new Jvm(new Jdk(home, version), List.of())
                .options().stream().map(option -> "[" + option + "]").toList());
  }

  @Test
  void argumentsArePassedOnVerbatim() {
    Finished finished =
        machine.run(
            checkout,
            "run",
            "",
            "two  words ",
            "*",
            "/bin/*",
            "it's \"so\"",
            "$HOME`id`",
            "\\n",
            "");
    assertThat(finished.passedOn())
        .containsExactly(
            "[run]",
            "[]",
            "[two  words ]",
            "[*]",
            "[/bin/*]",
            "[it's \"so\"]",
            "[$HOME`id`]",
            "[\\n]",
            "[]");
  }

  @Test
  void optionsOfTheUserComeLastAndAreSplitAtWhiteSpace() {
    machine.set("ANTEROOM_JAVA_OPTS", "  -Xmx3g\t/bin/s*\n-Danteroom.terminal=true ");
    assertThat(options("run"))
        .endsWith(
            "[-Danteroom.terminal=false]",
            "[-Danteroom.colour=false]",
            "[-Danteroom.typed=" + checkout.resolve("anteroom") + "]",
            "[-Xmx3g]",
            "[/bin/s*]",
            "[-Danteroom.terminal=true]");
  }

  @ParameterizedTest
  @CsvSource({
    "26.0.1, aot, -XX:AOTCache=, -Xlog:aot*=off",
    "24.0.2, jsa, -XX:SharedArchiveFile=, -Xlog:cds*=off"
  })
  void classesComeFromAnArchiveThatIsMadeOnceForEachJdk(
      String version, String kind, String use, String quiet) throws IOException {
    machine.set("ANTEROOM_JAVA_HOME", machine.usualJdkWithArchives("chosen", version));
    Path archive = checkout.resolve("target/classes-" + version + "." + kind);
    assertThat(options("run")).contains("[" + use + archive + "]", "[" + quiet + "]");
    assertThat(archive).exists();
    Files.writeString(archive, "made before");
    assertThat(options("run")).contains("[" + use + archive + "]");
    assertThat(archive).hasContent("made before");
    try (Stream<Path> files = Files.list(checkout.resolve("target"))) {
      assertThat(files.filter(file -> file.toString().contains("." + kind)))
          .containsExactly(archive);
    }
  }

  @Test
  void anArchiveThatIsOlderThanTheJarIsMadeAgain() throws IOException {
    Path unused = machine.usualJdkWithArchives("newer", "26.0.1");
    Path archive = checkout.resolve("target/classes-26.0.1.aot");
    Files.writeString(archive, "made before");
    Files.setLastModifiedTime(archive, FileTime.fromMillis(0));
    assertThat(options("run")).contains("[-XX:AOTCache=" + archive + "]");
    assertThat(archive).isEmptyFile();
  }

  @Test
  void aCollectorOfTheUserGoesWithoutTheArchive() throws IOException {
    Path unused = machine.usualJdkWithArchives("newer", "26.0.1");
    machine.set("ANTEROOM_JAVA_OPTS", "-XX:+UseZGC");
    assertThat(options("run")).noneMatch(option -> option.contains("AOT"));
  }

  @Test
  void theReaderOfTheCommandLineIsTrusted() throws IOException {
    assertThat(options("run")).noneMatch(option -> option.contains("bootclasspath"));
    Path reader = checkout.resolve("target/lib/picocli-4.jar");
    Files.createFile(reader);
    assertThat(options("run")).contains("[-Xbootclasspath/a:" + reader + "]");
  }

  @Test
  void whereNothingCanBeWrittenItStartsWithoutAnArchive() throws IOException {
    Path unused = machine.usualJdkWithArchives("newer", "26.0.1");
    Path target = checkout.resolve("target");
    assertThat(target.toFile().setWritable(false)).isTrue();
    try {
      assumeFalse(Files.isWritable(target), "root may write everywhere");
      Finished finished = machine.run(checkout, "run");
      assertThat(finished.exitCode()).isZero();
      assertThat(finished.errors()).isEmpty();
      assertThat(finished.options()).noneMatch(option -> option.contains("AOT"));
    } finally {
      assertThat(target.toFile().setWritable(true)).isTrue();
    }
  }

  @Test
  void headersAreCompactFromJdk25On() {
    machine.set("ANTEROOM_JAVA_HOME", machine.usualJdk("older", "24.0.2"));
    assertThat(options("run")).doesNotContain("[-XX:+UseCompactObjectHeaders]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Serial", "Parallel", "G1", "Z", "Shenandoah", "Epsilon"})
  void aCollectorOfTheUserTakesThePlaceOfOurs(String collector) {
    machine.set("ANTEROOM_JAVA_OPTS", "-Xmx3g -XX:+Use" + collector + "GC");
    assertThat(options("run"))
        .filteredOn(option -> option.endsWith("GC]"))
        .containsExactly("[-XX:+Use" + collector + "GC]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
  void aCollectorNamedToEveryJvmTakesThePlaceOfOurs(String variable) {
    machine.set(variable, "-Xmx3g -XX:+UseG1GC");
    assertThat(options("run")).noneMatch(option -> option.endsWith("GC]"));
  }

  @Test
  void otherOptionsOfTheCollectorLeaveOurs() {
    machine.set("ANTEROOM_JAVA_OPTS", "-XX:-UseGCOverheadLimit -XX:-UseG1GC");
    assertThat(options("run")).contains("[-XX:+UseParallelGC]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--help", "-h", "help", "--version", "-V", "scenario", "metrics", "report"})
  void whatOnlyPrintsIsCompiledQuickly(String argument) {
    assertThat(options(argument)).contains("[-XX:TieredStopAtLevel=1]");
  }

  @Test
  void nothingAtAllIsCompiledQuickly() {
    assertThat(options()).contains("[-XX:TieredStopAtLevel=1]");
  }

  @Test
  void aReportThatSimulatesAgainIsCompiledInFull() {
    assertThat(options("report", "results/a", "--format", "replications"))
        .doesNotContain("[-XX:TieredStopAtLevel=1]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "simulate", "helpless", "lesson", "diff"})
  void aRunIsCompiledInFull(String argument) {
    assertThat(options(argument, "--help")).doesNotContain("[-XX:TieredStopAtLevel=1]");
  }

  @Test
  void theTerminalsWidthIsPassedOn() {
    assertThat(onTerminal("run"))
        .contains("[-Danteroom.terminal=true]", "[-Danteroom.columns=133]");
  }

  @Test
  void theTerminalsHeightIsPassedOn() {
    assertThat(onTerminal("run")).contains("[-Danteroom.rows=44]");
    machine.set("LINES", "30");
    assertThat(onTerminal("run")).contains("[-Danteroom.rows=30]", "[-Danteroom.columns=133]");
  }

  @Test
  void theVariableColumnsComesBeforeTheTerminalsWidth() {
    machine.set("COLUMNS", "77");
    assertThat(onTerminal("run")).contains("[-Danteroom.columns=77]");
  }

  @Test
  void aVariableColumnsWithoutANumberIsPassedOver() {
    machine.set("COLUMNS", "wide");
    assertThat(onTerminal("run")).contains("[-Danteroom.columns=133]");
  }

  @Test
  void aWidthWithoutATerminalIsNotPassedOn() {
    machine.set("COLUMNS", "77");
    assertThat(options("run")).noneMatch(option -> option.contains("columns"));
  }

  @Test
  void linesAreAsWideAsTheTerminalOrTheVariable() {
    assertThat(onTerminal("run")).contains("[-Danteroom.width=133]");
    machine.set("COLUMNS", "77");
    assertThat(onTerminal("run")).contains("[-Danteroom.width=77]");
    assertThat(options("run")).contains("[-Danteroom.width=77]");
  }

  /** What reaches the JVM on a terminal of 133 columns and 44 rows; needs util-linux's script. */
  private List<String> onTerminal(String arguments) {
    assumeTrue(machine.has("script") && System.getProperty("os.name").equals("Linux"));
    String call = "stty cols 133 rows 44; './check out/anteroom' " + arguments;
    machine.set("SHELL", "/bin/sh");
    return machine.runIn(root, List.of("script", "-qec", call, "/dev/null")).arguments();
  }

  @Test
  void itRunsInTheCallersFolder() {
    Path folder = FakeMachine.folder(root.resolve("some where"));
    Finished finished =
        machine.runIn(folder, List.of(checkout.resolve("anteroom").toString(), "run"));
    assertThat(finished.folder()).isEqualTo(folder.toString());
  }

  @Test
  void itIsFoundFromItsOwnFolder() {
    for (List<String> command :
        List.of(List.of("./anteroom", "run"), List.of("/bin/sh", "anteroom", "run"))) {
      Finished finished = machine.runIn(checkout, command);
      assertThat(finished.errors()).isEmpty();
      assertThat(finished.arguments())
          .contains("[" + jarAndLibraries() + "]", "[-Danteroom.typed=./anteroom]");
    }
  }

  @Test
  void itIsFoundThroughTheFoldersOfThePath() {
    FakeMachine.link(root.resolve("bin/anteroom"), checkout.resolve("anteroom"));
    Finished finished = machine.runIn(root, List.of("/bin/sh", "-c", "anteroom run"));
    assertThat(finished.arguments())
        .contains("[" + jarAndLibraries() + "]", "[-Danteroom.typed=anteroom]");
  }

  @Test
  void itIsFoundThroughSymbolicLinks() {
    Path links = FakeMachine.folder(root.resolve("some links"));
    FakeMachine.link(links.resolve("relative"), Path.of("../check out/anteroom"));
    FakeMachine.link(links.resolve("to-a-link"), Path.of("relative"));
    FakeMachine.link(root.resolve("absolute"), links.resolve("to-a-link"));
    FakeMachine.link(root.resolve("folder"), checkout);
    for (String call : List.of("some links/relative", "absolute", "folder/anteroom")) {
      Finished finished = machine.runIn(root, List.of(root.resolve(call).toString(), "run"));
      assertThat(finished.errors()).isEmpty();
      assertThat(finished.arguments()).contains("[" + jarAndLibraries() + "]");
    }
  }

  private String jarAndLibraries() {
    return checkout + "/target/anteroom.jar:" + checkout + "/target/lib/*";
  }

  @Test
  void aCheckoutInAFolderThatNoClassPathCanNameIsRefused() {
    Finished finished = machine.run(machine.builtCheckout("a:b"), "run");
    assertThat(finished.exitCode()).isEqualTo(1);
    assertThat(finished.errors()).singleElement().asString().contains("colon", "a:b");
  }

  @Test
  void theVariableCdpathDoesNotLeadAstray() {
    machine.builtCheckout("elsewhere/check out");
    machine.set("CDPATH", root.resolve("elsewhere"));
    Finished finished = machine.runIn(root, List.of("/bin/sh", "check out/anteroom", "run"));
    assertThat(finished.errors()).isEmpty();
    assertThat(finished.arguments()).contains("[" + jarAndLibraries() + "]");
  }
}
