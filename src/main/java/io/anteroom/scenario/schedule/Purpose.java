package io.anteroom.scenario.schedule;

/**
 * What a random draw is for. Each purpose has streams of its own, so that drawing for one never
 * moves another. The numbers are part of every schedule: they never change.
 */
enum Purpose {
  ARRIVAL(1),
  HOLD(2),
  THINK(3),
  PATIENCE(4),
  CHOICE(5),
  READER(6),
  RETRY(7),
  ORDER(8),
  BATCH(9),
  CLASS(10),
  TAKEN(11),
  COME_BACK(12),
  STAMP(13);

  /** From 1 on, without gaps; never to be changed, since every draw depends on it. */
  final int number;

  Purpose(int number) {
    this.number = number;
  }
}
