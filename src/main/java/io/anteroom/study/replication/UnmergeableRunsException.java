package io.anteroom.study.replication;

/** Two runs that can't be merged. Its message is one short line for the user. */
public final class UnmergeableRunsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int one;
  private final int other;

  UnmergeableRunsException(int one, int other, String problem) {
    super(problem);
    this.one = one;
    this.other = other;
  }

  /** Which of the given runs does not go with {@link #other}; from 0. */
  public int one() {
    return one;
  }

  /** Which of the given runs does not go with {@link #one}; from 0. */
  public int other() {
    return other;
  }
}
