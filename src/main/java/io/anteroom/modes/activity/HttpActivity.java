package io.anteroom.modes.activity;

import io.anteroom.modes.clock.NanoClock;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.modes.connection.Outage;
import io.anteroom.scenario.ActivityTraits;
import io.anteroom.scenario.CallMark;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Scenario.Stay;
import io.anteroom.scenario.ScenarioKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the answer to a GET, by the JDK's {@link HttpClient}, with HTTP/1.1 and through no
 * proxy: of a server in this process that answers when the hold is over, or of the user's. Safe for
 * any number of threads.
 *
 * <p>A person that can't connect tries again until it can or is interrupted. One that gets no
 * answer in time gives the call up.
 */
final class HttpActivity implements RoomActivity {
  static final ActivityType TYPE =
      new ActivityType(
          new ActivityTraits(
              "http", "Waits for the answer to an HTTP call", List.of(ScenarioKey.URL)),
          scenario -> open(scenario, new WallClock()));

  private static final int FIRST_ERROR = 400;
  private static final int LONGEST_REASON = 80;
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);

  /**
   * What is called.
   *
   * @param address where, for a hold in nanoseconds
   * @param holdIsDrawn whether the address has the hold in it
   * @param own the server, if it is in this process
   */
  private record Called(
      LongFunction<URI> address, boolean holdIsDrawn, @Nullable HoldingServer own) {}

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();

  private final NanoClock clock;
  private final Called called;
  private final Duration longestOutage;
  private final Outage outage;

  private HttpActivity(NanoClock clock, Called called, Duration longestOutage) {
    this.clock = clock;
    this.called = called;
    this.longestOutage = longestOutage;
    this.outage = new Outage(longestOutage.toNanos(), clock);
  }

  static RoomActivity open(Scenario scenario, NanoClock clock)
      throws UnsupportedActivityException, IOException {
    Duration longestOutage = scenario.conduct().stuckAfter().dividedBy(2);
    String url = scenario.stay().setting(ScenarioKey.URL);
    Called called = url == null ? inThisProcess(clock) : users(url, scenario.stay(), longestOutage);
    return new HttpActivity(clock, called, longestOutage);
  }

  private static Called inThisProcess(NanoClock clock) throws IOException {
    HoldingServer server = HoldingServer.start(clock, new HttpWire());
    String root =
        "http://%s:%d"
            .formatted(server.address().getAddress().getHostAddress(), server.address().getPort());
    return new Called(
        holdNanos -> URI.create(root + HttpWire.path(clock.nanoTime() + holdNanos)), true, server);
  }

  private static Called users(String url, Stay stay, Duration longest)
      throws UnsupportedActivityException {
    LongFunction<URI> address =
        holdNanos -> URI.create(url.replace(CallMark.IN_URL, seconds(holdNanos)));
    requireListener(address.apply(0), longest);
    return new Called(address, stay.holdIsDrawn(), null);
  }

  private static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos).movePointLeft(9).stripTrailingZeros().toPlainString();
  }

  /** Connects once, so that a wrong URL is refused before the run. */
  private static void requireListener(URI address, Duration longest)
      throws UnsupportedActivityException {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(address.getHost(), port(address)),
          Math.clamp(longest.toMillis(), 1, Integer.MAX_VALUE));
    } catch (IOException refusal) {
      throw new UnsupportedActivityException(
          "url: %s can't be reached: %s; start the server, or correct the url"
              .formatted(address.getAuthority(), reason(refusal)),
          refusal);
    }
  }

  /** The port of a URL, or the usual one of its scheme. */
  static int port(URI address) {
    int usual = address.getScheme().equals("https") ? 443 : 80;
    return address.getPort() < 0 ? usual : address.getPort();
  }

  @Override
  public @Nullable String lost() {
    return outage.lost("the server");
  }

  @Override
  public void perform(long holdNanos) throws InterruptedException, IOException {
    if (called.holdIsDrawn() && holdNanos <= 0) {
      return;
    }
    long drawnNanos = called.holdIsDrawn() ? holdNanos : 0;
    HttpRequest request =
        HttpRequest.newBuilder(called.address().apply(drawnNanos))
            .timeout(longestOutage.plusNanos(drawnNanos))
            .build();
    HttpResponse<Void> response = answer(request);
    outage.isOver();
    if (response.statusCode() >= FIRST_ERROR) {
      throw new CallFailedException("status " + response.statusCode(), null);
    }
  }

  private HttpResponse<Void> answer(HttpRequest request) throws InterruptedException, IOException {
    while (true) {
      try {
        return client.send(request, BodyHandlers.discarding());
      } catch (IOException failure) {
        failed(request, failure);
      }
      clock.sleepNanos(Outage.PAUSE_NANOS);
    }
  }

  /** Returns where another try may go better. */
  private void failed(HttpRequest request, IOException failure) throws IOException {
    if (called.own() != null) {
      Exception end = called.own().failure();
      throw end == null ? failure : new IOException("the server ended: " + end, failure);
    }
    if (failure instanceof HttpTimeoutException) {
      String kind =
          "no answer within %.1f s%s"
              .formatted(
                  longestOutage.toNanos() / 1e9, called.holdIsDrawn() ? " after the hold" : "");
      outage.begins(kind);
      throw new CallFailedException(kind, failure);
    }
    if (!(failure instanceof ConnectException)) {
      throw new CallFailedException(reason(failure), failure);
    }
    outage.begins("no connection to " + request.uri().getAuthority());
  }

  private static String reason(IOException failure) {
    if (failure instanceof UnknownHostException) {
      return "unknown host";
    }
    String message = failure.getMessage();
    String reason = message == null ? failure.getClass().getSimpleName() : message;
    return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
  }

  @Override
  public void close() throws IOException {
    client.shutdownNow();
    try {
      if (!client.awaitTermination(LONGEST_CLOSE)) {
        throw new IOException("the HTTP client did not end within " + LONGEST_CLOSE);
      }
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    } finally {
      if (called.own() != null) {
        called.own().close();
      }
    }
  }
}
