package io.anteroom.study.plan;

import org.jspecify.annotations.Nullable;

/**
 * Finds the hardest candidate of a row that is met, where all easier ones are met too: steps from a
 * guess, each twice as wide as the one before, then halving.
 */
final class Searcher {
  private final long least;
  private final long most;
  private final Judge judge;

  /** Says of a candidate whether it meets what it should. */
  @FunctionalInterface
  interface Judge {
    Judgement judge(long position) throws InterruptedException;
  }

  /** What a search ended with. */
  sealed interface Result {}

  /**
   * The hardest candidate that is met.
   *
   * @param notMet its neighbour, which is not; null where it is the hardest of all
   */
  record Found(long position, @Nullable Long notMet) implements Result {}

  /**
   * None is met.
   *
   * @param position the easiest candidate that was tried
   * @param hopeless whether no easier one would help, rather than that there is none
   */
  record NotFound(long position, boolean hopeless) implements Result {}

  Searcher(long least, long most, Judge judge) {
    this.least = least;
    this.most = most;
    this.judge = judge;
  }

  Result search(long guess) throws InterruptedException {
    long start = Math.clamp(guess, least, most);
    Judgement first = judge.judge(start);
    return first == Judgement.MET ? searchHarder(start) : searchEasier(start, first);
  }

  private Result searchHarder(long start) throws InterruptedException {
    long met = start;
    for (long step = 1; met > least; step *= 2) {
      long next = Math.max(least, met - step);
      if (judge.judge(next) != Judgement.MET) {
        return between(next, met);
      }
      met = next;
    }
    return new Found(met, null);
  }

  private Result searchEasier(long start, Judgement first) throws InterruptedException {
    long notMet = start;
    Judgement judgement = first;
    for (long step = 1; judgement != Judgement.HOPELESS && notMet < most; step *= 2) {
      long next = Math.min(most, notMet + step);
      judgement = judge.judge(next);
      if (judgement == Judgement.MET) {
        return between(notMet, next);
      }
      notMet = next;
    }
    return new NotFound(notMet, judgement == Judgement.HOPELESS);
  }

  private Result between(long notMetBelow, long metAbove) throws InterruptedException {
    long notMet = notMetBelow;
    long met = metAbove;
    while (met - notMet > 1) {
      long middle = notMet + (met - notMet) / 2;
      if (judge.judge(middle) == Judgement.MET) {
        met = middle;
      } else {
        notMet = middle;
      }
    }
    return new Found(met, notMet);
  }
}
