package io.anteroom.run.simulate;

import java.util.Arrays;

/** Lines in order of joining, served from their head or from their tail. */
final class LinkedLines implements WaitingLines {
  private static final int NOBODY = -1;

  private final boolean fromTail;
  private final int[] heads;
  private final int[] tails;
  private int[] behind;
  private int[] ahead;

  LinkedLines(int lines, int slots, boolean fromTail) {
    this.fromTail = fromTail;
    this.heads = new int[lines];
    this.tails = new int[lines];
    this.behind = new int[slots];
    this.ahead = new int[slots];
    Arrays.fill(heads, NOBODY);
    Arrays.fill(tails, NOBODY);
  }

  @Override
  public void grow(int slots) {
    behind = Arrays.copyOf(behind, slots);
    ahead = Arrays.copyOf(ahead, slots);
  }

  @Override
  public boolean isEmpty(int line) {
    return heads[line] == NOBODY;
  }

  @Override
  public void join(int line, int slot) {
    int last = tails[line];
    ahead[slot] = last;
    behind[slot] = NOBODY;
    if (last == NOBODY) {
      heads[line] = slot;
    } else {
      behind[last] = slot;
    }
    tails[line] = slot;
  }

  /** The slot joins the line's head. */
  void joinFirst(int line, int slot) {
    int first = heads[line];
    ahead[slot] = NOBODY;
    behind[slot] = first;
    if (first == NOBODY) {
      tails[line] = slot;
    } else {
      ahead[first] = slot;
    }
    heads[line] = slot;
  }

  @Override
  public void leave(int line, int slot) {
    int before = ahead[slot];
    int after = behind[slot];
    if (before == NOBODY) {
      heads[line] = after;
    } else {
      behind[before] = after;
    }
    if (after == NOBODY) {
      tails[line] = before;
    } else {
      ahead[after] = before;
    }
  }

  @Override
  public int first(int line) {
    return fromTail ? tails[line] : heads[line];
  }

  @Override
  public int takeNext(int line) {
    int next = first(line);
    leave(line, next);
    return next;
  }
}
