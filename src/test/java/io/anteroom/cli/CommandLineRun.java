package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A command run in this process, with what it printed. */
record CommandLineRun(int code, String out, String err) {
  static CommandLineRun of(String... arguments) {
    return of(new Terminal(false, 80, false, true), arguments);
  }

  static CommandLineRun of(Terminal terminal, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out), new PrintWriter(err), terminal, arguments);
    return new CommandLineRun(code, out.toString(), err.toString());
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
