package io.anteroom.result.store;

import io.anteroom.measure.DurationKind;
import io.anteroom.measure.Histograms;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.measure.VisitRecord;
import io.anteroom.result.Latency;
import io.anteroom.result.PartResult;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioFile;
import io.anteroom.scenario.ScenarioParser;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a results folder as the run that left it. */
public final class StoredRun {
  /** The keys that version 1 began with: every result has them. Never to be added to. */
  private static final List<String> KEYS_OF_VERSION_1 =
      List.of(
          "outcome",
          "explanation",
          "scenario",
          "environment",
          "scheduleChecksum",
          "windowNanos",
          "wait",
          "hold",
          "response",
          "abandonedWait",
          "visits",
          "fairness",
          "cpu",
          "clamped",
          "intervals",
          "checks");

  /** As {@link #KEYS_OF_VERSION_1}, but null where the figure does not exist or is not known. */
  private static final List<String> FIGURES_OF_VERSION_1 =
      List.of(
          "throughputPerSecond",
          "offeredPerSecond",
          "achievedPerSecond",
          "utilisation",
          "lateness",
          "canary");

  /**
   * How results are written and read. Times are in nanoseconds, rates per second; a number that
   * does not exist is {@code null}.
   */
  public static final Document<RunResult> RESULT =
      new Document<>(
              RunResult.class,
              "result",
              RunResult.SCHEMA,
              KEYS_OF_VERSION_1,
              FIGURES_OF_VERSION_1,
              () -> Finite.JSON)
          .onlyWhereKnown("presence", "parts", "deadlock", "failedCalls", "carriersHeld", "busy");

  /** Older logs lack these, though the results beside them have their figures. */
  private static final Set<DurationKind> LOGGED_LATER =
      EnumSet.of(DurationKind.ABANDONED_WAIT, DurationKind.LATENESS, DurationKind.CANARY);

  /** Loaded when it is used first. */
  private static final class Finite {
    static final Jsonb JSON = ExactNumber.jsonb(new FiniteNumber());
  }

  private StoredRun() {}

  /**
   * The run that a results folder holds; its attachments stay where they are.
   *
   * @param parser knows the locking modes
   * @throws IOException if a file is missing or can't be read
   * @throws UnreadableResultException if the result, the log of histograms or the visits are none,
   *     or they contradict each other
   * @throws io.anteroom.scenario.InvalidScenarioException if the scenario is not one
   */
  public static Run read(Path folder, ScenarioParser parser) throws IOException {
    RunResult result = RESULT.read(present(folder, StoredFile.RESULT));
    Scenario scenario = parser.parse(ScenarioFile.read(present(folder, StoredFile.SCENARIO)));
    Path log = present(folder, StoredFile.HISTOGRAMS);
    Histograms all = Histograms.empty();
    List<IntervalRecord> records = HistogramLog.read(log, all);
    for (DurationKind kind : DurationKind.values()) {
      requireSame(log, kind, all.of(kind).getTotalCount(), result.latency(kind));
    }
    List<PartResult> parts = result.parts();
    return new Run(
        scenario,
        result,
        all,
        records,
        visits(folder, scenario),
        Map.of(),
        parts == null ? Map.of() : HistogramLog.readParts(log, parts));
  }

  private static void requireSame(
      Path log, DurationKind kind, long logged, @Nullable Latency result) {
    long wanted = result == null ? 0 : result.count();
    boolean there = LOGGED_LATER.contains(kind) ? logged > 0 : result != null;
    if (there && logged != wanted) {
      throw new UnreadableResultException(
          "%s: it holds %d durations of %s, and result.json beside it %d"
              .formatted(log, logged, kind.word(), wanted));
    }
  }

  /** Older folders have no visits. */
  private static List<VisitRecord> visits(Path folder, Scenario scenario) throws IOException {
    Path file = StoredFile.VISITS.in(folder);
    return Files.exists(file) ? VisitRows.read(file, scenario.poolNames()) : List.of();
  }

  private static Path present(Path folder, StoredFile wanted) throws NoSuchFileException {
    Path file = wanted.in(folder);
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return file;
  }
}
