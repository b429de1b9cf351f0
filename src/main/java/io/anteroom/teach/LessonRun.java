package io.anteroom.teach;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.result.Environment;
import io.anteroom.result.Machine;
import io.anteroom.result.RunResult;
import io.anteroom.result.store.StoredFile;
import io.anteroom.result.store.StoredRun;
import io.anteroom.run.jdk.Jdk;
import io.anteroom.scenario.BusyWaiting;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.study.cell.Cell;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.cell.CellRunner;
import io.anteroom.study.cell.Cells;
import io.anteroom.study.cell.ForkedCells;
import io.anteroom.study.cell.Jvm;
import io.anteroom.study.cell.SimulatedCells;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs a lesson. Good for one {@link #run}; the other methods may be called by any thread
 * meanwhile.
 */
public final class LessonRun {
  /** What all runs of a lesson on one JDK may take. */
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Lesson lesson;
  private final List<Jdk> jdks;
  private final Workshop workshop;
  private final ScenarioParser parser;
  private final ProgramFork programs;
  private final PlanStep plans = new PlanStep();
  private volatile @Nullable Cells running;
  private volatile boolean stopping;
  private final AtomicInteger done = new AtomicInteger();

  /**
   * @param jdks at most one of a version
   */
  public LessonRun(Lesson lesson, List<Jdk> jdks, Workshop workshop) {
    this.lesson = lesson;
    this.jdks = List.copyOf(jdks);
    this.workshop = workshop;
    this.parser =
        new ScenarioParser(
            LockingModes.traits(),
            RoomActivities.traits(),
            Runtime.getRuntime().availableProcessors());
    this.programs = new ProgramFork(limit());
  }

  /** Asks for an early end. */
  public void interrupt() {
    stopping = true;
    Cells cells = running;
    if (cells != null) {
      cells.interrupt();
    }
    programs.interrupt();
    plans.interrupt();
  }

  /** How far it has come, in one line. */
  public String progress() {
    Cells cells = running;
    int ended = done.get() + (cells == null ? 0 : cells.done());
    long all = lesson.steps().stream().mapToLong(step -> simulated(step) ? 1 : jdks.size()).sum();
    return "lesson %s: %d of %d runs".formatted(lesson.subject().number(), ended, all);
  }

  private static boolean simulated(LessonStep step) {
    return switch (step) {
      case LessonStep.Real real -> false;
      case LessonStep.Program program -> false;
      case LessonStep.Simulated simulated -> true;
      case LessonStep.Planned planned -> true;
    };
  }

  private Duration limit() {
    long real = lesson.steps().stream().filter(step -> !simulated(step)).count();
    return LIMIT.dividedBy(Math.max(real, 1));
  }

  /**
   * Runs it.
   *
   * @throws IOException if the results folder can't be written to
   */
  public LessonResult run() throws IOException, InterruptedException {
    Environment environment = Machine.now(Runtime.getRuntime().availableProcessors());
    List<Observation> observations = new ArrayList<>();
    for (LessonStep step : lesson.steps()) {
      if (!stopping) {
        observations.addAll(run(step));
      }
    }
    LessonResult result = Lecture.of(lesson, jdks, new Seen(observations), environment, stopping);
    StoredFile.LESSON.write(workshop.folder(), LessonResult.JSON.write(result));
    return result;
  }

  private List<Observation> run(LessonStep step) throws IOException, InterruptedException {
    List<Observation> seen =
        switch (step) {
          case LessonStep.Real real -> real(real);
          case LessonStep.Simulated simulated -> simulate(simulated);
          case LessonStep.Program program -> demonstrate(program);
          case LessonStep.Planned planned -> plans.run(planned, scenario(planned, null), workshop);
        };
    done.addAndGet(seen.size());
    return seen;
  }

  private List<Observation> real(LessonStep.Real step) throws IOException, InterruptedException {
    return run(step, cells(step), new ForkedCells(workshop.mainClass(), limit()));
  }

  /** A cell on each JDK. */
  List<Cell> cells(LessonStep.Real step) {
    List<Cell> cells = new ArrayList<>();
    for (Jdk jdk : jdks) {
      Jvm jvm = Jvm.of(jdk, step.jvmArguments());
      cells.add(cell(step, scenario(step, jdk), busyWaiting(jdk) ? jvm.withBusyWaiting() : jvm));
    }
    return cells;
  }

  /** Where one run of the lesson needs {@link BusyWaiting} reckoned with, all runs do it. */
  private boolean busyWaiting(Jdk jdk) {
    return lesson.steps().stream()
        .anyMatch(step -> step instanceof LessonStep.Real && BusyWaiting.in(scenario(step, jdk)));
  }

  private List<Observation> simulate(LessonStep.Simulated step)
      throws IOException, InterruptedException {
    Cell cell = cell(step, scenario(step, null), Jvm.of(Jdk.current(), List.of()));
    return run(step, List.of(cell), new SimulatedCells(workshop.keeper(), 1));
  }

  private Cell cell(LessonStep step, Scenario scenario, Jvm jvm) {
    Map<String, String> point = new LinkedHashMap<>();
    point.put("run", step.label());
    point.put("lesson", lesson.subject().number());
    return new Cell(name(step, simulated(step) ? null : jvm.jdk()), point, scenario, jvm);
  }

  /** What a step's folder is called on a JDK; null: simulated. */
  private static String name(LessonStep step, @Nullable Jdk jdk) {
    String label = step.label().replaceAll("[^A-Za-z0-9._-]+", "-");
    return jdk == null ? label : label + "-jdk-" + jdk.version();
  }

  private Scenario scenario(LessonStep step, @Nullable Jdk jdk) {
    return StepScenario.of(step, "lesson-" + lesson.subject().number(), jdk, parser);
  }

  private List<Observation> run(LessonStep step, List<Cell> all, CellRunner runner)
      throws IOException, InterruptedException {
    Path root = Files.createDirectories(StoredFile.CELLS.in(workshop.folder()));
    Cells cells = new Cells(all, root, runner, parser);
    running = cells;
    if (stopping) {
      cells.interrupt();
    }
    List<CellRecord> records = cells.run();
    running = null;
    List<Observation> seen = new ArrayList<>();
    for (CellRecord record : records) {
      Cell cell =
          all.stream().filter(one -> one.name().equals(record.name())).findFirst().orElseThrow();
      seen.add(observation(step, cell, record, cells));
    }
    return seen;
  }

  private Observation observation(LessonStep step, Cell cell, CellRecord record, Cells cells)
      throws IOException {
    Map<String, Double> figures = new LinkedHashMap<>(record.metrics());
    Map<String, String> words = new LinkedHashMap<>();
    Path result = StoredFile.RESULT.in(cells.folder(cell).result());
    if (Files.exists(result)) {
      RunResult read = StoredRun.RESULT.read(result);
      figures.putAll(Figures.of(read));
      words.putAll(Figures.wordsOf(read));
    }
    boolean simulated = simulated(step);
    return new Observation(
        step.label(),
        simulated ? "" : record.jdk(),
        simulated ? JdkRange.NO_JDK : cell.jvm().jdk().feature(),
        record.outcome(),
        record.explanation(),
        record.seconds(),
        workshop.folder().relativize(cells.folder(cell).path()).toString(),
        figures,
        words);
  }

  private List<Observation> demonstrate(LessonStep.Program step)
      throws IOException, InterruptedException {
    List<Observation> seen = new ArrayList<>();
    for (Jdk jdk : jdks) {
      Observation one = programs.run(step, jdk, name(step, jdk), workshop.folder());
      if (one != null) {
        seen.add(one);
      }
    }
    return seen;
  }
}
