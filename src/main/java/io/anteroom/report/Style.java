package io.anteroom.report;

import io.anteroom.report.facts.Mark;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How text is shown. Colours are blue and orange, which nearly everyone can tell apart, and none
 * says anything that the words do not say too.
 *
 * @param colour whether ANSI escapes may be written
 * @param unicode whether anything but ASCII may be written
 * @param columns how wide a line may be
 * @param program how the program is called where commands are to be pasted
 */
public record Style(boolean colour, boolean unicode, int columns, String program) {
  /** As wide as most terminals are, and as paper is. */
  public static final int USUAL_COLUMNS = 80;

  /** How texts call the program. */
  public static final String PROGRAM = "anteroom";

  /** Where a text has a command: the program's name, and then one of its commands. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?<![\\w./-])anteroom(?="
              + " (?:run|simulate|fit|plan|compare|sweep|cell|worker|cluster|lesson"
              + "|report|diff|scenario|metrics|watch|doctor|help|completion)\\b)");

  /** Unicode without colours: for files and pipes. */
  public static final Style PLAIN = new Style(false, true);

  private static final String STRONG = "\u001b[1m";
  private static final String FAINT = "\u001b[2m";
  private static final String BLUE = "\u001b[38;5;33m";
  private static final String ORANGE = "\u001b[38;5;208m";
  private static final String RESET = "\u001b[0m";

  /** Text of the usual width. */
  public Style(boolean colour, boolean unicode) {
    this(colour, unicode, USUAL_COLUMNS, PROGRAM);
  }

  /** The text with commands as the user types them. */
  public String typed(String text) {
    return program.equals(PROGRAM)
        ? text
        : COMMAND.matcher(text).replaceAll(Matcher.quoteReplacement(program));
  }

  /** Bold. */
  public String strong(String text) {
    return escaped(STRONG, text);
  }

  /** Less to be seen than the rest. */
  public String faint(String text) {
    return escaped(FAINT, text);
  }

  /** In blue: good, or less. */
  public String blue(String text) {
    return escaped(BLUE, text);
  }

  /** In orange: bad, or more. */
  public String orange(String text) {
    return escaped(ORANGE, text);
  }

  /** A mark's sign in its colour. */
  public String of(Mark mark) {
    return switch (mark) {
      case GOOD -> blue(mark.sign());
      case BAD -> orange(mark.sign());
      case UNCLEAR, LIMITED -> strong(mark.sign());
      case ABSENT -> faint(mark.sign());
    };
  }

  private String escaped(String escape, String text) {
    return colour && !text.isBlank() ? escape + text + RESET : text;
  }

  /** The text with characters that may be written; each takes as many columns as before. */
  public String writable(String text) {
    if (unicode) {
      return text;
    }
    StringBuilder ascii = new StringBuilder(text.length());
    text.codePoints().map(Style::ascii).forEach(ascii::appendCodePoint);
    return ascii.toString();
  }

  private static int ascii(int character) {
    return character < 128
        ? character
        : switch (character) {
          case 'µ', 'μ' -> 'u';
          case '·' -> '|';
          case '–', '−', '─', '▃' -> '-';
          case '±' -> '~';
          case '×' -> 'x';
          case '≤' -> '<';
          case '≥' -> '>';
          case '✓' -> '+';
          case '✗' -> 'x';
          case '│' -> '|';
          case '▶', '→' -> '>';
          case '▲' -> '^';
          case '▼' -> 'v';
          case '┤' -> '|';
          case '…' -> '~';
          case '█', '▉', '▊', '▋', '▌' -> '#';
          case '▍', '▎', '▏', '░' -> '.';
          case '▒' -> ':';
          case '▓' -> '%';
          case '∙', '▂' -> '.';
          case '▁' -> '_';
          case '▄' -> '=';
          case '▇' -> '%';
          case '▅' -> '+';
          case '▆' -> '*';
          case '○' -> 'o';
          case 'á', 'ä' -> 'a';
          case 'é' -> 'e';
          case 'λ' -> 'l';
          case 'ρ' -> 'r';
          case '∞' -> '*';
          default -> '?';
        };
  }
}
