package io.anteroom.cli;

import io.anteroom.report.Style;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/**
 * What the program is talking to, as far as output depends on it.
 *
 * @param interactive whether standard error is a terminal, where a line can be written again
 * @param columns its width
 * @param rows its height
 * @param colour whether colours are wanted
 * @param unicode whether it can show more than ASCII
 * @param width of the lines of a summary, in columns
 * @param program how the user calls the program
 */
record Terminal(
    boolean interactive,
    int columns,
    int rows,
    boolean colour,
    boolean unicode,
    int width,
    String program) {
  private static final int LEAST_WIDTH = 60;
  private static final int MOST_WIDTH = 160;
  private static final int UNKNOWN_ROWS = 0;

  /** One whose height is unknown: it has no live view. */
  Terminal(boolean interactive, int columns, boolean colour, boolean unicode) {
    this(interactive, columns, UNKNOWN_ROWS, colour, unicode);
  }

  /** One whose summaries are of the usual width. */
  Terminal(boolean interactive, int columns, int rows, boolean colour, boolean unicode) {
    this(interactive, columns, rows, colour, unicode, Style.USUAL_COLUMNS, Style.PROGRAM);
  }

  /** As the launcher and the environment say: a Java program can't well ask for itself. */
  static Terminal ofProcess() {
    Map<String, String> environment = System.getenv();
    boolean dumb = "dumb".equals(environment.get("TERM"));
    boolean interactive = Boolean.getBoolean("anteroom.terminal") && !dumb;
    boolean colour =
        Boolean.getBoolean("anteroom.colour")
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !dumb;
    Charset charset =
        Charset.forName(
            System.getProperty("native.encoding", "US-ASCII"), StandardCharsets.US_ASCII);
    return new Terminal(
        interactive,
        Integer.getInteger("anteroom.columns", Style.USUAL_COLUMNS),
        Integer.getInteger("anteroom.rows", UNKNOWN_ROWS),
        colour,
        charset.equals(StandardCharsets.UTF_8),
        Math.clamp(
            Integer.getInteger("anteroom.width", Style.USUAL_COLUMNS), LEAST_WIDTH, MOST_WIDTH),
        quoted(System.getProperty("anteroom.typed", Style.PROGRAM)));
  }

  /** How a job that runs elsewhere calls the program: as it was typed, but from no folder. */
  static String launcher() {
    return launcher(System.getProperty("anteroom.typed", Style.PROGRAM));
  }

  static String launcher(String typed) {
    return quoted(
        typed.contains("/") ? Path.of(typed).toAbsolutePath().normalize().toString() : typed);
  }

  /** For a shell. */
  private static String quoted(String program) {
    return program.matches("[\\w./+@%:-]+") ? program : "'" + program.replace("'", "'\\''") + "'";
  }

  Style style(boolean colourWanted) {
    return new Style(colour && colourWanted, unicode, width, program);
  }

  ColorScheme helpColours() {
    return Help.defaultColorScheme(colour ? Ansi.ON : Ansi.OFF);
  }
}
