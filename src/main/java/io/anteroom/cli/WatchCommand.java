package io.anteroom.cli;

import io.anteroom.modes.clock.WallClock;
import io.anteroom.observe.watch.DumpChoice;
import io.anteroom.observe.watch.RecordingPlace;
import io.anteroom.observe.watch.StoredRecording;
import io.anteroom.observe.watch.StoredThreads;
import io.anteroom.observe.watch.ThreadsNow;
import io.anteroom.observe.watch.Watch;
import io.anteroom.observe.watch.WatchEnding;
import io.anteroom.observe.watch.WatchException;
import io.anteroom.observe.watch.WatchExpectation;
import io.anteroom.observe.watch.WatchPlan;
import io.anteroom.observe.watch.WatchResult;
import io.anteroom.observe.watch.WatchVerdict;
import io.anteroom.report.WatchReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Watches another JVM. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    sortOptions = false,
    sortSynopsis = false,
    customSynopsis = "anteroom watch (PID | --recording FILE | --threads FILE) [OPTIONS]",
    description = {
      WatchCommand.SUMMARY,
      "",
      "Any JVM of the same user, from JDK 21 on. In the end the recording is stopped",
      "and kept as a .jfr file. Events tell of what is over; what is still blocked is",
      "seen by a look at the threads, once a second and at the end.",
      "",
      "  anteroom watch 12345",
      WatchCommand.EXAMPLE,
      "  anteroom watch --threads threads.txt",
      "",
    },
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "--expect knows pinning.count, pinning.total, pinning.max, pinning.carrierShare,",
      "contention.count, and of the end carriers.held, carriers.heldLongest,",
      "carriers.busy, threads.waiting (in a dump) and threads.waitingForCarrier (from",
      "JDK 24 on).",
      "Where there may have been more than was seen, where carriers are held at the",
      "end or the program hangs, an upper limit can't be met.",
      "",
      "Exit codes: 0 done, 1 the process was killed or the machine failed, 2 wrong",
      "usage or a process that can't be watched, 3 an expectation not met, 5 stuck: it",
      "hangs (a line with ✗), 130 interrupted."
    })
final class WatchCommand implements Callable<Integer> {
  static final String SUMMARY =
      "Watches a running JVM: what holds carriers, whether it hangs, and where.";

  static final String EXAMPLE =
      "  anteroom watch 12345 --duration 10s --expect 'pinning.count == 0'";

  private static final List<String> WITH_THREADS = List.of("--quiet", "--no-color");
  private static final List<String> WITH_RECORDING =
      List.of("--expect", "--json", "--quiet", "--no-color");

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Subject subject = new Subject();

  /** What to look at. */
  static final class Subject {
    @Parameters(paramLabel = "PID", description = "The process; \"jcmd -l\" lists the JVMs here.")
    private @Nullable Long pid;

    @Option(
        names = "--recording",
        paramLabel = "FILE",
        order = 6,
        description = "Read a flight recording (.jfr) that a JVM has made, instead.")
    private @Nullable Path recording;

    @Option(
        names = "--threads",
        paramLabel = "FILE",
        order = 7,
        description = "Read a thread dump instead, of jstack or of%njcmd PID Thread.dump_to_file.")
    private @Nullable Path threads;
  }

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      order = 1,
      description = "How long, such as 10s (default: until Ctrl-C, or until the process ends).")
  private @Nullable String duration;

  @Option(
      names = "--jfr",
      paramLabel = "NAME|FILE",
      order = 2,
      defaultValue = "pinning",
      description =
          "What to record: pinning, contention, full, or a .jfc file (default: ${DEFAULT-VALUE}).")
  private String jfr;

  @Option(
      names = "--expect",
      paramLabel = "CONDITION",
      order = 3,
      description = "Exit with 3 unless it is met, such as 'pinning.count == 0'; may be repeated.")
  private List<String> expect = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      order = 4,
      defaultValue = "results",
      description = "Where the recording goes (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--dump",
      paramLabel = "WHEN",
      order = 5,
      defaultValue = "auto",
      converter = Choices.class,
      description =
          "Dump all threads at the end: auto (where something stands still), always, never,"
              + " anyway (also on JDK 25 while virtual threads run, where it may crash the"
              + " process) (default: ${DEFAULT-VALUE}).")
  private DumpChoice dump;

  @Mixin private final OutputOptions output = new OutputOptions();

  WatchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, WatchException, InterruptedException {
    if (subject.threads != null) {
      requireOnly("--threads", WITH_THREADS);
      return report(StoredThreads.read(subject.threads));
    }
    if (subject.recording != null) {
      requireOnly("--recording", WITH_RECORDING);
    }
    List<WatchExpectation> expectations = expect.stream().map(WatchExpectation::parse).toList();
    return subject.recording != null
        ? report(StoredRecording.read(subject.recording), expectations)
        : watch(Objects.requireNonNull(subject.pid), expectations);
  }

  /** Refuses options that a file's reader would not heed. */
  private void requireOnly(String file, List<String> allowed) {
    for (OptionSpec given : spec.commandLine().getParseResult().matchedOptions()) {
      String name = given.longestName();
      if (!name.equals(file) && !allowed.contains(name)) {
        throw Refusal.of(
            spec,
            "%s does not go with %s, which allows %s"
                .formatted(name, file, String.join(", ", allowed)));
      }
    }
  }

  private int watch(long pid, List<WatchExpectation> expectations)
      throws IOException, WatchException, InterruptedException {
    Duration limit = limit();
    Watch.require(pid);
    WatchPlan plan = WatchPlan.of(pid, jfr, dump);
    Clock calendar = Clock.system(ZoneId.systemDefault());
    RecordingPlace place = RecordingPlace.prepare(out, pid, calendar);
    if (!output.quiet()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("attaching to process " + pid + "; the time counts from when it is recorded");
      err.flush();
    }
    try (Watch watch = Watch.start(plan, place, new WallClock(), calendar)) {
      return CtrlC.during(watch::interrupt, () -> report(watch(watch, limit), expectations));
    } finally {
      place.discard();
    }
  }

  private @Nullable Duration limit() {
    return duration == null
        ? null
        : DurationOption.parse(spec, "--duration", duration, Duration.ofNanos(1));
  }

  private WatchResult watch(Watch watch, @Nullable Duration limit) throws InterruptedException {
    WatchReport report = new WatchReport(output.style(terminal));
    WatchScreen screen =
        new WatchScreen(watch, report, spec.commandLine().getErr(), terminal, output.quiet());
    WatchEnding ending;
    try {
      ending = watch.await(limit, screen::look);
    } finally {
      screen.wipe();
    }
    if (!output.quiet() && ending != WatchEnding.TARGET_ENDED) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("a last look at the threads, then the recording is written");
      err.flush();
    }
    return watch.finish(ending);
  }

  private int report(StoredThreads dump) {
    output.say(spec, new WatchReport(output.style(terminal)).text(dump));
    return dump.findings().isEmpty() ? ExitCode.DONE : ExitCode.STUCK;
  }

  private int report(WatchResult result, List<WatchExpectation> expectations) {
    List<WatchVerdict> verdicts =
        expectations.stream().map(expectation -> expectation.evaluate(result)).toList();
    output.say(spec, new WatchReport(output.style(terminal)).text(result, verdicts));
    output.printJson(spec, () -> WatchResult.JSON.write(result.with(verdicts)));
    return code(result, verdicts.stream().allMatch(WatchVerdict::met));
  }

  /** As with runs, what stands still comes before what was expected. */
  private static int code(WatchResult result, boolean expectationsMet) {
    ThreadsNow now = result.seen().now();
    if (now != null && now.hangs()) {
      return ExitCode.STUCK;
    }
    return switch (result.ending()) {
      case INTERRUPTED -> ExitCode.INTERRUPTED;
      case TARGET_KILLED, CUT_SHORT -> ExitCode.FAULT;
      case OVER, TARGET_ENDED, RECORDED ->
          expectationsMet ? ExitCode.DONE : ExitCode.EXPECTATION_NOT_MET;
    };
  }

  /** The words of {@link DumpChoice}. */
  static final class Choices implements ITypeConverter<DumpChoice> {
    @Override
    public DumpChoice convert(String word) {
      for (DumpChoice choice : DumpChoice.values()) {
        if (choice.name().equalsIgnoreCase(word)) {
          return choice;
        }
      }
      throw new TypeConversionException(
          "'%s': allowed: auto, always, anyway, never".formatted(word));
    }
  }
}
