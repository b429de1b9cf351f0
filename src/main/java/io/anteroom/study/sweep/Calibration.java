package io.anteroom.study.sweep;

import io.anteroom.result.Run;
import io.anteroom.study.cell.Cell;
import io.anteroom.study.replication.Replications;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** How fast this machine simulates. */
public final class Calibration {
  private static final long LONGEST_MILLIS = 1_000;

  private Calibration() {}

  /** The seconds that simulated cells will take on so many cores, by a second of the first one. */
  public static double seconds(List<Cell> cells, int cores) throws InterruptedException {
    Replications first = new Replications(cells.getFirst().scenario(), List.of(), null, 1);
    CompletableFuture<Void> alarm =
        CompletableFuture.runAsync(
            first::interrupt,
            CompletableFuture.delayedExecutor(LONGEST_MILLIS, TimeUnit.MILLISECONDS));
    long began = System.nanoTime();
    Run unusedRun = first.run();
    double seconds = (System.nanoTime() - began) / 1e9;
    boolean unused = alarm.cancel(false);
    double perVisit = seconds / Math.max(first.visits(), 1);
    double visits =
        cells.stream()
            .mapToDouble(
                cell ->
                    TimeForecast.visits(cell.scenario()) * cell.scenario().conduct().replications())
            .sum();
    return visits * perVisit / Math.min(cores, cells.size());
  }
}
