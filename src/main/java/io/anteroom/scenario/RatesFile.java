package io.anteroom.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of rates: from when on, and how many arrivals, such as {@code 9h,150/h}. A rate lasts to
 * the next line; the last one is 0 and ends the day. Blank lines, what follows a {@code #} and a
 * heading are skipped.
 */
final class RatesFile {
  private static final int MOST_MEBIBYTES = 16;
  private static final Pattern LINE =
      Pattern.compile(
          "(?<time>[^,;]+?)\\s*[,;\\s]\\s*(?<rate>"
              + Numbers.PATTERN
              + ")\\s*/\\s*(?<unit>"
              + DurationUnit.PATTERN
              + ")");

  private RatesFile() {}

  /** Reads {@code FILE} with the options of stages after it. */
  static Stages parse(Setting setting) {
    String[] parts = setting.value().split(",", -1);
    Stages.Options options = Stages.Options.NONE;
    for (int i = 1; i < parts.length; i++) {
      Stages.Options more = options.and(parts[i].strip());
      if (more == null) {
        throw new IllegalArgumentException("allowed: rates:FILE, then " + Stages.Options.ALLOWED);
      }
      options = more;
    }
    return options.stages(pieces(parts[0].strip(), setting));
  }

  private static List<RatePiece> pieces(String name, Setting setting) {
    InputFile file = FileLines.file(name, setting);
    List<RatePiece> pieces = new ArrayList<>();
    Duration from = Duration.ZERO;
    double rate = 0;
    int number = 0;
    boolean first = true;
    for (String line : file.text(MOST_MEBIBYTES).split("\n", -1)) {
      number++;
      String content = line.contains("#") ? line.substring(0, line.indexOf('#')) : line;
      if (content.isBlank() || (first && !Character.isDigit(content.strip().charAt(0)))) {
        continue;
      }
      Matcher matcher = LINE.matcher(content.strip());
      if (!matcher.matches()) {
        throw refused(file, number, content, "no time and rate; write 9h,150/h");
      }
      Duration time = time(file, number, matcher.group("time"));
      if (time.compareTo(from) < 0 || (first && !time.isZero()) || (!first && time.equals(from))) {
        throw refused(
            file, number, content, "not after the line before; begin with 0s and sort the file");
      }
      if (!first) {
        pieces.add(new RatePiece(time.minus(from), rate, rate));
      }
      first = false;
      from = time;
      rate = ArrivalsText.perSecond(matcher.group("rate"), matcher.group("unit"));
    }
    if (pieces.isEmpty() || rate != 0) {
      throw file.refused("the day has no end; end the file with a rate of 0, such as 17h,0/h");
    }
    return pieces;
  }

  private static Duration time(InputFile file, int number, String text) {
    try {
      return DurationText.parse(text);
    } catch (IllegalArgumentException notTime) {
      throw refused(file, number, text, "no time; " + notTime.getMessage());
    }
  }

  private static InvalidScenarioException refused(
      InputFile file, int number, String text, String why) {
    return new InvalidScenarioException(
        file.origin() + ":" + number, QuotedText.of(text.strip()) + " is " + why);
  }
}
