package io.anteroom.run.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the persons of a small run say, in the order in which it happens. Bounded: of the refusals
 * and of the other lines each no more than a given number is kept, the rest is counted. Safe for
 * any number of threads.
 */
public final class Transcript {
  private final int mostRefusals;
  private final int mostLines;
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger others = new AtomicInteger();
  private final AtomicLong leftOut = new AtomicLong();

  /** A transcript that keeps so many refusals and so many other lines. */
  public Transcript(int mostRefusals, int mostLines) {
    this.mostRefusals = mostRefusals;
    this.mostLines = mostLines;
  }

  void occupies(int person, int room) {
    say(others, mostLines, person, " occupies meeting room " + (room + 1));
  }

  void vacates(int person, int room) {
    say(others, mostLines, person, " vacates meeting room " + (room + 1));
  }

  void occupies(int person, int room, String pool) {
    say(others, mostLines, person, " occupies room " + (room + 1) + " of " + pool);
  }

  void vacates(int person, int room, String pool) {
    say(others, mostLines, person, " vacates room " + (room + 1) + " of " + pool);
  }

  void givesUp(int person) {
    say(others, mostLines, person, " gives up");
  }

  void refused(int person) {
    if (refusals.get() < mostRefusals) {
      say(refusals, mostRefusals, person, ": lock is not free...");
    } else {
      leftOut.incrementAndGet();
    }
  }

  private void say(AtomicInteger count, int most, int person, String text) {
    if (count.getAndIncrement() < most) {
      lines.add("person " + (person + 1) + text);
    } else {
      leftOut.incrementAndGet();
    }
  }

  /** Takes the lines that have been said since the last call. */
  public List<String> takeLines() {
    List<String> taken = new ArrayList<>();
    for (String line = lines.poll(); line != null; line = lines.poll()) {
      taken.add(line);
    }
    return taken;
  }

  /** How many lines there was no place for. */
  public long leftOut() {
    return leftOut.get();
  }
}
