package io.anteroom.study.compare;

import io.anteroom.result.Machine;
import io.anteroom.statistics.Estimate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** Comparisons with figures that are made up. */
public final class SampleComparisons {
  private SampleComparisons() {}

  /** A baseline, an arm that differs from it in its waits, and one that lost its cells. */
  public static Comparison three(String name) {
    return new Comparison(
        Comparison.SCHEMA,
        name,
        Comparison.COMPLETED,
        Machine.describe(OffsetDateTime.MIN, 2, -1),
        7,
        3,
        true,
        0.95,
        List.of("A note on <them>."),
        List.of(arm("reentrant", 10e6), arm(name, 20e6), lost()),
        List.of(
            new ArmContrast(
                name,
                "wait.p99",
                ArmContrast.GREATER,
                "ratio",
                new Estimate(2, 1.8, 2.2),
                0.95,
                0.001,
                3.5,
                3,
                "`" + name + "` waits 1.8 to 2.2 times longer at p99 than `reentrant`",
                null),
            new ArmContrast(
                name,
                "throughput",
                ArmContrast.NONE,
                "ratio",
                new Estimate(1, 0.9, 1.1),
                0.95,
                0.5,
                null,
                3,
                "`"
                    + name
                    + "` and `reentrant`: no difference in throughput that these runs can"
                    + " show",
                null),
            new ArmContrast(
                "lost",
                "wait.p99",
                ArmContrast.UNKNOWN,
                "",
                null,
                null,
                null,
                null,
                0,
                "too few",
                null)),
        null);
  }

  private static ArmFigures arm(String label, double waitNanos) {
    return new ArmFigures(
        label,
        "25",
        Map.of("mode", label, "rooms", "8"),
        Map.of("completed", 3),
        3,
        Map.of(),
        List.of(),
        List.of("b0475a52"),
        0,
        Map.of(
            "wait.p99", new Estimate(waitNanos, waitNanos * 0.9, waitNanos * 1.1),
            "throughput", new Estimate(1000, 900, 1100)));
  }

  private static ArmFigures lost() {
    return new ArmFigures(
        "lost",
        "25",
        Map.of("mode", "lost", "rooms", "8"),
        Map.of("hung", 3),
        0,
        Map.of("did not end in time", 3),
        List.of("fork-1-3-lost hung: it did not end in time"),
        List.of(),
        0,
        Map.of());
  }
}
