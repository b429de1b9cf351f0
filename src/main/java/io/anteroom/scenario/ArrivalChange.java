package io.anteroom.scenario;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A change of recorded or listed arrivals that an option makes: it writes into {@link
 * ScenarioKey#ARRIVALS} what a scenario file says there itself.
 */
public enum ArrivalChange implements Named {
  SPEED(
      TraceText.SPEED,
      "1.2",
      "The same day with so many times the arrivals, for trace, stages and rates",
      List.of("trace", "stages", "rates"),
      text -> Numbers.requireSpeed(Numbers.parse(text))),
  BOOTSTRAP(
      TraceText.BOOTSTRAP,
      "5m",
      "Each replication is another day, made of pieces of a trace of that length",
      List.of("trace"),
      DurationText::parsePositive),
  KEEP_STAMPS(
      TraceText.KEEP_STAMPS,
      "",
      "Keep equal times of a trace; else those of a coarse clock are spread over its steps",
      List.of("trace"),
      text -> {});

  private static final Pattern BATCHED = Pattern.compile("(.+?)(\\s*,\\s*batch\\s*=.+)?");

  private final String word;
  private final String example;
  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // It is a list of List.of.
  private final List<String> processes;

  @SuppressWarnings("ImmutableEnumChecker") // None of them keeps anything.
  private final Consumer<String> check;

  ArrivalChange(
      String word,
      String example,
      String description,
      List<String> processes,
      Consumer<String> check) {
    this.word = word;
    this.example = example;
    this.description = description;
    this.processes = processes;
    this.check = check;
  }

  /** As it is written after the arrivals; with two hyphens before it, the option. */
  @Override
  public String word() {
    return word;
  }

  /** A value that is allowed; empty: it takes none. */
  public String example() {
    return example;
  }

  /** One line on what it is for, without a full stop. */
  public String description() {
    return description;
  }

  /**
   * These settings with the change, which replaces one of its kind; {@code none} takes it back.
   *
   * @param value empty where it takes none
   * @param origin what messages call it, such as {@code --speed}
   * @throws InvalidScenarioException if there are no such arrivals, or the value is not allowed
   */
  public Settings in(Settings settings, String value, String origin) {
    Setting arrivals =
        settings
            .get(ScenarioKey.ARRIVALS)
            .filter(setting -> processes.contains(setting.value().strip().split(":", 2)[0]))
            .orElseThrow(() -> new InvalidScenarioException(origin, missing(settings)));
    boolean none = value.strip().equals(Settings.NOTHING);
    if (!none) {
      require(value.strip(), origin);
    }
    Matcher matcher = BATCHED.matcher(arrivals.value().strip());
    if (!matcher.matches()) {
      throw new InvalidScenarioException(origin, missing(settings));
    }
    String batch = matcher.group(2) == null ? "" : matcher.group(2);
    String bare = matcher.group(1).replaceAll("\\s*,\\s*" + word + "(\\s*=[^,]*)?(?=,|$)", "");
    String change = none ? "" : "," + word + (value.isEmpty() ? "" : "=" + value.strip());
    return settings.with(ScenarioKey.ARRIVALS, arrivals.part(bare + change + batch));
  }

  private void require(String value, String origin) {
    try {
      check.accept(value);
    } catch (IllegalArgumentException wrong) {
      throw new InvalidScenarioException(
          origin, word + " can't be " + QuotedText.of(value) + "; " + wrong.getMessage());
    }
  }

  private String missing(Settings settings) {
    String are =
        settings
            .get(ScenarioKey.ARRIVALS)
            .map(setting -> "arrivals are " + QuotedText.of(setting.value()))
            .orElse("there are no arrivals");
    return are + "; allowed: arrivals of " + String.join(", ", processes);
  }
}
