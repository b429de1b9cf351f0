package io.anteroom.observe.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs classes of tests as JUnit does, and tells how each test ended. */
final class TestRun {
  private final EngineExecutionResults results;

  private TestRun(EngineExecutionResults results) {
    this.results = results;
  }

  static TestRun of(Class<?>... classes) {
    return with(Map.of(), classes);
  }

  static TestRun with(Map<String, String> configuration, Class<?>... classes) {
    return new TestRun(
        EngineTestKit.engine("junit-jupiter")
            .selectors(Stream.of(classes).map(type -> selectClass(type)).toList())
            .configurationParameters(configuration)
            .execute());
  }

  /** How many tests ran and passed. */
  long passed() {
    return results.testEvents().succeeded().count();
  }

  /** How many tests failed. */
  long failed() {
    return results.testEvents().failed().count();
  }

  /** How many tests were aborted. */
  long aborted() {
    return results.testEvents().aborted().count();
  }

  /** Whether all of them passed, of which there is at least one. */
  boolean allPassed() {
    return passed() > 0 && failed() == 0 && aborted() == 0;
  }

  /** The failure of the one test that failed whose name holds the text. */
  Throwable failure(String name) {
    return results
        .testEvents()
        .failed()
        .filter(event -> event.getTestDescriptor().getDisplayName().contains(name))
        .map(TestRun::failure)
        .reduce(
            (one, other) -> {
              throw new AssertionError("several tests failed: " + name);
            })
        .orElseThrow(() -> new AssertionError("no test failed: " + name));
  }

  private static Throwable failure(Event event) {
    return event.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow();
  }

  /** The message of {@link #failure}. */
  String message(String name) {
    return String.valueOf(failure(name).getMessage());
  }
}
