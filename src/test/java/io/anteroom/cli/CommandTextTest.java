package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class CommandTextTest {
  private static CommandSpec given(String... arguments) {
    CommandSpec command =
        CommandSpec.create()
            .addOption(OptionSpec.builder("--html").type(String.class).build())
            .addOption(OptionSpec.builder("--slo").type(String.class).build());
    new CommandLine(command).parseArgs(arguments);
    return command;
  }

  @Test
  void aCommandIsRepeatedWithQuotesWhereAShellNeedsThem() {
    assertThat(CommandText.of(given("--slo", "wait.p99 < 5ms", "--html", "a.html")))
        .isEqualTo("anteroom --slo 'wait.p99 < 5ms' --html a.html");
  }

  @Test
  void aFileThatMustNotExistIsLeftOut() {
    assertThat(CommandText.without("--html", given("--html", "a.html", "--slo", "x")))
        .isEqualTo("anteroom --slo x");
    assertThat(CommandText.without("--html", given("--slo", "x", "--html=a.html")))
        .isEqualTo("anteroom --slo x");
  }
}
