package io.anteroom.cli;

import io.anteroom.modes.plugins.Catalogue;
import io.anteroom.report.ReportFormats;
import io.anteroom.scenario.Named;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ShippedText;
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
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    customSynopsis = {
      "anteroom help COMMAND",
      "       anteroom help modes|activities|arrivals|distributions|formats"
    },
    description = {
      HelpCommand.SUMMARY,
      "",
      "  anteroom help scenario          every key of a scenario, and its values",
      "  anteroom help modes             locking modes",
      "  anteroom help distributions     holds, patience and pauses",
      "",
    })
final class HelpCommand implements Runnable {
  static final String SUMMARY = "Shows the help of a command, or lists what can be written.";

  private static final int INDENT = 2;
  private static final int NAMES = 34;

  /** What is listed. */
  private enum Topic implements Named {
    MODES,
    ACTIVITIES,
    ARRIVALS,
    DISTRIBUTIONS,
    FORMATS;

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
        Spelling.meant(
            word, words, "there are the commands, and " + String.join(", ", Topic.words()));
    return Refusal.of(spec, "there is no help for \"" + word + "\"; " + remedy);
  }

  private String text(Topic topic) {
    return switch (topic) {
      case MODES -> new ModeListing(spec, Catalogue.SHIPPED).modes();
      case ACTIVITIES -> new ModeListing(spec, Catalogue.SHIPPED).activities();
      case ARRIVALS, DISTRIBUTIONS -> ShippedText.of(HelpCommand.class, topic.word() + ".txt");
      case FORMATS -> formats();
    };
  }

  private String formats() {
    Listing listing = new Listing(spec, INDENT, NAMES);
    ReportFormats.all().forEach(format -> listing.add(format.name(), format.meaning()));
    return "Of a run, for anteroom report --format:\n"
        + listing
        + "\nOf comparisons, sweeps and plans: see anteroom help report.\n";
  }

  /** The words that a key takes, for its help; empty where they are too many. */
  static String choices(ScenarioKey key) {
    return switch (key) {
      case MODE -> ": see help modes";
      case ACTIVITY -> ": see help activities";
      case ARRIVALS -> ": see help arrivals";
      case ROOMS -> ", or how many from when on: 8@0s,12@9h";
      case HOLD, PATIENCE, THINK, RETRY -> ": see help distributions";
      default -> key.choices().isEmpty() ? "" : ": " + String.join(", ", key.choices());
    };
  }
}
