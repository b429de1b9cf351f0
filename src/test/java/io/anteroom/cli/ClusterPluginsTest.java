package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.plugins.PluginJar;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plugins do not travel: the workers that have the same ones run the cells. */
class ClusterPluginsTest extends ClusterSetUp {
  private static final String LOCK =
      """
      package acme;

      import io.anteroom.modes.spi.LockPlugin;
      import io.anteroom.modes.spi.RoomLock;
      import io.anteroom.modes.spi.WaitingOrder;
      import java.util.concurrent.Semaphore;

      public final class OwnLock implements LockPlugin {
        public String name() { return "own-lock"; }
        public String summary() { return "a lock of one's own"; }
        public int version() { return VERSION; }
        public WaitingOrder order() { return WaitingOrder.IN_LINE; }
        public RoomLock open(int rooms) {
          Semaphore permits = new Semaphore(rooms, true);
          return new RoomLock() {
            public boolean enter(long patienceNanos) throws InterruptedException {
              permits.acquire();
              return true;
            }
            public void leave() { permits.release(); }
          };
        }
      }
      """;

  private Path plugins;
  private Path ofTheWorker;

  @BeforeEach
  void makePlugins() throws IOException {
    plugins = Files.createDirectory(folder.resolve("plugins"));
    Path jar = PluginJar.make(plugins, "own.jar", "LockPlugin", "acme.OwnLock", LOCK);
    ofTheWorker = Files.createDirectory(folder.resolve("plugins-of-the-worker"));
    Path unused = Files.copy(jar, ofTheWorker.resolve("own.jar"));
  }

  @Test
  void aWorkerWithoutThemDoesNotRunTheCellsAndOneWithTheSameDoes()
      throws IOException, InterruptedException, SQLException {
    Process without = programs.worker(1);
    programs.await("select count(*) from anteroom_workers", 1, without);
    StringWriter said = new StringWriter();
    CompletableFuture<Integer> sweep =
        CompletableFuture.supplyAsync(
            () ->
                Main.run(
                    new PrintWriter(new StringWriter()),
                    new PrintWriter(said),
                    new Terminal(true, 100, false, true),
                    sweep(folder.resolve("cluster"), "--cluster", programs.url())));
    while (!said.toString().contains("no worker has these plugins: start one with --plugins")) {
      assertThat(sweep).as(said.toString()).isNotDone();
      assertThat(without.waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
    }
    Process unused = workerWithPlugins();
    assertThat(sweep.join()).as(said.toString()).isZero();
    assertThat(CommandLineRun.of(sweep(folder.resolve("local"))).code()).isZero();
    assertThat(table("cluster")).isEqualTo(table("local"));
    assertThat(CommandLineRun.of("cluster", "--cluster", programs.url()).out())
        .containsPattern("plugins [0-9a-f]{8}");
  }

  @Test
  void inRealTimeTheWorkersOwnPluginsAreTaken() throws IOException {
    Process unused = workerWithPlugins();
    Path out = folder.resolve("forks");
    CommandLineRun run =
        CommandLineRun.of(
            "run --mode own-lock --persons 20 --rooms 2 --visits 5 --hold fixed:1ms --forks 1"
                .concat(" --quiet --out " + out + " --plugins " + plugins)
                .concat(" --cluster " + programs.url())
                .split(" "));
    assertThat(run.code()).as(run.err()).isZero();
    try (Stream<Path> files = Files.walk(out)) {
      assertThat(files.filter(file -> file.endsWith("scenario.yaml")))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(file).content().contains("own-lock"));
    }
  }

  private Process workerWithPlugins() throws IOException {
    Stream<String> words =
        Stream.concat(
            Stream.of(ClusterPrograms.workerWords(2, programs.url())),
            Stream.of("--plugins", ofTheWorker.toString()));
    return programs.start(words.toArray(String[]::new));
  }

  private String[] sweep(Path out, String... more) {
    List<String> words =
        List.of(
            "sweep --grid rooms=1..2+1 --mode own-lock --clock simulated --persons 20 --visits 5"
                .concat(" --hold exponential:5ms --out " + out + " --plugins " + plugins)
                .split(" "));
    return Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new);
  }

  private String table(String out) throws IOException {
    return Files.readString(ClusterPrograms.only(folder.resolve(out)).resolve("cells.csv"));
  }
}
