package io.anteroom.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.anteroom.launcher.FakeMachine.Finished;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the launcher builds, and what it says of it. */
final class LauncherBuildTest {
  private static final String FIRST =
      "anteroom: building (first run; one to two minutes, on a busy machine up to five)...";
  private static final String AGAIN = "anteroom: building (the sources have changed)...";

  @TempDir private Path root;
  private FakeMachine machine;
  private Path jdk;

  @BeforeEach
  void prepare() {
    machine = new FakeMachine(root);
    jdk = machine.usualJdk("jdk", "25.0.3");
    machine.installMaven();
  }

  private static void assertRan(Finished finished, String... errors) {
    assertThat(finished.errors()).containsExactly(errors);
    assertThat(finished.exitCode()).isZero();
    assertThat(finished.passedOn()).containsExactly("[run]");
  }

  @Test
  void theFirstRunBuildsAndTheNextDoesNot() {
    Path checkout = machine.checkout("checkout");
    assertRan(machine.run(checkout, "run"), FIRST);
    assertRan(machine.run(checkout, "run"));
    assertThat(machine.builds())
        .containsExactly(jdk + " -q --batch-mode -Dmaven.test.skip=true -DskipFormat=true package");
  }

  @Test
  void aBuiltCheckoutIsNotBuiltAgain() {
    assertRan(machine.run(machine.builtCheckout("checkout"), "run"));
    assertThat(machine.builds()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pom.xml", "src/main/java/Main.java", "src/main/java/New.java"})
  void aNewerSourceIsBuilt(String source) {
    Path checkout = machine.builtCheckout("checkout");
    FakeMachine.write(checkout.resolve(source), "changed");
    assertRan(machine.run(checkout, "run"), AGAIN);
    assertRan(machine.run(checkout, "run"));
    assertThat(machine.builds()).hasSize(1);
  }

  @Test
  void aDeletedSourceIsBuilt() {
    Path checkout = machine.builtCheckout("checkout");
    FakeMachine.delete(checkout.resolve("src/main/java/Other.java"));
    assertRan(machine.run(checkout, "run"), AGAIN);
  }

  @Test
  void aSourceSavedDuringTheBuildIsBuiltAgain() {
    Path checkout = machine.checkout("checkout");
    machine.installMaven("sleep 0.05", "echo changed >src/main/java/Main.java");
    assertRan(machine.run(checkout, "run"), FIRST);
    machine.installMaven();
    assertRan(machine.run(checkout, "run"), AGAIN);
    assertRan(machine.run(checkout, "run"));
  }

  @Test
  void aJarWithoutItsLibrariesIsBuiltAgain() {
    Path checkout = machine.builtCheckout("checkout");
    FakeMachine.delete(checkout.resolve("target/lib"));
    assertRan(machine.run(checkout, "run"), AGAIN);
  }

  @Test
  void aJarAloneIsEnough() {
    Path checkout = machine.builtCheckout("checkout");
    FakeMachine.delete(checkout.resolve("pom.xml"));
    assertRan(machine.run(checkout, "run"));
  }

  @Test
  void aFailedBuildNamesItsLogAndItsLastErrors() {
    Path checkout = machine.checkout("checkout");
    machine.installMaven(
        "echo '[WARNING] a warning'",
        "echo '[ERROR] /src/Main.java:[3,5] cannot find symbol' >&2",
        "echo '[ERROR] Failed to execute goal: Compilation failure -> [Help 1]'",
        "echo '[ERROR] '",
        "echo '[ERROR] To see the full stack trace of the errors, re-run Maven'",
        "echo '[ERROR] [Help 1] http://example.org'",
        "exit 1");
    Finished finished = machine.run(checkout, "run");
    assertThat(finished.exitCode()).isEqualTo(1);
    assertThat(finished.output()).isEmpty();
    assertThat(finished.errors())
        .containsExactly(
            FIRST,
            "anteroom: the build failed; its log is "
                + checkout.resolve("target/build.log")
                + " and ends with",
            "[ERROR] /src/Main.java:[3,5] cannot find symbol",
            "[ERROR] Failed to execute goal: Compilation failure -> [Help 1]");
    assertThat(checkout.resolve("target/build.log")).content().contains("[WARNING] a warning");
  }

  @Test
  void aBuildThatLeavesNoJarHasFailed() {
    Path checkout = machine.checkout("checkout");
    machine.installMaven("echo nothing to do", "exit 0");
    Finished finished = machine.run(checkout, "run");
    assertThat(finished.exitCode()).isEqualTo(1);
    assertThat(finished.errors()).hasSize(3).last().isEqualTo("nothing to do");
  }

  @Test
  void aHalfMadeJarOfAFailedBuildIsNotFresh() {
    Path checkout = machine.checkout("checkout");
    machine.installMaven("mkdir -p target/lib", "echo half >target/anteroom.jar", "exit 1");
    assertThat(machine.run(checkout, "run").exitCode()).isEqualTo(1);
    machine.installMaven();
    assertRan(machine.run(checkout, "run"), AGAIN);
    assertThat(machine.builds()).hasSize(2);
  }

  @Test
  void aHalfMadeJarOfAKilledBuildIsNotFresh() {
    Path checkout = machine.checkout("checkout");
    machine.installMaven(
        "mkdir -p target/lib", "echo half >target/anteroom.jar", "kill -9 $PPID", "exit 1");
    Finished killed = machine.run(checkout, "run");
    assertThat(killed.exitCode()).isEqualTo(128 + 9);
    assertThat(killed.output()).isEmpty();
    machine.installMaven();
    assertRan(machine.run(checkout, "run"), AGAIN);
    assertRan(machine.run(checkout, "run"));
  }

  @Test
  @Timeout(60)
  void twoFirstRunsBuildOnce() throws IOException {
    assumeTrue(machine.has("flock"), "needs flock");
    Path checkout = machine.checkout("checkout");
    Path go = root.resolve("go");
    machine.installMaven(
        "looks=0",
        "until [ -e '"
            + go
            + "' ] || [ $looks -ge 3000 ]; do sleep 0.02; looks=$((looks + 1)); done");
    List<String> command = List.of(checkout.resolve("anteroom").toString(), "run");
    Process first = machine.start(root, command);
    Process second = machine.start(root, command);
    try {
      assertThat(List.of(firstLine(first), firstLine(second)))
          .containsExactlyInAnyOrder(
              FIRST, "anteroom: waiting for another build of this checkout...");
    } finally {
      Files.createFile(go);
    }
    assertRan(FakeMachine.finish(first));
    assertRan(FakeMachine.finish(second));
    assertThat(machine.builds()).hasSize(1);
  }

  private static String firstLine(Process process) throws IOException {
    return process.errorReader(StandardCharsets.UTF_8).readLine();
  }

  @Test
  void aBuildLeavesStandardInputToTheRun() {
    Path checkout = machine.checkout("checkout");
    machine.installMaven("if read -r line; then exit 1; fi");
    List<String> command = List.of("/bin/sh", "-c", "echo input | '" + checkout + "/anteroom' run");
    assertRan(machine.runIn(root, command), FIRST);
  }

  @Test
  void aMachineWithoutFlockBuildsToo() {
    FakeMachine.delete(root.resolve("bin/flock"));
    assertRan(machine.run(machine.checkout("checkout"), "run"), FIRST);
  }

  @Test
  void whereMavenIsMissingOneLineSaysSo() {
    FakeMachine.delete(root.resolve("bin/mvn"));
    Finished finished = machine.run(machine.checkout("checkout"), "run");
    assertThat(finished.exitCode()).isEqualTo(1);
    assertThat(finished.output()).isEmpty();
    assertThat(finished.errors())
        .singleElement()
        .asString()
        .contains("needs Maven", "no mvn on the PATH", "install it");
  }

  @Test
  void aBuiltCheckoutNeedsNoMaven() {
    FakeMachine.delete(root.resolve("bin/mvn"));
    assertRan(machine.run(machine.builtCheckout("checkout"), "run"));
  }

  @Test
  void whereTheTargetCannotBeWrittenOneLineSaysSo() {
    Path checkout = machine.checkout("checkout");
    FakeMachine.write(checkout.resolve("target"), "a file, not a folder");
    Finished finished = machine.run(checkout, "run");
    assertThat(finished.exitCode()).isEqualTo(1);
    assertThat(finished.errors())
        .singleElement()
        .asString()
        .contains("needs to write into " + checkout.resolve("target"));
  }
}
