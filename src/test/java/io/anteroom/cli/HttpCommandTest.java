package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Activity http as a user sees it. */
final class HttpCommandTest {
  @TempDir private Path folder;

  @Test
  void aScenarioCallsTheServerThatItsFileNames() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(calls.incrementAndGet() % 4 == 0 ? 503 : 204, -1);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/orders";
      Path file = folder.resolve("shop.yaml");
      Files.writeString(file, "activity: http\nurl: " + url + "\nrooms: 2\nvisits: 2\njfr: off\n");
      CommandLineRun run = run(file.toString(), "--persons", "10", "--expect", "failed < 1%");
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.EXPECTATION_NOT_MET);
      assertThat(run.out())
          .contains("hold what the call takes (http)", "5 of the completed visits · 5 status 503")
          .contains("failed < 1%");
      assertThat(calls).hasValue(20);
      assertThat(written()).contains("url: " + url).doesNotContain("hold:");
    } finally {
      server.stop(0);
    }
  }

  private String written() throws IOException {
    try (var files = Files.walk(folder.resolve("out"))) {
      return Files.readString(
          files.filter(file -> file.endsWith("scenario.yaml")).findFirst().orElseThrow());
    }
  }

  @Test
  void withoutAUrlAServerInThisProcessHoldsTheRooms() {
    CommandLineRun run =
        run("--activity", "http", "--persons", "5", "--hold", "fixed:1ms", "--jfr", "off");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("hold fixed:1ms (http)").doesNotContain("failed");
  }

  @Test
  void aUrlThatCanNotBeCalledIsRefusedInOneLine() {
    run("--activity", "http", "--url", "http://localhost:65536/").assertRefused();
    run("--activity", "http", "--url", "http://127.0.0.1:1/").assertRefused();
    run("--url", "http://127.0.0.1:1/").assertRefused();
  }

  private CommandLineRun run(String... options) {
    String[] words = new String[options.length + 3];
    words[0] = "run";
    System.arraycopy(options, 0, words, 1, options.length);
    words[options.length + 1] = "--out";
    words[options.length + 2] = folder.resolve("out").toString();
    return CommandLineRun.of(words);
  }
}
