package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.anteroom.observe.watch.WatchedProcess;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * JVMs of other users, and where {@code /tmp} is another one. Only root can become others; the
 * ordinary user is {@code nobody}.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class WatchedElsewhereTest {
  private static final Path JDK = Path.of(System.getProperty("java.home"));
  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups");

  /** A /tmp of its own, in which nothing is but the folder that comes next. */
  private static final List<String> OTHER_TMP =
      List.of(
          "unshare",
          "-m",
          "sh",
          "-c",
          "mount --bind \"$1\" /mnt && mount -t tmpfs tmpfs /tmp && mkdir -p \"$1\""
              + " && mount --bind /mnt \"$1\" && shift && exec \"$@\"",
          "sh");

  @TempDir private Path folder;
  @TempDir private Path out;

  private String classPath = "";

  @BeforeEach
  void isRoot() throws IOException, InterruptedException {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root can become others");
    assumeTrue(succeeds(AS_NOBODY) && succeeds(otherTmp()), "setpriv and unshare are needed");
    for (Path one : List.of(folder, out)) {
      assertThat(run(List.of("chmod", "777", one.toString()))).isZero();
    }
    classPath = readableClassPath();
  }

  private List<String> otherTmp() {
    return Stream.concat(OTHER_TMP.stream(), Stream.of(folder.toString())).toList();
  }

  private static boolean succeeds(List<String> before) throws InterruptedException {
    try {
      return run(Stream.concat(before.stream(), Stream.of("true")).toList()) == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private static int run(List<String> command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** What this test runs on, where everybody can read it. */
  private String readableClassPath() throws IOException, InterruptedException {
    List<String> copied = new ArrayList<>();
    int number = 0;
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      String copy = folder.resolve(number++ + "-" + Path.of(entry).getFileName()).toString();
      if (Files.exists(Path.of(entry))) {
        assertThat(run(List.of("cp", "-r", entry, copy))).isZero();
        copied.add(copy);
      }
    }
    assertThat(run(List.of("chmod", "-R", "a+rX", folder.toString()))).isZero();
    return String.join(File.pathSeparator, copied);
  }

  private WatchedProcess hanging(List<String> before, String way) throws IOException {
    return WatchedProcess.hanging(before, JDK, way, folder, classPath);
  }

  /** Standard output and error together, and the exit code last. */
  private String watchAsNobody(String pid) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(AS_NOBODY);
    command.addAll(
        List.of(
            JDK.resolve("bin/java").toString(),
            "-cp",
            classPath,
            Main.class.getName(),
            "watch",
            pid,
            "--duration",
            "2s",
            "--out",
            out.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said + process.waitFor();
  }

  @Test
  void anOrdinaryUserWatchesItsOwn() throws IOException, InterruptedException {
    try (WatchedProcess process = hanging(AS_NOBODY, "idle")) {
      assertThat(watchAsNobody(process.pid()))
          .contains("watched for", "pinning", "recording")
          .endsWith("0");
    }
  }

  @Test
  void anOrdinaryUserIsToldThatAnotherUsersIsNotPermitted()
      throws IOException, InterruptedException {
    try (WatchedProcess process = hanging(List.of(), "idle")) {
      assertThat(watchAsNobody(process.pid()))
          .contains("not permitted: process " + process.pid() + " belongs to root; only its owner")
          .doesNotContain("Exception")
          .endsWith("2");
      assertThat(process.isAlive()).isTrue();
    }
  }

  @Test
  void rootWatchesTheJvmOfAnotherUser() throws IOException {
    try (WatchedProcess process = hanging(AS_NOBODY, "pool")) {
      assertThatTheHangIsFound(process);
    }
  }

  @Test
  void aJvmWhoseTmpIsAnotherOne() throws IOException {
    try (WatchedProcess process =
        WatchedProcess.hanging(otherTmp(), JDK, "pool", Path.of("/tmp"), classPath)) {
      assertThatTheHangIsFound(process);
    }
  }

  private void assertThatTheHangIsFound(WatchedProcess process) {
    CommandLineRun run =
        CommandLineRun.of(
            "watch", process.pid(), "--duration", "4s", "--out", out.resolve("mine").toString());
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.STUCK);
    assertThat(run.out()).contains("✗ nothing has moved", "40 threads wait in", "recording");
  }
}
