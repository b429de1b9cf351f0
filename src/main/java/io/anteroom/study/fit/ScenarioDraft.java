package io.anteroom.study.fit;

import io.anteroom.result.store.StoredFile;
import io.anteroom.scenario.ArrivalChange;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.DurationText;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.study.fit.FitFinding.Judgement;
import io.anteroom.study.fit.reader.LogReading;
import io.anteroom.study.fit.reader.SourceFile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scenario that a fit believes, and what it takes for granted. */
final class ScenarioDraft {
  private static final MathContext DIGITS = new MathContext(5);

  /** Of a scenario that is drawn at random: the 99th percentile needs a thousand after warm-up. */
  private static final long LEAST_VISITS = 2000;

  private final FitQuestion question;
  private final ArrivalFit arrivals;
  private final HoldFit hold;
  private final Occupation inFlight;
  private final boolean paired;

  /**
   * @param complete whether the hold of each request is known
   */
  ScenarioDraft(
      FitQuestion question,
      ArrivalFit arrivals,
      HoldFit hold,
      Occupation inFlight,
      boolean complete) {
    this.question = question;
    this.arrivals = arrivals;
    this.hold = hold;
    this.inFlight = inFlight;
    this.paired = complete && replays();
  }

  /** By key. */
  Map<String, String> settings(long requests) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(ScenarioKey.NAME.word(), question.name());
    if (question.arrivals() != null) {
      settings.put(ScenarioKey.ARRIVALS.word(), question.arrivals());
      settings.put(ScenarioKey.VISITS.word(), String.valueOf(requests));
    } else {
      addArrivals(settings, drawn() ? Math.max(requests, LEAST_VISITS) : requests);
    }
    settings.put(ScenarioKey.HOLD.word(), paired ? Distribution.Paired.WORD : hold());
    settings.put(ScenarioKey.ROOMS.word(), String.valueOf(rooms()));
    return settings;
  }

  /** Whether arrivals come again as they came, each with its own hold. */
  private boolean replays() {
    return question.arrivals() == null
        && question.hold() == null
        && switch (arrivals.kind()) {
          case POISSON, CLOSED -> false;
          case CHANGING, BURSTY, EVEN, UNKNOWN -> true;
        };
  }

  /** Whether arrivals go on at random, as the data say. */
  private boolean drawn() {
    return question.arrivals() == null
        && switch (arrivals.kind()) {
          case POISSON, CLOSED -> true;
          case CHANGING, BURSTY, EVEN, UNKNOWN -> false;
        };
  }

  private long rooms() {
    return question.rooms() == null ? Math.clamp(inFlight.most(), 1, 1_000_000) : question.rooms();
  }

  private String hold() {
    if (question.hold() != null) {
      return question.hold();
    }
    return hold.notation().isEmpty()
        ? "empirical:" + StoredFile.FITTED_HOLDS.fileName()
        : hold.notation();
  }

  private void addArrivals(Map<String, String> settings, long requests) {
    switch (arrivals.kind()) {
      case POISSON -> {
        settings.put(ScenarioKey.ARRIVALS.word(), "poisson:" + rate() + "/s");
        settings.put(ScenarioKey.VISITS.word(), String.valueOf(requests));
      }
      case CLOSED -> {
        settings.put(ScenarioKey.ARRIVALS.word(), "closed");
        settings.put(ScenarioKey.PERSONS.word(), String.valueOf(arrivals.persons()));
        settings.put(
            ScenarioKey.VISITS.word(),
            String.valueOf(Math.ceilDiv(requests, Math.max(arrivals.persons(), 1))));
        if (arrivals.thinkNanos() > 0) {
          settings.put(
              ScenarioKey.THINK.word(),
              "exponential:" + DurationText.format(Duration.ofNanos(arrivals.thinkNanos())));
        }
      }
      case CHANGING, BURSTY, EVEN, UNKNOWN ->
          settings.put(
              ScenarioKey.ARRIVALS.word(),
              "trace:"
                  + StoredFile.FITTED_ARRIVALS.fileName()
                  + (question.keepStamps() ? "," + ArrivalChange.KEEP_STAMPS.word() : ""));
    }
  }

  private String rate() {
    double perSecond = arrivals.perSecond() == null ? 0 : arrivals.perSecond();
    return BigDecimal.valueOf(perSecond).round(DIGITS).stripTrailingZeros().toPlainString();
  }

  /** For the user to read, and to contradict. */
  List<String> assumptions(LogReading reading, List<FitFinding> findings) {
    List<String> all = new ArrayList<>();
    all.add(arrivalsAssumed());
    boolean grows =
        findings.stream()
            .anyMatch(one -> one.about().equals("waiting") && one.judgement() == Judgement.NOTICE);
    if (question.rooms() == null) {
      all.add(
          grows
              ? "Durations are holds, though they grow with the number in flight: rooms may be too"
                  + " many."
              : "Durations are holds: nobody waited for a room while this was measured.");
      all.add("There are as many rooms as requests were ever in flight at once.");
    }
    if (drawn() && reading.requests().size() < LEAST_VISITS) {
      all.add("It goes on for longer than the data, so that there is a 99th percentile.");
    }
    all.add(
        paired
            ? "Each arrival has the hold that it had."
            : "Holds do not depend on each other, nor on when their persons arrive.");
    if (reading.files().stream().anyMatch(SourceFile::spread)) {
      all.add("Arrivals lie anywhere within the steps of the clock.");
    }
    return all;
  }

  private String arrivalsAssumed() {
    if (question.arrivals() != null) {
      return "Arrivals are as --arrivals has them, whatever the data say.";
    }
    return switch (arrivals.kind()) {
      case POISSON -> "Arrivals go on as they came: independent, at the same rate.";
      case CLOSED ->
          "The same persons come again and again, and there are as many as were ever in flight.";
      case CHANGING, BURSTY, EVEN -> "Arrivals come again exactly as they came.";
      case UNKNOWN -> "Arrivals come again as they came, for they are too few to tell more.";
    };
  }
}
