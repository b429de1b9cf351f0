package io.anteroom.scenario;

/** Where persons wait: the queue topology. */
public enum Line implements Named {
  /** One line for all rooms: its head takes whichever room is free first. */
  SHARED,
  /** One line for each room: a person joins one and stays in it. */
  PER_ROOM;
}
