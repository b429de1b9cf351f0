package io.anteroom.run.engine;

import io.anteroom.measure.flight.CarrierHold;
import io.anteroom.measure.flight.EventCounters;
import io.anteroom.measure.flight.FlightSettings;
import io.anteroom.measure.flight.FlightStream;
import io.anteroom.measure.flight.FlightSummary;
import io.anteroom.measure.flight.MonitorContention;
import io.anteroom.measure.flight.Observability;
import io.anteroom.measure.flight.PinSites;
import io.anteroom.measure.flight.StuckEvent;
import io.anteroom.measure.flight.Tally;
import io.anteroom.result.CarriersHeld;
import io.anteroom.result.FlightReport;
import io.anteroom.result.FlightReport.Site;
import io.anteroom.result.store.StoredFile;
import io.anteroom.run.engine.HeldOverTime.Look;
import io.anteroom.run.engine.Watchdog.StuckReport;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.MeasuredWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The flight recording of one run. Persons make their events through it, which is safe for any
 * number of threads; all else is for the engine's thread.
 */
final class Flight {
  private static final String PERSON = Person.class.getName();

  private static final String WALKER = Walker.class.getName();

  /** The frames of the program that let a person into its room; its activity is the cause. */
  private static final String[] NO_CAUSES = {"io.anteroom.run.engine.", "io.anteroom.modes.clock."};

  private final FlightSettings settings;

  /** Of the only pool; null where there are several. */
  private final @Nullable String mode;

  private final @Nullable String line;
  private final EventCounters counters = new EventCounters();
  private final FlightStream stream;
  private final PinSites pins = new PinSites(NO_CAUSES);
  private final PinSites otherPins = new PinSites(NO_CAUSES);
  private final MonitorContention contention = new MonitorContention();
  private final WaitsByRoom waitsByRoom;

  /** By pool. */
  private final List<VisitEvents> visits;

  /** The run's time 0 by the recorder's clock, and which part from then on is measured. */
  private volatile @Nullable Origin origin;

  private volatile Instant runEnd = Instant.MAX;
  private final HeldOverTime heldOverTime = new HeldOverTime();

  /** What the watchdog saw, if the run got stuck. */
  private @Nullable StuckReport stuck;

  /** One that does not record yet. */
  Flight(FlightSettings settings, Scenario scenario) {
    this.settings = settings;
    boolean onePool = scenario.journey() == null;
    this.mode = onePool ? scenario.locking().mode() : null;
    this.line = onePool ? scenario.facility().line().word() : null;
    this.stream = new FlightStream(settings, counters);
    this.visits = VisitEvents.of(settings, counters, scenario);
    stream.onCarrierHold(this::add);
    stream.onMonitorEntry(contention::add);
    this.waitsByRoom = new WaitsByRoom(scenario.facility().rooms());
    if (onePool && settings.enabledEvents().contains("anteroom.Wait")) {
      stream.onEvent("anteroom.Wait", waitsByRoom::add);
    }
  }

  /** Starts recording; null where the settings are off, and then nothing of JFR is touched. */
  static @Nullable Flight start(FlightSettings settings, Scenario scenario) {
    if (settings.isOff()) {
      return null;
    }
    Flight flight = new Flight(settings, scenario);
    flight.stream.start();
    return flight;
  }

  /** Where a run's time begins. */
  private record Origin(Instant at, MeasuredWindow window) {
    long nanos(Instant moment) {
      return Duration.between(at, moment).toNanos();
    }

    /**
     * Whether a moment is in the measured part. The recorder's clock may be behind by as long as
     * its thread had no processor between reading the time and the ticks, and ahead as well: so
     * where the measured part is the whole run, every moment is in it.
     */
    boolean measures(Instant moment) {
      long nanos = nanos(moment);
      return (window.startNanos() == 0 || nanos >= window.startNanos())
          && (window.untilLastPersonLeaves() || nanos <= window.endNanos());
    }
  }

  /** The run's time 0 is now; pins in the measured part count. */
  void runBegins(MeasuredWindow window) {
    origin = new Origin(Instant.now(), window);
  }

  /** Pins from now on are not the run's. */
  void runEnds() {
    runEnd = Instant.now();
  }

  /** Counts a held carrier: among the run's pins, or among the others. */
  void add(CarrierHold hold) {
    Origin begun = origin;
    if (begun != null) {
      Instant end = hold.start().plusNanos(hold.durationNanos());
      heldOverTime.add(begun.nanos(hold.start()), begun.nanos(end.isAfter(runEnd) ? runEnd : end));
    }
    boolean measured =
        begun != null && hold.start().isBefore(runEnd) && begun.measures(hold.start());
    boolean ofPerson = hold.stack().passesThrough(PERSON) || hold.stack().passesThrough(WALKER);
    (measured && ofPerson ? pins : otherPins).add(hold);
  }

  /** Pins of persons that the stream has told of so far. Safe for any thread. */
  Tally pinsSoFar() {
    return pins.total();
  }

  /** The events of the visits to a pool, by its place among the scenario's. */
  VisitEvents visitsTo(int pool) {
    return visits.get(pool);
  }

  /** Notes that nothing moves. */
  void stuck(@Nullable StuckReport found, Stage stage, long present) {
    stuck = found;
    long inside = stage.lookIntoRooms().persons();
    StuckEvent event = new StuckEvent();
    event.kind = found != null && found.starved() ? "starvation" : "deadlock";
    event.explanation = "nobody arrived, entered, left or gave up for too long";
    event.stillFor = found == null ? 0 : found.stillNanos();
    event.mode = mode;
    event.line = line;
    event.waiting = present - inside;
    event.occupied = (int) inside;
    event.commitCounted(counters);
  }

  /**
   * Stops recording.
   *
   * @param carriers how many there are
   * @param measuredNanos for how long the run was measured
   */
  Landed stop(int carriers, long measuredNanos) throws InterruptedException, IOException {
    FlightSummary summary = stream.stop();
    Path folder = Files.createTempDirectory("anteroom");
    Map<String, Path> files = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>(summary.errors());
    Path recording = StoredFile.RECORDING.in(folder);
    try {
      stream.dump(recording);
      files.put(StoredFile.RECORDING.fileName(), recording);
    } catch (IOException unwritten) {
      Files.deleteIfExists(recording);
      problems.add(recording.getFileName() + " can't be written: " + unwritten.getMessage());
    }
    stream.close();
    List<String> collapsed = pins.collapsed();
    if (!collapsed.isEmpty()) {
      files.put(StoredFile.PINS.fileName(), Files.write(StoredFile.PINS.in(folder), collapsed));
    }
    Tally held = pins.total();
    return new Landed(
        new Pinned(
            summary.complete(),
            held.count(),
            held.nanos(),
            held.largestNanos(),
            held.nanos() / ((double) carriers * measuredNanos),
            RecordedSites.of(pins.sites())),
        report(summary, problems),
        summary.complete() ? carriersHeld(carriers) : null,
        files);
  }

  /** What a recording leaves behind. */
  record Landed(
      @Nullable Pinned pinned,
      FlightReport report,
      @Nullable CarriersHeld carriersHeld,
      Map<String, Path> files) {
    static final Landed NOTHING = new Landed(null, FlightReport.OFF, null, Map.of());
  }

  /**
   * Carriers held by persons while the run was measured.
   *
   * @param whole whether the recording tells of all of them
   */
  record Pinned(
      boolean whole, long count, long nanos, long largestNanos, double share, List<Site> sites) {}

  private FlightReport report(FlightSummary summary, List<String> problems) {
    int jdk = Runtime.version().feature();
    List<String> notObservable =
        Observability.ofThisJdk().stream()
            .filter(row -> !row.observable())
            .map(row -> row.sentence(jdk))
            .toList();
    return new FlightReport(
        settings.name(),
        List.copyOf(settings.missingOnThisJdk()),
        notObservable,
        RecordedSites.blocked(otherPins.total(), otherPins.sites()),
        RecordedSites.blocked(contention.total(), contention.sites()),
        waitsByRoom.worst(),
        summary.delivered(),
        summary.lostInAll(),
        problems,
        summary.lagMaxNanos(),
        summary.stopNanos());
  }

  /** Null where holds are not recorded, or no run began and ended. */
  private @Nullable CarriersHeld carriersHeld(int carriers) {
    Origin begun = origin;
    String pinned = CarrierHold.Kind.PINNED.eventName();
    if (begun == null || runEnd.equals(Instant.MAX) || !settings.enabledEvents().contains(pinned)) {
      return null;
    }
    StuckReport found = stuck;
    long endNanos = Math.max(begun.nanos(runEnd), 0);
    boolean seen = found != null && found.carriers().carriers() > 0;
    Integer atEnd = seen && found != null ? (Integer) found.carriers().held() : null;
    Look look = atEnd == null || found == null ? null : new Look(atEnd, found.carriers().nanos());
    long knownNanos = found == null ? endNanos : Math.max(endNanos - found.stillNanos(), 0);
    return new CarriersHeld(
        carriers,
        atEnd,
        settings.threshold(pinned).toNanos(),
        heldOverTime.moments(endNanos, knownNanos, look));
  }
}
