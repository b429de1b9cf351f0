package io.anteroom.bench.peer;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A program that can do a {@link PeerWork}. A new one is a class, or an object of one. */
public interface Peer {
  /** What it is and how its persons wait. */
  Traits traits();

  /** What it lacks to run here, with the remedy, in one line; empty: nothing. */
  Optional<String> missing();

  /**
   * Makes it ready to start.
   *
   * @throws IllegalStateException if its compiler does not like it
   */
  void build() throws IOException, InterruptedException;

  /** How to start it, before the work's arguments. */
  List<String> command();

  /**
   * What a peer is like.
   *
   * @param inLine whether its persons get rooms in the order in which they came
   * @param threadEach whether each person takes a thread of the operating system
   * @param slow whether a visit costs so much that it is measured less often
   */
  record Traits(String name, boolean inLine, boolean threadEach, boolean slow) {}
}
