package io.anteroom.scenario;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Traces as scenarios write them: a file, then {@code speed=1.2}, {@code bootstrap=5m} and {@code
 * keep-stamps}.
 */
final class TraceText {
  static final String SPEED = "speed";
  static final String BOOTSTRAP = "bootstrap";
  static final String KEEP_STAMPS = "keep-stamps";

  private static final Pattern OPTION =
      Pattern.compile(
          "(.+?)\\s*,\\s*(?:("
              + SPEED
              + "|"
              + BOOTSTRAP
              + ")\\s*=\\s*([^,]+)|"
              + KEEP_STAMPS
              + ")");

  private TraceText() {}

  /**
   * Reads what follows the word.
   *
   * @throws IllegalArgumentException if an option is not one
   * @throws InvalidScenarioException if the file it names is not one of ascending times
   */
  static Arrivals.Trace parse(Setting setting) {
    String rest = setting.value();
    double speed = 1;
    @Nullable Duration block = null;
    boolean keepStamps = false;
    for (Matcher matcher = OPTION.matcher(rest);
        matcher.matches();
        matcher = OPTION.matcher(rest)) {
      if (matcher.group(2) == null) {
        keepStamps = true;
      } else if (matcher.group(2).equals(SPEED)) {
        speed = Numbers.parse(matcher.group(3).strip());
      } else {
        block = DurationText.parsePositive(matcher.group(3));
      }
      rest = matcher.group(1);
    }
    TraceFile.Rows rows = TraceFile.named(rest.strip(), setting).read();
    return new Arrivals.Trace(rest.strip(), rows.times(), rows.holds(), speed, block, keepStamps);
  }
}
