package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A command run in this process, with what it printed. */
record CommandLineRun(int code, String out, String err) {
  private static final String PLANS =
      Path.of(System.getProperty("anteroom.project"), "target", "plans").toString();

  static CommandLineRun of(String... arguments) {
    return of(new Terminal(false, 80, false, true), arguments);
  }

  static CommandLineRun of(Terminal terminal, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out), new PrintWriter(err), terminal, placed(arguments));
    return new CommandLineRun(code, out.toString(), err.toString());
  }

  /** The folders of plans that name no place go where builds put things. */
  private static String[] placed(String... arguments) {
    boolean named = Stream.of(arguments).anyMatch(List.of("--out", "--help")::contains);
    return arguments.length == 0 || !arguments[0].equals("plan") || named
        ? arguments
        : Stream.concat(Stream.of(arguments), Stream.of("--out", PLANS)).toArray(String[]::new);
  }

  /** Asserts that it was wrong usage, which is said in one short line and nothing else. */
  void assertRefused() {
    assertThat(code).as(err).isEqualTo(ExitCode.USAGE);
    assertThat(out).isEmpty();
    assertThat(err.lines()).hasSize(1);
    assertThat(err)
        .startsWith("anteroom")
        .endsWith("\n")
        .hasSizeLessThan(400)
        .doesNotContain("Exception", "\tat ", "fault of ours");
  }
}
