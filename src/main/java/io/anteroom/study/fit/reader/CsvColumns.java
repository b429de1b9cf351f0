package io.anteroom.study.fit.reader;

import io.anteroom.scenario.DurationUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table hold what; -1: none does.
 *
 * @param unit of durations without one
 * @param unitSaid whether a name or the user says so
 */
record CsvColumns(
    int start, int end, int duration, int label, DurationUnit unit, boolean unitSaid) {
  private static final Set<String> STARTS =
      words(
          "start starttime startedat startdate timestamp time ts begin began begintime date"
              + " datetime arrival arrivaltime arrivedat arrived intended offset timelocal t");

  private static final Set<String> ENDS =
      words(
          "end endtime endedat finish finishtime finishedat finished stop stoptime completed"
              + " completedat leave left endtimestamp");

  private static final Set<String> DURATIONS =
      words(
          "duration elapsed elapsedtime latency response responsetime hold holdtime service"
              + " servicetime took timetaken requesttime runtime rt seconds millis");

  private static final Set<String> LABELS =
      words("label name path url uri operation endpoint route request method type query");

  private static Set<String> words(String listed) {
    return Set.of(listed.split(" ", -1));
  }

  /**
   * Finds the columns.
   *
   * @param names of the columns, or their numbers where they have no names
   * @throws InvalidLogException if the table has no times, or no durations
   */
  static CsvColumns of(List<String> names, ReadOptions options, String file) {
    ReadOptions.Columns given = options.columns();
    int end = chosen(names, given.end(), "--end", ENDS, file);
    int start = chosen(names, given.start(), "--start", STARTS, file);
    int duration =
        given.expression() == null
            ? chosen(names, given.duration(), "--duration", DURATIONS, file)
            : -1;
    if (given.expression() != null) {
      given.expression().columns().forEach(name -> number(names, name, "--duration-expr", file));
    }
    if (start < 0 && (end < 0 || duration < 0)) {
      throw new InvalidLogException(
          file + ": no column of times; name one with --start, of " + listed(names));
    }
    boolean timed = duration >= 0 || given.expression() != null || (start >= 0 && end >= 0);
    if (!timed && options.durationsNeeded()) {
      throw new InvalidLogException(
          file
              + ": no column of durations; give --duration, --end, --duration-expr or --hold;"
              + " there are "
              + listed(names));
    }
    int label = chosen(names, given.label(), "--label-column", LABELS, file);
    DurationUnit said = duration < 0 ? null : unitOf(names.get(duration));
    DurationUnit unit = options.unit() != null ? options.unit() : said;
    return new CsvColumns(
        start, end, duration, label, unit == null ? DurationUnit.MILLISECOND : unit, unit != null);
  }

  /** The same with that unit for durations without one. */
  CsvColumns with(DurationUnit other) {
    return new CsvColumns(start, end, duration, label, other, unitSaid);
  }

  private static int chosen(
      List<String> names, @Nullable String given, String option, Set<String> usual, String file) {
    if (given != null) {
      return number(names, given, option, file);
    }
    for (int i = 0; i < names.size(); i++) {
      if (usual.contains(plain(withoutUnit(names.get(i))))) {
        return i;
      }
    }
    return -1;
  }

  /** The place of a column that has this name, or this number from 1. */
  static int number(List<String> names, String wanted, String option, String file) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).strip().equalsIgnoreCase(wanted.strip())) {
        return i;
      }
    }
    if (wanted.matches("[1-9]\\d{0,3}") && Integer.parseInt(wanted) <= names.size()) {
      return Integer.parseInt(wanted) - 1;
    }
    throw new InvalidLogException(
        file
            + ": "
            + option
            + ": no column is called \""
            + wanted
            + "\"; there are "
            + listed(names));
  }

  private static String listed(List<String> names) {
    String all = String.join(", ", names.stream().limit(12).toList());
    String shown = all.length() > 160 ? all.substring(0, 160) + "…" : all;
    return names.size() > 12 ? shown + ", …" : shown;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** The unit that a name ends with, as in {@code elapsed_ms} or {@code took (s)}. */
  static @Nullable DurationUnit unitOf(String name) {
    return switch (suffix(name)) {
      case "ns", "nanos", "nanoseconds" -> DurationUnit.NANOSECOND;
      case "us", "micros", "microseconds" -> DurationUnit.MICROSECOND;
      case "ms", "millis", "milliseconds", "msec" -> DurationUnit.MILLISECOND;
      case "s", "sec", "secs", "seconds" -> DurationUnit.SECOND;
      default -> null;
    };
  }

  private static String suffix(String name) {
    String parts = name.strip().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    String[] words = parts.split("[^a-z0-9]+", -1);
    for (int i = words.length - 1; i >= 0; i--) {
      if (!words[i].isEmpty()) {
        return words[i];
      }
    }
    return "";
  }

  private static String withoutUnit(String name) {
    if (unitOf(name) == null) {
      return name;
    }
    String plain = plain(name);
    String suffix = plain(suffix(name));
    return plain.equals(suffix) ? plain : plain.substring(0, plain.length() - suffix.length());
  }
}
