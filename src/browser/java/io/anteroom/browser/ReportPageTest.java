package io.anteroom.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.measure.Timelines;
import io.anteroom.measure.VisitOutcome;
import io.anteroom.measure.VisitRecord;
import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.report.HtmlReport;
import io.anteroom.report.JsonReport;
import io.anteroom.result.FigureText;
import io.anteroom.result.Latency;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.SampleRuns;
import io.anteroom.result.store.StoredRun;
import io.anteroom.result.verdict.RunVerdict;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import io.anteroom.study.replication.Replications;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

class ReportPageTest {
  private static final long MOST_BYTES = 3_000_000;

  /** A page is ready within so many times what it takes to draw ten thousand fields. */
  private static final double MOST_TIMES = 20;

  private static Browser browser;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    browser = new Browser(false, 1100);
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  private static Browser.Page page(Run run) {
    return out -> new HtmlReport().write(run, out);
  }

  private void open(Run run) throws IOException {
    browser.open(page(run), folder);
  }

  private static WebElement button(String controls, String text) {
    return browser.button(controls + "-controls", text);
  }

  private static String text(String id) {
    return browser.driver.findElement(By.id(id)).getText();
  }

  @Test
  void opensFromAFileWithoutAnErrorAndWithoutTheNetwork() throws IOException {
    for (Run run :
        List.of(
            SampleRuns.completed(),
            SampleRuns.abandonments(),
            SampleRuns.stuck(),
            SampleRuns.saturated(),
            SampleRuns.withoutNumbers())) {
      open(run);
      assertThat(browser.console()).isEmpty();
      assertThat(browser.script("return performance.getEntriesByType('resource').length"))
          .isEqualTo(0L);
    }
  }

  @Test
  void itsPolicyLetsNoOtherScriptRun() throws IOException {
    open(SampleRuns.completed());
    browser.script(
        "const made = document.createElement('script');"
            + "made.textContent = 'document.title = \"foreign\"';"
            + "document.body.append(made);");
    assertThat(browser.driver.getTitle()).isEqualTo("? at-once · Anteroom");
    assertThat(browser.console()).anyMatch(line -> line.contains("Content Security Policy"));
  }

  @Test
  void figuresAreThoseOfTheResult() throws IOException {
    Run run = SampleRuns.million();
    RunResult result = StoredRun.RESULT.read(StoredRun.RESULT.write(run.result()));
    open(run);
    assertThat(text("tile-wait-p99")).isEqualTo(FigureText.duration(result.waits().p99Nanos()));
    assertThat(text("tile-wait-p50")).isEqualTo(FigureText.duration(result.waits().p50Nanos()));
    assertThat(text("tile-throughput")).isEqualTo(FigureText.rate(result.throughputPerSecond()));
    assertThat(text("tile-utilisation")).isEqualTo(FigureText.share(result.utilisation()));
    assertThat(text("outcome")).isEqualTo(RunVerdict.of(run).headline());
    WebElement waits =
        browser.driver.findElement(By.cssSelector("#percentiles table tbody tr:first-child"));
    assertThat(waits.getText()).isEqualTo(row("wait", result.waits()));
  }

  /** Paper is narrower than most windows, and a browser prints what is drawn already. */
  @Test
  void onPaperEachChartIsThereAsAWhole() throws IOException {
    open(SampleRuns.completed());
    browser.driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    try {
      browser.script("document.body.style.width = '700px'");
      assertThat(
              browser.script(
                  """
                  return Array.from(document.querySelectorAll('.chart svg'), (svg) => {
                    const box = svg.getBoundingClientRect();
                    const all = svg.viewBox.baseVal;
                    const frame = svg.closest('.chart').getBoundingClientRect();
                    return all && box.width <= 700 && box.bottom <= frame.bottom + 1
                      && Math.abs(box.width * all.height - box.height * all.width) < all.width;
                  });
                  """))
          .asInstanceOf(InstanceOfAssertFactories.LIST)
          .hasSizeGreaterThan(1)
          .containsOnly(true);
    } finally {
      browser.driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    }
  }

  @Test
  void scriptsPrintDurationsAsTheRestDoes() throws IOException {
    Run run = SampleRuns.completed();
    open(run);
    assertThat(
            StreamSupport.stream(run.histograms().wait.percentiles(5).spliterator(), false)
                .map(value -> "wait " + FigureText.duration(value.getValueIteratedTo())))
        .contains(tip().get(1));
  }

  /** What the chart of percentiles says at its middle, line by line. */
  private static List<String> tip() {
    WebElement chart = browser.driver.findElement(By.id("percentiles-chart"));
    browser.script("arguments[0].scrollIntoView({block: 'center'})", chart);
    new Actions(browser.driver).moveToElement(chart).perform();
    return browser
        .driver
        .findElement(By.cssSelector("#percentiles-chart .tip"))
        .getText()
        .lines()
        .toList();
  }

  @Test
  void controlsWorkByClickAndByKeyboard() throws IOException {
    open(SampleRuns.million());
    String before = browser.drawn("percentiles");
    WebElement hold = button("percentiles", "hold");
    hold.click();
    assertThat(hold.getDomAttribute("aria-pressed")).isEqualTo("false");
    browser.awaitDrawn(
        "percentiles", now -> !now.equals(before) && !now.contains("stroke=\"var(--hold)\""));
    hold.sendKeys(Keys.SPACE);
    assertThat(hold.getDomAttribute("aria-pressed")).isEqualTo("true");
    browser.awaitDrawn(
        "percentiles", now -> now.contains("stroke=\"var(--hold)\"") && now.contains(">90%<"));
    button("percentiles", "from 99%").sendKeys(Keys.ENTER);
    browser.awaitDrawn("percentiles", now -> !now.contains(">90%<") && now.contains(">99.9%<"));
    button("percentiles", "logarithmic").sendKeys(Keys.ENTER);
    assertThat(button("percentiles", "linear").getDomAttribute("aria-pressed")).isEqualTo("false");
    String series = browser.drawn("series");
    button("series", "throughput").click();
    browser.awaitDrawn("series", now -> !now.equals(series));
    WebElement table = browser.driver.findElement(By.cssSelector("#percentiles details > summary"));
    table.sendKeys(Keys.ENTER);
    assertThat(
            browser.driver.findElement(By.cssSelector("#percentiles details table")).isDisplayed())
        .isTrue();
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void theWaitIsLookedAtCorrectedOrUncorrected() throws IOException {
    Run run = SampleRuns.abandonments();
    RunResult result = StoredRun.RESULT.read(StoredRun.RESULT.write(run.result()));
    Latency uncorrected = Objects.requireNonNull(result.uncorrectedWait());
    open(run);
    assertThat(shownRows()).contains(row("wait", result.waits()));
    assertThat(shownRows()).noneMatch(row -> row.startsWith("wait, uncorrected"));
    String caption =
        browser.driver.findElement(By.cssSelector("#percentiles figcaption")).getText();
    assertThat(caption)
        .contains("percentile is " + FigureText.duration(result.waits().p99Nanos()))
        .contains("it is " + FigureText.duration(uncorrected.p99Nanos()));
    assertThat(waitIsDashed(browser.drawn("percentiles"))).isFalse();

    button("percentiles", "uncorrected").sendKeys(Keys.ENTER);
    assertThat(pressed()).containsExactly("uncorrected");
    browser.awaitDrawn("percentiles", ReportPageTest::waitIsDashed);
    assertThat(shownRows())
        .contains(row("wait, uncorrected", uncorrected))
        .doesNotContain(row("wait", result.waits()));
    assertThat(tip())
        .anyMatch(line -> line.matches("wait, uncorrected [0-9.]+(ns|µs|ms|s)"))
        .noneMatch(line -> line.matches("wait [0-9.]+.*"));

    button("percentiles", "corrected").click();
    assertThat(pressed()).containsExactly("corrected");
    browser.awaitDrawn("percentiles", now -> !waitIsDashed(now));
    assertThat(shownRows()).contains(row("wait", result.waits()));
    assertThat(browser.console()).isEmpty();
  }

  private static boolean waitIsDashed(String drawn) {
    return Pattern.compile("<path[^>]*>")
        .matcher(drawn)
        .results()
        .map(MatchResult::group)
        .filter(path -> path.contains("stroke=\"var(--wait)\" stroke-width=\"3\""))
        .anyMatch(path -> path.contains("stroke-dasharray"));
  }

  private static List<String> pressed() {
    return browser
        .driver
        .findElements(By.cssSelector("#percentiles-controls [aria-label=Wait] [aria-pressed=true]"))
        .stream()
        .map(WebElement::getText)
        .toList();
  }

  private static List<String> shownRows() {
    return browser.driver.findElements(By.cssSelector("#percentiles > .scroll tbody tr")).stream()
        .map(WebElement::getText)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static String row(String label, Latency latency) {
    List<String> cells = new ArrayList<>(List.of(label, FigureText.duration(latency.meanNanos())));
    for (double percent : new double[] {50, 90, 99, 99.9, 99.99}) {
      cells.add(figure(latency, percent));
    }
    if (latency.known(99.999)) {
      cells.add(figure(latency, 99.999));
    }
    cells.add(FigureText.duration(latency.maxNanos()));
    return String.join(" ", cells);
  }

  private static String figure(Latency latency, double percent) {
    Long nanos = latency.percentileNanos(percent);
    return nanos == null ? FigureText.NONE : FigureText.duration(nanos);
  }

  @Test
  void saysWhyThereIsNoUncorrectedWaitWhereThereIsNone() throws Exception {
    Map<Run, String> reasons =
        Map.of(
            simulated(), "in simulated time nobody is late",
            SampleRuns.withoutUncorrectedWait(SampleRuns.completed()), "before that wait was kept");
    for (Map.Entry<Run, String> reason : reasons.entrySet()) {
      open(reason.getKey());
      assertThat(browser.driver.findElement(By.cssSelector("#percentiles figcaption")).getText())
          .contains("no uncorrected curve", reason.getValue());
      assertThat(
              browser.driver.findElements(
                  By.cssSelector("#percentiles-controls [aria-label=Wait]")))
          .isEmpty();
      assertThat(shownRows()).noneMatch(row -> row.startsWith("wait, uncorrected"));
    }
  }

  private static Run simulated() throws InterruptedException {
    Settings settings =
        Settings.none()
            .with(ScenarioKey.CLOCK, "simulated", "test")
            .with(ScenarioKey.MODE, "semaphore-fair", "test")
            .with(ScenarioKey.ROOMS, "8", "test")
            .with(ScenarioKey.ARRIVALS, "poisson:300/s", "test")
            .with(ScenarioKey.VISITS, "2000", "test")
            .with(ScenarioKey.HOLD, "exponential:20ms", "test")
            .with(ScenarioKey.EXPECT, "wait.p99 < 50ms", "test");
    Scenario scenario =
        new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2).parse(settings);
    return new Replications(scenario, List.of(), null, 2).run();
  }

  @Test
  void roomsNameWhoIsInThemWhereThereIsSpace() throws IOException {
    Run run = SampleRuns.abandonments();
    List<VisitRecord> visits =
        List.of(visit(4711, 0, 900_000_000), visit(4712, 900_000_000, 903_000_000));
    open(
        new Run(run.scenario(), run.result(), run.histograms(), run.intervals(), visits, Map.of()));
    browser.awaitDrawn("timeline", now -> now.contains(">person 4712<") && !now.contains("4713"));
    button("timeline", "persons").click();
    browser.awaitDrawn(
        "timeline", now -> now.contains(">person 4712<") && now.contains(">person 4713<"));
  }

  @Test
  void aLineShowsTheObjectiveAndNamesStandAtTheEndsOfCurves() throws Exception {
    open(simulated());
    assertThat(browser.drawn("percentiles"))
        .contains(">wait.p99 &lt; 50ms<", "var(--objective)", ">response<", ">hold<");
  }

  private static VisitRecord visit(int person, long enteredNanos, long leftNanos) {
    return Timelines.visit(person, 0, 0, 0, enteredNanos, leftNanos, VisitOutcome.COMPLETED, 0);
  }

  @Test
  void offersTheRawDataAndTheCommand() throws IOException {
    Run run = SampleRuns.completed();
    open(run);
    assertThat(
            browser.script(
                "return JSON.parse(document.getElementById('data').textContent).downloads"
                    + ".find((file) => file.file === 'result.json').text"))
        .isEqualTo(JsonReport.text(run));
    assertThat(browser.driver.findElements(By.cssSelector(".downloads a")))
        .isNotEmpty()
        .allMatch(link -> String.valueOf(link.getDomProperty("href")).startsWith("blob:"));
    WebElement copy = browser.driver.findElement(By.cssSelector("[data-copy=command]"));
    copy.click();
    new WebDriverWait(browser.driver, Duration.ofSeconds(5))
        .until(opened -> !copy.getText().equals("Copy"));
    assertThat(copy.getText()).isIn("Copied", "Selected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</script><img src=x onerror=alert(1)>",
        "</title></style><script>alert(1)</script>",
        "\"><svg onload=alert(1)>",
        "<!--<script>"
      })
  void namesAreTextWhateverTheyContain(String name) throws IOException {
    open(SampleRuns.named(name));
    assertThat(browser.driver.findElement(By.tagName("h1")).getText()).isEqualTo(name);
    assertThat(text("outcome")).isEqualTo("stuck: " + name);
    assertThat(browser.driver.findElement(By.cssSelector(".cause code")).getText()).isEqualTo(name);
    assertThat(browser.script("return document.images.length + document.scripts.length"))
        .isEqualTo(3L);
    assertThat(browser.drawn("flame")).doesNotContain("<img").doesNotContain("<svg onload");
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void isSmallAndQuickWithAMillionVisits() throws IOException {
    Path page = Browser.written(page(SampleRuns.million()), folder);
    assertThat(Files.size(page)).isLessThan(MOST_BYTES);
    assertThat(browser.timeToBeReady(page)).isLessThan(MOST_TIMES);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void isAccessibleInLightAndInDark(boolean dark) throws IOException {
    try (Browser other = new Browser(dark, 1100)) {
      other.open(page(SampleRuns.million()), folder);
      assertThat(other.script("return matchMedia('(prefers-color-scheme: dark)').matches"))
          .isEqualTo(dark);
      assertThat(other.graveViolations()).isEmpty();
      other.open(page(SampleRuns.abandonments()), folder);
      other.script("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
      assertThat(other.graveViolations()).isEmpty();
    }
  }

  @Test
  void isNoWiderThanAPhone() throws IOException {
    open(SampleRuns.abandonments());
    browser.pretendToBeAPhone(360);
    try {
      browser.driver.navigate().refresh();
      assertThat(
              browser.script(
                  "return [...document.querySelectorAll('body *')].filter((each) =>"
                      + " !each.closest('.scroll, pre') &&"
                      + " each.getBoundingClientRect().right > 360).map((each) =>"
                      + " each.outerHTML.slice(0, 80)).join('; ')"))
          .isEqualTo("");
      assertThat(browser.script("return document.documentElement.scrollWidth")).isEqualTo(360L);
    } finally {
      browser.pretendNoMore();
    }
  }
}
