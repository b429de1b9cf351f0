package io.anteroom.scenario;

import java.util.List;
import java.util.Optional;

/**
 * The keys of a scenario, in the order in which it is written: the one table from which files,
 * command-line options, messages and the JSON Schema come.
 */
public enum ScenarioKey implements Named {
  NAME(
      new Notation.Form(
          "[A-Za-z0-9_-][A-Za-z0-9._-]{0,59}",
          "letters, digits, '.', '_' and '-', at most 60, no '.' first",
          false),
      "What the scenario is called; part of the results folder's name",
      "the file's name, or unnamed",
      "checkout-pool"),
  PERSONS(
      new Notation.Whole(1, 100_000_000, false),
      "Persons of a closed model, who visit again and again",
      "100",
      "1000"),
  ROOMS(
      new Notation.Rooms(new Notation.Whole(1, RoomPlan.MOST_ROOMS, false)),
      "Rooms that the persons contend for",
      "1",
      "64"),
  MODE(new Notation.ModeName(), "How a person gets a room", "reentrant", "reentrant"),
  LINE(
      Notation.OneOf.of(Line.values()),
      "Where persons wait: one line for all rooms, or one for each",
      "the mode's own",
      "per-room"),
  CHOICE(
      Notation.OneOf.of(Choice.values()),
      "How a person picks a room's line where there is one for each",
      "sticky",
      "sticky"),
  ORDER(
      Notation.OneOf.of(Order.values()),
      "Who of those in line gets a room that falls free, in simulated time",
      "fifo",
      "fifo"),
  TIMEOUT(
      new Notation.Form(DurationText.PATTERN, DurationText.ALLOWED, true),
      "Length of one attempt in a mode that tries for a while",
      "500ms",
      "500ms"),
  RETRY(
      new Notation.Form(DistributionText.PATTERN, DistributionText.ALLOWED, true),
      "Pause between two attempts in a mode that polls",
      "the mode's own",
      "exponential:1ms"),
  READERS(
      new Notation.Share(), "Share of the visits that share a room with other readers", "0", "80%"),
  POOL(
      new Notation.Entries(),
      "What a mode that is a library's pool is told: fairness, validation and more",
      "the library's own",
      "fairness=fair,validation=borrow"),
  PATIENCE(
      new Notation.Form(DistributionText.PATTERN, DistributionText.ALLOWED, true),
      "How long a person waits in all before it gives up",
      "none",
      "fixed:5s"),
  ARRIVALS(
      new Notation.Form(ArrivalsText.PATTERN, ArrivalsText.ALLOWED, false),
      "When visits are intended to begin",
      "at-once",
      "poisson:300/s"),
  THINK(
      new Notation.Form(DistributionText.PATTERN, DistributionText.ALLOWED, true),
      "A person's pause between two visits in a closed model",
      "none",
      "exponential:1s"),
  LIMIT(
      new Notation.Whole(1, 100_000_000, true),
      "Most persons present at once in an open model; the next one is turned away",
      "none",
      "1000"),
  HOLD(
      new Notation.Form(DistributionText.PATTERN, DistributionText.ALLOWED, false),
      "How long a person occupies a room",
      "fixed:5ms",
      "exponential:5ms"),
  SLOWDOWN(
      new Notation.Form(Slowdown.PATTERN, Slowdown.ALLOWED, true),
      "A period in which holds take longer, as those of a database that is slow for a while",
      "none",
      "at=20s,for=10s,factor=5"),
  ACTIVITY(new Notation.ActivityName(), "What a person does in a room", "sleep", "sleep"),
  JDBC_URL(
      new Notation.Form("jdbc:[^\\s]+", "a JDBC URL without a password", true),
      "The database that activity jdbc calls",
      "an H2 database in this process",
      "jdbc:postgresql://localhost/shop"),
  JDBC_USER(
      new Notation.Form(".{1,200}", "a user of the database", true),
      "The user who calls the database",
      "the driver's own",
      "anteroom"),
  JDBC_PASSWORD_FILE(
      new Notation.Form(".+", "a file whose first line is the password", true),
      "Where the user's password stands, if not in PGPASSWORD",
      "none",
      "password.txt"),
  SQL(
      new Notation.Form("(?:.|\\s)+", "a statement, in which a ? is the hold in seconds", true),
      "What a person executes; without a ? it holds the room while that takes",
      "one that waits for the hold",
      "select count(*) from orders"),
  URL(
      new Notation.Form(
          "https?://(?:[A-Za-z0-9]+(?:[.-]+[A-Za-z0-9]+)*|\\[[0-9A-Fa-f:.]+\\])"
              + "(?::(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}"
              + "|655[0-2][0-9]|6553[0-5]))?"
              + "(?:[/?](?:[A-Za-z0-9._~:/?@!$&()*+,;=-]|%[0-9A-Fa-f]{2}|\\{hold\\})*)?",
          "an http or https URL with a port to 65535, in which {hold} is the hold in seconds",
          true),
      "What a person calls by HTTP; without {hold} it holds the room while that takes",
      "a server in this process that answers after the hold",
      "http://127.0.0.1:8080/orders"),
  VISITS(
      new Notation.Whole(1, 1_000_000_000_000L, true),
      "Visits of each person in a closed model; arrivals in all in an open one",
      "1 a person in a closed model, or as many as the duration allows",
      "10"),
  DURATION(
      new Notation.Form(DurationText.PATTERN, DurationText.ALLOWED, true),
      "When arrivals stop",
      "none",
      "30s"),
  WARMUP(
      new Notation.Form(
          "(?:" + Numbers.PATTERN + ")%|auto|" + DurationText.PATTERN,
          "a share such as 10%, a duration such as 5s, auto in simulated time",
          true),
      "Share or time at the beginning that is left out of the measurements",
      "0%",
      "10%"),
  CARRIERS(
      new Notation.Whole(1, 32_767, false),
      "Carrier threads that run the persons",
      "the number of processors",
      "2"),
  SEED(
      new Notation.Whole(Long.MIN_VALUE, Long.MAX_VALUE, false),
      "The origin of every random quantity",
      "1",
      "42"),
  CLOCK(
      Notation.OneOf.of(ClockKind.values()),
      "Run on virtual threads in real time, or simulate it",
      "wall",
      "simulated"),
  REPLICATIONS(
      new Notation.Whole(2, 10_000, false),
      "How often it runs in simulated time, each time with another seed",
      "20",
      "20"),
  STUCK_AFTER(
      new Notation.Form(DurationText.PATTERN, "at least 100ms: " + DurationText.ALLOWED, false),
      "A run that does not move for so long is stuck",
      "10s",
      "10s"),
  JFR(
      new Notation.Form(
          "off|pinning|contention|full|.+\\.jfc",
          "off, pinning, contention, full, or a .jfc file",
          false),
      "What Java Flight Recorder shows of the run",
      "pinning",
      "contention"),
  EXPECT(
      new Notation.Texts("conditions on metrics"),
      "Conditions that the result is held against",
      "none",
      "wait.p99 < 50ms");

  @SuppressWarnings("ImmutableEnumChecker") // Every notation is a record of immutable values.
  private final Notation notation;

  private final String description;
  private final String defaultText;
  private final String example;

  ScenarioKey(Notation notation, String description, String defaultText, String example) {
    this.notation = notation;
    this.description = description;
    this.defaultText = defaultText;
    this.example = example;
  }

  /** The key of that name. */
  public static Optional<ScenarioKey> of(String word) {
    return List.of(values()).stream().filter(key -> key.word().equals(word)).findFirst();
  }

  /** The keys that only some locking modes read; see {@link ModeTraits#reads}. */
  public static List<ScenarioKey> ofSomeModes() {
    return List.of(TIMEOUT, RETRY, READERS, POOL);
  }

  /** The keys that only some activities read; see {@link ActivityTraits#reads}. */
  public static List<ScenarioKey> ofSomeActivities() {
    return List.of(JDBC_URL, JDBC_USER, JDBC_PASSWORD_FILE, SQL, URL);
  }

  /** One line on what the key is for, without a full stop. */
  public String description() {
    return description;
  }

  /** What is allowed, in words. */
  public String allowed() {
    return notation.allowed() + orNone();
  }

  /** The value where the key is absent, in words. */
  public String defaultText() {
    return defaultText;
  }

  /** A value that is allowed. */
  public String example() {
    return example;
  }

  /** The words that it takes; empty where it takes anything else. */
  public List<String> choices() {
    return notation instanceof Notation.OneOf(List<String> words) ? words : List.of();
  }

  /** Whether the key can be given again and again, each value being added. */
  public boolean list() {
    return notation instanceof Notation.Texts;
  }

  /** Ends a list of what is allowed. */
  String orNone() {
    return notation.orNone() ? ", or none" : "";
  }

  Notation notation() {
    return notation;
  }
}
