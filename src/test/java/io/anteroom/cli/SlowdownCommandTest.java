package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A slowdown as a user sees it. */
final class SlowdownCommandTest {
  private static final String[] PLAN = {
    "plan",
    "--arrivals=poisson:100/s",
    "--hold=exponential:20ms",
    "--slo=wait.p90 < 50ms",
    "--replications=20",
    "--slowdown=at=2s,for=2s,factor=5"
  };

  @TempDir private Path folder;

  /**
   * One a second for half a second. The third enters at 2s and does its 500ms at a fourth of the
   * speed, until 4s; so the fourth waits 1s and the fifth 500ms: 1.5s for six.
   */
  @Test
  void theWaitsAreThoseOfPencilAndPaper() {
    CommandLineRun run =
        CommandLineRun.of(
            "simulate",
            "--arrivals=constant:1/s",
            "--hold=fixed:500ms",
            "--mode=semaphore-fair",
            "--visits=6",
            "--replications=2",
            "--slowdown=at=2s,for=2s,factor=4",
            "--out=" + folder);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("slowdown at=2s,for=2s,factor=4")
        .containsPattern("wait +250ms .*1\\.00s\n")
        .containsPattern("hold +750ms .*2\\.00s\n");
  }

  @Test
  void aPlanNeedsToKnowHowLongTheRunLasts() {
    CommandLineRun.of(PLAN).assertRefused();
    assertThat(CommandLineRun.of(PLAN).err()).contains("add duration, such as 60s");
    List<String> bounded = new ArrayList<>(List.of(PLAN));
    bounded.add("--duration=10s");
    CommandLineRun run = CommandLineRun.of(bounded.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isIn(ExitCode.DONE, ExitCode.EXPECTATION_NOT_MET);
    assertThat(run.out()).contains("has no formula for it");
  }

  @Test
  void scenariosOfSeveralPoolsRefuseItInOneLine() throws Exception {
    Path file = folder.resolve("shop.yaml");
    Files.writeString(
        file, "pools: {a: {rooms: 1}}\njourney: [{in: a, do: [{hold: fixed:5ms}]}]\nvisits: 5\n");
    assertThat(CommandLineRun.of("scenario", file.toString()).code()).isEqualTo(ExitCode.DONE);
    CommandLineRun run =
        CommandLineRun.of("scenario", file.toString(), "--slowdown", "at=1s,for=1s,factor=2");
    run.assertRefused();
    assertThat(run.err()).contains("it is for scenarios of one pool");
  }
}
