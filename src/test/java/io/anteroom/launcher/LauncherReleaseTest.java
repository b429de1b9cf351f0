package io.anteroom.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.launcher.FakeMachine.Finished;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of an unpacked release, on a machine without Maven. */
final class LauncherReleaseTest {
  @TempDir private Path root;
  private FakeMachine machine;
  private Path release;

  @BeforeEach
  void unpack() {
    machine = new FakeMachine(root);
    machine.usualJdkWithArchives("jdk", "25.0.3");
    release = machine.release("a place with spaces");
  }

  @Test
  void itRunsFromItsOneFolderOfJarsAndBuildsNothing() {
    Finished finished = machine.run(release, "run", "checkout-pool");
    assertThat(finished.errors()).isEmpty();
    assertThat(finished.exitCode()).isZero();
    assertThat(finished.arguments())
        .containsSequence(
            "[-cp]",
            "[" + release + "/lib/anteroom.jar:" + release + "/lib/*]",
            "[io.anteroom.cli.Main]",
            "[run]",
            "[checkout-pool]");
    assertThat(release.resolve("target")).doesNotExist();
  }

  /** Making the archive takes two seconds, which somebody who only tries it need not wait. */
  @Test
  void theSecondStartMakesTheArchiveOfClasses() {
    Path archive = release.resolve("lib/classes-25.0.3.aot");
    assertThat(machine.run(release, "run").options()).noneMatch(one -> one.contains("AOTCache"));
    assertThat(archive).doesNotExist();
    for (int start = 2; start <= 3; start++) {
      assertThat(machine.run(release, "run").options()).contains("[-XX:AOTCache=" + archive + "]");
      assertThat(Files.exists(archive)).isTrue();
    }
  }
}
