package io.anteroom.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Settings without the keys of a scenario file that an option has made useless: the option names
 * another mode, model, line or clock, and that one does not read them. What an option itself sets
 * is never left out, and a file that contradicts itself is left as it is.
 *
 * @param settings what is left
 * @param leftOut what was left out and why, a line each, in the order of {@link ScenarioKey}
 */
public record Overruled(Settings settings, List<String> leftOut) {
  public Overruled {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Leaves out what is of no use any more. What is not valid in itself stays, for the parser to
   * refuse.
   *
   * @param parser what knows all modes and activities
   */
  public static Overruled of(Settings given, ScenarioParser parser) {
    return new Sieve(given, parser).overruled();
  }

  /** Takes one setting after the other out. Mutable; for one use. */
  private static final class Sieve {
    private final ScenarioParser parser;
    private final List<String> leftOut = new ArrayList<>();
    private Settings left;

    Sieve(Settings given, ScenarioParser parser) {
      this.left = given;
      this.parser = parser;
    }

    Overruled overruled() {
      mode().ifPresent(this::leaveOutByMode);
      if (byOption(ScenarioKey.MODE) || byOption(ScenarioKey.LINE)) {
        leaveOutChoice();
      }
      if (value(ScenarioKey.CLOCK).equals(ClockKind.WALL.word()) && byOption(ScenarioKey.CLOCK)) {
        leaveOutUnless(ScenarioKey.ORDER, Order.FIFO.word(), "in real time the mode decides");
      }
      if (byOption(ScenarioKey.ARRIVALS)) {
        leaveOutByModel();
      }
      if (byOption(ScenarioKey.ACTIVITY)) {
        ActivityTraits.find(parser.activities(), value(ScenarioKey.ACTIVITY))
            .ifPresent(this::leaveOutByActivity);
      }
      for (ScenarioKey call : CallMark.ALL.keySet()) {
        if (byOption(call) && !CallMark.isIn(call, value(call))) {
          leaveOut(ScenarioKey.HOLD, "a room is held for as long as the call takes");
        }
      }
      return new Overruled(left, leftOut);
    }

    private Optional<ModeTraits> mode() {
      return ModeTraits.find(parser.modes(), value(ScenarioKey.MODE));
    }

    private void leaveOutByMode(ModeTraits mode) {
      if (!byOption(ScenarioKey.MODE)) {
        return;
      }
      String line = value(ScenarioKey.LINE);
      if (mode.lines().stream().noneMatch(one -> one.word().equals(line))) {
        leaveOut(
            ScenarioKey.LINE,
            "mode " + mode.name() + " has a line " + mode.lines().getFirst().word());
      }
      if (!(mode.discipline() instanceof Discipline.InLine)) {
        String why = "persons in mode " + mode.name() + " don't wait in one line";
        leaveOutUnless(ScenarioKey.ORDER, Order.FIFO.word(), why);
      }
      for (ScenarioKey key : ScenarioKey.ofSomeModes()) {
        if (!mode.reads(key)) {
          leaveOut(key, "mode " + mode.name() + " does not read it");
        }
      }
      left.get(ScenarioKey.POOL)
          .filter(Setting::ofFile)
          .ifPresent(setting -> left = PoolEntries.readBy(mode, left, setting, leftOut));
      mode.refusesPatience().ifPresent(why -> leaveOut(ScenarioKey.PATIENCE, why));
    }

    private void leaveOutByActivity(ActivityTraits activity) {
      for (ScenarioKey key : ScenarioKey.ofSomeActivities()) {
        if (!activity.reads(key)) {
          leaveOut(key, "activity " + activity.name() + " does not read it");
        }
      }
    }

    private void leaveOutChoice() {
      String line = value(ScenarioKey.LINE);
      boolean shared =
          line.isEmpty()
              ? mode().filter(mode -> mode.lines().getFirst() == Line.SHARED).isPresent()
              : line.equals(Line.SHARED.word());
      if (shared) {
        leaveOutUnless(ScenarioKey.CHOICE, Choice.STICKY.word(), "there is one shared line");
      }
    }

    private void leaveOutByModel() {
      String arrivals = value(ScenarioKey.ARRIVALS);
      if (arrivals.contains(":")) {
        String why = "arrivals " + QuotedText.escaped(arrivals) + " are an open model";
        leaveOut(ScenarioKey.PERSONS, why);
        leaveOut(ScenarioKey.THINK, why);
      } else {
        leaveOut(ScenarioKey.LIMIT, "arrivals " + arrivals + " are a closed model");
      }
    }

    private boolean byOption(ScenarioKey key) {
      return left.get(key).filter(setting -> !setting.ofFile()).isPresent();
    }

    private String value(ScenarioKey key) {
      return left.get(key).map(setting -> setting.value().strip()).orElse("");
    }

    private void leaveOutUnless(ScenarioKey key, String harmless, String why) {
      if (!value(key).equals(harmless)) {
        leaveOut(key, why);
      }
    }

    /** What says {@code none} anyway is left out without a word. */
    private void leaveOut(ScenarioKey key, String why) {
      Setting setting = left.get(key).filter(Setting::ofFile).orElse(null);
      if (setting == null) {
        return;
      }
      left = left.without(key);
      boolean none = key.notation().orNone() && setting.value().strip().equals(Settings.NOTHING);
      if (!none) {
        leftOut.add(setting.leftOut(key, why));
      }
    }
  }
}
