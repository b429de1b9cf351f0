package io.anteroom;

import io.anteroom.report.ReportTitle;
import io.anteroom.report.RunFiles;
import io.anteroom.report.Style;
import io.anteroom.report.TextReport;
import io.anteroom.result.LocalTime;
import io.anteroom.result.Run;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.metric.Unit;
import io.anteroom.result.store.ResultsFolder;
import io.anteroom.result.verdict.RunVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a run, real or simulated, showed. Immutable. */
public final class RunSummary {
  private final Run run;
  private final RunVerdict verdict;

  RunSummary(Run run) {
    this.run = run;
    this.verdict = RunVerdict.of(run);
  }

  /**
   * Whether the run was sound and all was met that its scenario expects: the command's exit code
   * would be 0.
   */
  public boolean met() {
    return !verdict.kind().fails();
  }

  /** What is to be said of the run as a whole, such as {@code objective met: wait.p99 < 50ms}. */
  public String verdict() {
    return verdict.headline();
  }

  /**
   * This summary, if the run {@linkplain #met met} all; for tests.
   *
   * @throws AssertionError if it did not; the message is the verdict and the text
   */
  public RunSummary requireMet() {
    if (!met()) {
      throw new AssertionError(verdict() + "\n\n" + text());
    }
    return this;
  }

  /**
   * The value of a metric: a duration in nanoseconds, a share from 0 to 1, a rate a second, or a
   * number. {@code anteroom metrics} lists them; any percentile is one, such as {@code wait.p99.9}.
   *
   * @return empty where the run can't tell, such as a percentile of too few visits
   * @throws IllegalArgumentException if there is no such metric
   */
  public OptionalDouble metric(String name) {
    return Metrics.named(name).measure(run);
  }

  /**
   * The value of a metric that is a duration, such as {@code wait.p99}.
   *
   * @return empty where the run can't tell
   * @throws IllegalArgumentException if there is no such metric, or it is not a duration
   */
  public Optional<Duration> duration(String name) {
    Metric metric = Metrics.named(name);
    if (metric.unit() != Unit.DURATION) {
      throw new IllegalArgumentException(
          name + " is " + metric.unit().description() + ", not a duration; call metric");
    }
    OptionalDouble nanos = metric.measure(run);
    return nanos.isPresent()
        ? Optional.of(Duration.ofNanos(Math.round(nanos.getAsDouble())))
        : Optional.empty();
  }

  /** The summary that the command prints: 80 columns, no colours. */
  public String text() {
    return new TextReport(Style.PLAIN).text(run);
  }

  /**
   * Writes a results folder, with {@code result.json}, the histograms and {@code report.html}.
   *
   * @param results the folder of all results; made if missing
   * @return the new folder in it
   * @throws IOException if it can't be written
   */
  public Path save(Path results) throws IOException {
    return ResultsFolder.write(
        results, ReportTitle.folder(run.scenario()), LocalTime.clock(), new RunFiles(run, true));
  }

  /** The {@linkplain #verdict verdict}. */
  @Override
  public String toString() {
    return verdict();
  }
}
