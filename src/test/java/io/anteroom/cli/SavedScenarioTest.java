package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.anteroom.result.store.StoredRun;
import io.anteroom.scenario.ScenarioKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A results folder holds the scenario as it was given, and runs it again. */
@Timeout(60)
final class SavedScenarioTest {
  @TempDir private Path folder;

  private HttpServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  /** Options that set the key to what is not its default. */
  private String options(ScenarioKey key) throws IOException {
    return switch (key) {
      case NAME -> "--name saved";
      case PERSONS -> "--persons 3";
      case ROOMS -> "--rooms 2@0s,3@1ms --mode semaphore-fair";
      case MODE -> "--mode queue";
      case LINE -> "--line shared --mode reentrant";
      case CHOICE -> "--choice shortest";
      case ORDER -> "--order lifo --mode semaphore --clock simulated";
      case TIMEOUT -> "--timeout 7ms --mode timed";
      case RETRY -> "--retry empirical:FILE --mode try-park";
      case READERS -> "--readers 80% --mode stamped";
      case POOL -> "--pool fairness=fair --mode commons-pool2";
      case PATIENCE -> "--patience mix:50%*fixed:5s,50%*empirical:FILE";
      case ARRIVALS -> "--arrivals trace:FILE";
      case THINK -> "--think fixed:1ms --arrivals closed --visits 2";
      case LIMIT -> "--limit 3 --arrivals poisson:900/s --visits 3";
      case HOLD -> "--hold empirical:FILE";
      case SLOWDOWN -> "--slowdown at=1ms,for=2ms,factor=2";
      case ACTIVITY -> "--activity monitor";
      case JDBC_URL, JDBC_USER, JDBC_PASSWORD_FILE ->
          "--activity jdbc --jdbc-url jdbc:h2:mem:saved --jdbc-user me --jdbc-password-file FILE";
      case SQL -> "--activity jdbc --sql values(1)";
      case URL -> "--activity http --url http://127.0.0.1:" + server.getAddress().getPort();
      case VISITS -> "--visits 2";
      case DURATION -> "--duration 20ms --arrivals poisson:900/s";
      case WARMUP -> "--warmup auto --arrivals poisson:900/s --visits 500 --clock simulated";
      case CARRIERS -> "--carriers 3";
      case SEED -> "--seed 7";
      case CLOCK -> "--clock simulated";
      case REPLICATIONS -> "--replications 3 --clock simulated";
      case STUCK_AFTER -> "--stuck-after 7s";
      case JFR -> "--jfr contention";
      case EXPECT -> "--expect hold.mean>=0ms --expect wait.p50<9s";
    };
  }

  @ParameterizedTest
  @EnumSource(ScenarioKey.class)
  void aKeyComesBackFromTheResultsFolderAndRunsAgain(ScenarioKey key) throws IOException {
    Path base = Files.writeString(folder.resolve("base.yaml"), "persons: 4\nrooms: 2\njfr: off");
    Path file = Files.writeString(folder.resolve("listed.txt"), "1ms\n2ms\n");
    String options = options(key).replace("FILE", relative(file).toString());
    assertThat(options).contains("--" + key.word() + " ");

    String given = scenario(base + " " + options);
    Path first = run(base + " " + options, "first");
    String saved = scenario(first.toString());
    Path second = run(first.resolve("scenario.yaml").toString(), "second");

    assertThat(withoutPlaces(saved)).isEqualTo(withoutPlaces(given)).contains(key.word() + ":");
    assertThat(scenario(second.toString())).isEqualTo(saved);
    assertThat(checksum(second)).isEqualTo(checksum(first));
  }

  private static String scenario(String arguments) {
    CommandLineRun run = command("scenario " + arguments);
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
  }

  private Path run(String arguments, String out) throws IOException {
    Path place = folder.resolve(out);
    CommandLineRun run = command("run --out " + place + " " + arguments);
    assertThat(run.code()).as(run.err()).isNotEqualTo(ExitCode.USAGE);
    try (Stream<Path> folders = Files.list(place)) {
      return folders.findFirst().orElseThrow();
    }
  }

  private static CommandLineRun command(String line) {
    return CommandLineRun.of(line.split(" ", -1));
  }

  /** As a user in the folder of the project would name it. */
  private static Path relative(Path file) {
    return Path.of("").toAbsolutePath().relativize(file.toAbsolutePath());
  }

  /** Files are copied beside the scenario, and a password's is named where it is. */
  private static String withoutPlaces(String scenario) {
    return scenario.replaceAll("(empirical:|trace:|password-file: )\"?[^\"\\n,]+\"?", "$1FILE");
  }

  private static String checksum(Path run) throws IOException {
    return StoredRun.RESULT.read(run.resolve("result.json")).scheduleChecksum();
  }
}
