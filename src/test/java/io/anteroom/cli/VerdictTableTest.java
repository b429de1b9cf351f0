package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.report.CsvReport;
import io.anteroom.report.HtmlReport;
import io.anteroom.report.JUnitReport;
import io.anteroom.report.JsonReport;
import io.anteroom.report.MarkdownReport;
import io.anteroom.report.ReportFormat;
import io.anteroom.report.RunFiles;
import io.anteroom.report.Style;
import io.anteroom.report.SvgReport;
import io.anteroom.report.TextReport;
import io.anteroom.result.Run;
import io.anteroom.result.store.ResultsFolder;
import io.anteroom.result.store.StoredRun;
import io.anteroom.result.verdict.JudgedRuns;
import io.anteroom.result.verdict.Rating;
import io.anteroom.result.verdict.RunVerdict;
import io.anteroom.result.verdict.VerdictKind;
import io.anteroom.scenario.ScenarioParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One verdict: no format says more good of a run than another, and the exit code agrees. */
class VerdictTableTest {
  private static final String BLUE = "\u001b[38;5;33m";
  private static final String ORANGE = "\u001b[38;5;208m";
  private static final String BOLD = "\u001b[1m";

  /** What is to be seen of a kind of verdict. */
  private record Row(Rating rating, int exitCode, String junit, String headline) {
    String sign() {
      return switch (rating) {
        case GOOD -> "✓";
        case BAD -> "✗";
        case UNCLEAR -> "?";
      };
    }

    String colour() {
      return switch (rating) {
        case GOOD -> BLUE;
        case BAD -> ORANGE;
        case UNCLEAR -> BOLD;
      };
    }
  }

  private static Row row(VerdictKind kind) {
    return switch (kind) {
      case INVALID ->
          new Row(
              Rating.BAD,
              6,
              "failure",
              "invalid: check counts failed: visits were lost or recorded twice");
      case STUCK -> new Row(Rating.BAD, 5, "failure", "stuck: nothing moved for 10.0 s");
      case SERVER_LOST ->
          new Row(
              Rating.BAD,
              6,
              "failure",
              "server lost: nobody could reach the database for 5.0 s: Connection to"
                  + " 127.0.0.1:5432 refused");
      case INTERRUPTED ->
          new Row(
              Rating.UNCLEAR,
              130,
              "failure",
              "interrupted: stopped on request after 3.2 s; the figures are about what had"
                  + " happened by then");
      case SATURATED ->
          new Row(
              Rating.BAD,
              6,
              "failure",
              "saturated: persons arrived at 500.0/s and so kept 10.0 rooms busy on average;"
                  + " there are 8");
      case OBJECTIVE_MISSED ->
          new Row(Rating.BAD, 3, "failure", "objective missed: wait.p99 < 1ms, it was ");
      case OBJECTIVE_NOT_JUDGED ->
          new Row(
              Rating.UNCLEAR,
              3,
              "failure",
              "objective not judged: abandonedWait.p50 < 1ms, the run has no data for it");
      case CARRIERS_HELD ->
          new Row(
              Rating.UNCLEAR,
              0,
              "skipped",
              "carriers held: persons held their carriers for 96.8% of the carriers' time");
      case MACHINE_TOO_NOISY ->
          new Row(
              Rating.UNCLEAR,
              0,
              "skipped",
              "machine too noisy: an unrelated thread was 60.0ms late at p99, more than half of"
                  + " the wait's p99 of ");
      case THEORY_DISAGREES ->
          new Row(
              Rating.UNCLEAR,
              0,
              "skipped",
              "theory disagrees: utilisation is 40% measured, and exactly 75% by theory (M/M/8,"
                  + " Erlang C)");
      case TOO_FEW_VISITS ->
          new Row(
              Rating.UNCLEAR,
              0,
              "skipped",
              "too few visits: 15 visits had a room, and it takes 20 to know even the median");
      case PRECISION_NOT_MET ->
          new Row(
              Rating.UNCLEAR,
              0,
              "skipped",
              "precision not met: wait.p99 +-0.01%, +-0.69% after 10,000 replications");
      case OBJECTIVE_MET -> new Row(Rating.GOOD, 0, "", "objective met: wait.p99 < 500ms, it was ");
      case COMPLETED -> new Row(Rating.GOOD, 0, "", "completed");
    };
  }

  @TempDir private Path folder;

  private static String written(ReportFormat format, Run run) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    format.write(run, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource(VerdictKind.class)
  void everyFormatSaysTheSame(VerdictKind kind) throws IOException {
    Run run = JudgedRuns.of(kind);
    Row row = row(kind);
    RunVerdict verdict = RunVerdict.of(run);
    String headline = verdict.headline();
    assertThat(verdict.kind()).isEqualTo(kind);
    assertThat(headline).startsWith(row.headline);
    assertThat(kind.rating()).isEqualTo(row.rating);
    assertThat(ExitCode.of(kind)).isEqualTo(row.exitCode);
    assertThat(kind.fails()).isEqualTo(row.exitCode != ExitCode.DONE);

    String text = written(new TextReport(Style.PLAIN), run);
    assertThat(firstLine(text)).startsWith(row.sign() + " ");
    assertThat(joined(text)).contains(row.sign() + " " + headline);
    assertThat(firstLine(written(new TextReport(new Style(true, true)), run)))
        .startsWith(row.colour() + row.sign());

    String page = written(new HtmlReport(), run);
    assertThat(page)
        .contains("<title>" + row.sign() + " judged")
        .contains("<div class=\"verdict " + row.rating.word() + "\">")
        .contains(
            "aria-hidden=\"true\">"
                + row.sign()
                + "</span> <strong id=\"outcome\">"
                + headline.replace("<", "&lt;").replace("'", "&#x27;"));

    assertThat(written(new MarkdownReport(), run).replace("\\", ""))
        .contains("**" + row.sign() + " " + headline + "**");

    String svg = written(new SvgReport(), run);
    assertThat(svg)
        .contains(
            "<text class=\"verdict "
                + row.rating.word()
                + "\" x=\"24\" y=\"62\">"
                + inXml(row.sign()));

    assertThat(written(new JsonReport(), run))
        .contains("\"kind\": \"" + kind.word() + "\"")
        .contains("\"standing\": \"" + row.rating.word() + "\"")
        .contains("\"sentence\": \"" + headline);
    assertThat(written(new CsvReport(), run)).contains("\nverdict,kind," + kind.word() + ",,,\n");

    String outcome = outcomeCase(written(new JUnitReport(), run));
    assertThat(outcome.contains("<failure")).isEqualTo(row.junit.equals("failure"));
    assertThat(outcome.contains("<skipped")).isEqualTo(row.junit.equals("skipped"));
  }

  /** Only what is good has a tick, a blue colour or a test that passed. */
  @ParameterizedTest
  @EnumSource(VerdictKind.class)
  void onlyWhatIsGoodLooksGood(VerdictKind kind) {
    Row row = row(kind);
    assertThat(row.rating == Rating.GOOD).isEqualTo(row.junit.isEmpty());
    if (row.rating == Rating.GOOD) {
      assertThat(row.exitCode).isZero();
    }
    if (row.rating == Rating.BAD) {
      assertThat(row.exitCode).isNotZero();
    }
  }

  @ParameterizedTest
  @EnumSource(VerdictKind.class)
  void isTheSameFromAStoredFolder(VerdictKind kind) throws IOException {
    Run run = JudgedRuns.of(kind);
    ResultsFolder results = ResultsFolder.prepare(folder, "run", Clock.systemUTC());
    Path stored = results.write(new RunFiles(run, false));
    Run again =
        StoredRun.read(
            stored, new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2));
    assertThat(RunVerdict.of(again).toRecord()).isEqualTo(RunVerdict.of(run).toRecord());
    assertThat(stored.resolve("result.json")).content().contains(RunVerdict.of(run).kind().word());
  }

  private static String firstLine(String text) {
    return text.lines().skip(4).findFirst().orElse("");
  }

  /** A text whose lines are one. */
  private static String joined(String text) {
    return text.replaceAll("\\n +", " ");
  }

  /** As pictures have it, which are ASCII. */
  private static String inXml(String sign) {
    int character = sign.codePointAt(0);
    return character < 128 ? sign : "&#" + character + ";";
  }

  private static String outcomeCase(String xml) {
    int start = xml.indexOf("<testcase name=\"outcome\"");
    return xml.substring(start, xml.indexOf("</testcase>", start));
  }
}
