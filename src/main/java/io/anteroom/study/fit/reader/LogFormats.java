package io.anteroom.study.fit.reader;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The catalogue of layouts, in the order in which a file is held against them. */
public final class LogFormats {
  private static final List<LogFormat> ALL =
      List.of(
          JfrFormat.FORMAT,
          HlogFormat.FORMAT,
          HgrmFormat.FORMAT,
          CsvLayouts.JTL,
          K6CsvFormat.FORMAT,
          K6JsonFormat.FORMAT,
          CsvLayouts.VEGETA,
          VegetaJsonFormat.FORMAT,
          CsvLayouts.HEY,
          OtlpFormat.FORMAT,
          AccessLogFormat.FORMAT,
          CsvFormat.FORMAT);

  private LogFormats() {}

  public static List<LogFormat> all() {
    return ALL;
  }

  /** Their words, for messages. */
  public static String words() {
    return ALL.stream().map(LogFormat::name).collect(Collectors.joining(", "));
  }

  public static Optional<LogFormat> find(String name) {
    return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
  }

  /**
   * The first one that recognises an input.
   *
   * @throws InvalidLogException if none does
   */
  public static LogFormat of(LogInput input) {
    LogHead head = input.head();
    if (head.isEmpty()) {
      throw new InvalidLogException(input.name() + ": it is empty");
    }
    return ALL.stream()
        .filter(format -> format.recognises().test(head))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidLogException(
                    input.name()
                        + ": no layout is recognised; name one with --format: "
                        + words()));
  }
}
