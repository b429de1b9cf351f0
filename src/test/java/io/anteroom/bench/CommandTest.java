package io.anteroom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs run as processes of their own, and what they take. */
@Timeout(60)
final class CommandTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Test
  void outputErrorsAndExitCodeAreToldApart() throws Exception {
    Command command = Command.of("sh", "-c", "echo said; echo $WORD >&2; exit 3");
    for (Command.Ended ended :
        List.of(
            command.with("WORD", "wrong").run(LIMIT), command.with("WORD", "wrong").time(LIMIT))) {
      assertThat(ended.output()).isEqualTo("said\n");
      assertThat(ended.errors()).isEqualTo("wrong\n");
      assertThat(ended.exitCode()).isEqualTo(3);
    }
  }

  @Test
  void argumentsArePassedOnVerbatim() throws Exception {
    Command command = Command.of("printf", "[%s]").and(List.of("a b", "", "$HOME", "\"'\\"));
    assertThat(command.time(LIMIT).output()).isEqualTo("[a b][][$HOME][\"'\\]");
  }

  @Test
  void aBusyProcessTakesProcessorTimeAndASleepingOneDoesNot() throws Exception {
    String loop = "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done";
    Command.Cost busy = Command.of("sh", "-c", loop).time(LIMIT).cost();
    Command.Cost idle = Command.of("sleep", "0.2").time(LIMIT).cost();
    assertThat(busy.cpuNanos()).isGreaterThan(20_000_000);
    assertThat(idle.cpuNanos()).isLessThan(busy.cpuNanos());
    assertThat(idle.wallNanos()).isGreaterThanOrEqualTo(200_000_000);
  }

  @Test
  void aFailureNamesTheCommandAndItsLastWords() throws Exception {
    Command command = Command.of("sh", "-c", "echo first >&2; echo last >&2; exit 7");
    Command.Ended ended = command.run(LIMIT);
    assertThatThrownBy(() -> ended.orFail(command))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("exit code 7", "sh -c", "last");
  }

  @Test
  void whatDoesNotEndInTimeIsKilled() {
    Command command = Command.of("sleep", "100");
    assertThatThrownBy(() -> command.watch(Duration.ofMillis(200)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("had not ended");
  }
}
