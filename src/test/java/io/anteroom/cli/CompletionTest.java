package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bash offers when the tabulator key is pressed, with our script in a bash of its own. */
class CompletionTest {
  private static final String ASK =
      """
      source "$1"; shift
      COMP_WORDS=("$@" ""); COMP_CWORD=$#
      if [ -n "$LAST" ]; then COMP_WORDS[$#]=$LAST; fi
      COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
      _complete_anteroom 2>/dev/null
      echo "${COMPREPLY[*]}"
      """;

  @TempDir private Path scratch;
  private Path script;

  @BeforeEach
  void writeScript() throws IOException {
    script = Files.writeString(scratch.resolve("script"), CommandLineRun.of("completion").out());
  }

  @ParameterizedTest
  @CsvSource({
    "anteroom run --mode, try-y, try-yield",
    "anteroom run, check, checkout-pool",
    "anteroom simulate --line, '', shared per-room",
    "anteroom plan --activity, cp, cpu",
    "anteroom help, dis, distributions",
    "anteroom, simu, simulate",
  })
  void wordsOfAListAreOffered(String before, String begun, String offered)
      throws IOException, InterruptedException {
    ProcessBuilder bash = new ProcessBuilder("bash", "-c", ASK, "bash", script.toString());
    bash.command().addAll(java.util.List.of(before.split(" ")));
    bash.environment().put("LAST", begun);
    Process process = bash.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said.strip()).isEqualTo(offered);
  }
}
