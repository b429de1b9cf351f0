package io.anteroom.run.engine;

/**
 * What one person remembers of its visits to a pool at one step, or of its journeys, until it
 * leaves for good and tells it to all: sums, which nobody asks for before, so that a visit need not
 * touch what all threads share. Confined to the person's thread.
 */
final class PartNotes {
  /** Of the measured visits. */
  long completed;

  long abandoned;
  long cut;
  long refusals;

  /** How many of their waits are known, with the sums of these in seconds and of their squares. */
  long known;

  double sumSeconds;
  double sumOfSquares;

  /** What happened in the measured part of the run, to whichever visits. */
  long completedWithin;

  long abandonedWithin;
  double waitingNanos;
  double insideNanos;

  /** What all visits took, those included that are not measured. */
  double allWaitNanos;

  double allInsideNanos;

  /** A measured visit had its room, or a measured journey came to its end. */
  void completes(long waitedNanos, long attemptsInVain) {
    completed++;
    refusals += attemptsInVain;
    hasWaited(waitedNanos);
  }

  /** A measured visit gave up. */
  void abandons(long waitedNanos, long attemptsInVain) {
    abandoned++;
    refusals += attemptsInVain;
    hasWaited(waitedNanos);
  }

  /** The end of the run cuts a measured visit short. */
  void isCut(long waitedNanos, long attemptsInVain) {
    cut++;
    refusals += attemptsInVain;
    hasWaited(waitedNanos);
  }

  private void hasWaited(long nanos) {
    double seconds = nanos / 1e9;
    known++;
    sumSeconds += seconds;
    sumOfSquares += seconds * seconds;
  }

  /** A visit, whether measured or not, ends in the measured part of the run. */
  void endsWithin(boolean complete) {
    completedWithin += complete ? 1 : 0;
    abandonedWithin += complete ? 0 : 1;
  }
}
