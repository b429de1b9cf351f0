package io.anteroom.run.engine;

import static io.anteroom.run.engine.Millis.ms;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of those present, where their number is known and where it is not. */
class RosterTest {
  private static final String KNOWN = "persons=3";
  private static final String ANY = "arrivals=constant:1000/s visits=3";

  private final SteppedHost host = new SteppedHost();
  private final List<String> told = new ArrayList<>();

  private Stage stage(String demand) {
    return host.stage("mode=semaphore-fair rooms=1 hold=fixed:10ms " + demand, null);
  }

  /** Three persons come at once and leave at 10, 20 and 30 ms; this happens meanwhile. */
  private void run(Stage stage, Runnable meanwhile) {
    host.stepper.runToEnd(
        host.engine.unstarted(
            () -> {
              for (int person = 0; person < 3; person++) {
                stage.roster.enters(new Person(stage, person, 0));
              }
              meanwhile.run();
            }));
    assertThat(stage.fault()).isNull();
  }

  private static List<Integer> present(Roster roster) {
    List<Integer> persons = new ArrayList<>();
    roster.forEach(entrant -> persons.add(entrant.person()));
    return persons;
  }

  private void waitUntil(double millis) {
    host.stepper.spinUntil(host.stepper.nanoTime() - host.stepper.elapsedNanos() + ms(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {KNOWN, ANY})
  void holdsWhoIsPresent(String demand) {
    Stage stage = stage(demand);
    Roster roster = stage.roster;
    run(
        stage,
        () -> {
          assertThat(present(roster)).containsExactly(0, 1, 2);
          assertThat(roster.present()).isEqualTo(3);
          waitUntil(15);
          assertThat(present(roster)).containsExactly(1, 2);
          assertThat(roster.present()).isEqualTo(2);
          waitUntil(35);
          told.add("looked");
        });
    assertThat(told).containsExactly("looked");
    assertThat(present(roster)).isEmpty();
    assertThat(roster.present()).isZero();
    assertThat(roster.letIn()).isEqualTo(3);
    assertThat(roster.allGone()).as("others may still come").isFalse();
    roster.close();
    assertThat(roster.present()).isZero();
    assertThat(roster.allGone()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {KNOWN, ANY})
  void waitsUntilTheLastOneHasGone(String demand) {
    Stage stage = stage(demand);
    run(
        stage,
        () -> {
          stage.roster.close();
          assertThat(stage.roster.present()).isEqualTo(3);
          awaitAllGone(stage.roster, 25);
          awaitAllGone(stage.roster, 1_000);
          awaitAllGone(stage.roster, 1_000);
        });
    assertThat(told).containsExactly("false at 25 ms", "true at 30 ms", "true at 30 ms");
  }

  /** Where nobody is present any more, others may come as long as it is open. */
  @Test
  void waitsForThoseToComeUntilItIsClosed() {
    Stage stage = stage(ANY);
    run(
        stage,
        () -> {
          awaitAllGone(stage.roster, 50);
          stage.roster.close();
          awaitAllGone(stage.roster, 50);
        });
    assertThat(told).containsExactly("false at 50 ms", "true at 50 ms");
  }

  @Test
  void whoIsInterruptedWaitsNoLonger() {
    Stage stage = stage(KNOWN);
    run(
        stage,
        () -> {
          Thread.currentThread().interrupt();
          awaitAllGone(stage.roster, 1_000);
        });
    assertThat(told).containsExactly("interrupted at 0 ms");
  }

  private void awaitAllGone(Roster roster, double millis) {
    String ended;
    try {
      ended = Boolean.toString(roster.awaitAllGone(ms(millis)));
    } catch (InterruptedException interrupted) {
      ended = "interrupted";
    }
    told.add(ended + " at " + host.stepper.elapsedNanos() / 1_000_000 + " ms");
  }
}
