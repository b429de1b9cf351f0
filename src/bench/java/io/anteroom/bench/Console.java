package io.anteroom.bench;

import io.anteroom.report.Style;
import java.io.PrintWriter;

/** Where the benchmarks say how far they are, in what characters it has. */
record Console(PrintWriter out, Style style) {
  /** Prints a line at once. */
  void line(String text) {
    out.println(style.writable(text));
    out.flush();
  }
}
