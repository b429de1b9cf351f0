package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.plugins.PluginJar;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin works, or ends in a clear line and the right exit code; never in a wrong figure. */
class PluginsTest {
  private static final String LOCK =
      """
      package acme;

      import io.anteroom.modes.spi.LockPlugin;
      import io.anteroom.modes.spi.RoomLock;
      import java.util.concurrent.CountDownLatch;
      import java.util.concurrent.Semaphore;
      import java.util.concurrent.atomic.AtomicInteger;

      public final class OwnLock implements LockPlugin {
        public OwnLock() { @constructor@ }
        public String name() { return "@name@"; }
        public String summary() { return "a lock of one's own"; }
        public int version() { return @version@; }
        public RoomLock open(int rooms) throws Exception {
          @open@
          Semaphore permits = new Semaphore(@permits@);
          AtomicInteger left = new AtomicInteger();
          return new RoomLock() {
            public boolean enter(long patienceNanos) throws Exception {
              @enter@
              permits.acquire();
              return true;
            }
            public void leave() throws Exception {
              @leave@
              permits.release();
            }
            public void close() throws Exception { @close@ }
          };
        }
      }
      """;

  private static final Map<String, String> SOUND =
      Map.of("name", "own-lock", "version", "VERSION", "permits", "rooms");

  @TempDir private Path scratch;
  private Path plugins;

  @BeforeEach
  void makeFolder() throws IOException {
    plugins = Files.createDirectory(scratch.resolve("plugins"));
  }

  /** Puts a lock with these pieces of code in it into the folder. */
  private void lock(String... pieces) throws IOException {
    Map<String, String> code = new HashMap<>();
    for (int i = 0; i < pieces.length; i += 2) {
      code.put(pieces[i], pieces[i + 1]);
    }
    PluginJar.make(plugins, "own.jar", "LockPlugin", "acme.OwnLock", sound(code));
  }

  /** The source of a sound lock, but for these pieces. */
  private static String sound(Map<String, String> but) {
    Map<String, String> code = new HashMap<>(SOUND);
    code.putAll(but);
    String source = LOCK;
    for (Map.Entry<String, String> piece : code.entrySet()) {
      source = source.replace("@" + piece.getKey() + "@", piece.getValue());
    }
    return source.replaceAll("@\\w+@", "");
  }

  private CommandLineRun anteroom(String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.addAll(List.of("--plugins", plugins.toString()));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  private CommandLineRun run(String... more) {
    return anteroom(
        "run --mode own-lock --rooms 4 --persons 40 --visits 5 --hold fixed:1ms --no-page --quiet"
            + " --stuck-after 1s --out "
            + scratch.resolve("results"),
        more);
  }

  /** One line on standard error, and that exit code. */
  private static void assertEnds(CommandLineRun run, int code, String line) {
    assertThat(run.code()).as(run.err() + run.out()).isEqualTo(code);
    assertThat(run.err().lines()).as(run.err()).hasSize(1);
    assertThat(run.err()).startsWith("anteroom: plugin").contains(line);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aSoundOneRunsAndIsCounted() throws IOException {
    lock();
    CommandLineRun run = run("--json");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("mode own-lock");
    assertThat(run.out()).containsPattern("\"name\": \"rooms-found\",\\s+\"verdict\": \"passed\"");
  }

  @Test
  void itIsListedWithItsOrigin() throws IOException {
    lock();
    CommandLineRun listed = anteroom("scenario --modes");
    assertThat(listed.code()).isZero();
    assertThat(listed.out())
        .contains("  reentrant ", "  sleep ")
        .containsPattern("(?m)^  own-lock +a lock of one's own \\(own\\.jar\\)$");
    assertThat(listed.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  /** A name with a space, and one that looks as if it were encoded already. */
  @Test
  void foldersAndJarsMayHaveAnyName() throws IOException {
    Charset ofFileNames = Charset.forName(System.getProperty("sun.jnu.encoding"));
    String letter = ofFileNames.newEncoder().canEncode('ü') ? "ü" : "u";
    plugins = Files.createDirectory(scratch.resolve("my plug%20ins+" + letter));
    PluginJar.make(plugins, "my lock%20.jar", "LockPlugin", "acme.OwnLock", sound(Map.of()));
    CommandLineRun listed = anteroom("scenario --modes");
    assertThat(listed.code()).as(listed.err()).isZero();
    assertThat(listed.out().replaceAll("\\s+", " "))
        .contains("own-lock a lock of one's own (my lock%20.jar)");
    assertThat(run().code()).isZero();
  }

  @Test
  void eachRoomHasALockOfItsOwnWhereTheLineIsPerRoom() throws IOException {
    lock();
    CommandLineRun run = run("--line", "per-room", "--choice", "shortest");
    assertThat(run.code()).as(run.err() + run.out()).isZero();
    assertThat(run.out()).contains("line per-room");
  }

  @Test
  void whatIsDeclaredDecidesWhatIsAllowed() throws IOException {
    lock();
    assertThat(run("--patience", "fixed:1s").err())
        .contains("a wait in mode own-lock can't be given up");
    assertThat(anteroom("simulate --mode own-lock").err())
        .contains(
            "it can't be simulated: plugin own-lock does not say in which order persons get"
                + " rooms");
  }

  @Test
  void aJvmOfItsOwnKnowsItToo() throws IOException {
    lock();
    CommandLineRun forked = run("--fork");
    assertThat(forked.code()).as(forked.err() + forked.out()).isZero();
    assertThat(forked.out()).contains("mode own-lock");
    CommandLineRun report =
        CommandLineRun.of("report", only(scratch.resolve("results")).toString());
    assertThat(report.code()).as(report.err()).isZero();
    assertThat(report.out()).as("without the plugin").contains("mode own-lock");
  }

  private static Path only(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void itIsSweptAndResumed() throws IOException {
    lock();
    CommandLineRun swept =
        anteroom(
            "sweep --persons 5 --hold fixed:1ms --quiet --out " + scratch.resolve("swept"),
            "--grid",
            "mode=semaphore,own-lock");
    assertThat(swept.code()).as(swept.err() + swept.out()).isZero();
    Path folder = only(scratch.resolve("swept"));
    CommandLineRun again = CommandLineRun.of("sweep", "--quiet", "--resume", folder.toString());
    assertThat(again.code()).as(again.err() + again.out()).isZero();
  }

  @Test
  void aPlanIsVerifiedWithIt() throws IOException {
    String order =
        "public io.anteroom.modes.spi.WaitingOrder order() {"
            + " return io.anteroom.modes.spi.WaitingOrder.BARGING; }\n";
    PluginJar.make(
        plugins,
        "own.jar",
        "LockPlugin",
        "acme.OwnLock",
        sound(Map.of()).replace("public RoomLock open", order + "public RoomLock open"));
    CommandLineRun plan =
        anteroom(
            "plan --mode own-lock --arrivals poisson:50/s --hold exponential:20ms --verify"
                + " --verify-duration 1s --quiet",
            "--slo",
            "wait.p50 < 10s");
    assertThat(plan.code()).as(plan.err() + plan.out()).isZero();
    assertThat(plan.out()).contains("mode own-lock", "real");
  }

  /** What a process that ends well prints of the modes of these folders. */
  private static String listing(String folders) throws IOException, InterruptedException {
    ProcessBuilder listing =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "io.anteroom.cli.Main",
            "scenario",
            "--modes");
    listing.environment().put("ANTEROOM_PLUGINS", folders);
    Process process = listing.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  @Test
  void oneThatLeavesAThreadIsNotWaitedFor() throws IOException, InterruptedException {
    lock(
        "constructor",
        "new Thread(() -> { while (true) java.util.concurrent.locks.LockSupport.park();"
            + " }).start();");
    assertThat(listing(plugins.toString())).contains("a lock of one's own");
  }

  @Test
  void theVariableNamesFoldersToo() throws IOException, InterruptedException {
    lock();
    Path second = Files.createDirectory(scratch.resolve("second"));
    PluginJar.make(
        second, "other.jar", "LockPlugin", "acme.OwnLock", sound(Map.of("name", "other-lock")));
    String said = listing(plugins + File.pathSeparator + second);
    assertThat(said)
        .as("two classes of one name, each from its folder")
        .contains("a lock of one's own (own.jar)", "a lock of one's own (other.jar)");
  }

  @Test
  void itSeesNothingOfAnteroomButTheInterfaces() throws IOException {
    for (String hidden : List.of("org.HdrHistogram.Histogram", "io.anteroom.scenario.Scenario")) {
      lock("open", "Class.forName(\"" + hidden + "\");");
      assertEnds(run(), ExitCode.FAULT, "open threw java.lang.ClassNotFoundException: " + hidden);
    }
  }

  @Test
  void itsModeIsUnknownWithoutIt() throws IOException {
    lock();
    CommandLineRun without = CommandLineRun.of("run", "--mode", "own-lock");
    without.assertRefused();
    assertThat(without.err()).contains("mode can't be \"own-lock\"");
  }

  @Test
  void aFolderWithoutPluginsIsRefused() throws IOException {
    assertEnds(run(), ExitCode.USAGE, "no plugin in it; its jars have to name one in META-INF");
    Files.writeString(plugins.resolve("broken.jar"), "not a jar");
    assertEnds(run(), ExitCode.USAGE, "broken.jar is not a jar");
    Files.delete(plugins.resolve("broken.jar"));
    Files.delete(plugins);
    assertEnds(run(), ExitCode.USAGE, ": it is not a folder");
  }

  @Test
  void oneThatThrowsInItsConstructorIsRefused() throws IOException {
    lock("constructor", "if (true) throw new IllegalStateException(\"no config\\nat all\");");
    assertEnds(
        run(),
        ExitCode.USAGE,
        "plugin acme.OwnLock (own.jar): constructor threw java.lang.IllegalStateException: no"
            + " config at all at acme.OwnLock.<init>(OwnLock.java:");
  }

  @Test
  void oneOfAnotherVersionIsRefused() throws IOException {
    lock("version", "2");
    assertEnds(
        run(),
        ExitCode.USAGE,
        "plugin acme.OwnLock (own.jar): it was built for version 2 of io.anteroom.modes.spi, and"
            + " this is version 1; build it anew");
  }

  @Test
  void oneWithANameThatIsTakenOrNoneIsRefused() throws IOException {
    lock("name", "semaphore");
    assertEnds(run(), ExitCode.USAGE, "there is another mode or activity of that name");
    lock("name", "own lock");
    assertEnds(run(), ExitCode.USAGE, "its name can't be \"own lock\"; allowed: a letter, then");
  }

  @Test
  void oneThatLacksAClassIsRefused() throws IOException {
    PluginJar.make(plugins, "own.jar", "LockPlugin", "acme.Gone", "package acme; class Other {}");
    assertEnds(run(), ExitCode.USAGE, "acme.Gone");
  }

  @Test
  void oneThatThrowsWhileItRunsEndsTheRun() throws IOException {
    lock("open", "if (true) throw new java.io.IOException(\"no such host\");");
    assertEnds(
        run(),
        ExitCode.FAULT,
        "plugin own-lock (own.jar): open threw java.io.IOException: no such host");
    lock("enter", "if (true) throw new AssertionError(\"enter\");");
    assertEnds(run(), ExitCode.FAULT, "(own.jar): enter threw java.lang.AssertionError: enter at");
    lock("leave", "if (true) throw new Exception(\"leave\");");
    assertEnds(run(), ExitCode.FAULT, "(own.jar): leave threw java.lang.Exception: leave at acme");
    lock("close", "throw new Exception(\"close\");");
    assertEnds(run(), ExitCode.FAULT, "(own.jar): close threw java.lang.Exception: close at acme");
  }

  @Test
  void oneThatThrowsInAnotherJvmEndsTheRunThere() throws IOException {
    lock("leave", "if (left.incrementAndGet() > 100) throw new Exception(\"leave\");");
    CommandLineRun forked = run("--fork");
    assertThat(forked.code()).isEqualTo(ExitCode.FAULT);
    assertThat(forked.err()).contains("(own.jar): leave threw java.lang.Exception: leave");
  }

  @Test
  void oneThatLosesAllRoomsIsStuck() throws IOException {
    lock("leave", "if (left.incrementAndGet() > 20) return;");
    CommandLineRun run = run();
    assertThat(run.code()).as(run.err() + run.out()).isEqualTo(ExitCode.STUCK);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("stuck", "The mode is a plugin's: it has lost rooms, or does not wake up");
  }

  @Test
  void oneThatLosesARoomIsInvalid() throws IOException {
    lock("leave", "if (left.incrementAndGet() == 20) return;");
    CommandLineRun run = run();
    assertThat(run.code()).as(run.err() + run.out()).isEqualTo(ExitCode.SATURATED_OR_INVALID);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "check rooms-found failed: when all had left, the mode let in 3 persons at once, and"
                + " there are 4 rooms");
  }

  @Test
  void oneThatLetsTooManyInIsInvalid() throws IOException {
    lock("permits", "rooms + 1");
    CommandLineRun run = run();
    assertThat(run.code()).as(run.err() + run.out()).isEqualTo(ExitCode.SATURATED_OR_INVALID);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("check mutual-exclusion failed: persons entered occupied rooms")
        .contains("the mode let in 5 persons at once, and there are 4 rooms");
  }

  @Test
  void oneThatBlocksForEverIsStuck() throws IOException {
    for (String where : List.of("enter", "leave")) {
      lock(where, "if (left.incrementAndGet() > 5) new CountDownLatch(1).await();");
      CommandLineRun run = run();
      assertThat(run.code()).as(run.err() + run.out()).isEqualTo(ExitCode.STUCK);
      assertThat(run.out()).contains("stuck");
    }
  }

  private static final String POOL =
      """
      package acme;

      import io.anteroom.modes.spi.PoolPlugin;
      import io.anteroom.modes.spi.RoomPool;
      import java.util.concurrent.Semaphore;

      public final class OwnPool implements PoolPlugin<Object> {
        public String name() { return "own-lock"; }
        public String summary() { return "a pool of one's own"; }
        public int version() { return VERSION; }
        public RoomPool<Object> open(int rooms) {
          Semaphore permits = new Semaphore(rooms);
          Object same = new Object();
          return new RoomPool<>() {
            public Object borrow(long patienceNanos) throws Exception {
              permits.acquire();
              return @lent@;
            }
            public void giveBack(Object resource) { permits.release(); }
          };
        }
      }
      """;

  @Test
  void aPoolThatLendsOneThingTwiceIsInvalid() throws IOException {
    PluginJar.make(
        plugins, "own.jar", "PoolPlugin", "acme.OwnPool", POOL.replace("@lent@", "new Object()"));
    CommandLineRun sound = run();
    assertThat(sound.code()).as(sound.err() + sound.out()).isZero();
    PluginJar.make(
        plugins, "own.jar", "PoolPlugin", "acme.OwnPool", POOL.replace("@lent@", "same"));
    CommandLineRun run = run();
    assertThat(run.code()).as(run.err() + run.out()).isEqualTo(ExitCode.SATURATED_OR_INVALID);
    assertThat(run.out()).contains("mutual-exclusion failed");
  }

  private static final String ACTIVITY =
      """
      package acme;

      import io.anteroom.modes.spi.ActivityPlugin;
      import io.anteroom.modes.spi.RoomCall;

      public final class OwnCall implements ActivityPlugin {
        public String name() { return "own-call"; }
        public String summary() { return "a call of one's own"; }
        public int version() { return VERSION; }
        public RoomCall open() { return holdNanos -> { @perform@ }; }
      }
      """;

  private CommandLineRun call(String perform) throws IOException {
    PluginJar.make(
        plugins,
        "own.jar",
        "ActivityPlugin",
        "acme.OwnCall",
        ACTIVITY.replace("@perform@", perform));
    return run("--mode", "semaphore", "--activity", "own-call");
  }

  @Test
  void anActivityOfOnesOwnTakesAsLongAsItTakes() throws IOException {
    CommandLineRun run = call("Thread.sleep(20);");
    assertThat(run.code()).as(run.err() + run.out()).isZero();
    assertThat(run.out()).contains("(own-call)").containsPattern("hold +(2|3|4|5)\\d(\\.\\d+)?ms");
  }

  @Test
  void anActivityThatThrowsEndsTheRun() throws IOException {
    assertEnds(
        call("throw new java.io.IOException(\"503\");"),
        ExitCode.FAULT,
        "plugin own-call (own.jar): perform threw java.io.IOException: 503 at acme.OwnCall");
  }

  @Test
  void anActivityThatBlocksForEverIsStuck() throws IOException {
    CommandLineRun run = call("new java.util.concurrent.CountDownLatch(1).await();");
    assertThat(run.code()).as(run.err() + run.out()).isEqualTo(ExitCode.STUCK);
  }
}
