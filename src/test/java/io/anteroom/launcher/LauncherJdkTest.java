package io.anteroom.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.launcher.FakeMachine.Finished;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which JDK the launcher takes. */
final class LauncherJdkTest {
  @TempDir private Path root;
  private FakeMachine machine;
  private Path checkout;

  @BeforeEach
  void prepare() {
    machine = new FakeMachine(root);
    checkout = machine.builtCheckout("checkout");
  }

  private void assertRunsOn(Path home) {
    Finished finished = machine.run(checkout, "run");
    assertThat(finished.errors()).isEmpty();
    assertThat(finished.exitCode()).isZero();
    assertThat(finished.javaHome()).isEqualTo(home.toString());
  }

  private void assertFailsWith(String... words) {
    Finished finished = machine.run(checkout, "run");
    assertThat(finished.exitCode()).isEqualTo(1);
    assertThat(finished.output()).isEmpty();
    assertThat(finished.errors()).singleElement().asString().startsWith("anteroom: ");
    assertThat(finished.errors().getFirst()).contains(words);
  }

  @Test
  void javaHomeComesFirst() {
    Path named = machine.jdk("named", "21.0.1");
    machine.putOnPath(machine.jdk("other", "25.0.3"));
    machine.usualJdk("newest", "26");
    machine.set("JAVA_HOME", named);
    assertRunsOn(named);
  }

  @Test
  void anOldJavaHomeIsPassedOver() {
    Path onPath = machine.jdk("on-path", "22.0.2");
    machine.putOnPath(onPath);
    machine.usualJdk("newest", "26");
    machine.set("JAVA_HOME", machine.jdk("named", "17.0.15"));
    assertRunsOn(onPath);
  }

  @Test
  void aJavaHomeThatIsNotThereIsPassedOver() {
    Path usual = machine.usualJdk("usual", "21.0.13");
    machine.set("JAVA_HOME", machine.root().resolve("nowhere"));
    assertRunsOn(usual);
  }

  @Test
  void anOldJavaOnThePathIsPassedOver() {
    machine.putOnPath(machine.jdk("on-path", "17.0.15"));
    Path usual = machine.usualJdk("usual", "21.0.13");
    assertRunsOn(usual);
  }

  @Test
  void theNewestOfTheUsualFoldersIsTaken() {
    machine.usualJdk("a", "25.0.3");
    Path newest = machine.usualJdk("b with a space", "25.0.11");
    machine.usualJdk("c", "25.0.9.1");
    machine.usualJdk("d", "21.0.13.1");
    machine.usualJdk("e", "1.8.0_392");
    assertRunsOn(newest);
  }

  /** As JDKs say it: in either version. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "JAVA_RUNTIME_VERSION=\"28-ea+18-1-Debian\"\nJAVA_VERSION=\"28\"",
        "JAVA_VERSION=\"28\"\nJAVA_RUNTIME_VERSION=\"28-ea+18\"",
        "JAVA_VERSION=\"28-ea\"",
      })
  void anEarlyAccessBuildIsTakenLast(String release) {
    for (String name : List.of("a", "z")) {
      FakeMachine.write(machine.usualJdk(name, "28").resolve("release"), release + "\n");
    }
    assertRunsOn(machine.root().resolve("usual jdks/a"));

    machine.usualJdk("c", "21.0.13");
    assertRunsOn(machine.usualJdk("d", "25.0.3"));
  }

  @Test
  void usualFoldersMayBeSeveralPatterns() {
    Path other = FakeMachine.folder(machine.root().resolve("other"));
    Path newest = machine.jdk("other/jdk-25", "25");
    machine.usualJdk("jdk-21", "21");
    machine.set(
        "ANTEROOM_JDK_ROOTS", machine.root() + "/usual jdks/*:" + other + "/jdk*:/nowhere/*");
    assertRunsOn(newest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"21", "21.0.13.1", "22.0.1+8", "26-ea", "100.0.1"})
  void aVersionFrom21OnFits(String version) {
    assertRunsOn(machine.usualJdk("jdk", version));
  }

  @ParameterizedTest
  @ValueSource(strings = {"20.0.2", "17.0.15", "1.8.0_392", "9", "", "x", ".", "08", "021"})
  void anOtherVersionDoesNot(String version) {
    machine.usualJdk("jdk", version);
    assertFailsWith("no JDK 21 or newer");
  }

  @Test
  void aFolderWithoutAReleaseFileOrJavaIsPassedOver() {
    FakeMachine.delete(machine.usualJdk("no-release", "26").resolve("release"));
    FakeMachine.delete(machine.usualJdk("no-java", "26").resolve("bin/java"));
    FakeMachine.write(machine.usualJdk("no-version", "26").resolve("release"), "OS_NAME=\"Linux\"");
    Path usual = machine.usualJdk("whole", "21");
    assertRunsOn(usual);
  }

  @Test
  void anOverrideComesBeforeAll() {
    machine.set("JAVA_HOME", machine.jdk("named", "25"));
    Path override = machine.jdk("override", "21");
    machine.set("ANTEROOM_JAVA_HOME", override);
    assertRunsOn(override);
  }

  @Test
  void anOverrideThatDoesNotFitIsAnError() {
    machine.set("JAVA_HOME", machine.jdk("named", "25"));
    machine.set("ANTEROOM_JAVA_HOME", machine.jdk("override", "17.0.15"));
    assertFailsWith("ANTEROOM_JAVA_HOME=" + machine.root() + "/override", "17.0.15", "21 or newer");
  }

  @Test
  void whereThereIsNoJdkOneLineSaysSo() {
    assertFailsWith("no JDK 21 or newer", "install one", "JAVA_HOME");
  }

  @Test
  void whereAllAreTooOldTheLineNamesTheClosest() {
    machine.putOnPath(machine.jdk("on-path", "11.0.2"));
    Path closest = machine.usualJdk("usual", "17.0.15");
    assertFailsWith("no JDK 21 or newer", "closest is 17.0.15 in " + closest);
  }

  @Test
  void aBuiltCheckoutRunsOnARuntimeWithoutACompiler() {
    assertRunsOn(machine.usualRuntime("runtime", "25"));
  }

  @Test
  void aBuildTakesAJdkWithACompiler() {
    checkout = machine.checkout("unbuilt");
    machine.installMaven();
    Path runtime = machine.usualRuntime("runtime", "25");
    Path jdk = machine.usualJdk("jdk", "21");
    Finished finished = machine.run(checkout, "run");
    assertThat(finished.javaHome()).isEqualTo(runtime.toString());
    assertThat(machine.builds()).singleElement().asString().startsWith(jdk + " ");
  }

  @Test
  void aBuildWithoutACompilerFailsInOneLine() {
    checkout = machine.checkout("unbuilt");
    machine.installMaven();
    machine.usualRuntime("runtime", "25");
    assertFailsWith("building needs a JDK 21 or newer", "runtime has no javac", "install one");
    assertThat(machine.builds()).isEmpty();
  }
}
