package io.anteroom.study.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.result.Check;
import io.anteroom.result.Machine;
import io.anteroom.result.Run;
import io.anteroom.result.metric.Metrics;
import io.anteroom.run.simulate.Simulator;
import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioFile;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A trace in which arrival and hold belong together, against a replay that is as plain as can be.
 */
final class PairedTraceTest {
  private static final int ROOMS = 16;

  @TempDir Path folder;

  /** A request: when it came, and how long it takes, in nanoseconds. */
  private record Request(long at, long hold) {}

  private List<Request> requests = List.of();

  @BeforeEach
  void readRequests() throws IOException {
    requests = made();
    List<String> lines = requests.stream().map(one -> one.at + "ns," + one.hold + "ns").toList();
    Files.write(folder.resolve("pairs.csv"), lines);
    Files.write(
        folder.resolve("holds.txt"), requests.stream().map(one -> one.hold + "ns").toList());
  }

  /** An hour of quiet and busy minutes; in busy ones requests are larger, too. */
  private static List<Request> made() {
    SplittableRandom random = new SplittableRandom(20);
    List<Request> made = new ArrayList<>();
    double at = 0;
    while (at < 3600e9) {
      boolean busy = (long) (at / 60e9) % 3 == 0;
      at += -Math.log(1 - random.nextDouble()) * (busy ? 1e9 / 6 : 1e9);
      double hold = -Math.log(1 - random.nextDouble()) * (busy ? 3e9 : 0.5e9);
      made.add(new Request((long) at, (long) hold));
    }
    return made;
  }

  @Test
  void thePairedAnswerIsThatOfAPlainReplay() {
    Run paired = run(Map.of());
    long[] waits = replay(1);
    double mean = Arrays.stream(waits).average().orElseThrow();
    assertThat(paired.result().waits().count()).isEqualTo(requests.size());
    assertThat(paired.result().waits().meanNanos()).isCloseTo(mean, within(mean * 1e-3));
    Arrays.sort(waits);
    long p99 = waits[(int) Math.ceil(0.99 * waits.length) - 1];
    assertThat((double) paired.result().waits().p99Nanos())
        .isCloseTo((double) p99, within(p99 * 2e-3));
    assertThat(mean).isGreaterThan(1e6);
  }

  @Test
  void anIndependentHoldIsAnotherAnswer() {
    double paired = run(Map.of()).result().waits().meanNanos();
    double independent =
        run(Map.of(ScenarioKey.HOLD, "empirical:holds.txt")).result().waits().meanNanos();
    assertThat(Math.abs(independent / paired - 1)).isGreaterThan(0.05);
  }

  @Test
  void aFasterDayHasTheSameHolds() {
    Run faster = run(Map.of(ScenarioKey.ARRIVALS, "trace:pairs.csv,speed=1.2"));
    double mean = Arrays.stream(replay(1.2)).average().orElseThrow();
    assertThat(faster.result().waits().meanNanos()).isCloseTo(mean, within(mean * 1e-3));
  }

  /** A visit of no length at the very beginning: both ways to simulate leave it out of rates. */
  @Test
  void whoComesAndGoesAtTheBeginningBelongsBeforeIt() throws IOException {
    Files.writeString(folder.resolve("short.csv"), "0s,0s\n7ms,4ms\n14ms,0s\n21ms,9ms\n");
    Run run =
        Simulator.detailed(scenario(Map.of(ScenarioKey.ARRIVALS, "trace:short.csv")))
            .run(Machine.describe(OffsetDateTime.MIN, 1, 0));
    assertThat(run.result().checks())
        .allSatisfy(check -> assertThat(check.verdict()).isNotEqualTo(Check.Verdict.FAILED));
  }

  /** Four requests and four rooms: nobody waits, however fast the day is. */
  @Test
  void aDayThatNoRateIsTooMuchForIsTold() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("four.csv"), "0s,3s\n1s,2s\n2s,1s\n3s,2s\n");
    Scenario scenario =
        scenario(Map.of(ScenarioKey.ARRIVALS, "trace:four.csv", ScenarioKey.ROOMS, "4"));
    Question question =
        new Question(Find.RATE, scenario, List.of("wait.mean < 1s"), true, 10_000, null);
    Plan plan = new Planner(question, 2).plan();
    assertThat(plan.outcome()).isEqualTo(Plan.NO_ANSWER);
    assertThat(plan.explanation()).startsWith("any rate of arrivals meets wait.mean");
  }

  @Test
  void aSpeedIsReadable() {
    Scenario scenario = scenario(Map.of());
    Arrivals faster = Variation.atRate(scenario.demand().arrivals(), 3);
    assertThat(String.valueOf(faster)).matches("trace:pairs.csv,speed=\\d\\.\\d{1,12}");
    assertThat(Variation.rate(Objects.requireNonNull(faster))).isCloseTo(3, within(1e-9));
  }

  /** Other days have other figures, about those of the day itself. */
  @Test
  void resampledDaysVary() {
    String arrivals = "trace:pairs.csv,bootstrap=5m";
    double[] holds = new double[20];
    for (int seed = 0; seed < holds.length; seed++) {
      Map<ScenarioKey, String> settings =
          Map.of(ScenarioKey.ARRIVALS, arrivals, ScenarioKey.SEED, String.valueOf(seed));
      holds[seed] = run(settings).result().hold().meanNanos();
      assertThat(run(settings).result().hold().meanNanos()).isEqualTo(holds[seed]);
    }
    double mean = requests.stream().mapToLong(Request::hold).average().orElseThrow();
    assertThat(Arrays.stream(holds).distinct().count()).isEqualTo(20);
    assertThat(Arrays.stream(holds).average().orElseThrow()).isCloseTo(mean, within(mean * 0.1));
  }

  @Test
  void aPlanTakesThePairsAsTheyAre() throws InterruptedException {
    Scenario scenario = scenario(Map.of(ScenarioKey.REPLICATIONS, "10"));
    Question question =
        new Question(Find.ROOMS, scenario, List.of("wait.within(1s) >= 99%"), false, 10_000, null);
    Plan plan = new Planner(question, 2).plan();
    int rooms = Objects.requireNonNull(plan.answer()).intValueExact();
    assertThat(served(rooms)).isGreaterThanOrEqualTo(0.99);
    assertThat(served(rooms - 1)).isLessThan(0.99);
    HeadRoom independent =
        plan.headRoom().stream()
            .filter(one -> one.change().equals(HeadRoom.INDEPENDENT))
            .findFirst()
            .orElseThrow();
    assertThat(independent.holds()).isTrue();
    assertThat(Objects.requireNonNull(independent.needed()).intValueExact()).isLessThan(rooms);
  }

  @Test
  void aPlanWithDrawnHoldsSaysNothingOfPairs() throws InterruptedException {
    Scenario scenario =
        scenario(Map.of(ScenarioKey.HOLD, "exponential:1s", ScenarioKey.REPLICATIONS, "3"));
    Question question =
        new Question(Find.ROOMS, scenario, List.of("wait.within(1s) >= 99%"), false, 10_000, null);
    assertThat(new Planner(question, 2).plan().headRoom())
        .extracting(HeadRoom::change)
        .doesNotContain(HeadRoom.INDEPENDENT);
  }

  private double served(int rooms) {
    long inTime = Arrays.stream(replay(1, rooms)).filter(wait -> wait <= 1_000_000_000).count();
    return inTime / (double) requests.size();
  }

  private long[] replay(double speed) {
    return replay(speed, ROOMS);
  }

  /** The waits of a line that is served in order, by when each room falls free. */
  private long[] replay(double speed, int rooms) {
    PriorityQueue<Long> free = new PriorityQueue<>();
    for (int room = 0; room < rooms; room++) {
      free.add(0L);
    }
    long[] waits = new long[requests.size()];
    for (int i = 0; i < waits.length; i++) {
      long at = (long) (requests.get(i).at / speed);
      long enters = Math.max(at, Objects.requireNonNull(free.poll()));
      waits[i] = enters - at;
      free.add(enters + requests.get(i).hold);
    }
    return waits;
  }

  private Run run(Map<ScenarioKey, String> settings) {
    Run run = Simulator.brief(scenario(settings)).run(Machine.describe(OffsetDateTime.MIN, 1, 0));
    assertThat(Metrics.MEAN_WAIT.measure(run)).isPresent();
    return run;
  }

  private Scenario scenario(Map<ScenarioKey, String> others) {
    Map<ScenarioKey, String> all = new EnumMap<>(ScenarioKey.class);
    all.put(ScenarioKey.CLOCK, "simulated");
    all.put(ScenarioKey.MODE, "semaphore-fair");
    all.put(ScenarioKey.ROOMS, String.valueOf(ROOMS));
    all.put(ScenarioKey.ARRIVALS, "trace:pairs.csv");
    all.putAll(others);
    StringBuilder text = new StringBuilder();
    all.forEach((key, value) -> text.append(key.word() + ": \"" + value + "\"\n"));
    Path file = folder.resolve("scenario.yaml");
    try {
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2)
        .parse(ScenarioFile.read(file));
  }
}
