package io.anteroom.report;

import io.anteroom.result.FigureText;
import io.anteroom.result.Run;
import io.anteroom.result.verdict.RunVerdict;

/**
 * What every report of a run begins with, after its name: the verdict, how the run ended, and what
 * to do.
 *
 * @param mark the verdict's sign
 * @param headline the verdict, and the reason for it
 * @param ended how the run ended and how long it was measured, in few words
 * @param details what else there is to know of how it ended; mostly empty
 * @param advice in a sentence or two
 */
record RunHead(
    RunVerdict verdict, Mark mark, String headline, String ended, String details, String advice) {

  static RunHead of(Run run) {
    RunVerdict verdict = RunVerdict.of(run);
    return new RunHead(
        verdict,
        Mark.of(verdict.kind().rating()),
        verdict.headline(),
        ended(run, verdict),
        verdict.details(),
        Advice.of(run, verdict));
  }

  /** The outcome is not told twice. */
  private static String ended(Run run, RunVerdict verdict) {
    String measured = "measured for " + FigureText.duration(run.result().windowNanos());
    String outcome = run.result().outcome().word();
    return outcome.equals(verdict.kind().word()) ? measured : outcome + " · " + measured;
  }
}
