package io.anteroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.anteroom.modes.spi.LockPlugin;
import io.anteroom.modes.spi.PluginException;
import io.anteroom.modes.spi.RoomLock;
import io.anteroom.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** Anteroom as a library: what a program sees of it. */
class AnteroomTest {
  private static final String EXAMPLE = "io.anteroom.example.CheckoutPoolExample";

  private static ScenarioBuilder erlang() {
    return Anteroom.scenario()
        .name("desk")
        .mode("semaphore-fair")
        .rooms(8)
        .arrivals("poisson:300/s")
        .hold("exponential:20ms")
        .duration(Duration.ofMinutes(10))
        .warmup("10%");
  }

  private static Path project() {
    return Path.of(System.getProperty("anteroom.project"));
  }

  /** A machine that is too busy may miss the objective; then the test says so. */
  @Test
  void theExampleHoldsAPoolOfTheUsersToItsObjective() {
    List<Event> ends =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(EXAMPLE))
            .execute()
            .testEvents()
            .filter(event -> event.getType() == EventType.FINISHED)
            .toList();
    assertThat(ends).hasSize(1);
    ends.getFirst()
        .getPayload(org.junit.platform.engine.TestExecutionResult.class)
        .flatMap(org.junit.platform.engine.TestExecutionResult::getThrowable)
        .ifPresent(
            failure ->
                assertThat(failure)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("wait.p99 < 50ms"));
  }

  @Test
  void thePageShowsTheExample() throws IOException {
    String example =
        Files.readString(
            project().resolve("src/test/java").resolve(EXAMPLE.replace('.', '/') + ".java"));
    String page = Files.readString(project().resolve("README.md"));
    List<String> shown =
        example
            .substring(example.indexOf("    CheckoutPool pool"), example.indexOf("  }\n}"))
            .lines()
            .map(String::strip)
            .toList();
    assertThat(page.lines().map(String::strip)).containsSubsequence(shown);
  }

  @Test
  void aSimulationGivesWhatTheoryDoes() throws InterruptedException {
    RunSummary summary = Anteroom.simulate(erlang().expect("wait.p99 < 50ms").build());
    assertThat(summary.met()).isTrue();
    assertThat(summary.verdict()).startsWith("objective met: wait.p99 < 50ms");
    assertThat(summary.requireMet()).isSameAs(summary);
    // Erlang C: 35.8 ms at p99, and three quarters of the rooms in use.
    assertThat(summary.duration("wait.p99").orElseThrow())
        .isBetween(Duration.ofMillis(33), Duration.ofMillis(39));
    assertThat(summary.metric("utilisation").orElseThrow()).isBetween(0.74, 0.76);
    assertThat(summary.text()).startsWith("desk\n").contains("M/M/8");
  }

  @Test
  void whatIsNotMetIsAnError() throws InterruptedException {
    RunSummary summary = Anteroom.simulate(erlang().expect("wait.p99 < 1ms").build());
    assertThat(summary.met()).isFalse();
    assertThatThrownBy(summary::requireMet)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("objective missed: wait.p99 < 1ms")
        .hasMessageContaining("theory");
  }

  @Test
  void aPlanFindsTheFewestRooms() throws InterruptedException {
    PlanSummary plan = Anteroom.plan(erlang().rooms(1).expect("wait.p99 < 50ms").build());
    assertThat(plan.rooms()).hasValue(8);
    assertThat(plan.text()).startsWith("8 rooms meet wait.p99 < 50ms by the exact formula");
    assertThat(plan.json()).contains("\"answer\": 8");
  }

  @Test
  void aPlanWithoutAnAnswerSaysWhy() throws InterruptedException {
    PlanSummary plan = Anteroom.plan(erlang().expect("response.p99 < 1ms").build());
    assertThat(plan.rooms()).isEmpty();
    assertThat(plan.explanation()).startsWith("no number of rooms meets response.p99 < 1ms");
  }

  @Test
  void aRunIsSavedAsAResultsFolder(@TempDir Path results) throws InterruptedException, IOException {
    Scenario scenario =
        Anteroom.scenario().name("own").persons(20).rooms(4).hold("fixed:1ms").visits(2).build();
    RunSummary run = Anteroom.run(scenario);
    assertThat(run.metric("abandoned")).hasValue(0);
    Path folder = run.save(results);
    assertThat(folder.getFileName().toString()).endsWith("-own");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("result.json", "scenario.yaml", "report.html", "histograms.hlog");
    }
    assertThat(Anteroom.scenario(folder.resolve("scenario.yaml")).build().name()).isEqualTo("own");
  }

  @Test
  void whatIsNotAllowedIsSaidAtOnce() {
    assertThatThrownBy(() -> Anteroom.scenario().rooms(0).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "scenario: rooms can't be \"0\"; allowed: a whole number from 1 to 1,000,000;"
                + " for example 64");
    assertThatThrownBy(() -> Anteroom.scenario().expect("wait.p98x < 1ms").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no metric \"wait.p98x\"");
    assertThatThrownBy(() -> Anteroom.scenario().set("romos", "3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no key \"romos\" in a scenario; allowed: name persons rooms");
    assertThatThrownBy(() -> Anteroom.plan(erlang().build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("objective");
    Scenario simulated = erlang().set("clock", "simulated").build();
    assertThatThrownBy(() -> Anteroom.run(simulated))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("clock is simulated: call simulate, or set clock to wall");
    Scenario spinning = erlang().mode("try-spin").build();
    assertThatThrownBy(() -> Anteroom.simulate(spinning))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPluginThatIsNotHandedOverIsMissed() {
    Scenario scenario = Anteroom.scenario().mode(new Broken()).build();
    assertThatThrownBy(() -> Anteroom.run(scenario))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mode broken is a plugin's that is not here; hand it over with the scenario");
  }

  @Test
  void aPluginThatFailsIsTold() {
    Broken broken = new Broken();
    Scenario scenario = Anteroom.scenario().mode(broken).rooms(2).persons(10).build();
    assertThatThrownBy(() -> Anteroom.run(scenario, broken))
        .isInstanceOf(PluginException.class)
        .hasMessageStartingWith(
            "plugin broken (io.anteroom.AnteroomTest$Broken): leave threw"
                + " java.lang.IllegalStateException: the permit is gone at"
                + " io.anteroom.AnteroomTest$Broken");
  }

  /** Lets persons in, but not out. */
  private static final class Broken implements LockPlugin {
    @Override
    public String name() {
      return "broken";
    }

    @Override
    public String summary() {
      return "breaks";
    }

    @Override
    public int version() {
      return VERSION;
    }

    @Override
    public RoomLock open(int rooms) {
      Semaphore permits = new Semaphore(rooms);
      return new RoomLock() {
        @Override
        public boolean enter(long patienceNanos) throws InterruptedException {
          permits.acquire();
          return true;
        }

        @Override
        public void leave() {
          throw new IllegalStateException("the permit is gone");
        }
      };
    }
  }

  @Test
  void severalPoolsAreNotPlannedAsOne() {
    Scenario journey =
        Anteroom.scenario(Path.of("src/main/resources/scenarios/two-connections.yaml")).build();
    assertThatThrownBy(() -> Anteroom.plan(journey))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("call simulate");
  }
}
