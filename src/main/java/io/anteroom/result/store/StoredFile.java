package io.anteroom.result.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file or folder that Anteroom leaves behind: the one place that knows its name. */
public enum StoredFile {
  /** The figures of a run. */
  RESULT("result.json"),
  /** What ran. */
  SCENARIO("scenario.yaml"),
  /** The table of percentiles of the wait. */
  WAIT("wait.hgrm"),
  /** All durations of a run, by interval. */
  HISTOGRAMS("histograms.hlog"),
  /** The first visits of a run. */
  VISITS("visits.csv"),
  /** The figures of a run as a table. */
  METRICS("metrics.csv"),
  /** The flight recording of a run. */
  RECORDING("recording.jfr"),
  /** What held carriers, as collapsed stacks. */
  PINS("pins.collapsed"),
  /** The threads of a run that was stuck. */
  THREADS("threads.json"),
  /** The JVMs of a run that has several. */
  FORKS("forks"),
  /** The page about whatever the folder holds. */
  PAGE("report.html"),
  COMPARISON("comparison.json"),
  PLAN("plan.json"),
  FIT("fit.json"),
  LESSON("lesson.json"),
  /** What the reader of a lesson expected. */
  GUESS("guess.txt"),
  /** What a sweep has to do. */
  SWEEP("sweep.json"),
  /** Holds a folder for each cell. */
  CELLS("cells"),
  /** What became of the cells of a sweep, as a table. */
  CELLS_TABLE("cells.csv"),
  /** What became of the cells of a sweep. */
  CELLS_LIST("cells.json"),
  /** What became of a cell; it is there when all else is. */
  CELL("cell.json"),
  /** What a cell needs to run. */
  CELL_INPUTS("in"),
  /** The results folder of a cell. */
  CELL_RESULT("result"),
  /** A place for what a cell has not finished. */
  CELL_PART("part"),
  /** Which of a cluster's sweeps this one is. */
  CLUSTER("cluster.txt"),
  /** What a worker of a cluster takes at once. */
  BATCH("batch.json"),
  /** How a cell ended on a worker. */
  CELL_FINISH("finish.json"),
  /** Held by whoever works on a sweep. */
  SWEEP_LOCK(".lock"),
  /** What a demonstration found out. */
  FINDINGS("findings.properties"),
  /** What threads did while a demonstration was stuck. */
  STACKS("threads.txt"),
  /** What a JVM printed. */
  LOG("log.txt"),
  /** What a JVM left that crashed. */
  CRASH("hs_err.log"),
  /** When arrivals came in measured data. */
  FITTED_ARRIVALS("arrivals.csv"),
  /** How long holds were in measured data. */
  FITTED_HOLDS("holds.csv"),
  /** Holds a folder for each demonstration of a lesson. */
  PROGRAMS("programs"),
  /** Holds the plans of a lesson. */
  PLANS("plans");

  private final String fileName;

  StoredFile(String fileName) {
    this.fileName = fileName;
  }

  /** What it is called. */
  public String fileName() {
    return fileName;
  }

  /** Where it is in a folder. */
  public Path in(Path folder) {
    return folder.resolve(fileName);
  }

  /** Writes it whole: a reader sees either the old text or the new one. */
  public void write(Path folder, String text) throws IOException {
    Path hidden = Files.writeString(hiddenIn(folder), text);
    Files.move(hidden, in(folder), ATOMIC_MOVE, REPLACE_EXISTING);
  }

  /** As {@link #write(Path, String)}, of a text that need not be in memory as a whole. */
  public void write(Path folder, Content content) throws IOException {
    Path hidden = hiddenIn(folder);
    try (Writer writer = Files.newBufferedWriter(hidden)) {
      content.writeTo(writer);
    }
    Files.move(hidden, in(folder), ATOMIC_MOVE, REPLACE_EXISTING);
  }

  /** A text, piece by piece. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Appendable file) throws IOException;
  }

  /** Where it is in a folder until it is complete: out of sight. */
  public Path hiddenIn(Path folder) {
    return folder.resolve("." + fileName);
  }
}
