package io.anteroom.scenario;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The long form of a scenario. */
final class JourneyTest {
  private static final String CHECKOUT =
      """
      name: checkout
      arrivals: poisson:300/s
      duration: 60s
      clock: simulated
      pools:
        workers:     {rooms: 40, mode: semaphore-fair}
        connections: {rooms: 10, mode: timed, timeout: 1s, patience: fixed:2s}
      journey:
        - in: workers
          do:
            - hold: exponential:2ms
            - in: connections
              times: 2
              do: [{hold: "lognormal:20ms,cv=1.5"}]
            - in: connections
              chance: 10%
              do:
                - in: connections
                  class: gold
                  do: [{hold: fixed:5ms}]
        - hold: fixed:1ms
      classes:
        gold:   {share: 10%, priority: 1, patience: fixed:3s}
        silver: {share: 90%, priority: 2}
      retry-after: {pause: exponential:1s, times: 3}
      """;

  private static final String POOLS = "pools: {a: {rooms: 2}, b: {}}\n";
  private static final String JOURNEY =
      "journey: [{in: a, do: [{in: b, do: [{hold: fixed:1ms}]}]}]\n";

  /** A text, where the problem is, and words of the message. */
  static final String[][] BAD = {
    {"pools: {a: {}}", "test.yaml:1:8: ", "pools without journey; add journey"},
    {JOURNEY, "test.yaml:1:10: ", "journey without pools; add pools"},
    {"pools: {}\n" + JOURNEY, "test.yaml:1:8: ", "pools can't be empty"},
    {"pools: 3\n" + JOURNEY, "test.yaml:1:8: ", "pools can't be the value \"3\""},
    {"pools: {a: {roms: 2}}\n" + JOURNEY, "test.yaml:1:13: ", "did you mean \"rooms\"?"},
    {"pools: {a: {rooms: x}}\n" + JOURNEY, "test.yaml:1:20: ", "rooms can't be \"x\""},
    {"pools: {a b: {}}\n" + JOURNEY, "test.yaml:1:9: ", "can't be called \"a b\""},
    {"pools: {a: {rooms: [2]}}\n" + JOURNEY, "test.yaml:1:20: ", "rooms can't be a list"},
    {"pools: {a: {mode: sema}}\n" + JOURNEY, "test.yaml:1:19: ", "mode can't be \"sema\""},
    {"pools: {a: {}, a: {}}\n" + JOURNEY, "test.yaml:1:16: ", "duplicate key \"a\""},
    {POOLS + JOURNEY + "rooms: 5", "test.yaml:3:8: ", "each pool has its own"},
    {POOLS + JOURNEY + "hold: fixed:1ms", "test.yaml:3:7: ", "write it under journey"},
    {
      POOLS + JOURNEY + "jdbc-url: jdbc:h2:mem:a",
      "test.yaml:3:11: ",
      "activity sleep does not read it; remove it, or choose activity jdbc"
    },
    {
      "pools: {a: {}, b: {activity: jdbc}}\n" + JOURNEY + "sql: select 1",
      "test.yaml:3:6: ",
      "the steps of the journey say how long rooms are held; let sql have a ? for it"
    },
    {POOLS + "journey: []", "test.yaml:2:10: ", "steps are a list, and not empty"},
    {POOLS + "journey: [5]", "test.yaml:2:11: ", "a step can't be the value \"5\""},
    {POOLS + "journey: [{in: c, do: []}]", "test.yaml:2:16: ", "there is no pool \"c\""},
    {POOLS + "journey: [{in: a}]", "test.yaml:2:12: ", "nothing is done in a"},
    {POOLS + "journey: [{hold: 5}]", "test.yaml:2:18: ", "hold can't be \"5\""},
    {POOLS + "journey: [{times: 2}]", "test.yaml:2:11: ", "either \"hold\" or \"in\""},
    {POOLS + "journey: [{hold: fixed:1ms, times: 2}]", "test.yaml:2:29: ", "times belongs to"},
    {
      POOLS + "journey: [{in: a, chance: 0, do: [{hold: fixed:1ms}]}]",
      "test.yaml:2:27: ",
      "chance can't be \"0\"; allowed: more than 0"
    },
    {
      POOLS + "journey: [{in: a, times: 200, do: [{in: b, times: 200, do: [{hold: fixed:0s}]}]}]",
      "test.yaml:2:44: ",
      "40000 times in a journey"
    },
    {
      POOLS + "journey: [{in: a, do: [{hold: fixed:1ms}]}]",
      "test.yaml:1:24: ",
      "nobody enters pool b"
    },
    {POOLS + JOURNEY + "classes: {g: {}}", "test.yaml:3:14: ", "class g can't be empty"},
    {POOLS + JOURNEY + "classes: {g: {priority: 1}}", "test.yaml:3:11: ", "class g has no share"},
    {
      POOLS + JOURNEY + "classes: {g: {share: 0.5}}", "test.yaml:3:10: ", "add up to 0.5; they must"
    },
    {
      POOLS + JOURNEY + "classes: {g: {share: 1, priority: 0}}",
      "test.yaml:3:35: ",
      "priority can't be \"0\""
    },
    {POOLS + JOURNEY + "retry-after: {times: 2}", "test.yaml:3:14: ", "retry-after has no pause"},
    {
      "clock: simulated\norder: priority",
      "test.yaml:2:8: ",
      "only classes of persons have priorities"
    },
    {
      "clock: simulated\npools: {a: {order: preempt-resume}, b: {}}\n" + JOURNEY,
      "test.yaml:2:20: ",
      "a step inside pool a enters another room"
    },
    {
      "pools: {a: {rooms: \"2@0s,3@1s\", mode: reentrant-fair}, b: {}}\n" + JOURNEY,
      "test.yaml:1:20: ",
      "in real time mode reentrant-fair has the same rooms all the time; set mode to"
    },
    {
      "clock: simulated\n"
          + "pools: {a: {}, b: {mode: reentrant, line: shared, rooms: \"2@0s,3@1s\", order:"
          + " preempt-resume}}\n"
          + JOURNEY,
      "test.yaml:2:",
      "can't be sent out of rooms that open and close; set order to priority"
    },
    {"pools: &a {}", "test.yaml:1:8: ", "an anchor"},
    {"jurney: []", "test.yaml:1:1: ", "did you mean \"journey\"?"},
  };

  @Test
  void theLongFormIsRead() {
    Scenario scenario = Given.scenario(CHECKOUT);
    Journey journey = requireNonNull(scenario.journey());

    assertThat(journey.pools())
        .extracting(NamedPool::name)
        .containsExactly("workers", "connections");
    assertThat(journey.pool("connections").facility().rooms()).isEqualTo(10);
    assertThat(journey.pool("connections").locking().timeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(journey.pool("connections").patience()).hasToString("fixed:2s");
    assertThat(journey.steps()).hasSize(2);
    JourneyStep.In workers = (JourneyStep.In) journey.steps().getFirst();
    assertThat(workers.steps()).hasSize(3);
    JourneyStep.In second = (JourneyStep.In) workers.steps().get(2);
    assertThat(second.chance()).isEqualTo(0.1);
    assertThat(((JourneyStep.In) second.steps().getFirst()).onlyClass()).isEqualTo("gold");
    assertThat(journey.classes()).extracting(PersonClass::share).containsExactly(0.1, 0.9);
    assertThat(requireNonNull(journey.comeBack()).times()).isEqualTo(3);
    assertThat(scenario.facility().rooms()).as("in all").isEqualTo(50);
  }

  @Test
  void whatIsWrittenIsReadAsTheSame() {
    Scenario scenario = Given.scenario(CHECKOUT);

    String written = ScenarioText.write(scenario);

    assertThat(Given.scenario(written)).isEqualTo(scenario);
    assertThat(ScenarioText.write(Given.scenario(written))).isEqualTo(written);
    assertThat(written).doesNotContain("\nrooms:", "\nhold:", "\nmode:");
  }

  @Test
  void meansFollowTheTree() {
    Journey journey = requireNonNull(Given.scenario(CHECKOUT).journey());
    double connections = 2 * 20e6 + 0.1 * 0.1 * 2 * 5e6;

    assertThat(journey.meanHeldNanos("workers")).isCloseTo(2e6 + 40e6 + 0.05e6, within(1.0));
    assertThat(journey.meanHeldNanos("connections")).isCloseTo(connections, within(1.0));
    assertThat(journey.meanHoldNanos()).isCloseTo(2e6 + 40e6 + 0.05e6 + 1e6, within(1.0));
    assertThat(journey.mostHeld("connections")).isEqualTo(2);
    assertThat(journey.mostHeld("workers")).isEqualTo(1);
  }

  @Test
  void roomsOverTimeAreWrittenAsTheyWereRead() {
    String pools = "pools: {a: {rooms: \"2@0s,0@1m,3@90s\", mode: semaphore-fair}, b: {}}\n";
    Scenario scenario = Given.scenario("clock: simulated\n" + pools + JOURNEY);

    assertThat(ScenarioText.write(scenario)).contains("rooms: \"2@0s,0@60s,3@90s\"");
    assertThat(Given.scenario(ScenarioText.write(scenario))).isEqualTo(scenario);
    assertThat(requireNonNull(scenario.journey()).pool("a").facility().rooms())
        .as("at the most")
        .isEqualTo(3);
  }

  @Test
  void theRoomsOfAPoolCanBeOthers() {
    Journey journey = requireNonNull(Given.scenario(CHECKOUT).journey());

    assertThat(journey.withRooms("connections", 7).pools())
        .extracting(pool -> pool.facility().rooms())
        .isEqualTo(List.of(40, 7));
  }

  @ParameterizedTest
  @FieldSource("BAD")
  void whatIsWrongIsToldWithItsPlace(String text, String place, String words) {
    assertThatExceptionOfType(InvalidScenarioException.class)
        .isThrownBy(() -> Given.scenario(text))
        .withMessageStartingWith(place)
        .withMessageContaining(words)
        .withMessageNotContaining("\n");
  }

  private static String desks(String pool, String patience) {
    return """
    persons: 4
    visits: 1
    pools: {desks: {rooms: 2, %s}}
    journey: [{in: desks, do: [{hold: "fixed:1ms"}]}]
    classes: {gold: {share: 40%%, priority: 1}, silver: {share: 60%%, priority: 2%s}}
    """
        .formatted(pool, patience);
  }

  @Test
  void modePriorityGoesByPriorityOnBothClocks() {
    Scenario wall = Given.scenario(desks("mode: priority", ""));

    assertThat(requireNonNull(wall.journey()).pool("desks").locking().order())
        .isEqualTo(Order.PRIORITY);
    assertThat(Given.scenario(ScenarioText.write(wall))).isEqualTo(wall);
    assertThat(Given.scenario("mode: priority\nclock: simulated").locking().order())
        .as("all are alike")
        .isEqualTo(Order.FIFO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mode: semaphore, order: priority | '' | in real time mode semaphore decides; set mode to"
            + " priority",
        "mode: semaphore, order: preempt-resume | '' | a real thread can't be sent out of a room"
            + " that it holds; set clock to simulated, or mode to priority",
        "mode: priority, order: fifo | '' | mode priority goes by priority",
        "mode: synchronized, line: per-room | ', patience: fixed:1s' | which mode synchronized of"
            + " pool desks can't have",
      })
  void whatRealThreadsCannotDoIsRefused(String pool, String patience, String why) {
    assertThatExceptionOfType(InvalidScenarioException.class)
        .isThrownBy(() -> Given.scenario(desks(pool, patience)))
        .withMessageContaining(why);
  }

  private static final String CALLS =
      """
      pools: {database: {activity: jdbc}, service: {activity: http}, desks: {}}
      journey:
        - in: desks
          do: [{in: database, do: [{hold: "fixed:1ms"}]}, {in: service, do: [{hold: "fixed:1ms"}]}]
      """;

  @ParameterizedTest
  @EnumSource(ScenarioKey.class)
  void whatAJourneyDoesNotHeedIsRefused(ScenarioKey key) {
    Settings settings =
        YamlSettings.read(CALLS, "test.yaml", Path.of("")).with(key, Given.setting(key.example()));
    Set<String> heeded = new HashSet<>();
    try {
      for (ClockKind clock : ClockKind.values()) {
        Settings onClock = settings.with(ScenarioKey.CLOCK, Given.setting(clock.word()));
        heeded.addAll(ScenarioText.settings(Given.PARSER.parse(onClock)).keySet());
      }
      assertThat(heeded).contains(key.word());
    } catch (InvalidScenarioException refused) {
      assertThat(refused).hasMessageContaining(key.word());
    }
  }

  @Test
  void eachPoolHasWhatItsActivityReads() {
    Scenario scenario =
        Given.scenario(
            CALLS + "jdbc-url: jdbc:postgresql://there/shop\nsql: call f(?)\nurl: http://x/{hold}");
    Journey journey = requireNonNull(scenario.journey());

    assertThat(Given.scenario(ScenarioText.write(scenario))).isEqualTo(scenario);
    assertThat(scenario.with(journey.withRooms("desks", 7)).stay().settings()).hasSize(3);
    assertThat(scenario.ofPool(journey.pool("database")).stay().settings())
        .containsEntry(ScenarioKey.JDBC_URL, "jdbc:postgresql://there/shop")
        .containsEntry(ScenarioKey.SQL, "call f(?)");
    assertThat(scenario.ofPool(journey.pool("service")).stay().settings())
        .isEqualTo(Map.of(ScenarioKey.URL, "http://x/{hold}"));
    assertThat(scenario.ofPool(journey.pool("desks")).stay().settings()).isEmpty();
  }
}
