package io.anteroom.result;

import io.anteroom.measure.Histograms;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.measure.VisitRecord;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioFile;
import io.anteroom.scenario.ScenarioParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** Reads a results folder as the run that left it. */
public final class StoredRun {
  private static final String TAG = "Tag=";

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
    return new Run(scenario, result, all, records, visits(folder), Map.of());
  }

  /** Older folders have no visits. */
  private static List<VisitRecord> visits(Path folder) throws IOException {
    Path file = folder.resolve("visits.csv");
    return Files.exists(file) ? VisitRows.read(file) : List.of();
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

  /**
   * In order of time. HdrHistogram's own reader cuts times down to a millisecond, not always the
   * right one, so only the histograms are left to it.
   */
  private static List<Part> parts(Path log) throws IOException {
    Map<Long, Part> parts = new TreeMap<>();
    for (String line : Files.readAllLines(log)) {
      if (line.startsWith(TAG)) {
        try {
          add(line.substring(TAG.length()).split(",", -1), parts, log);
        } catch (IllegalArgumentException
            | ArrayIndexOutOfBoundsException
            | DataFormatException e) {
          throw new UnreadableResultException(log + ": not a log of histograms");
        }
      }
    }
    return List.copyOf(parts.values());
  }

  /** A line is: tag, start and length in seconds, maximum, histogram. */
  private static void add(String[] fields, Map<Long, Part> parts, Path log)
      throws DataFormatException {
    BigDecimal start = new BigDecimal(fields[1]);
    BigDecimal end = start.add(new BigDecimal(fields[2]));
    Part part =
        parts.computeIfAbsent(
            start.movePointRight(9).longValue(),
            nanos -> new Part(nanos, end.movePointRight(9).longValue(), Histograms.empty()));
    ByteBuffer compressed = ByteBuffer.wrap(Base64.getDecoder().decode(fields[4]));
    of(part.histograms, fields[0], log)
        .add(Histogram.decodeFromCompressedByteBuffer(compressed, 0));
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
