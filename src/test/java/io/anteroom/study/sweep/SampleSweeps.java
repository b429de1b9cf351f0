package io.anteroom.study.sweep;

import io.anteroom.result.VerdictRecord;
import io.anteroom.result.metric.Metrics;
import io.anteroom.study.cell.Axis;
import io.anteroom.study.cell.CellOutcome;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.cell.Host;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sweeps with figures that are made up. */
public final class SampleSweeps {
  private static final List<CellOutcome> OUTCOMES =
      List.of(
          CellOutcome.COMPLETED,
          CellOutcome.SATURATED,
          CellOutcome.STUCK,
          CellOutcome.COMPLETED,
          CellOutcome.OUT_OF_MEMORY,
          CellOutcome.COMPLETED);

  private SampleSweeps() {}

  /** In real time, over two axes of three and two values. */
  public static Sweep real() {
    List<Axis> axes =
        List.of(new Axis("rooms", List.of("8", "16", "32")), new Axis("jdk", List.of("21", "25")));
    List<Sweep.Planned> cells = new ArrayList<>();
    for (Map<String, String> point : Axis.product(axes)) {
      cells.add(
          new Sweep.Planned(
              "000" + (cells.size() + 1) + "-rooms-" + point.get("rooms"),
              point,
              "/opt/jdk-" + point.get("jdk"),
              point.get("jdk") + ".0.1",
              List.of("-Xmx1g")));
    }
    return new Sweep(Sweep.SCHEMA, "1.0", "checkout-pool", "wall", axes, 7, "600s", cells);
  }

  /** What became of its cells: of one each. */
  public static List<CellRecord> records() {
    List<CellRecord> records = new ArrayList<>();
    for (Sweep.Planned cell : real().cells()) {
      int number = records.size();
      CellOutcome outcome = OUTCOMES.get(number);
      Map<String, Double> metrics = new LinkedHashMap<>();
      if (!outcome.lost()) {
        metrics.put("wait.p99", 80e6 / (number + 1));
        metrics.put("throughput", 100.5);
      }
      records.add(
          new CellRecord(
              CellRecord.SCHEMA,
              cell.name(),
              cell.point(),
              cell.jdk(),
              outcome,
              outcome == CellOutcome.COMPLETED ? "" : "It was told, \"" + outcome.word() + "\".",
              new Host(1.5, null, number == 0 ? 0.5 : 0.01),
              2.25,
              outcome.lost() ? null : "b0475a52",
              metrics,
              number == 3 ? List.of("wait.p99 < 1ms") : List.of(),
              verdict(number, outcome),
              null,
              null,
              null));
    }
    return records;
  }

  /** The last one was noisy, and of one nothing is known. */
  private static @Nullable VerdictRecord verdict(int number, CellOutcome outcome) {
    return switch (number) {
      case 0 -> null;
      case 3 ->
          new VerdictRecord(
              "objective-missed", "bad", "objective missed: wait.p99 < 1ms, it was 20.0ms");
      case 5 ->
          new VerdictRecord(
              "machine-too-noisy",
              "unclear",
              "machine too noisy: an unrelated thread was 8.00ms late at p99, more than half of"
                  + " the wait's p99 of 13.3ms");
      default ->
          outcome.lost()
              ? null
              : new VerdictRecord(outcome.word(), "bad", outcome.word() + ": it was told");
    };
  }

  /** Ten thousand cells over two axes, in simulated time. */
  public static Sweep large() {
    List<String> values = IntStream.rangeClosed(1, 100).mapToObj(Integer::toString).toList();
    List<Axis> axes = List.of(new Axis("rooms", values), new Axis("persons", values));
    List<Sweep.Planned> cells = new ArrayList<>();
    for (Map<String, String> point : Axis.product(axes)) {
      String name =
          "%05d-rooms-%s-persons-%s"
              .formatted(cells.size() + 1, point.get("rooms"), point.get("persons"));
      cells.add(new Sweep.Planned(name, point, "", "", List.of()));
    }
    return new Sweep(Sweep.SCHEMA, "1.0", "large", "simulated", axes, 7, "600s", cells);
  }

  /** What became of them: every metric has a figure, and a third has something to say. */
  public static List<CellRecord> manyRecords() {
    List<CellRecord> records = new ArrayList<>();
    for (Sweep.Planned cell : large().cells()) {
      double number = records.size() + 1;
      Map<String, Double> metrics = new LinkedHashMap<>();
      Metrics.all().forEach(metric -> metrics.put(metric.name(), 1e7 / number * Math.PI));
      boolean full = records.size() % 3 == 0;
      records.add(
          new CellRecord(
              CellRecord.SCHEMA,
              cell.name(),
              cell.point(),
              "25",
              full ? CellOutcome.SATURATED : CellOutcome.COMPLETED,
              full
                  ? "The line grew to the end: " + "more arrived than could be served. ".repeat(4)
                  : "",
              null,
              1,
              "b0475a52",
              metrics,
              List.of(),
              null,
              null,
              null,
              null));
    }
    return records;
  }
}
