package io.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.Golden;
import io.anteroom.result.metric.Metrics;
import io.anteroom.study.sweep.SampleSweeps;
import io.anteroom.study.sweep.SweepFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SweepReportTest {
  private static final SweepFolder FOLDER = new SweepFolder(Path.of("results", "sweep"));

  private static String text(Style style, int cells) {
    return SweepFacts.text(
        SampleSweeps.real(),
        SampleSweeps.records().subList(0, cells),
        Metrics.find("wait.p99").orElseThrow(),
        FOLDER,
        style);
  }

  @Test
  void looksAsItDoes() throws IOException {
    Golden.check("study/sweep/report.txt", text(Style.PLAIN, 6));
    Golden.check("study/sweep/report-ascii.txt", text(new Style(false, false), 6));
  }

  @Test
  void aSweepThatEndedEarlySaysHowToGoOn() {
    assertThat(text(Style.PLAIN, 2))
        .contains("? 4 have not run", "anteroom sweep --resume " + FOLDER.path());
    assertThat(text(Style.PLAIN, 0)).contains("? 6 have not run").doesNotContain("lowest");
    assertThat(text(Style.PLAIN, 6)).doesNotContain("--resume", "have not run");
  }

  @Test
  void shadesGrowWithTheFigures() {
    Shades shades = new Shades(1, 10, 100_000);
    assertThat(shades.of(1)).isEqualTo("  ");
    assertThat(shades.of(99)).isEqualTo("░░");
    assertThat(shades.of(100_000)).isEqualTo("██");
    assertThat(new Shades(5, 5).of(5)).isEqualTo("  ");
    assertThat(new Shades(0, 10).of(5)).isEqualTo("▒▒");
    assertThat(new Shades(1, 100_000).from(1)).isCloseTo(10, within(1e-9));
  }
}
