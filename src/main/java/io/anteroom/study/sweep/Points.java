package io.anteroom.study.sweep;

import io.anteroom.scenario.InputFile;
import io.anteroom.study.cell.Axis;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where the cells of a sweep lie: every combination of the axes' values, or those that a list
 * names.
 *
 * @param axes what is varied, each with all its values
 * @param all where each cell lies: a value for each axis; in order, all different
 */
public record Points(List<Axis> axes, List<Map<String, String>> all) {
  /** More cells than this are a mistake, or for a cluster. */
  public static final int MOST = 10_000;

  private static final String CLOCK = "clock";

  public Points {
    axes = List.copyOf(axes);
    all = List.copyOf(all);
  }

  /**
   * Every combination of axes.
   *
   * @param grid such as {@code rooms=8..128*2 mode=semaphore,timed}
   * @throws InvalidSweepException if it is not a grid, or too large
   */
  public static Points grid(String grid) {
    List<Axis> axes;
    try {
      axes = Axis.parse(grid);
    } catch (IllegalArgumentException wrong) {
      throw new InvalidSweepException("--grid: " + wrong.getMessage());
    }
    axes.forEach(axis -> requireVariable("--grid", axis.name()));
    BigInteger count =
        axes.stream()
            .map(axis -> BigInteger.valueOf(axis.values().size()))
            .reduce(BigInteger.ONE, BigInteger::multiply);
    if (count.compareTo(BigInteger.valueOf(MOST)) > 0) {
      throw tooMany("--grid", String.format(Locale.ROOT, "%,d", count));
    }
    return new Points(axes, Axis.product(axes));
  }

  /**
   * The points of a list.
   *
   * @param file a table: a line of keys, then one point a line
   * @throws InvalidSweepException if it can't be read, or is no such list
   */
  public static Points list(Path file) {
    List<String> lines = lines(file);
    List<String> keys = keys(file, lines.isEmpty() ? "" : lines.getFirst());
    List<Map<String, String>> points = new ArrayList<>();
    Set<Map<String, String>> known = new HashSet<>();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      Map<String, String> point = point(file + ":" + (i + 1), keys, lines.get(i));
      if (!known.add(point)) {
        throw new InvalidSweepException(file + ":" + (i + 1) + ": the same cell as one before");
      }
      points.add(point);
      if (points.size() > MOST) {
        throw tooMany(file.toString(), "more");
      }
    }
    if (points.isEmpty()) {
      throw new InvalidSweepException(file + ": it names no cell; write one a line below the keys");
    }
    return new Points(axes(keys, points), points);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException missing) {
      throw new InvalidSweepException(file + ": " + InputFile.MISSING);
    } catch (CharacterCodingException binary) {
      throw new InvalidSweepException(file + ": not UTF-8 text; name a table with a line of keys");
    } catch (IOException unreadable) {
      throw new InvalidSweepException(file + ": not readable; check that it is a file");
    }
  }

  private static List<String> keys(Path file, String header) {
    List<String> keys = fields(file + ":1", header);
    for (String key : keys) {
      if (!Axis.isName(key)) {
        throw new InvalidSweepException(
            file
                + ":1: "
                + Axis.problem(key, "the first line names a scenario's keys, such as rooms,mode"));
      }
      requireVariable(file + ":1", key);
    }
    if (keys.stream().distinct().count() < keys.size()) {
      throw new InvalidSweepException(file + ":1: it names a key twice");
    }
    return keys;
  }

  private static Map<String, String> point(String where, List<String> keys, String line) {
    List<String> values = fields(where, line);
    if (values.size() != keys.size()) {
      throw new InvalidSweepException(
          where + ": " + values.size() + " values for " + keys.size() + " keys");
    }
    Map<String, String> point = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      if (values.get(i).isEmpty()) {
        throw new InvalidSweepException(where + ": no value for " + keys.get(i));
      }
      point.put(keys.get(i), values.get(i));
    }
    return point;
  }

  private static List<String> fields(String where, String line) {
    try {
      return Csv.fields(line);
    } catch (IllegalArgumentException wrong) {
      throw new InvalidSweepException(where + ": " + wrong.getMessage());
    }
  }

  private static List<Axis> axes(List<String> keys, List<Map<String, String>> points) {
    return keys.stream()
        .map(
            key ->
                new Axis(
                    key,
                    points.stream().map(point -> point.getOrDefault(key, "")).distinct().toList()))
        .toList();
  }

  private static void requireVariable(String where, String name) {
    if (name.equals(CLOCK)) {
      throw new InvalidSweepException(
          where + ": clock can't be varied; make a sweep of each clock, with --clock");
    }
  }

  private static InvalidSweepException tooMany(String where, String count) {
    return new InvalidSweepException(
        where + ": " + count + " cells; allowed: at most 10,000; vary less, or in larger steps");
  }
}
