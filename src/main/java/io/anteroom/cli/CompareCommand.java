package io.anteroom.cli;

import io.anteroom.report.CellPages;
import io.anteroom.report.ComparisonFacts;
import io.anteroom.report.ReportTitle;
import io.anteroom.report.html.PageShell;
import io.anteroom.result.Environment;
import io.anteroom.result.Machine;
import io.anteroom.result.store.StoredFile;
import io.anteroom.scenario.ClockKind;
import io.anteroom.scenario.Overruled;
import io.anteroom.scenario.PoolPath;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.study.cell.Axis;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.cell.CellRunner;
import io.anteroom.study.cell.Cells;
import io.anteroom.study.cell.Jvm;
import io.anteroom.study.cell.PointSettings;
import io.anteroom.study.compare.Arm;
import io.anteroom.study.compare.Comparer;
import io.anteroom.study.compare.Comparison;
import io.anteroom.study.compare.Trial;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares locking modes, settings or JDKs on the same schedule. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    sortOptions = false,
    sortSynopsis = false,
    customSynopsis = "anteroom compare [FILE|NAME] --modes A,B [OPTIONS]",
    description = {
      CompareCommand.SUMMARY,
      "Each runs several times in a JVM of its own; what is said of their differences",
      "is what these runs can show. \"No difference\" is said only where one by a factor",
      "of 1.5 would show; else there are \"too few forks to tell\". A fork that got",
      "stuck, was lost or failed a check does not count.",
      "",
      "  anteroom compare --modes synchronized,reentrant,semaphore --persons 2000 \\",
      "    --rooms 16 --hold fixed:2ms",
      "  anteroom compare --jdks 21,25 --mode synchronized --persons 200 --rooms 64",
      "  anteroom compare checkout-pool --vary 'rooms=12,16,20' --clock simulated",
      "",
    },
    optionListHeading = "%nOptions:%n")
final class CompareCommand implements Callable<Integer> {
  static final String SUMMARY = "Compares locking modes, settings or JDKs on the same schedule.";

  /** Keys whose values are words that need no heading. */
  private static final Set<String> SPEAK_FOR_THEMSELVES =
      Set.of(ScenarioKey.MODE.word(), ScenarioKey.ACTIVITY.word());

  private static final String ORIGIN = "anteroom compare";
  private static final int MOST_FORKS = 1000;
  private static final int MOST_ARMS = 100;

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Mixin private final ScenarioChoice choice = new ScenarioChoice();

  @Option(
      names = "--modes",
      paramLabel = "MODE,MODE",
      split = ",",
      order = 2,
      description = "The locking modes to compare; the first one is the baseline.")
  private @Nullable List<String> modes;

  @Option(
      names = "--vary",
      paramLabel = "'KEY=A,B'",
      order = 2,
      description =
          "A scenario's key and the values to compare, such as 'carriers=1,2,4'; several keys with"
              + " spaces between them: every combination.")
  private @Nullable String vary;

  @Option(
      names = "--jdks",
      paramLabel = "21,25",
      split = ",",
      order = 3,
      description = "The JDKs to compare, by version or home.")
  private @Nullable List<String> jdks;

  @Option(
      names = "--forks",
      paramLabel = "N",
      order = 4,
      defaultValue = "5",
      description = "How often each of them runs (default: ${DEFAULT-VALUE}).")
  private int forks;

  @Option(
      names = "--reseed",
      order = 4,
      description =
          "Give each fork a schedule of its own, as simulated time always does: then the intervals"
              + " hold for all such schedules, not for this one alone.")
  private boolean reseed;

  @Mixin private final CellOptions cellOptions = new CellOptions();

  @Mixin private final FolderOption out = new FolderOption();

  @Mixin private final OutputOptions output = new OutputOptions();

  private CompareCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The command, with an option for every key of a scenario. */
  static CommandLine create(Terminal terminal) {
    return ScenarioOptions.command(new CompareCommand(terminal));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Trial trial = new Trial(arms(), requireForks(), reseed);
    Scenario scenario = trial.baseline().scenario();
    CellRunner runner = cellOptions.runner(spec, scenario, trial.cells().size(), Trial.FORK);
    Path folder =
        out.create(
            "compare-"
                + ReportTitle.folder(
                    scenario,
                    ComparisonFacts.title(trial.arms().stream().map(Arm::label).toList())));
    Environment environment = Machine.now(Runtime.getRuntime().availableProcessors());
    Cells cells =
        new Cells(
            trial.cells(),
            Files.createDirectory(StoredFile.CELLS.in(folder)),
            runner,
            ScenarioOptions.parser(spec));
    return CtrlC.during(
        cells::interrupt,
        () -> {
          List<CellRecord> records =
              output.follow(new CellsProgress(cells)::line, spec, terminal, cells::run);
          Comparison comparison = new Comparer(trial).compare(records, environment);
          StoredFile.COMPARISON.write(folder, Comparison.JSON.write(comparison));
          CellPages.write(StoredFile.CELLS.in(folder), records, ScenarioOptions.parser(spec));
          writePage(comparison, folder);
          print(comparison, folder);
          return code(comparison, records);
        });
  }

  private int requireForks() {
    if (forks < 2 || forks > MOST_FORKS) {
      throw Refusal.of(spec, "--forks: can't be " + forks + "; allowed: from 2 to 1,000");
    }
    return forks;
  }

  private List<Arm> arms() {
    List<Axis> axes = axes();
    PointSettings settings =
        new PointSettings(choice.settings(spec), axes, ScenarioOptions.parser(spec), ORIGIN);
    List<Arm> arms = new ArrayList<>();
    Set<String> leftOut = new LinkedHashSet<>();
    for (Map<String, String> point : Axis.product(axes)) {
      Overruled overruled = settings.at(point);
      leftOut.addAll(overruled.leftOut());
      arms.add(arm(overruled, point, arms));
    }
    if (arms.size() < 2) {
      throw Refusal.of(
          spec,
          "nothing to compare; add --modes reentrant,semaphore, --vary 'rooms=8,16' or --jdks"
              + " 21,25");
    }
    if (arms.size() > MOST_ARMS) {
      throw Refusal.of(spec, "%d things to compare; allowed: at most 100".formatted(arms.size()));
    }
    ScenarioOptions.tell(spec, leftOut);
    return arms;
  }

  private List<Axis> axes() {
    List<Axis> axes = new ArrayList<>();
    if (modes != null) {
      axes.add(new Axis(ScenarioKey.MODE.word(), modes));
    }
    if (jdks != null) {
      axes.add(new Axis(Axis.JDK, jdks));
    }
    try {
      axes.addAll(vary == null ? List.of() : Axis.parse(vary));
    } catch (IllegalArgumentException wrong) {
      throw Refusal.of(spec, "--vary: " + wrong.getMessage());
    }
    if (axes.stream().map(Axis::name).distinct().count() < axes.size()) {
      throw Refusal.of(spec, "--vary: it varies what --modes or --jdks vary already; say it once");
    }
    return axes;
  }

  private Arm arm(Overruled settings, Map<String, String> point, List<Arm> before) {
    Scenario scenario = choice.parse(spec, settings);
    String jdk = point.get(Axis.JDK);
    if (jdk != null && scenario.conduct().clock() == ClockKind.SIMULATED) {
      throw Refusal.of(spec, "--jdks: simulated time is the same on every JDK; set clock to wall");
    }
    Jvm jvm =
        jdk == null
            ? cellOptions.jvm(spec)
            : cellOptions.jvm(spec, CellOptions.named(spec, "--jdks", jdk));
    return new Arm(label(point, before), point, scenario, jvm);
  }

  /**
   * The values of what is varied, with their keys where it takes them; a number where they are the
   * same again.
   */
  private static String label(Map<String, String> point, List<Arm> before) {
    Map<String, String> words = new LinkedHashMap<>();
    point.forEach(
        (name, value) ->
            words.put(
                name,
                SPEAK_FOR_THEMSELVES.contains(name)
                    ? value
                    : name.equals(Axis.JDK) ? "JDK " + value : key(name) + " " + value));
    String label = String.join(", ", words.values());
    long same = before.stream().filter(arm -> arm.point().equals(point)).count();
    return same == 0 ? label : label + " (" + (same + 1) + ")";
  }

  /** Without the word that all pools' keys begin with. */
  private static String key(String name) {
    return PoolPath.of(name).map(path -> path.pool() + "." + path.key().word()).orElse(name);
  }

  private void writePage(Comparison comparison, Path folder) throws IOException {
    PageShell page =
        new PageShell(
            ComparisonFacts.page(
                comparison, folder, ScenarioOptions.parser(spec), CommandText.of(spec)));
    try (OutputStream stream = Files.newOutputStream(StoredFile.PAGE.in(folder))) {
      page.write(stream);
    }
  }

  private void print(Comparison comparison, Path folder) {
    output.say(spec, ComparisonFacts.text(comparison, output.style(terminal), folder));
    output.printJson(spec, () -> Comparison.JSON.write(comparison));
  }

  static int code(Comparison comparison, List<CellRecord> records) {
    if (comparison.outcome().equals(Comparison.INTERRUPTED)) {
      return ExitCode.INTERRUPTED;
    }
    return ExitCode.ofCells(records);
  }
}
