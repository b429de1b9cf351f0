package io.anteroom.result;

import io.anteroom.measure.Histograms;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioFile;
import io.anteroom.scenario.ScenarioParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/** Reads a results folder as the run that left it. */
public final class StoredRun {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private StoredRun() {}

  /**
   * The run that a results folder holds; its attachments stay where they are.
   *
   * @param parser knows the locking modes
   * @throws IOException if a file is missing or can't be read
   * @throws UnreadableResultException if the result or the log of histograms is not one, or they
   *     contradict each other
   * @throws io.anteroom.scenario.InvalidScenarioException if the scenario is not one
   */
  public static Run read(Path folder, ScenarioParser parser) throws IOException {
    RunResult result = ResultJson.read(present(folder, "result.json"));
    Scenario scenario = parser.parse(ScenarioFile.read(present(folder, "scenario.yaml")));
    Path log = present(folder, "histograms.hlog");
    List<IntervalRecord> records = new ArrayList<>();
    Histograms all = Histograms.empty();
    for (Part part : parts(log)) {
      all.add(part.histograms);
      records.add(IntervalRecord.of(part.startNanos, part.endNanos, part.histograms));
    }
    if (all.wait.getTotalCount() != result.waits().count()) {
      throw new UnreadableResultException(
          "%s: it holds %d waits, and result.json beside it %d"
              .formatted(log, all.wait.getTotalCount(), result.waits().count()));
    }
    return new Run(scenario, result, all, records, Map.of());
  }

  private static Path present(Path folder, String name) throws NoSuchFileException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return file;
  }

  /** What was recorded between two times since the start of the run. */
  private record Part(long startNanos, long endNanos, Histograms histograms) {}

  /** In order of time. */
  private static List<Part> parts(Path log) throws IOException {
    Map<Long, Part> parts = new TreeMap<>();
    try (HistogramLogReader reader = new HistogramLogReader(log.toFile())) {
      while (reader.hasNext()) {
        EncodableHistogram read = reader.nextIntervalHistogram();
        if (read instanceof Histogram histogram) {
          long originMillis = Math.round(1000 * reader.getStartTimeSec());
          long startNanos = (histogram.getStartTimeStamp() - originMillis) * NANOS_PER_MILLI;
          long endNanos = (histogram.getEndTimeStamp() - originMillis) * NANOS_PER_MILLI;
          Part part =
              parts.computeIfAbsent(
                  startNanos, start -> new Part(start, endNanos, Histograms.empty()));
          of(part.histograms, String.valueOf(histogram.getTag()), log).add(histogram);
        }
      }
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | NoSuchElementException e) {
      throw new UnreadableResultException(log + ": not a log of histograms");
    }
    return List.copyOf(parts.values());
  }

  private static Histogram of(Histograms histograms, String tag, Path log) {
    return switch (tag) {
      case "wait" -> histograms.wait;
      case "hold" -> histograms.hold;
      case "response" -> histograms.response;
      case "abandonedWait" -> histograms.abandonedWait;
      default -> throw new UnreadableResultException(log + ": unknown tag " + tag);
    };
  }
}
