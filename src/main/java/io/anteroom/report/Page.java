package io.anteroom.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A page of text that grows downwards, 80 columns wide. Mutable. */
public final class Page implements Facts {
  /** In columns. */
  public static final int WIDTH = 80;

  /** A space at which lines do not end. */
  public static final char NO_BREAK = '\u00a0';

  private static final String SEPARATOR = NO_BREAK + "·";

  /** Where facts begin: labels stand left of it. */
  public static final int MARGIN = 13;

  /** Where the second of two facts on one line begins. */
  private static final int HALF = 40;

  private final Style style;
  private final StringBuilder text = new StringBuilder();

  /** An empty one. */
  public Page(Style style) {
    this.style = style;
  }

  /** How it is shown. */
  public Style style() {
    return style;
  }

  /** A line as it is. */
  public Page line(String line) {
    text.append(line.stripTrailing()).append('\n');
    return this;
  }

  /** A line with nothing on it. */
  public Page blank() {
    return line("");
  }

  /** Words, wrapped, each line indented by so many columns. */
  public Page paragraph(int indent, String words) {
    wrap(words, WIDTH - indent).forEach(line -> line(" ".repeat(indent) + line));
    return this;
  }

  /** Words, wrapped and indented, with each line in that style. */
  public Page paragraph(int indent, String words, UnaryOperator<String> styled) {
    wrap(words, WIDTH - indent).forEach(line -> line(" ".repeat(indent) + styled.apply(line)));
    return this;
  }

  /** Parts with dots between them; a line ends between two parts only, unless one is too long. */
  static String parts(List<String> parts) {
    return parts.stream()
        .map(part -> part.replace(' ', NO_BREAK))
        .collect(Collectors.joining(SEPARATOR + " "));
  }

  /** What does not fit on the line goes on below the fact's beginning. */
  @Override
  public Page fact(String label, String fact) {
    List<String> lines = wrap(fact, WIDTH - MARGIN);
    line(label(label) + lines.getFirst());
    lines.stream().skip(1).forEach(rest -> line(" ".repeat(MARGIN) + rest));
    return this;
  }

  @Override
  public Page fact(String label, Mark mark, String fact) {
    List<String> lines = wrap(fact, WIDTH - MARGIN - 2);
    line(label(label) + mark.in(style) + " " + lines.getFirst());
    lines.stream().skip(1).forEach(rest -> line(" ".repeat(MARGIN + 2) + rest));
    return this;
  }

  @Override
  public Page pair(String label, String fact, String secondLabel, String second) {
    int width = MARGIN + fact.length();
    return line(
        label(label) + fact + " ".repeat(Math.max(HALF - width, 2)) + label(secondLabel) + second);
  }

  /** A label, and the room to where its fact begins. */
  public String label(String label) {
    return style.faint(label) + " ".repeat(MARGIN - label.length());
  }

  /** All of it, in characters that may be written. */
  public String text() {
    return style.writable(text.toString());
  }

  /** Breaks at spaces; a word that is longer than a line has a line of its own. */
  public static List<String> wrap(String words, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines.stream().map(Page::finished).toList();
  }

  private static String finished(String line) {
    boolean separated = line.endsWith(SEPARATOR);
    String words = separated ? line.substring(0, line.length() - SEPARATOR.length()) : line;
    return words.replace(NO_BREAK, ' ');
  }
}
