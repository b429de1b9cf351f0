package io.anteroom.cli;

import io.anteroom.modes.activity.UnsupportedActivityException;
import io.anteroom.report.PlanReport;
import io.anteroom.report.ReportTitle;
import io.anteroom.report.html.PageShell;
import io.anteroom.result.store.ResultsFolder;
import io.anteroom.result.store.StoredFile;
import io.anteroom.scenario.RoomPlan;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.Settings;
import io.anteroom.study.plan.Find;
import io.anteroom.study.plan.InvalidPlanException;
import io.anteroom.study.plan.Plan;
import io.anteroom.study.plan.Planner;
import io.anteroom.study.plan.Question;
import io.anteroom.study.plan.SizesPlan;
import io.anteroom.study.plan.SizesPlanner;
import io.anteroom.study.plan.SizesQuestion;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds the smallest capacity, or the greatest load, that meets objectives. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    sortOptions = false,
    sortSynopsis = false,
    customSynopsis = "anteroom plan [FILE|NAME] --slo CONDITION [OPTIONS]",
    description = {
      PlanCommand.SUMMARY,
      "An exact formula decides where there is one, with the simulation beside it.",
      "Elsewhere simulated time decides, and says how sure it is.",
      "Where you name no mode it takes semaphore-fair, which serves in order.",
      "",
      "  anteroom plan --arrivals poisson:300/s --hold exponential:20ms \\",
      "    --slo 'wait.p99 < 50ms'",
      "  anteroom plan checkout-pool --slo 'wait.p99 < 20ms' --verify",
      "  anteroom plan checkout-pool --slo 'wait.p99 < 20ms' --find rate --rooms 20",
      "  anteroom plan worker-and-connection --slo 'response.p99 < 150ms' \\",
      "    --slo 'wait.p99{pool=connections} < 10ms' --cost connections=12,workers=1",
      "",
    },
    optionListHeading = "%nOptions:%n")
final class PlanCommand implements Callable<Integer> {
  static final String SUMMARY =
      "Finds the fewest rooms, or the greatest load, that meets objectives.";

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE|NAME",
      completionCandidates = Candidates.Scenarios.class,
      description = ScenarioChoice.WHICH)
  private @Nullable String name;

  @Option(
      names = "--slo",
      paramLabel = "CONDITION",
      order = 1,
      description =
          "An objective such as 'wait.p99 < 50ms' or 'utilisation < 85%%'; again and again for"
              + " more (default: what the scenario expects).")
  private @Nullable List<String> objectives;

  @Option(
      names = "--find",
      paramLabel = "rooms|rate|hold",
      order = 2,
      defaultValue = "rooms",
      description =
          "The fewest rooms, the greatest rate of arrivals, or the longest hold"
              + " (default: ${DEFAULT-VALUE}).")
  private String find;

  @Option(
      names = "--max-rooms",
      paramLabel = "N",
      order = 3,
      defaultValue = "100000",
      description = "No plan may have more rooms (default: ${DEFAULT-VALUE}).")
  private int mostRooms;

  @Option(
      names = "--cost-per-room",
      paramLabel = "COST",
      order = 4,
      description = "What one room costs, in any currency: adds what the plan costs.")
  private @Nullable String costPerRoom;

  @Option(
      names = "--cost",
      paramLabel = "POOL=COST,...",
      split = ",",
      order = 4,
      description = "With several pools: what one room of each costs (default: 1).")
  private @Nullable List<String> costs;

  @Option(
      names = "--keep",
      paramLabel = "POOL,...",
      split = ",",
      order = 4,
      description =
          "With several pools: those that keep the rooms that the scenario gives them (default:"
              + " none).")
  private @Nullable List<String> kept;

  @Option(
      names = "--verify",
      order = 5,
      description =
          "Run the answer and its neighbour for real, on virtual threads; exit code 3 if the"
              + " answer fails.")
  private boolean verify;

  @Option(
      names = "--verify-duration",
      paramLabel = "10s",
      order = 6,
      defaultValue = "10s",
      description = "How long each of those runs lasts (default: ${DEFAULT-VALUE}).")
  private String verifyDuration;

  @Mixin private final PageOption page = new PageOption();

  @Mixin private final FolderOption out = new FolderOption();

  @Mixin private final OutputOptions output = new OutputOptions();

  private PlanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The command, with an option for every key of a scenario. */
  static CommandLine create(Terminal terminal) {
    return ScenarioOptions.command(new PlanCommand(terminal));
  }

  @Override
  public Integer call() throws IOException, InterruptedException, UnsupportedActivityException {
    Settings settings = ScenarioOptions.settings(spec, name);
    PlanTrial trial = read(() -> new PlanTrial(verify, verifyDuration));
    Search search = settings.longForm() ? sizes(settings, trial) : rooms(settings, trial);
    page.prepare(spec);
    ResultsFolder folder = out.prepare("plan-" + ReportTitle.planFolder(search.scenario(), find));
    try {
      return CtrlC.during(
          () -> {
            trial.interrupt();
            search.interrupt().run();
          },
          () -> answer(search, trial, folder));
    } finally {
      folder.discard();
      page.discard();
    }
  }

  /** Looks for an answer, and runs it for real if that is wanted. */
  private record Search(
      Scenario scenario, Runnable interrupt, Supplier<@Nullable String> progress, Answer answer) {
    /** The search itself. */
    interface Answer {
      PlanReport answer() throws IOException, InterruptedException, UnsupportedActivityException;
    }
  }

  private int answer(Search search, PlanTrial trial, ResultsFolder folder)
      throws IOException, InterruptedException, UnsupportedActivityException {
    PlanReport plan =
        output.follow(
            () -> trial.begun() ? trial.progress() : search.progress().get(),
            spec,
            terminal,
            search.answer()::answer);
    String again = PageOption.again(spec);
    Path written =
        folder.write(
            into -> {
              StoredFile.PLAN.write(into, plan.json());
              try (OutputStream stream = Files.newOutputStream(StoredFile.PAGE.in(into))) {
                new PageShell(plan.page(again)).write(stream);
              }
            });
    output.say(spec, plan.text(output.style(terminal), written));
    output.printJson(spec, plan::json);
    page.write(plan::page, spec);
    return code(plan.outcome());
  }

  private Search rooms(Settings settings, PlanTrial trial) {
    if (costs != null) {
      throw Refusal.of(spec, "--cost: the scenario has one pool; give --cost-per-room");
    }
    if (kept != null) {
      throw Refusal.of(
          spec, "--keep: the scenario has one pool, whose rooms the plan finds; remove it");
    }
    Question question = question(settings);
    Planner planner = new Planner(question, Runtime.getRuntime().availableProcessors());
    return new Search(
        question.scenario(),
        planner::interrupt,
        planner::progress,
        () -> {
          Plan plan = planner.plan();
          return PlanReport.of(
              trial.wanted() ? trial.verified(PluginOption.catalogue(spec), plan, question) : plan);
        });
  }

  private Search sizes(Settings settings, PlanTrial trial) {
    SizesQuestion question = sizesQuestion(settings);
    SizesPlanner planner = new SizesPlanner(question, Runtime.getRuntime().availableProcessors());
    return new Search(
        question.scenario(),
        planner::interrupt,
        planner::progress,
        () -> {
          SizesPlan plan = planner.plan();
          return PlanReport.of(
              trial.wanted() ? trial.verified(PluginOption.catalogue(spec), plan, question) : plan);
        });
  }

  /** Several pools have sizes of their own. */
  private SizesQuestion sizesQuestion(Settings settings) {
    if (!find.equals(Find.ROOMS.word())) {
      throw Refusal.of(
          spec,
          "--find "
              + find
              + ": with several pools a plan finds rooms; how much arrivals can grow"
              + " is told as head-room");
    }
    if (costPerRoom != null) {
      throw Refusal.of(
          spec, "--cost-per-room: the scenario has several pools; give --cost POOL=COST,...");
    }
    requireMostRooms();
    if (verify) {
      // Refuses what real threads can't do before the search begins.
      ScenarioOptions.parse(spec, PlanDefaults.real(settings), null);
    }
    Scenario scenario = ScenarioOptions.parse(spec, PlanDefaults.simulated(settings), null);
    boolean bounded = PlanDefaults.bounded(settings);
    Map<String, BigDecimal> byPool = read(() -> RoomCosts.byPool(costs));
    Set<String> keeping = kept == null ? Set.of() : new LinkedHashSet<>(kept);
    return valid(
        () -> new SizesQuestion(scenario, slos(scenario), bounded, mostRooms, byPool, keeping));
  }

  private List<String> slos(Scenario scenario) {
    return objectives == null ? scenario.conduct().expectations() : objectives;
  }

  private <T> T valid(Supplier<T> question) {
    try {
      return question.get();
    } catch (InvalidPlanException wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private <T extends @Nullable Object> T read(Supplier<T> option) {
    try {
      return option.get();
    } catch (IllegalArgumentException wrong) {
      throw Refusal.of(spec, String.valueOf(wrong.getMessage()));
    }
  }

  private void requireMostRooms() {
    if (mostRooms < 1 || mostRooms > RoomPlan.MOST_ROOMS) {
      throw Refusal.of(spec, "--max-rooms: can't be " + mostRooms + RoomPlan.ALLOWED_ROOMS);
    }
  }

  private Question question(Settings settings) {
    Find looked =
        Find.of(find)
            .orElseThrow(
                () ->
                    Refusal.of(
                        spec, "--find: can't be \"" + find + "\"; allowed: rooms, rate, hold"));
    requireMostRooms();
    BigDecimal cost = read(() -> RoomCosts.of(costPerRoom));
    if (looked != Find.ROOMS && settings.get(ScenarioKey.ROOMS).isEmpty()) {
      throw Refusal.of(spec, "--find " + looked.word() + ": for how many rooms? add --rooms 12");
    }
    boolean bounded = PlanDefaults.bounded(settings);
    Scenario scenario =
        PlanDefaults.whole(ScenarioOptions.parse(spec, PlanDefaults.of(settings), null), bounded);
    return valid(() -> new Question(looked, scenario, slos(scenario), bounded, mostRooms, cost));
  }

  private static int code(String outcome) {
    return switch (outcome) {
      case Plan.ANSWERED -> ExitCode.DONE;
      case Plan.INTERRUPTED -> ExitCode.INTERRUPTED;
      default -> ExitCode.EXPECTATION_NOT_MET;
    };
  }
}
