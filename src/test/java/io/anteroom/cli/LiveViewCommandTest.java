package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a run is shown in a view, where in a line, and what is left on the terminal. */
class LiveViewCommandTest {
  private static final Terminal LARGE = new Terminal(true, 80, 24, true, true);
  private static final String VIEW = "canary";

  @TempDir private Path out;

  @Test
  void aTerminalShowsAViewThatIsTakenAwayInTheEnd() {
    CommandLineRun run = run(LARGE);
    assertThat(run.err()).contains(VIEW, "checkout", "rooms", "taken").endsWith("A\r\u001b[J");
    assertThat(run.out()).contains("throughput", "results").doesNotContain("canary –");
    assertLeavesTheTerminalAsItWas(run.err());
  }

  @Test
  void whatIsDrawnIsWipedOnce() {
    List<String> frame = new ArrayList<>();
    StringWriter err = new StringWriter();
    DrawnLines drawn = new DrawnLines(new PrintWriter(err));
    frame.add("replications");
    drawn.draw(frame);
    drawn.wipe();
    drawn.wipe();
    assertLeavesTheTerminalAsItWas(err.toString());
    assertThat(err.toString()).contains("replications").endsWith("\u001b[1A\r\u001b[J");
    assertThat(count(err.toString(), "\u001b[1A")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"79, 24", "80, 19", "80, 0"})
  void aSmallTerminalShowsALine(int columns, int rows) {
    CommandLineRun run = run(new Terminal(true, columns, rows, false, true));
    assertThat(run.err()).contains("waiting", "\r\u001b[2K").doesNotContain(VIEW, "?2026");
  }

  @ParameterizedTest
  @CsvSource({"--plain", "--transcript"})
  void aLineOnDemand(String option) {
    CommandLineRun run = run(LARGE, option);
    assertThat(run.err()).contains("\r\u001b[2K").doesNotContain(VIEW, "?2026");
  }

  @Test
  void quietShowsNothing() {
    assertThat(run(LARGE, "--quiet").err()).isEmpty();
  }

  @Test
  void elsewhereThereAreNoEscapes() {
    assertThat(run(new Terminal(false, 80, 24, false, true)).err()).doesNotContain("\u001b");
  }

  private CommandLineRun run(Terminal terminal, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("run", "--name", "checkout", "--persons", "15", "--rooms", "1"));
    arguments.addAll(List.of("--hold", "fixed:100ms", "--jfr", "off", "--out", out.toString()));
    arguments.addAll(List.of(more));
    CommandLineRun run = CommandLineRun.of(terminal, arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  /** What is switched on is switched off as often, later. */
  private static void assertLeavesTheTerminalAsItWas(String err) {
    assertThat(count(err, "\u001b[?2026h")).isPositive().isEqualTo(count(err, "\u001b[?2026l"));
    assertThat(count(err, "\u001b[?25l")).isEqualTo(count(err, "\u001b[?25h"));
    assertThat(count(err, "\u001b[?7l")).isEqualTo(count(err, "\u001b[?7h"));
    String rest =
        Pattern.compile("\u001b\\[\\?2026h.*?\u001b\\[\\?2026l", Pattern.DOTALL)
            .matcher(err)
            .replaceAll("");
    assertThat(rest).as("beside the frames").matches("\u001b\\[\\d+A\r\u001b\\[J");
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
