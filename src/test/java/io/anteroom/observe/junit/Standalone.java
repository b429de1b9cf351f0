package io.anteroom.observe.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs in a JVM of its own; prints the failures, then how many tests passed and failed. */
final class Standalone {
  private Standalone() {}

  @NoPinning
  static class Fixture {
    @Test
    void pins() throws Exception {
      Pins.parkInInitialiser();
    }

    @Test
    void doesNot() throws Exception {
      Pins.sleepPlainly();
    }
  }

  public static void main(String[] args) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(Fixture.class)).build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    TestExecutionSummary summary = listener.getSummary();
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    summary.getFailures().forEach(failure -> out.println(failure.getException().getMessage()));
    out.printf(
        "passed %d failed %d%n", summary.getTestsSucceededCount(), summary.getTestsFailedCount());
  }
}
