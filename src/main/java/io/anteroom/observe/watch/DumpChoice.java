package io.anteroom.observe.watch;

/** When a watch takes a dump of all threads. */
public enum DumpChoice {
  /** Where carriers are held, or nothing runs. */
  AUTO,
  /** At the end; on JDK 25 only while no virtual thread runs. */
  ALWAYS,
  /** At the end; on JDK 25, too, while virtual threads run, which may crash it. */
  ANYWAY,
  /** Not at all. */
  NEVER
}
