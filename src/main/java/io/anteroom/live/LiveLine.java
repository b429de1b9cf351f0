package io.anteroom.live;

import java.util.function.UnaryOperator;

/** One line that is put together from left to right and never gets wider than its canvas. */
final class LiveLine {
  private final Canvas canvas;
  private final StringBuilder text = new StringBuilder();
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
    text.append(colour.apply(canvas.style().writable(fitting)));
    columns += fitting.length();
    return this;
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
    return text.toString().stripTrailing();
  }
}
