package io.anteroom.cli;

import io.anteroom.modes.plugins.Catalogue;
import io.anteroom.report.ReportFormats;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what can be written where many commands take it; of a command, its own help. */
@Command(
    name = "help",
    addMethodSubcommands = false,
    customSynopsis = {
      "anteroom help COMMAND",
      "       anteroom help modes|activities|arrivals|distributions|formats"
    },
    description = {
      "Shows the help of a command, or lists what can be written.",
      "",
      "  anteroom help scenario          every key of a scenario, and its values",
      "  anteroom help modes             locking modes",
      "  anteroom help distributions     holds, patience and pauses",
      "",
    })
final class HelpCommand implements Runnable {
  private static final int INDENT = 2;
  private static final int NAMES = 34;

  /** What is listed. */
  private enum Topic {
    MODES,
    ACTIVITIES,
    ARRIVALS,
    DISTRIBUTIONS,
    FORMATS;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Optional<Topic> of(String word) {
      return Arrays.stream(values()).filter(topic -> topic.word().equals(word)).findFirst();
    }

    static List<String> words() {
      return Arrays.stream(values()).map(Topic::word).toList();
    }
  }

  /** What is listed, by its words. */
  static List<String> topics() {
    return Topic.words();
  }

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "COMMAND|TOPIC",
      completionCandidates = Candidates.Topics.class,
      description = "What to show.")
  private @Nullable String wanted;

  /** A command's help is asked of the command; only topics come here. */
  @Override
  public void run() {
    String word = wanted == null ? "" : wanted;
    Topic topic = Topic.of(word).orElseThrow(() -> unknown(word));
    spec.commandLine().getOut().print(text(topic));
  }

  private ParameterException unknown(String word) {
    List<String> words = new java.util.ArrayList<>(Commands.names());
    words.addAll(Topic.words());
    String remedy =
        Spelling.nearest(word, words)
            .map(near -> "did you mean " + near + "?")
            .orElse("there are the commands, and " + String.join(", ", Topic.words()));
    return new ParameterException(
        spec.commandLine(), "there is no help for \"" + word + "\"; " + remedy);
  }

  private String text(Topic topic) {
    return switch (topic) {
      case MODES -> new ModeListing(spec, Catalogue.SHIPPED).modes();
      case ACTIVITIES -> new ModeListing(spec, Catalogue.SHIPPED).activities();
      case ARRIVALS -> arrivals();
      case DISTRIBUTIONS -> distributions();
      case FORMATS -> formats();
    };
  }

  private Listing listing() {
    return new Listing(spec, INDENT, NAMES);
  }

  private String arrivals() {
    return "Closed, a fixed number of persons (--persons):\n"
        + listing()
            .add("at-once", "all begin at the same moment")
            .add("closed", "each thinks before a visit (--think), then comes")
        + "\nOpen, each arrival is a new person (--duration or --visits):\n"
        + listing()
            .add("poisson:300/s", "at random; 300 a second on average")
            .add("constant:300/s", "evenly spaced")
            .add("renewal:erlang:3ms,k=4", "gaps drawn from a distribution")
            .add("stages:100/s*60s,100..300/s*5m", "rates that change: for a time, or from to")
            .add("rates:FILE", "rates that change, from a table")
            .add("trace:FILE", "times from a file, one a line, perhaps each with its hold")
            .add("trace:FILE,speed=1.2", "the same day with 20% more arrivals a second")
            .add("trace:FILE,bootstrap=5m", "days put together of pieces of that length")
            .add("trace:FILE,keep-stamps", "equal times stay equal, even those of a coarse clock")
            .add("poisson:20/s,batch=geometric:3", "several at once: 3 on average")
        + "\nA rate may be written a second, a minute or an hour: 20/h. Options change arrivals\n"
        + "that a file has: --speed 1.2, --bootstrap 5m and --keep-stamps.\n"
        + "\nA line of a trace is a time since the start, or a time and a hold: 52ms or\n"
        + "52ms,2.4s. A line of rates is from when on and how many: 1h,150/h; the last one\n"
        + "is 0 and ends the day. A heading and what follows a # are skipped.\n";
  }

  private String distributions() {
    return "The figure is the mean; durations are in ns, us, ms, s, m, h or d.\n"
        + listing()
            .add("fixed:5ms", "always the same")
            .add("exponential:5ms", "memoryless; cv 1")
            .add("uniform:1ms..9ms", "anything between, equally likely")
            .add("lognormal:5ms,cv=1.5", "skewed, as many services are")
            .add("erlang:5ms,k=4", "k exponential stages; cv below 1")
            .add("hyperexponential:5ms,cv=2", "two kinds, short and long; cv above 1")
            .add("gamma:5ms,cv=1.5", "any variability")
            .add("weibull:5ms,k=0.7", "k below 1: a heavier tail than exponential")
            .add("pareto:5ms,alpha=2.5", "a heavy tail")
            .add("lognormal:p50=12ms,p99=200ms", "by two percentiles")
            .add("mix:90%*fixed:1ms,10%*fixed:9ms", "one kind or another")
            .add("empirical:FILE", "drawn from durations in a file, one a line")
            .add("paired", "for hold: the one that a trace lists beside the arrival")
        + "\nFor hold, patience, think and retry. cv: standard deviation over mean. A line of an\n"
        + "empirical file is a duration: 1.5ms; an .hlog or .hgrm of HdrHistogram does as well.\n";
  }

  private String formats() {
    Listing listing = listing();
    ReportFormats.all().forEach(format -> listing.add(format.name(), format.meaning()));
    return "Of a run, for anteroom report --format:\n"
        + listing
        + "\nOf comparisons, sweeps and plans: see anteroom help report.\n";
  }

  /** The words that a key takes, for its help; empty where they are too many. */
  static String choices(ScenarioKey key) {
    return switch (key) {
      case MODE -> ": see anteroom help modes";
      case ACTIVITY -> ": see anteroom help activities";
      case ARRIVALS -> ": see anteroom help arrivals";
      case ROOMS -> ", or how many from when on: 8@0s,12@9h";
      case HOLD, PATIENCE, THINK, RETRY -> ": see anteroom help distributions";
      default -> key.choices().isEmpty() ? "" : ": " + String.join(", ", key.choices());
    };
  }
}
