package io.anteroom.study.fit.reader;

import java.io.IOException;

/** A layout of log files. Implementations are immutable. */
public interface LogFormat {
  /** The word that asks for it. */
  String name();

  /** What writes such files, in a few words. */
  String summary();

  /** Whether a file that begins so has this layout. */
  boolean recognises(LogHead head);

  /**
   * Hands every request of the input to the collector, and every line that is none.
   *
   * @throws InvalidLogException if the input as a whole can't be used
   * @throws IOException if it can't be read
   */
  void read(LogInput input, ReadOptions options, RequestCollector requests) throws IOException;
}
