package io.anteroom.bench;

import io.anteroom.PostgresServer;
import io.anteroom.bench.Finding.Counted;
import io.anteroom.bench.Finding.Skipped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Small simulated cells by workers of a cluster on this machine, against the same sweep without
 * one: how many end in a second, and the processor time that the cluster adds to a cell.
 */
@SuppressWarnings("try") // Closing a cluster waits for it.
final class ClusterOverhead implements GradualBenchmark {
  private static final Aim ADDED = Aim.atMost(10_000_000);

  @Override
  public String name() {
    return "cluster";
  }

  /**
   * What a sweep took, with and without a cluster.
   *
   * @param byWorkers with one worker, with two, and so on
   */
  private record Turn(Command.Cost alone, List<Command.Cost> byWorkers) {}

  @Override
  public void measure(Size size, Consumer<Finding> found) throws Exception {
    if (!PostgresServer.installed()) {
      found.accept(new Skipped("cells of a cluster", "it takes PostgreSQL: postgresql of Debian"));
      return;
    }
    boolean full = size == Size.FULL;
    int cells = full ? 2_000 : 4;
    int mostWorkers = full ? 3 : 1;
    List<Turn> turns = new ArrayList<>();
    for (int turn = 0; turn < (full ? 3 : 1); turn++) {
      turns.add(turn(size, cells, mostWorkers));
    }
    found.accept(speed("no cluster, all cores", cells, turns, Turn::alone));
    for (int workers = 1; workers <= mostWorkers; workers++) {
      int number = workers;
      String told = workers == 1 ? "1 worker of one core" : workers + " workers of one core";
      found.accept(speed(told, cells, turns, turn -> turn.byWorkers().get(number - 1)));
      found.accept(
          counted(
              "CPU time that a cluster adds to a cell, " + told,
              "ns",
              turns,
              turn -> addedNanos(turn.alone(), turn.byWorkers().get(number - 1), cells),
              full ? ADDED : null));
    }
  }

  private static Turn turn(Size size, int cells, int mostWorkers)
      throws IOException, InterruptedException, SQLException {
    Command.Cost alone = alone(size, cells);
    List<Command.Cost> byWorkers = new ArrayList<>();
    for (int workers = 1; workers <= mostWorkers; workers++) {
      byWorkers.add(cluster(size, cells, workers));
    }
    return new Turn(alone, byWorkers);
  }

  private static Command.Cost alone(Size size, int cells) throws IOException, InterruptedException {
    try (Scratch scratch = Scratch.create()) {
      Command sweep = LocalCluster.smallCells(size, cells, scratch.folder());
      return sweep.time(LocalCluster.LIMIT).orFail(sweep).cost();
    }
  }

  /**
   * Workers live longer than a sweep, so each has run cells before, where it is to be measured: as
   * many by each, however many they are.
   */
  private static Command.Cost cluster(Size size, int cells, int workers)
      throws IOException, InterruptedException, SQLException {
    try (Scratch scratch = Scratch.create();
        LocalCluster cluster = LocalCluster.start(size, workers)) {
      if (size == Size.FULL) {
        Command.Cost unused =
            cluster.sweep(LocalCluster.smallCells(size, workers * cells / 4, scratch.folder()));
      }
      return cluster.sweep(LocalCluster.smallCells(size, cells, scratch.folder()));
    }
  }

  private static Counted speed(
      String who, int cells, List<Turn> turns, Function<Turn, Command.Cost> sweep) {
    return counted(
        "small cells a second, " + who,
        "/s",
        turns,
        turn -> cells * 1e9 / sweep.apply(turn).wallNanos(),
        null);
  }

  private static Counted counted(
      String what,
      String unit,
      List<Turn> turns,
      ToDoubleFunction<Turn> figure,
      @Nullable Aim aim) {
    return new Counted(what, unit, turns.stream().mapToDouble(figure).boxed().toList(), aim);
  }

  private static double addedNanos(Command.Cost alone, Command.Cost cluster, int cells) {
    return (double) (cluster.cpuNanos() - alone.cpuNanos()) / cells;
  }
}
