package io.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.result.CarriersHeld;
import io.anteroom.result.Run;
import io.anteroom.result.SampleRuns;
import io.anteroom.result.store.ResultsFolder;
import io.anteroom.result.store.StoredRun;
import io.anteroom.scenario.ScenarioParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
  private static final Pattern INLINED = Pattern.compile("(?s)<(script|style)>(.*?)</\\1>");

  @TempDir private Path folder;

  private static String page(Run run) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new HtmlReport().write(run, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void isTheSameFromAStoredFolder() throws IOException {
    for (Run run :
        List.of(SampleRuns.completed(), SampleRuns.abandonments(), SampleRuns.million())) {
      ResultsFolder results = ResultsFolder.prepare(folder, "run", Clock.systemUTC());
      Path stored = results.write(new RunFiles(run, true));
      Run again =
          StoredRun.read(
              stored, new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2));
      assertThat(stored.resolve("report.html")).hasContent(page(again));
      assertThat(again.histograms().lateness).isEqualTo(run.histograms().lateness);
      assertThat(again.histograms().canary).isEqualTo(run.histograms().canary);
    }
  }

  @Test
  void allowsJustItsOwnScriptsAndStyles() throws IOException, NoSuchAlgorithmException {
    String page = page(SampleRuns.completed());
    int start = page.indexOf("default-src");
    String policy =
        page.substring(start, page.indexOf('>', start))
            .replace("&#x27;", "'")
            .replace("&#x3D;", "=");
    assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe");
    Matcher inlined = INLINED.matcher(page);
    int count = 0;
    while (inlined.find()) {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(inlined.group(2).getBytes(StandardCharsets.UTF_8));
      String hash = Base64.getEncoder().encodeToString(digest);
      assertThat(policy).contains("'sha256-" + hash + "'");
      count++;
    }
    assertThat(count).isEqualTo(3);
  }

  @Test
  void escapesNames() throws IOException {
    String page = page(SampleRuns.named("</script><img src=x onerror=alert(1)>"));
    assertThat(page)
        .doesNotContain("<img src=x")
        .contains("&lt;img src&#x3D;x")
        .contains("\\u003cimg");
  }

  @Test
  void isSmallWithAMillionVisits() throws IOException {
    assertThat(page(SampleRuns.million()).length()).isLessThan(3_000_000);
  }

  @Test
  void leavesOutWhatThereIsNothingOf() throws IOException {
    String page = page(SampleRuns.withoutNumbers());
    assertThat(page).doesNotContain("id=\"heat\"").doesNotContain("id=\"timeline\"");
    assertThat(page).contains("id=\"percentiles\"").doesNotContain("id=\"percentiles-chart\"");
  }

  @Test
  void drawsTheCarriersHeldThatTheResultHolds() throws IOException {
    CarriersHeld held =
        new CarriersHeld(
            2,
            2,
            1_000_000,
            List.of(
                new CarriersHeld.Moment(0, 1, 0.375),
                new CarriersHeld.Moment(1, 2, null),
                new CarriersHeld.Moment(2, 3.5, 2.0)));
    Run run =
        SampleRuns.changed(
            SampleRuns.completed(),
            "\"effectiveRooms\": *2,",
            "\"effectiveRooms\":2,\"carriersHeld\":{\"carriers\":2,\"atEnd\":2,"
                + "\"shortestNanos\":1000000,\"moments\":["
                + "{\"startSeconds\":0,\"endSeconds\":1,\"held\":0.375},"
                + "{\"startSeconds\":1,\"endSeconds\":2},"
                + "{\"startSeconds\":2,\"endSeconds\":3.5,\"held\":2}]},");
    ResultsFolder results = ResultsFolder.prepare(folder, "run", Clock.systemUTC());
    Path stored = results.write(new RunFiles(run, true));
    Run again =
        StoredRun.read(
            stored, new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2));

    assertThat(again.result().pinning().carriersHeld()).isEqualTo(held);
    assertThat(page(again))
        .contains("id=\"carriers-held-chart\"")
        .contains(
            "\"lane\":{\"carriers\":2,\"parts\":["
                + "{\"startSeconds\":0.0,\"endSeconds\":1.0,\"value\":0.375},"
                + "{\"startSeconds\":1.0,\"endSeconds\":2.0,\"value\":null},"
                + "{\"startSeconds\":2.0,\"endSeconds\":3.5,\"value\":2.0}]}")
        .contains("2 of 2 carriers held");
    assertThat(page(SampleRuns.completed())).doesNotContain("id=\"carriers-held\"");
  }
}
