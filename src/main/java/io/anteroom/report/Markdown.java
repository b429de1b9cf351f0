package io.anteroom.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page of GitHub-flavoured Markdown that grows downwards. Whatever is written on it is shown as
 * it is: nothing in a text is taken for markup. Mutable.
 */
final class Markdown {
  private static final String MARKUP = "\\`*_[]<>#|~&$";

  private final List<String> blocks = new ArrayList<>();

  Markdown heading(int level, String text) {
    blocks.add("#".repeat(level) + " " + escaped(text));
    return this;
  }

  Markdown paragraph(String markup) {
    blocks.add(markup);
    return this;
  }

  /**
   * A table of markup.
   *
   * @param right which columns are aligned right; those that it does not tell of are left
   */
  Markdown table(List<String> headings, List<Boolean> right, List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(row(headings));
    StringBuilder alignment = new StringBuilder("|");
    for (int column = 0; column < headings.size(); column++) {
      alignment.append(column < right.size() && right.get(column) ? "---:|" : "---|");
    }
    lines.add(alignment.toString());
    for (List<String> cells : rows) {
      List<String> filled = new ArrayList<>(cells);
      while (filled.size() < headings.size()) {
        filled.add("");
      }
      lines.add(row(filled));
    }
    blocks.add(String.join("\n", lines));
    return this;
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** A block of code, shown letter by letter. */
  Markdown code(String language, String text) {
    String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
    blocks.add(fence + language + "\n" + text.stripTrailing() + "\n" + fence);
    return this;
  }

  /** The whole page, ending in a line feed. */
  String text() {
    return String.join("\n\n", blocks) + "\n";
  }

  /** A text of one line as markup. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    oneLine(text)
        .codePoints()
        .forEach(
            character -> {
              if (MARKUP.indexOf(character) >= 0) {
                escaped.append('\\');
              }
              escaped.appendCodePoint(character);
            });
    return escaped.toString();
  }

  /** A sentence, which has its names between backquotes, as markup. */
  static String named(String sentence) {
    return escaped(sentence.replace("`", ""));
  }

  /** A text of one line as code, for a cell of a table too. */
  static String inCode(String text) {
    String line = oneLine(text).replace("|", "\\|");
    String fence = "`".repeat(longestRun(line) + 1);
    String space = fence.length() > 1 ? " " : "";
    return line.isBlank() ? "" : fence + space + line + space + fence;
  }

  private static String oneLine(String text) {
    return text.codePoints()
        .map(
            character ->
                Character.isWhitespace(character)
                        || Character.isISOControl(character)
                        || Character.isSpaceChar(character)
                    ? ' '
                    : character)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
