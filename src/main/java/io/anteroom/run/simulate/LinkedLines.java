package io.anteroom.run.simulate;

import java.util.Arrays;

/** Lines in order of joining, served from their head or from their tail. */
final class LinkedLines implements WaitingLines {
  static final int NOBODY = -1;

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
    joinBetween(line, tails[line], slot, NOBODY);
  }

  /** The slot joins the line's head. */
  void joinFirst(int line, int slot) {
    joinBetween(line, NOBODY, slot, heads[line]);
  }

  private void joinBetween(int line, int before, int slot, int after) {
    ahead[slot] = before;
    behind[slot] = after;
    setBehind(line, before, slot);
    setAhead(line, after, slot);
  }

  @Override
  public void leave(int line, int slot) {
    int before = ahead[slot];
    int after = behind[slot];
    setBehind(line, before, after);
    setAhead(line, after, before);
  }

  /** Whom a slot has behind it; behind nobody is the line's head. */
  private void setBehind(int line, int slot, int next) {
    if (slot == NOBODY) {
      heads[line] = next;
    } else {
      behind[slot] = next;
    }
  }

  /** Whom a slot has ahead of it; ahead of nobody is the line's tail. */
  private void setAhead(int line, int slot, int previous) {
    if (slot == NOBODY) {
      tails[line] = previous;
    } else {
      ahead[slot] = previous;
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
