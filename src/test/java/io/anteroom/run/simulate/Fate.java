package io.anteroom.run.simulate;

/** What became of a visit; one case for each way in which {@link VisitLog} tells it. */
sealed interface Fate {
  /** Whose visit it was. */
  int person();

  /** Its number among the person's visits. */
  long visit();

  /** It got its room. */
  record Entered(
      int person, long visit, long intendedNanos, long enteredNanos, long leftNanos, long refusals)
      implements Fate {}

  /** It gave up. */
  record Abandoned(int person, long visit, long intendedNanos, long atNanos, long refusals)
      implements Fate {}

  /** It was not let in: only in an open model, where each person has one visit. */
  record TurnedAway(int person, long atNanos) implements Fate {
    @Override
    public long visit() {
      return 0;
    }
  }

  /** It was still waiting at the end of the run. */
  record LeftWaiting(int person, long visit, long intendedNanos, long refusals) implements Fate {}
}
