package io.anteroom.cli;

import java.io.PrintWriter;
import java.util.List;

/**
 * Lines on a terminal that are drawn again in the same place. Every drawing leaves the terminal as
 * it found it, the cursor below the lines, so that nothing has to be mended when the process dies.
 * Used by one thread at a time.
 */
final class DrawnLines {
  /** Shown at once and not in parts, where the terminal can do that; the cursor out of the way. */
  private static final String BEGIN = "\u001b[?2026h\u001b[?25l";

  private static final String END = "\u001b[?25h\u001b[?2026l";

  /** A line that is too wide for a window made narrower is cut off and takes no second one. */
  private static final String CUT = "\u001b[?7l";

  private static final String WRAP = "\u001b[?7h";
  private static final String CLEAR_LINE = "\u001b[K";
  private static final String CLEAR_BELOW = "\u001b[J";

  private final PrintWriter err;
  private int linesDrawn;

  DrawnLines(PrintWriter err) {
    this.err = err;
  }

  /** Puts these lines where the last ones were. */
  void draw(List<String> lines) {
    StringBuilder text = new StringBuilder(BEGIN + CUT).append(up());
    for (String line : lines) {
      text.append(line).append(CLEAR_LINE).append("\r\n");
    }
    err.print(text.append(CLEAR_BELOW + WRAP + END));
    err.flush();
    linesDrawn = lines.size();
  }

  /** Takes the lines off the terminal. */
  void wipe() {
    if (linesDrawn > 0) {
      err.print(up() + CLEAR_BELOW);
      err.flush();
      linesDrawn = 0;
    }
  }

  private String up() {
    return linesDrawn == 0 ? "" : "\u001b[" + linesDrawn + "A\r";
  }
}
