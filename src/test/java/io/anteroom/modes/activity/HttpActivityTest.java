package io.anteroom.modes.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.Persons.Person;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.scenario.InvalidScenarioException;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of a server that is not in this process. */
final class HttpActivityTest {
  /** A server of the user's: gives the same answer to everybody; an empty one is none. */
  private static final class UsersServer implements AutoCloseable {
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final ServerSocket listener;
    private final Thread serving;
    private volatile String answer;

    UsersServer(String answer, int port) throws IOException {
      this.answer = answer;
      listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
      serving = Thread.ofPlatform().daemon().start(this::serve);
    }

    String url(String rest) {
      return "http://127.0.0.1:" + listener.getLocalPort() + rest;
    }

    private void serve() {
      while (!listener.isClosed()) {
        try {
          Socket caller = listener.accept();
          Thread.ofVirtual().start(() -> serve(caller));
        } catch (IOException closed) {
          return;
        }
      }
    }

    private void serve(Socket caller) {
      try (caller) {
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        for (String line; (line = in.readLine()) != null; ) {
          if (line.startsWith("GET ")) {
            requests.add(line);
          } else if (line.isEmpty()) {
            caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            if (answer.startsWith("broken")) {
              return;
            }
          }
        }
      } catch (IOException gone) {
        // The caller's end is closed.
      }
    }

    @Override
    public void close() throws IOException {
      listener.close();
      try {
        serving.join();
      } catch (InterruptedException interruption) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static final String EMPTY_OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

  @Test
  void callsTheUrlWithTheHoldInSeconds() throws Exception {
    try (UsersServer server = new UsersServer(EMPTY_OK, 0);
        RoomActivity activity = create(server.url("/wait?s={hold}&b={hold}"))) {
      activity.perform(1_500_000);
      assertThat(server.requests).containsExactly("GET /wait?s=0.0015&b=0.0015 HTTP/1.1");
      activity.perform(0);
      assertThat(server.requests).hasSize(1);
      activity.perform(TimeUnit.SECONDS.toNanos(100));
      assertThat(server.requests).contains("GET /wait?s=100&b=100 HTTP/1.1");
    }
  }

  @Test
  void aUrlWithoutTheHoldIsCalledForEveryVisit() throws Exception {
    try (UsersServer server = new UsersServer(EMPTY_OK, 0);
        RoomActivity activity = create(server.url("/"))) {
      activity.perform(0);
      activity.perform(1000);
      assertThat(server.requests).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 503})
  void aStatusFrom400OnIsAFailedCall(int status) throws Exception {
    String answer = "HTTP/1.1 %d Well\r\nContent-Length: 0\r\n\r\n".formatted(status);
    try (UsersServer server = new UsersServer(answer, 0);
        RoomActivity activity = create(server.url("/"))) {
      assertFails(activity, "status " + status);
      assertFails(activity, "status " + status);
    }
  }

  @Test
  void aRedirectIsAnAnswerAndNotFollowed() throws Exception {
    String answer = "HTTP/1.1 302 Found\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n";
    try (UsersServer server = new UsersServer(answer, 0);
        RoomActivity activity = create(server.url("/"))) {
      activity.perform(1);
      assertThat(server.requests).containsExactly("GET / HTTP/1.1");
    }
  }

  @Test
  void anAnswerThatIsNoHttpIsAFailedCallOfAShortKind() throws Exception {
    try (UsersServer server = new UsersServer("broken" + "!".repeat(100) + "\r\n", 0);
        RoomActivity activity = create(server.url("/"))) {
      assertThatThrownBy(() -> activity.perform(1))
          .isInstanceOfSatisfying(
              CallFailedException.class,
              failure -> assertThat(failure.kind()).contains("broken!!").hasSize(80));
    }
  }

  @Test
  void aCallWithoutAnAnswerIsGivenUp() throws Exception {
    try (UsersServer server = new UsersServer("", 0);
        RoomActivity activity = create(server.url("/"), ScenarioKey.STUCK_AFTER, "200ms")) {
      assertFails(activity, "no answer within 0.1 s");
      Persons.awaitLost(activity);
      assertThat(activity.lost())
          .startsWith("Nobody could reach the server for ")
          .endsWith("s: no answer within 0.1 s.");
    }
  }

  @Test
  @Timeout(60)
  void anErrorIsAnAnswerSoTheServerIsNotLost() throws Exception {
    try (UsersServer server = new UsersServer("", 0);
        RoomActivity activity = create(server.url("/"), ScenarioKey.STUCK_AFTER, "200ms")) {
      assertFails(activity, "no answer within 0.1 s");
      Persons.awaitLost(activity);
      server.answer = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n";
      CallFailedException failure;
      do {
        failure = catchThrowableOfType(CallFailedException.class, () -> activity.perform(1));
      } while (failure.kind().startsWith("no answer"));
      assertThat(failure.kind()).isEqualTo("status 503");
      assertThat(activity.lost()).isNull();
    }
  }

  @Test
  void whereTheServerDoesNotKnowTheHoldItIsNotWaitedFor() throws Exception {
    try (UsersServer server = new UsersServer("", 0);
        RoomActivity activity = create(server.url("/"), ScenarioKey.STUCK_AFTER, "200ms")) {
      assertThatThrownBy(Persons.enter(activity, Persons.ENDLESS_NANOS)::stayNanos)
          .hasRootCauseInstanceOf(HttpTimeoutException.class);
    }
  }

  @Test
  void theHoldIsWaitedForBeforeACallIsGivenUp() throws Exception {
    try (UsersServer server = new UsersServer("", 0);
        RoomActivity activity = create(server.url("/{hold}"), ScenarioKey.STUCK_AFTER, "200ms")) {
      long startNanos = System.nanoTime();
      assertThatThrownBy(() -> activity.perform(300_000_000))
          .hasMessage("no answer within 0.1 s after the hold");
      assertThat(System.nanoTime() - startNanos).isGreaterThanOrEqualTo(400_000_000);
    }
  }

  @Test
  void aPersonThatCanNotConnectTriesUntilItCan() throws Exception {
    UsersServer first = new UsersServer(EMPTY_OK, 0);
    int port = first.listener.getLocalPort();
    // On a busy machine even to be refused may take longer than a short run has for an answer.
    try (RoomActivity activity = create(first.url("/"), ScenarioKey.STUCK_AFTER, "6s")) {
      first.close();
      Person person = Persons.enter(activity, 1);
      Persons.awaitLost(activity);
      assertThat(activity.lost()).contains("no connection to 127.0.0.1:" + port);
      assertThat(person.stay().isDone()).isFalse();
      try (UsersServer second = new UsersServer(EMPTY_OK, port)) {
        assertThat(person.stayNanos()).isPositive();
        assertThat(second.requests).isNotEmpty();
      }
      assertThat(activity.lost()).isNull();
    }
  }

  @Test
  void aPersonThatCanNotConnectCanBeInterrupted() throws Exception {
    UsersServer server = new UsersServer(EMPTY_OK, 0);
    try (RoomActivity activity = create(server.url("/"))) {
      server.close();
      Person person = Persons.enter(activity, 1);
      Persons.awaitLost(activity);
      person.thread().interrupt();
      assertThatThrownBy(person::stayNanos)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void whereNothingListensTheScenarioIsRefused() throws Exception {
    UsersServer server = new UsersServer(EMPTY_OK, 0);
    server.close();
    String authority = URI.create(server.url("/")).getAuthority();
    assertThatThrownBy(() -> create(server.url("/")))
        .isInstanceOf(UnsupportedActivityException.class)
        .hasMessageStartingWith("url: " + authority + " can't be reached: Connection refused")
        .hasMessageEndingWith("; start the server, or correct the url");
  }

  @Test
  void anAddressInBracketsIsNoNameThatNobodyKnows() {
    assertThatThrownBy(() -> create("http://[::1]:1/"))
        .isInstanceOf(UnsupportedActivityException.class)
        .hasMessageStartingWith("url: [::1]:1 can't be reached: ")
        .hasMessageNotContaining("unknown host");
  }

  /** A socket takes its timeout as an int of milliseconds: 24.8 days. */
  @Test
  void aRunMayStandStillForAsLongAsAYear() throws Exception {
    try (UsersServer server = new UsersServer(EMPTY_OK, 0);
        RoomActivity activity = create(server.url("/"), ScenarioKey.STUCK_AFTER, "365d")) {
      activity.perform(0);
      assertThat(activity.lost()).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://shop.example/, 80",
    "https://shop.example/, 443",
    "http://shop.example:8443/, 8443",
    "https://[::1]:8443/, 8443"
  })
  void isReachedAtThePortOfItsScheme(URI url, int port) {
    assertThat(HttpActivity.port(url)).isEqualTo(port);
  }

  @Test
  void saysWhyTheServerInThisProcessEnded() throws Exception {
    Scenario scenario =
        new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2)
            .parse(Settings.none().with(ScenarioKey.ACTIVITY, "http", "the test"));
    try (RoomActivity activity = HttpActivity.open(scenario, new PersonsClock())) {
      assertThatThrownBy(() -> activity.perform(Persons.ENDLESS_NANOS))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(CallFailedException.class)
          .hasMessage("the server ended: java.lang.IllegalStateException: no time");
    }
  }

  @Test
  void whoeverIsInterruptedWhileItClosesIsSoAfterwards() throws Exception {
    try (UsersServer server = new UsersServer(EMPTY_OK, 0)) {
      RoomActivity activity = create(server.url("/"));
      activity.perform(1);
      Thread.currentThread().interrupt();
      activity.close();
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void aHostThatNobodyKnowsIsRefused() {
    assertThatThrownBy(() -> create("http://no-such-host.invalid/"))
        .isInstanceOf(UnsupportedActivityException.class)
        .hasMessage(
            "url: no-such-host.invalid can't be reached: unknown host; start the server, or correct"
                + " the url");
  }

  @Test
  void twoRunsShareNothing() throws Exception {
    try (RoomActivity other = Activities.create("http")) {
      RoomActivity one = Activities.create("http");
      one.close();
      other.perform(1);
      assertThat(System.getProperties().stringPropertyNames())
          .noneMatch(name -> name.startsWith("sun.net.httpserver"));
    }
  }

  @Test
  void theServerInThisProcessRefusesWhatItDoesNotUnderstand() throws Exception {
    try (HoldingServer server = HoldingServer.start(new WallClock(), new HttpWire());
        HttpClient client = HttpClient.newHttpClient()) {
      String root = "http://127.0.0.1:" + server.address().getPort();
      for (String path :
          new String[] {"/", "/soon", "/9999999999999999999", "/" + "1".repeat(2000)}) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path)).build();
        assertThatThrownBy(() -> client.send(request, BodyHandlers.discarding()))
            .as(path)
            .isInstanceOf(IOException.class);
      }
      HttpRequest past = HttpRequest.newBuilder(URI.create(root + "/-5")).build();
      assertThat(client.send(past, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
      assertThat(server.failure()).isNull();
    }
  }

  @Test
  void refusesAHoldThatTheUrlCannotTake() {
    assertThatThrownBy(() -> scenario("http://127.0.0.1:1/", ScenarioKey.HOLD, "fixed:5ms"))
        .isInstanceOf(InvalidScenarioException.class)
        .hasMessageContaining("let url have a {hold} for it");
  }

  @Test
  void refusesToSimulateACallOfUnknownLength() {
    assertThatThrownBy(() -> scenario("http://127.0.0.1:1/", ScenarioKey.CLOCK, "simulated"))
        .isInstanceOf(InvalidScenarioException.class)
        .hasMessageContaining("nobody knows how long it takes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:65536/",
        "http://localhost:0/",
        "http://user:secret@localhost/",
        "ftp://localhost/",
        "http://1.2.3/",
        "http://[1:2]/",
        "http://{hold}/",
        "http:///x",
        "http://localhost/a b"
      })
  void refusesWhatIsNoUrl(String url) {
    assertThatThrownBy(() -> scenario(url, ScenarioKey.SEED, "1"))
        .isInstanceOf(InvalidScenarioException.class)
        .hasMessageContaining("url can't be")
        .hasMessageContaining("an http or https URL with a port to 65535");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:65535/",
        "https://shop.example.org/a/b?c=d&e={hold}",
        "http://[::1]:8080/",
        "http://10.0.0.1?x",
        "http://a--b.example"
      })
  void takesEveryOtherUrl(String url) {
    assertThat(scenario(url, ScenarioKey.SEED, "1").stay().setting(ScenarioKey.URL)).isEqualTo(url);
  }

  private static void assertFails(RoomActivity activity, String kind) {
    assertThatThrownBy(() -> activity.perform(1))
        .isInstanceOfSatisfying(
            CallFailedException.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
  }

  private static RoomActivity create(String url) throws Exception {
    return create(url, ScenarioKey.STUCK_AFTER, "500ms");
  }

  private static RoomActivity create(String url, ScenarioKey key, String value) throws Exception {
    return RoomActivities.create(scenario(url, key, value));
  }

  private static Scenario scenario(String url, ScenarioKey key, String value) {
    return new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2)
        .parse(
            Settings.none()
                .with(ScenarioKey.ACTIVITY, "http", "the test")
                .with(ScenarioKey.URL, url, "the test")
                .with(key, value, "the test"));
  }
}
