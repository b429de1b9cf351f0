package io.anteroom.report.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.Golden;
import io.anteroom.measure.flight.Tally;
import io.anteroom.measure.threads.CarrierHeld;
import io.anteroom.measure.threads.CarriersNow;
import io.anteroom.measure.threads.DumpedThread;
import io.anteroom.measure.threads.ThreadLocks;
import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.report.Style;
import io.anteroom.run.engine.Progress;
import io.anteroom.run.engine.Snapshot;
import io.anteroom.run.engine.Snapshot.Counts;
import io.anteroom.run.engine.Snapshot.PoolNow;
import io.anteroom.run.engine.Snapshot.Processors;
import io.anteroom.run.engine.Snapshot.RoomGroup;
import io.anteroom.run.engine.Snapshot.State;
import io.anteroom.run.engine.Waits;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import io.anteroom.scenario.ShippedScenarios;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a view shows of a moment, on canvases of every kind. */
class LiveViewTest {
  private static final Canvas SMALL = new Canvas(79, 23, Style.PLAIN);
  private static final Canvas LARGE = new Canvas(199, 49, Style.PLAIN);
  private static final String OPEN =
      "name=checkout-pool arrivals=poisson:300/s rooms=16 mode=timed timeout=50ms line=shared"
          + " patience=fixed:200ms hold=exponential:60ms duration=30s warmup=3s";
  private static final String CLOSED = "name=lines persons=2000 mode=reentrant hold=fixed:9ms";

  @Test
  void anOpenModelOnASmallTerminal() throws IOException {
    Golden.check("report/live/open-80x24.txt", text(SMALL, moment(OPEN, SMALL)));
  }

  @Test
  void roomsThatOpenAndCloseAreToldAsOpen() {
    String changing =
        "arrivals=poisson:300/s rooms=8@0s,20@5s mode=semaphore-fair hold=fixed:60ms duration=30s";
    assertThat(text(SMALL, moment(changing, SMALL))).contains(" taken, 16 open");
    assertThat(text(SMALL, moment(OPEN, SMALL))).contains(" of 16 taken");
  }

  @Test
  void theSameWithoutMoreThanAscii() throws IOException {
    Canvas ascii = new Canvas(79, 23, new Style(false, false));
    String text = text(ascii, moment(OPEN, ascii));
    assertThat(text.chars()).allMatch(character -> character < 128 && character != '?');
    Golden.check("report/live/open-80x24-ascii.txt", text);
  }

  @Test
  void thePoolsOfAJourneyStandSideBySide() throws IOException {
    Snapshot now = onJourney(SMALL, 2);
    Golden.check("report/live/journey-80x24.txt", text(SMALL, now));
    assertThat(lines(SMALL, now)).allMatch(line -> line.length() <= SMALL.columns());
  }

  @Test
  void moreThanFitAreCounted() {
    Canvas low = new Canvas(79, 19, Style.PLAIN);
    List<String> lines = lines(low, onJourney(low, 12));
    assertThat(lines).hasSizeLessThan(low.rows()).anyMatch(line -> line.equals("and 9 more pools"));
  }

  private static Snapshot onJourney(Canvas canvas, int pools) {
    Scenario scenario =
        new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2)
            .parse(ShippedScenarios.read("worker-and-connection"));
    Snapshot open = moment(OPEN, canvas);
    return new Snapshot(
        scenario,
        open.elapsedNanos(),
        open.state(),
        open.progress(),
        open.counts(),
        open.rooms(),
        open.processors(),
        IntStream.range(0, pools)
            .mapToObj(
                pool ->
                    pool % 2 == 0
                        ? new PoolNow("workers", 40, 13, 0)
                        : new PoolNow("connections-to-the-d", 8, 8, 1_234))
            .toList());
  }

  @Test
  void theSameOnALargeTerminal() throws IOException {
    Golden.check("report/live/open-200x50.txt", text(LARGE, moment(OPEN, LARGE)));
  }

  @Test
  void linesOfTheirOwnOnALargeTerminal() throws IOException {
    Golden.check(
        "report/live/lines-200x50.txt", text(LARGE, moment(CLOSED + " rooms=1000", LARGE)));
  }

  @Test
  void moreRoomsThanCellsOnASmallTerminal() throws IOException {
    Golden.check(
        "report/live/groups-80x24.txt", text(SMALL, moment(CLOSED + " rooms=1000", SMALL)));
  }

  @Test
  void coloursAddNothingButEscapes() {
    Canvas coloured = new Canvas(79, 23, new Style(true, true));
    String text = text(coloured, moment(OPEN, coloured));
    assertThat(text.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll(" +\n", "\n"))
        .isEqualTo(text(SMALL, moment(OPEN, SMALL)));
    String opened = text.replaceAll("\u001b\\[[0-9;]*[1-9]m[^\u001b]*\u001b\\[0m", "");
    assertThat(opened).as("every colour ends before the next begins").doesNotContain("\u001b");
  }

  @ParameterizedTest
  @CsvSource({"1, 79, 19", "1000000, 79, 19", "999, 79, 23", "64, 120, 39", "100000, 400, 100"})
  void aViewFitsOnItsCanvas(int rooms, int columns, int rows) {
    for (String mode : List.of("reentrant", "semaphore")) {
      Canvas canvas = new Canvas(columns, rows, Style.PLAIN);
      List<String> lines =
          lines(canvas, moment("persons=9 mode=" + mode + " rooms=" + rooms, canvas));
      assertThat(lines).hasSizeLessThanOrEqualTo(rows).allMatch(line -> line.length() <= columns);
    }
  }

  @Test
  void aCanvasTooSmallForAViewIsRefused() {
    assertThatThrownBy(() -> new Canvas(78, 23, Style.PLAIN)).hasMessageContaining("79 columns");
    assertThatThrownBy(() -> new Canvas(79, 18, Style.PLAIN)).hasMessageContaining("19 rows");
  }

  @Test
  void aRunThatDoesNotMoveSaysSo() {
    Snapshot now = moment(OPEN, SMALL);
    Snapshot still =
        new Snapshot(
            now.scenario(),
            now.elapsedNanos(),
            new State(0, 4_200_000_000L, false),
            now.progress(),
            now.counts(),
            List.of(new RoomGroup(1, 1, 0, 0, 0, 7), new RoomGroup(2, 1, 1, 1, 3, 0)),
            now.processors());
    assertThat(text(SMALL, still))
        .contains("nothing moves for 4.2 s", "○○○○", "3!!!", "2! persons inside");
  }

  @Test
  void aSimulation() throws IOException {
    SimulationMoment now =
        new SimulationMoment(scenario(OPEN), 12_340_000_000L, 61_234_567, 180_000_000, 10, 30);
    List<String> lines =
        LiveSimulation.lines(SMALL, now, 4_961_234, List.of(3e6, 4e6, 5.2e6, 4.9e6));
    Golden.check("report/live/simulation-80x24.txt", String.join("\n", lines) + "\n");
  }

  @Test
  void aCourseKeepsItsShapeInBoundedSpace() {
    LiveCourse course = new LiveCourse();
    for (long second = 0; second < 10_000; second++) {
      course.add(second * 1_000_000_000, (double) second);
    }
    List<Double> points = course.points();
    assertThat(points).hasSizeBetween(128, 256).isSorted();
    assertThat(points.getFirst()).isBetween(0.0, 100.0);
    assertThat(points.getLast()).isBetween(9_900.0, 9_999.0);
  }

  @Test
  void aRateIsWhatACountGrewBy() {
    Rate rate = new Rate();
    rate.see(1_000_000_000, 500);
    rate.see(1_000_000_001, 700);
    rate.see(3_000_000_000L, 1_500);
    assertThat(rate.perSecond()).isEqualTo(500);
    assertThat(rate.course()).allMatch(perSecond -> perSecond == 500);
  }

  private static String text(Canvas canvas, Snapshot now) {
    return String.join("\n", lines(canvas, now)) + "\n";
  }

  private static List<String> lines(Canvas canvas, Snapshot now) {
    List<Double> course =
        IntStream.range(0, 100).mapToObj(i -> 200 + 150 * ((i * 7) % 13 - 6) / 6.0).toList();
    return RunView.lines(canvas, now, course, course);
  }

  @Test
  void carriersThatAreHeldAreToldBeforePins() {
    DumpedThread thread =
        new DumpedThread(
            7,
            "",
            true,
            Thread.State.WAITING,
            List.of(),
            ThreadLocks.UNKNOWN,
            5,
            DumpedThread.NONE);
    CarrierHeld held = new CarrierHeld("worker", thread, 1_000_000_000, true);
    CarrierHeld fresh = new CarrierHeld("worker", thread, 0, false);
    Snapshot now = moment(OPEN, LARGE);
    Processors processors = now.processors();

    List<String> lines =
        lines(
            LARGE,
            new Snapshot(
                now.scenario(),
                now.elapsedNanos(),
                now.state(),
                now.progress(),
                now.counts(),
                now.rooms(),
                new Processors(
                    processors.busy(),
                    processors.count(),
                    processors.canaryNanos(),
                    processors.canaryMaxNanos(),
                    processors.pins(),
                    new CarriersNow(2, List.of(held, fresh), 0))));

    assertThat(lines).anyMatch(line -> line.contains(" · 1 of 2 carriers held · 3 pins, 4.50ms"));
  }

  private static Snapshot moment(String keysAndValues, Canvas canvas) {
    Scenario scenario = scenario(keysAndValues);
    int size = RoomGrid.of(scenario.facility(), canvas).roomsInCell();
    return new Snapshot(
        scenario,
        12_345_678_900L,
        new State(3_000_000_000L, 0, false),
        new Progress(
            12_000_000_000L,
            -1,
            3_600,
            41,
            16,
            16,
            298,
            new Waits(290, 12_300_000, 45_600_000, 180_000_000, 199_000_000),
            new Waits(2_700, 10_100_000, 40_200_000, 170_000_000, 200_000_000),
            -1),
        new Counts(41, 3_531, 120, 0, 4_321, 2),
        groups(scenario.facility().rooms(), size),
        new Processors(
            0.83, 2, 120_000, 14_200_000, new Tally(3, 4_500_000, 2_000_000), CarriersNow.UNKNOWN));
  }

  private static List<RoomGroup> groups(int rooms, int size) {
    List<RoomGroup> groups = new ArrayList<>();
    for (int first = 0; first < rooms; first += size) {
      int held = Math.min(size, rooms - first);
      int occupied = (int) ((first * 31L + 7) % (held + 1));
      groups.add(new RoomGroup(first + 1, held, occupied, 0, occupied, occupied * (first % 150L)));
    }
    return groups;
  }

  private static Scenario scenario(String keysAndValues) {
    Settings settings = Settings.none();
    for (String pair : List.of(keysAndValues.split(" ", -1))) {
      String[] parts = pair.split("=", 2);
      settings = settings.with(ScenarioKey.of(parts[0]).orElseThrow(), parts[1], "test");
    }
    return new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2).parse(settings);
  }
}
