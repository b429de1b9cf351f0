package io.anteroom.scenario;

/** How a person picks a room's line where there is one for each room. */
public enum Choice implements Named {
  /** Person i always goes to room i mod rooms. */
  STICKY,
  /** The k-th visit of the run goes to room k mod rooms. */
  ROUND_ROBIN,
  /** Any room with equal probability, drawn anew for each visit. */
  RANDOM,
  /** The room with the fewest persons waiting or present; of equals, the one of lowest number. */
  SHORTEST;
}
