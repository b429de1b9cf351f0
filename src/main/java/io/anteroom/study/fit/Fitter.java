package io.anteroom.study.fit;

import io.anteroom.study.fit.reader.InvalidLogException;
import io.anteroom.study.fit.reader.LogReading;
import io.anteroom.study.fit.reader.Requests;
import io.anteroom.study.fit.reader.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes a fit of what was read. */
public final class Fitter {
  private final FitQuestion question;

  /** Asked so. */
  public Fitter(FitQuestion question) {
    this.question = question;
  }

  /**
   * A fit and what it was made of.
   *
   * @param arrivals all requests
   * @param holds those whose holds are known, with their holds
   */
  public record Fitted(Fit fit, Requests arrivals, Requests holds) {}

  /**
   * What the data say.
   *
   * @throws InvalidLogException if they have no times, and no arrivals are given
   */
  public Fitted fit(LogReading reading) {
    Requests requests = reading.requests();
    if (requests.spanNanos() == 0 && question.arrivals() == null) {
      throw new InvalidLogException(
          reading.files().getFirst().name()
              + ": there are no times in it; say how arrivals come: --arrivals poisson:300/s");
    }
    List<FitFinding> findings = new ArrayList<>();
    Occupation inFlight = Occupation.of(requests);
    ArrivalFit arrivals = new ArrivalJudge(reading, inFlight, findings).fit();
    Requests holds = new WaitingJudge(findings).holds(requests, question.rooms(), inFlight.most());
    HoldFit hold = new HoldJudge(holds, reading.durationResolutionNanos(), findings).fit();
    boolean complete = holds.size() == requests.size();
    if (complete && arrivals.kind() != ArrivalKind.CLOSED && requests.spanNanos() > 0) {
      findings.add(PairJudge.judge(holds));
    }
    addClocks(reading, findings);
    ScenarioDraft draft = new ScenarioDraft(question, arrivals, hold, inFlight, complete);
    Fit fit =
        new Fit(
            Fit.SCHEMA,
            FitSource.of(reading),
            arrivals,
            hold,
            inFlight,
            findings,
            draft.settings(requests.size()),
            draft.assumptions(reading, findings));
    return new Fitted(fit, requests, holds);
  }

  private static void addClocks(LogReading reading, List<FitFinding> findings) {
    for (SourceFile file : reading.files()) {
      if (file.spread()) {
        findings.add(
            FitFinding.notice(
                "clock",
                "%s has times in steps of %s; arrivals are spread at random within each"
                    .formatted(file.shortName(), WindowText.of((double) file.resolutionNanos())),
                null));
      }
    }
    if (reading.left().tooMany() > 0) {
      findings.add(
          FitFinding.notice(
              "length",
              String.format(
                  Locale.ROOT,
                  "the first %,d requests are taken; %,d more are left out",
                  Requests.MOST,
                  reading.left().tooMany()),
              null));
    }
  }
}
