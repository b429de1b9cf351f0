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
          "pairs", "there are too few to tell whether holds are longer in busy times");
    }
    InFlight.Dealt dealt = new InFlight(requests).dealt(1);
    String figures =
        String.format(
            Locale.ROOT,
            "the number in flight varies %.2f times as much as with holds dealt anew",
            dealt.share());
    return dealt.pMore() <= SIGNIFICANT && dealt.share() > NOTABLE_SHARE
        ? FitFinding.notice("pairs", "holds are longer in busy times: " + figures, dealt.pMore())
        : FitFinding.fine(
            "pairs", "holds are as long in busy times as in quiet ones: " + figures, dealt.pMore());
  }
}
