package io.anteroom.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An open model whose rate changes over a day: Poisson arrivals, or even ones, whose cumulated rate
 * is turned into time (E. Çinlar, Introduction to Stochastic Processes, 1975, chapter 4). The day
 * ends with the last piece.
 *
 * @param pieces one after the other
 * @param even whether the arrivals come as evenly as can be rather than by chance
 * @param dayCv coefficient of variation of a factor that all rates of a day have in common: gamma
 *     with mean 1 (W. Whitt, Dynamic staffing in a telephone call center, 1999); 0: there is none
 */
public record Stages(List<RatePiece> pieces, boolean even, double dayCv)
    implements Arrivals.ArrivalProcess {
  static final WordText<Stages> TEXT =
      new WordText<>(
          "stages", ".+", "stages:100/s*60s,100..300/s*5m", setting -> parse(setting.value()));

  static final WordText<Stages> FILE_TEXT =
      new WordText<>("rates", ".+", "rates:FILE", RatesFile::parse);

  private static final String EVEN = "even";
  private static final String DAY = "day-cv";
  private static final Pattern FIGURE =
      Pattern.compile("(?<word>" + DAY + "|" + TraceText.SPEED + ")\\s*=\\s*(?<number>.+)");
  private static final Pattern PIECE =
      Pattern.compile(
          "(?:(?<from>"
              + Numbers.PATTERN
              + ")\\s*\\.\\.\\s*)?(?<to>"
              + Numbers.PATTERN
              + ")\\s*/\\s*(?<unit>"
              + DurationUnit.PATTERN
              + ")\\s*\\*\\s*(?<length>.+)");

  public Stages {
    pieces = List.copyOf(pieces);
    Numbers.require(dayCv >= 0 && dayCv <= 5, "a day-cv from 0 to 5");
    Numbers.require(
        pieces.stream().mapToDouble(RatePiece::arrivals).sum() > 0,
        "at least one stage with a rate above 0/s");
    Numbers.require(
        pieces.stream()
                .map(RatePiece::length)
                .reduce(Duration.ZERO, Duration::plus)
                .compareTo(DurationText.LONGEST)
            <= 0,
        "stages of one year together");
  }

  /** Reads what follows the word. */
  private static Stages parse(String text) {
    List<RatePiece> pieces = new ArrayList<>();
    Options options = Options.NONE;
    for (String part : text.split(",", -1)) {
      String stripped = part.strip();
      Options more = options.and(stripped);
      if (more == null) {
        pieces.add(piece(stripped));
      } else {
        options = more;
      }
    }
    return options.stages(pieces);
  }

  /**
   * What may follow the pieces, or the name of a file of them.
   *
   * @param speed by which all rates are multiplied
   */
  record Options(boolean even, double dayCv, double speed) {
    static final Options NONE = new Options(false, 0, 1);

    /** What is allowed, for messages. */
    static final String ALLOWED = "even, day-cv=0.3 or speed=1.2";

    /** These and the one of that text; null where it is none. */
    @Nullable Options and(String text) {
      Matcher figure = FIGURE.matcher(text);
      if (!figure.matches()) {
        return text.equals(EVEN) ? new Options(true, dayCv, speed) : null;
      }
      double number = Numbers.parse(figure.group("number"));
      if (figure.group("word").equals(DAY)) {
        return new Options(even, number, speed);
      }
      Numbers.requireSpeed(number);
      return new Options(even, dayCv, number);
    }

    /** Stages of these pieces. */
    Stages stages(List<RatePiece> pieces) {
      return new Stages(pieces, even, dayCv).times(speed);
    }
  }

  private static RatePiece piece(String text) {
    Matcher matcher = PIECE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "allowed: stages such as 100/s*60s or 100..300/s*5m, then " + Options.ALLOWED);
    }
    double to = ArrivalsText.perSecond(matcher.group("to"), matcher.group("unit"));
    String from = matcher.group("from");
    return new RatePiece(
        DurationText.parsePositive(matcher.group("length")),
        from == null ? to : ArrivalsText.perSecond(from, matcher.group("unit")),
        to);
  }

  @Override
  public boolean ends() {
    return true;
  }

  /** How long the day is. */
  @Override
  public Duration length() {
    return pieces.stream().map(RatePiece::length).reduce(Duration.ZERO, Duration::plus);
  }

  private double arrivalsOfDay() {
    return pieces.stream().mapToDouble(RatePiece::arrivals).sum();
  }

  @Override
  public double perSecond() {
    return arrivalsOfDay() / (length().toNanos() / 1e9);
  }

  @Override
  public Stages atRate(double perSecond) {
    return times(perSecond / perSecond());
  }

  /** The same day with so many times as many arrivals. */
  private Stages times(double factor) {
    return factor == 1
        ? this
        : new Stages(pieces.stream().map(piece -> piece.times(factor)).toList(), even, dayCv);
  }

  @Override
  public double squaredVariation() {
    return even ? 0 : 1;
  }

  /** Arrivals a second at a time since the beginning of the day. */
  public double perSecondAt(double seconds) {
    double start = 0;
    for (RatePiece piece : pieces) {
      if (seconds < start + piece.seconds()) {
        return piece.at(seconds - start);
      }
      start += piece.seconds();
    }
    return 0;
  }

  @Override
  public Times times(Uniforms uniforms) {
    double factor = dayCv == 0 ? 1 : dayFactor(uniforms);
    return new Times() {
      private int next;
      private double startSeconds;
      private double arrivalsBefore;
      private double arrivals = even ? -0.5 : 0;

      @Override
      public double nextNanos() {
        arrivals += even ? 1 : -StrictMath.log(uniforms.next());
        while (next < pieces.size()
            && arrivalsBefore + factor * pieces.get(next).arrivals() <= arrivals) {
          arrivalsBefore += factor * pieces.get(next).arrivals();
          startSeconds += pieces.get(next).seconds();
          next++;
        }
        return next == pieces.size()
            ? Double.POSITIVE_INFINITY
            : 1e9
                * (startSeconds + pieces.get(next).secondsOf((arrivals - arrivalsBefore) / factor));
      }
    };
  }

  private double dayFactor(Uniforms uniforms) {
    double second = 1e9;
    return new Gamma(Duration.ofSeconds(1), dayCv).sample(uniforms) / second;
  }

  /** With all rates in one unit: that of the shortest text. */
  private String piecesText() {
    return Stream.of(DurationUnit.SECOND, DurationUnit.MINUTE, DurationUnit.HOUR, DurationUnit.DAY)
        .map(unit -> pieces.stream().map(piece -> piece.text(unit)).toList())
        .filter(texts -> texts.stream().allMatch(Objects::nonNull))
        .map(texts -> String.join(",", texts))
        .min(Comparator.comparingInt(String::length))
        .orElseThrow();
  }

  @Override
  public String toString() {
    return "stages:"
        + piecesText()
        + (even ? "," + EVEN : "")
        + (dayCv == 0 ? "" : "," + DAY + "=" + Numbers.plain(dayCv));
  }
}
