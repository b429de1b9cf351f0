package io.anteroom.report;

import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of text that grows downwards, as wide as its style says. Mutable. */
public final class Page {
  /** Longer lines of words are hard to read. */
  private static final int LONGEST_LINE = 100;

  /** Where facts begin: labels stand left of it. */
  public static final int MARGIN = 13;

  /** Where the second of two facts on one line begins. */
  private static final int HALF = 40;

  private static final Pattern UNBROKEN = Pattern.compile("'[^']*'|--[a-z-]+ (?:'[^']*'|[^-' ]+)");

  /** But for that before a dot, which ends a line at most. */
  private static final Pattern INSIDE = Pattern.compile(Fact.NO_BREAK + "(?!·)");

  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

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

  /** How wide it is, in columns. */
  public int width() {
    return style.columns();
  }

  private int wordsWidth() {
    return Math.min(width(), LONGEST_LINE);
  }

  /** How many there are by now. */
  int lines() {
    return (int) text.chars().filter(character -> character == '\n').count();
  }

  /** A line as it is. */
  public Page line(String line) {
    text.append(style.typed(line).stripTrailing()).append('\n');
    return this;
  }

  /** A line with nothing on it. */
  public Page blank() {
    return line("");
  }

  /** A blank line, unless there is one already. */
  Page blankBetween() {
    return text.isEmpty() || text.toString().endsWith("\n\n") ? this : blank();
  }

  /** Words, wrapped, each line indented by so many columns. */
  public Page paragraph(int indent, String words) {
    wrap(style.typed(words), wordsWidth() - indent)
        .forEach(line -> line(" ".repeat(indent) + line));
    return this;
  }

  /** Words, wrapped and indented, with each line in that style. */
  public Page paragraph(int indent, String words, UnaryOperator<String> styled) {
    wrap(style.typed(words), wordsWidth() - indent)
        .forEach(line -> line(" ".repeat(indent) + styled.apply(line)));
    return this;
  }

  /** What does not fit on the line goes on below the fact's beginning; a command as a command. */
  public Page fact(String label, String fact) {
    if (fact.startsWith(Style.PROGRAM + " ")) {
      return command(label, fact);
    }
    List<String> lines = wrap(style.typed(fact), wordsWidth() - MARGIN);
    line(label(label) + lines.getFirst());
    lines.stream().skip(1).forEach(rest -> line(" ".repeat(MARGIN) + rest));
    return this;
  }

  /** What does not fit on a line goes on on the next one, as shells have it. */
  public Page command(String label, String command) {
    List<String> lines =
        lines(split(unbroken(style.typed(command))).toList(), wordsWidth() - MARGIN - 4);
    for (int i = 0; i < lines.size(); i++) {
      String before = i == 0 ? label(label) : " ".repeat(MARGIN + 2);
      line(before + lines.get(i) + (i < lines.size() - 1 ? " \\" : ""));
    }
    return this;
  }

  /** Nothing between quotation marks may be broken, nor an option and its value. */
  private static String unbroken(String line) {
    return UNBROKEN
        .matcher(line)
        .replaceAll(found -> Matcher.quoteReplacement(found.group().replace(' ', Fact.NO_BREAK)));
  }

  /** Words that begin with a mark. */
  Page marked(Mark mark, String words) {
    List<String> lines = wrap(style.typed(words), wordsWidth() - 2);
    line(style.of(mark) + " " + lines.getFirst());
    lines.stream().skip(1).forEach(rest -> line("  " + rest));
    return this;
  }

  /** A fact that begins with a mark. */
  public Page fact(String label, Mark mark, String fact) {
    List<String> lines = wrap(style.typed(fact), wordsWidth() - MARGIN - 2);
    line(label(label) + style.of(mark) + " " + lines.getFirst());
    lines.stream().skip(1).forEach(rest -> line(" ".repeat(MARGIN + 2) + rest));
    return this;
  }

  /** Two facts beside each other, or below each other where they do not fit. */
  Page pair(String label, String fact, String secondLabel, String second) {
    int gap = Math.max(HALF - MARGIN - fact.length(), 2);
    return MARGIN + fact.length() + gap + MARGIN + second.length() > width()
        ? fact(label, fact).fact(secondLabel, second)
        : line(label(label) + fact + " ".repeat(gap) + label(secondLabel) + second);
  }

  /** A label, and the room to where its fact begins. */
  public String label(String label) {
    return style.faint(label) + " ".repeat(MARGIN - label.length());
  }

  /** Right-aligned; what is wider stays as it is. */
  public static String padded(String text, int width) {
    return " ".repeat(Math.max(width - text.length(), 0)) + text;
  }

  /** Left-aligned; what is wider stays as it is. */
  static String filled(String text, int width) {
    return text + " ".repeat(Math.max(width - text.length(), 0));
  }

  /** A bar that fills a share of its width; one that would be longer ends in an arrow. */
  public static String bar(double share, int width) {
    int eighths = (int) Math.round(Math.clamp(share, 0, 1) * width * 8);
    int shown = share > 0 ? Math.max(eighths, 1) : 0;
    String bar = "█".repeat(shown / 8) + EIGHTHS.charAt(shown % 8);
    String full = filled(bar, width).substring(0, width);
    return share > 1 ? full.substring(0, width - 1) + "▶" : full;
  }

  /** All of it, in characters that may be written. */
  public String text() {
    return style.writable(text.toString());
  }

  /** Breaks at spaces, and elsewhere where it must; a word longer than a line has its own. */
  public static List<String> wrap(String words, int width) {
    return lines(
        split(words)
            .flatMap(
                word -> word.length() > width ? Stream.of(INSIDE.split(word, -1)) : Stream.of(word))
            .toList(),
        width);
  }

  private static Stream<String> split(String words) {
    return Stream.of(words.strip().split("\\s+", -1));
  }

  private static List<String> lines(List<String> words, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words) {
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
    boolean separated = line.endsWith(Fact.SEPARATOR);
    String words = separated ? line.substring(0, line.length() - Fact.SEPARATOR.length()) : line;
    return words.replace(Fact.NO_BREAK, ' ');
  }
}
