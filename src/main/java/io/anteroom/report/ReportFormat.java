package io.anteroom.report;

import io.anteroom.result.Run;
import java.io.IOException;
import java.io.OutputStream;

/** A way to write down a run. Implementations are immutable. */
public interface ReportFormat {
  /** The word that it is asked for by. */
  String name();

  /** What it is, in a few words. */
  String meaning();

  /**
   * Writes the whole report; the stream stays open.
   *
   * @throws IOException if the stream fails
   */
  void write(Run run, OutputStream out) throws IOException;
}
