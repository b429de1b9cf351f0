package io.anteroom.study.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.Anteroom;
import io.anteroom.PostgresServer;
import io.anteroom.modes.plugins.Catalogue;
import io.anteroom.run.jdk.Jdk;
import io.anteroom.scenario.ClockKind;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.study.cell.Cell;
import io.anteroom.study.cell.CellFolder;
import io.anteroom.study.cell.CellOutcome;
import io.anteroom.study.cell.CellRunner;
import io.anteroom.study.cell.Jvm;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results of more than 1 GB end in one line; those of other cells are taken all the same. */
@SuppressWarnings("try") // Closing it waits for it.
class TooLargeResultsTest {
  private static final String VERSION = "1";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir private Path folder;

  /** Leaves a gigabyte of zeros, which take no place on the disk, where the cell is a large one. */
  private record Large() implements CellRunner {
    @Override
    public int atOnce() {
      return 1;
    }

    @Override
    public Finish run(Cell cell, CellFolder folder) throws IOException {
      long bytes = cell.name().equals("large") ? (1L << 30) + 1 : 1;
      try (RandomAccessFile file = new RandomAccessFile(folder.log().toFile(), "rw")) {
        file.setLength(bytes);
      }
      return new Finish(CellOutcome.COMPLETED, "", null);
    }

    @Override
    public void interrupt() {}
  }

  private static Cell cell(String name) {
    return new Cell(
        name,
        Map.of(),
        Anteroom.scenario().rooms(1).set("clock", "simulated").build(),
        new Jvm(Jdk.current(), List.of()));
  }

  @Test
  void resultsOfAGigabyteAreRefusedAndNothingElseIsLost() throws Exception {
    try (PostgresServer server = PostgresServer.start()) {
      server.tellPassword();
      ClusterUrl url = new ClusterUrl(server.url() + "?user=" + PostgresServer.USER);
      try (Cluster cluster = Cluster.open(url, 5)) {
        Worker worker = worker(cluster);
        Thread works = Thread.ofPlatform().start(() -> runToItsEnd(worker));
        try {
          assertRefused(Cluster.open(url, 4));
        } finally {
          worker.interrupt();
          works.join();
        }
      }
    }
  }

  private void assertRefused(Cluster cluster) throws IOException, InterruptedException {
    Cell large = cell("large");
    Cell small = cell("small");
    ClusterSweep sweep =
        new ClusterSweep("sweep-1", "sweep", VERSION, ClockKind.SIMULATED, 2, PATIENCE, "", true);
    ClusterCells cells = new ClusterCells(cluster, sweep, PATIENCE);
    cells.begin(List.of(large, small), folder);
    try {
      assertThatThrownBy(() -> cells.run(large, folderOf(large)))
          .isInstanceOf(ClusterException.class)
          .hasMessage(
              "the worker worker-1 could not run batch 0 of sweep-1: its files have more than"
                  + " 1 GB, which is too much for the database; what has ended is kept: go on with"
                  + " anteroom sweep --resume, with --cluster or without it");
      assertThat(cells.run(small, folderOf(small)).outcome()).isEqualTo(CellOutcome.COMPLETED);
      assertThat(folderOf(small).log()).hasSize(1);
    } finally {
      cells.end();
    }
  }

  private CellFolder folderOf(Cell cell) {
    return new CellFolder(folder.resolve(cell.name()));
  }

  private static Worker worker(Cluster cluster) {
    ScenarioParser parser =
        new ScenarioParser(Catalogue.SHIPPED.modes(), Catalogue.SHIPPED.activities(), 1);
    return new Worker(
        cluster,
        new Worker.Host("worker-1", VERSION, 1, new TreeSet<>(List.of(25)), List.of()),
        new Worker.Runners(parser, new Large(), limit -> new Large()),
        Duration.ofMillis(250));
  }

  private static void runToItsEnd(Worker worker) {
    try {
      worker.run();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
