package io.anteroom.study.cell;

import io.anteroom.scenario.JourneyKey;
import io.anteroom.scenario.PoolPath;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.Spelling;
import io.avaje.jsonb.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that an experiment varies, with the values that it takes there: {@code rooms=8..128*2},
 * {@code mode=semaphore,timed}, {@code hold=lognormal:5ms,cv=2|fixed:5ms}.
 *
 * @param name the word of a scenario key that is not a list, a key of a pool such as {@code
 *     pools.connections.rooms}, or {@link #JDK}
 * @param values in order, at least one, all different; not yet validated
 */
@Json
public record Axis(String name, List<String> values) {
  public static final String JDK = "jdk";

  /** What is allowed, for messages. */
  private static final String EXAMPLE =
      "allowed: a scenario's key, or jdk, and values, such as rooms=8..128*2 or"
          + " mode=semaphore,timed; values that hold commas have | between them";

  private static final int MOST_VALUES = 10_000;
  private static final Pattern RANGE =
      Pattern.compile(
          "(\\d{1,12}(?:\\.\\d{1,9})?)\\.\\.(\\d{1,12}(?:\\.\\d{1,9})?)([*+])"
              + "(\\d{1,12}(?:\\.\\d{1,9})?)");

  private static final Pattern WITHOUT_STEP = Pattern.compile("[\\d.]+\\.\\.[\\d.]+");

  public Axis {
    values = List.copyOf(values);
  }

  /**
   * Reads axes with white space between them.
   *
   * @throws IllegalArgumentException if the text is not that; the message says what is allowed
   */
  public static List<Axis> parse(String text) {
    Map<String, Axis> axes = new LinkedHashMap<>();
    for (String part : text.strip().split("\\s+", -1)) {
      Axis axis = parseOne(part);
      if (axes.put(axis.name, axis) != null) {
        throw new IllegalArgumentException(
            "can't be \"" + text.strip() + "\"; it varies " + axis.name + " twice");
      }
    }
    return List.copyOf(axes.values());
  }

  private static Axis parseOne(String part) {
    int equals = part.indexOf('=');
    if (equals < 1 || equals == part.length() - 1) {
      throw new IllegalArgumentException("can't be \"" + part + "\"; " + EXAMPLE);
    }
    String name = part.substring(0, equals);
    if (!isName(name)) {
      throw new IllegalArgumentException("can't be \"" + part + "\"; " + problem(name, EXAMPLE));
    }
    List<String> values = values(part, part.substring(equals + 1));
    if (values.stream().distinct().count() < values.size()) {
      throw new IllegalArgumentException("can't be \"" + part + "\"; it has a value twice");
    }
    return new Axis(name, values);
  }

  /** Whether a scenario's key or one of a pool, such as {@code pools.connections.rooms}. */
  public static boolean isName(String name) {
    return names().contains(name) || PoolPath.of(name).isPresent();
  }

  /**
   * Why a name can't be varied.
   *
   * @param allowed what can, for a person to read
   */
  public static String problem(String name, String allowed) {
    boolean key =
        ScenarioKey.of(name).isPresent()
            || Arrays.stream(JourneyKey.values()).anyMatch(one -> one.word().equals(name));
    return key
        ? name + " can't be varied; sweep a scenario file for each of its values"
        : "there is no key " + name + "; " + Spelling.meant(name, names(), allowed);
  }

  /** What can be varied in every scenario. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(List.of(JDK));
    Arrays.stream(ScenarioKey.values())
        .filter(key -> !key.list() && key != ScenarioKey.NAME)
        .map(ScenarioKey::word)
        .forEach(names::add);
    return names;
  }

  private static List<String> values(String part, String text) {
    List<String> values = new ArrayList<>();
    for (String value : text.split(text.contains("|") ? "\\|" : ",", -1)) {
      Matcher range = RANGE.matcher(value);
      if (range.matches()) {
        values.addAll(range(part, range));
      } else if (value.isEmpty()) {
        throw new IllegalArgumentException("can't be \"" + part + "\"; a value is empty");
      } else if (WITHOUT_STEP.matcher(value).matches()) {
        throw new IllegalArgumentException(
            "can't be \"%s\"; a range says its step: %s+1 adds one each time, %s*2 doubles"
                .formatted(part, value, value));
      } else {
        values.add(value);
      }
    }
    return values;
  }

  private static List<String> range(String part, Matcher range) {
    BigDecimal value = new BigDecimal(range.group(1));
    BigDecimal last = new BigDecimal(range.group(2));
    BigDecimal step = new BigDecimal(range.group(4));
    boolean times = range.group(3).equals("*");
    boolean grows =
        times ? step.compareTo(BigDecimal.ONE) > 0 && value.signum() > 0 : step.signum() > 0;
    if (!grows || value.compareTo(last) > 0) {
      throw new IllegalArgumentException(
          "can't be \"" + part + "\"; a range has to grow from its first value to its last");
    }
    List<String> values = new ArrayList<>();
    while (value.compareTo(last) <= 0) {
      if (values.size() == MOST_VALUES) {
        throw new IllegalArgumentException(
            "can't be \"" + part + "\"; allowed: at most 10,000 values");
      }
      values.add(value.stripTrailingZeros().toPlainString());
      value = times ? value.multiply(step) : value.add(step);
    }
    return values;
  }

  /** As {@link #parse} reads it: a single value must have no comma. */
  public String notation() {
    boolean commas = values.stream().anyMatch(value -> value.contains(","));
    return name + "=" + String.join(commas ? "|" : ",", values);
  }

  /** Every combination of the axes' values, by axis, the last axis varying fastest. */
  public static List<Map<String, String>> product(List<Axis> axes) {
    List<Map<String, String>> points = List.of(Map.of());
    for (Axis axis : axes) {
      List<Map<String, String>> more = new ArrayList<>();
      for (Map<String, String> point : points) {
        for (String value : axis.values) {
          Map<String, String> next = new LinkedHashMap<>(point);
          next.put(axis.name, value);
          more.add(next);
        }
      }
      points = more;
    }
    return points;
  }
}
