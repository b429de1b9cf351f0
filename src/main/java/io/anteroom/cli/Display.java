package io.anteroom.cli;

/** Shows how far something has come. Used by one thread at a time. */
interface Display {
  /** Shows what there is to show, where it is time for it. */
  void show();

  /** Takes off the terminal what may be taken off. */
  void wipe();
}
