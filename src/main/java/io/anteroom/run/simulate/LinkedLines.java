package io.anteroom.run.simulate;

import java.util.Arrays;

/**
 * Lines in order of joining, served from their head or from their tail. Each is a ring that begins
 * and ends at a place of its own before those of the slots, so that neither a head nor a tail is a
 * special case. Mutable; confined to one thread.
 */
final class LinkedLines implements WaitingLines {
  static final int NOBODY = -1;

  private final boolean fromTail;

  /** How many lines there are: the place of a line is its number, that of a slot comes after. */
  private final int lines;

  /** By place: who stands behind and who stands ahead; of a line, its head and its tail. */
  private int[] behind;

  private int[] ahead;

  LinkedLines(int lines, int slots, boolean fromTail) {
    this.fromTail = fromTail;
    this.lines = lines;
    this.behind = new int[lines + slots];
    this.ahead = new int[lines + slots];
    Arrays.setAll(behind, place -> place);
    Arrays.setAll(ahead, place -> place);
  }

  @Override
  public void grow(int slots) {
    behind = Arrays.copyOf(behind, lines + slots);
    ahead = Arrays.copyOf(ahead, lines + slots);
  }

  @Override
  public boolean isEmpty(int line) {
    return behind[line] == line;
  }

  @Override
  public void join(int line, int slot) {
    joinBetween(ahead[line], lines + slot, line);
  }

  /** The slot joins the line's head. */
  void joinFirst(int line, int slot) {
    joinBetween(line, lines + slot, behind[line]);
  }

  private void joinBetween(int before, int place, int after) {
    ahead[place] = before;
    behind[place] = after;
    behind[before] = place;
    ahead[after] = place;
  }

  @Override
  public void leave(int line, int slot) {
    takeOut(lines + slot);
  }

  private void takeOut(int place) {
    int before = ahead[place];
    int after = behind[place];
    behind[before] = after;
    ahead[after] = before;
  }

  @Override
  public int first(int line) {
    return (fromTail ? ahead[line] : behind[line]) - lines;
  }

  @Override
  public int takeNext(int line) {
    int next = first(line);
    takeOut(lines + next);
    return next;
  }
}
