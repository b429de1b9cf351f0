package io.anteroom.run.simulate;

import io.anteroom.scenario.schedule.Draws;
import io.anteroom.scenario.schedule.Schedule;
import java.util.Arrays;

/** Lines from which anybody is taken with equal probability; whoever is last fills the gap. */
final class ShuffledLines implements WaitingLines {
  private static final int FEW = 8;

  private final Schedule schedule;
  private final Draws draws;
  private final int[][] members;
  private final int[] sizes;
  private int[] places;
  private long grants;

  ShuffledLines(int lines, int slots, Schedule schedule) {
    this.schedule = schedule;
    this.draws = schedule.newDraws();
    this.members = new int[lines][];
    this.sizes = new int[lines];
    this.places = new int[slots];
    Arrays.fill(members, new int[0]);
  }

  @Override
  public void grow(int slots) {
    places = Arrays.copyOf(places, slots);
  }

  @Override
  public boolean isEmpty(int line) {
    return sizes[line] == 0;
  }

  @Override
  public void join(int line, int slot) {
    int size = sizes[line];
    if (size == members[line].length) {
      members[line] = Arrays.copyOf(members[line], Math.max(2 * size, FEW));
    }
    members[line][size] = slot;
    places[slot] = size;
    sizes[line] = size + 1;
  }

  @Override
  public void leave(int line, int slot) {
    int last = members[line][--sizes[line]];
    members[line][places[slot]] = last;
    places[last] = places[slot];
  }

  @Override
  public int first(int line) {
    throw new IllegalStateException("who is next is drawn when somebody is taken");
  }

  @Override
  public int takeNext(int line) {
    int next = members[line][schedule.randomPlace(draws, grants++, sizes[line])];
    leave(line, next);
    return next;
  }
}
