package io.anteroom.study.fit;

import io.anteroom.study.fit.reader.Requests;
import java.util.Locale;

/** Says whether it matters which arrival has which hold. */
final class PairJudge {
  private static final int LEAST = 100;
  private static final double SIGNIFICANT = 0.01;
  private static final double NOTABLE_SHARE = 1.25;

  private PairJudge() {}

  /**
   * What requests say of it.
   *
   * @param requests with their holds, not of a closed loop
   */
  static FitFinding judge(Requests requests) {
    if (requests.size() < LEAST || requests.spanNanos() == 0) {
      return FitFinding.unknown(
          "pairs", "there are too few to tell whether busy times bring other holds");
    }
    InFlight.Dealt dealt = new InFlight(requests).dealt(1);
    String figures =
        String.format(
            Locale.ROOT,
            "the number in flight varies %.2f times as much as with holds dealt anew",
            dealt.share());
    return dealt.pMore() <= SIGNIFICANT && dealt.share() > NOTABLE_SHARE
        ? FitFinding.notice("pairs", "busy times bring longer holds: " + figures, dealt.pMore())
        : FitFinding.fine("pairs", "busy times bring no longer holds: " + figures, dealt.pMore());
  }
}
