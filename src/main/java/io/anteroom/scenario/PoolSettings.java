package io.anteroom.scenario;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a scenario says of the pool of a library. What it does not say is the library's default.
 * Immutable.
 *
 * @param values each one valid, as a scenario writes it, in the order of {@link PoolKey}
 */
public record PoolSettings(Map<PoolKey, String> values) {
  /** Nothing said. */
  public static final PoolSettings NONE = new PoolSettings(Map.of());

  /** What is allowed, for messages. */
  static final String ALLOWED = "key=value, with commas between";

  private static final List<String> WORDS =
      Arrays.stream(PoolKey.values()).map(PoolKey::word).toList();

  public PoolSettings {
    Map<PoolKey, String> copy = new EnumMap<>(PoolKey.class);
    copy.putAll(values);
    values = Collections.unmodifiableMap(copy);
  }

  /**
   * Reads a list such as {@code fairness=fair,validation=borrow}.
   *
   * @throws IllegalArgumentException if a key or a value is not allowed; it says what is
   */
  static PoolSettings parse(String text) {
    Map<PoolKey, String> values = new EnumMap<>(PoolKey.class);
    for (String entry : text.split(",", -1)) {
      String[] parts = entry.split("=", 2);
      PoolKey key = key(parts[0].strip());
      String value = parts.length == 2 ? parts[1].strip() : "";
      check(key, value);
      if (values.put(key, value) != null) {
        throw new IllegalArgumentException("write " + key.word() + " once");
      }
    }
    return new PoolSettings(values);
  }

  private static PoolKey key(String word) {
    return PoolKey.of(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Spelling.meant(
                        word, WORDS, "the keys of a pool are " + String.join(", ", WORDS))));
  }

  private static void check(PoolKey key, String value) {
    try {
      switch (key.notation()) {
        case PoolKey.Value.Word(List<String> words) -> requireOneOf(words, value);
        case PoolKey.Value.Time(Duration shortest) -> requireAtLeast(shortest, value);
        case PoolKey.Value.Count(Notation.Whole range) -> range.parse(value);
      }
    } catch (IllegalArgumentException refusal) {
      throw new IllegalArgumentException(key.word() + ": " + refusal.getMessage());
    }
  }

  private static void requireOneOf(List<String> words, String value) {
    if (!words.contains(value)) {
      throw new IllegalArgumentException("allowed: " + String.join(", ", words));
    }
  }

  private static void requireAtLeast(Duration shortest, String value) {
    if (DurationText.parse(value).compareTo(shortest) < 0) {
      throw new IllegalArgumentException("allowed: from " + DurationText.format(shortest) + " on");
    }
  }

  /** The settings without those that a mode does not read. */
  PoolSettings readBy(ModeTraits mode) {
    return new PoolSettings(
        values.entrySet().stream()
            .filter(entry -> mode.poolKeys().contains(entry.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** The keys that are set and that a mode does not read. */
  Stream<PoolKey> unreadBy(ModeTraits mode) {
    return values.keySet().stream().filter(key -> !mode.poolKeys().contains(key));
  }

  /** Whether those who wait are to be served in order; empty where the library decides. */
  public Optional<Boolean> fair() {
    return text(PoolKey.FAIRNESS).map("fair"::equals);
  }

  /** Whether a connection is tested each time that it is lent; empty where the library decides. */
  public Optional<Boolean> validatesOnBorrow() {
    return text(PoolKey.VALIDATION).map("borrow"::equals);
  }

  /** The duration that a key says. */
  public Optional<Duration> duration(PoolKey key) {
    return text(key).map(DurationText::parse);
  }

  /** The number that a key says. */
  public Optional<Integer> count(PoolKey key) {
    return text(key).map(Integer::valueOf);
  }

  private Optional<String> text(PoolKey key) {
    return Optional.ofNullable(values.get(key));
  }

  /** As an option writes it. */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey().word() + "=" + entry.getValue())
        .collect(Collectors.joining(","));
  }
}
