package io.anteroom.report.live;

import java.util.function.UnaryOperator;

/** One line that is put together from left to right and never gets wider than its canvas. */
final class LiveLine {
  private static final String PROBE = "x";

  private final Canvas canvas;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder run = new StringBuilder();
  private UnaryOperator<String> runColour = UnaryOperator.identity();
  private int columns;

  LiveLine(Canvas canvas) {
    this.canvas = canvas;
  }

  /** A line that begins with a label. */
  static LiveLine labelled(Canvas canvas, String label) {
    return new LiveLine(canvas).add(canvas.style()::faint, label).to(Canvas.MARGIN);
  }

  LiveLine add(String words) {
    return add(UnaryOperator.identity(), words);
  }

  /** Adds words in a colour; what does not fit is cut off. */
  LiveLine add(UnaryOperator<String> colour, String words) {
    String fitting = words.substring(0, Math.min(words.length(), canvas.columns() - columns));
    columns += fitting.length();
    if (!fitting.isBlank() && !colour.apply(PROBE).equals(runColour.apply(PROBE))) {
      endRun();
      runColour = colour;
    }
    run.append(canvas.style().writable(fitting));
    return this;
  }

  /** Colours what has the same colour at once, the blanks between it too. */
  private void endRun() {
    text.append(runColour.apply(run.toString()));
    run.setLength(0);
  }

  /** Goes on at that column, which is not left of where the line ends. */
  LiveLine to(int column) {
    return add(" ".repeat(Math.max(column - columns, 0)));
  }

  /** Adds words that end at that column. */
  LiveLine endingAt(int column, UnaryOperator<String> colour, String words) {
    return to(column - words.length()).add(colour, words);
  }

  /** How wide it is so far. */
  int columns() {
    return columns;
  }

  /** Whether so many columns are left. */
  boolean hasRoomFor(int more) {
    return columns + more <= canvas.columns();
  }

  String text() {
    endRun();
    return text.toString().stripTrailing();
  }
}
