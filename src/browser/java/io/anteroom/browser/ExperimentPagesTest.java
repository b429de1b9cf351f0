package io.anteroom.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.report.ComparisonFacts;
import io.anteroom.report.DiffFacts;
import io.anteroom.report.PlanFacts;
import io.anteroom.report.SweepFacts;
import io.anteroom.report.SweepOrigin;
import io.anteroom.report.html.PageShell;
import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Metrics;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.study.compare.SampleComparisons;
import io.anteroom.study.diff.RunDiff;
import io.anteroom.study.plan.Plan;
import io.anteroom.study.sweep.SampleSweeps;
import io.anteroom.teach.LessonFacts;
import io.anteroom.teach.LessonResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The pages of comparisons, sweeps and plans. */
class ExperimentPagesTest {
  /** A page is ready within so many times what it takes to draw ten thousand fields. */
  private static final double MOST_TIMES = 20;

  /** The texts of a chart that are cut at its edge, or lie on another one. */
  private static final String TEXTS_OUT_OF_PLACE =
      """
      const chart = document.getElementById(arguments[0]).querySelector('svg');
      const all = chart.getBoundingClientRect();
      const texts = [...chart.querySelectorAll('text')].filter((each) => each.textContent.trim());
      const places = texts.map((each) => each.getBoundingClientRect());
      const apart = (one, other) => one.right <= other.left + 1 || other.right <= one.left + 1
        || one.bottom <= other.top + 3 || other.bottom <= one.top + 3;
      return texts.filter((text, index) => places[index].left < all.left - 1
          || places[index].right > all.right + 1
          || places.some((other, at) => at !== index && !apart(places[index], other)))
        .map((text) => text.textContent).join('; ');
      """;

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

  private PageShell comparison(String name) throws IOException {
    return new PageShell(
        ComparisonFacts.page(
            SampleComparisons.three(name),
            folder,
            new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2),
            null));
  }

  private static PageShell sweep() {
    return new PageShell(
        SweepFacts.page(
            SampleSweeps.real(),
            SampleSweeps.records(),
            Metrics.find("wait.p99").orElseThrow(),
            SweepOrigin.UNKNOWN));
  }

  private static PageShell plan() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PlanFacts.class.getResourceAsStream("plan-two-objectives.json"))) {
      return new PageShell(
          PlanFacts.page(
              Plan.JSON.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)), null));
    }
  }

  /** Each kind of page that needs no script, made by the commands. */
  static List<PageShell> still() throws IOException {
    List<PageShell> pages = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(
            ExperimentPagesTest.class.getResourceAsStream(
                "/io/anteroom/result/store/schema-1/diff-of-runs.json"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      pages.add(new PageShell(DiffFacts.page(RunDiff.JSON.read(text), "anteroom diff A B")));
    }
    try (InputStream in =
        Objects.requireNonNull(
            ExperimentPagesTest.class.getResourceAsStream(
                "/io/anteroom/result/store/schema-1/lesson.json"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      pages.add(
          new PageShell(
              LessonFacts.handout(
                  List.of(new LessonFacts.Told(LessonResult.JSON.read(text), "a guess")),
                  UnaryOperator.identity())));
    }
    return pages;
  }

  private void open(PageShell page) throws IOException {
    browser.open(page::write, folder);
  }

  @Test
  void openWithoutAnErrorAndWithoutTheNetwork() throws IOException {
    for (PageShell page : List.of(comparison("timed"), sweep(), plan())) {
      open(page);
      assertThat(browser.console()).isEmpty();
      assertThat(browser.script("return performance.getEntriesByType('resource').length"))
          .isEqualTo(0L);
    }
  }

  @Test
  void controlsWorkByClickAndByKeyboard() throws IOException {
    open(comparison("timed"));
    String waits = browser.drawn("intervals");
    browser.button("intervals-controls", "throughput").sendKeys(Keys.ENTER);
    browser.awaitDrawn("intervals", now -> !now.equals(waits));
    open(plan());
    String linear = browser.drawn("candidates");
    browser.button("candidates-controls", "logarithmic").click();
    browser.awaitDrawn("candidates", now -> !now.equals(linear));
    open(sweep());
    String map = browser.drawn("map");
    new Select(browser.driver.findElement(By.cssSelector("#map-controls select")))
        .selectByVisibleText("throughput");
    browser.awaitDrawn("map", now -> !now.equals(map));
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void cellsAreSortedByClickAndByKeyboardAndLeadToTheirFolders() throws IOException {
    open(sweep());
    browser.button("cells-table", "wait.p99").click();
    assertThat(figures()).startsWith(FigureText.duration(80e6 / 6));
    browser.button("cells-table", "wait.p99 ↑").sendKeys(Keys.ENTER);
    assertThat(figures()).startsWith(FigureText.duration(80e6));
    WebElement heading = browser.driver.findElement(By.cssSelector("#cells-table [aria-sort]"));
    assertThat(heading.getDomAttribute("aria-sort")).isEqualTo("descending");
    assertThat(browser.script("return document.activeElement.textContent")).isEqualTo("wait.p99 ↓");
    assertThat(
            browser
                .driver
                .findElement(By.cssSelector("#cells-table tbody a"))
                .getDomAttribute("href"))
        .isEqualTo("cells/0001-rooms-8/result/");
  }

  private static List<String> figures() {
    return browser
        .driver
        .findElements(By.cssSelector("#cells-table tbody td:not(.text):not(.note)"))
        .stream()
        .map(WebElement::getText)
        .filter(text -> text.endsWith("ms"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"</script><img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>"})
  void namesAreTextWhateverTheyContain(String name) throws IOException {
    open(comparison(name));
    assertThat(browser.driver.findElement(By.cssSelector(".said b")).getText()).isEqualTo(name);
    assertThat(browser.script("return document.images.length + document.scripts.length"))
        .isEqualTo(3L);
    assertThat(browser.drawn("intervals")).doesNotContain("<img").doesNotContain("<svg onload");
    assertThat(browser.console()).isEmpty();
  }

  /** Each name and figure is whole, and none lies on another. */
  @Test
  void longNamesAreReadableOnAPhone() throws IOException {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    sweep().write(page);
    String named =
        page.toString(StandardCharsets.UTF_8)
            .replace("\"21\"", "\"hyperexponential:20ms,cv=1.25\"")
            .replace("\"25\"", "\"hyperexponential:20ms,cv=1.5\"");
    browser.pretendToBeAPhone(390);
    try {
      browser.open(out -> out.write(named.getBytes(StandardCharsets.UTF_8)), folder);
      assertThat(browser.drawn("map")).contains("cv=1.25", "cv=1.5");
      assertThat(browser.script(TEXTS_OUT_OF_PLACE, "map-chart")).isEqualTo("");
      open(comparison("hyperexponential:20ms,cv=1.25"));
      assertThat(browser.script(TEXTS_OUT_OF_PLACE, "intervals-chart")).isEqualTo("");
    } finally {
      browser.pretendNoMore();
    }
  }

  @Test
  void tenThousandCellsAreThereSoon() throws IOException {
    PageShell large =
        new PageShell(
            SweepFacts.page(
                SampleSweeps.large(),
                SampleSweeps.manyRecords(),
                Metrics.find("wait.p99").orElseThrow(),
                SweepOrigin.UNKNOWN));
    Path page = Browser.written(large::write, folder);
    assertThat(browser.timeToBeReady(page)).isLessThan(MOST_TIMES);
    browser.button("cells-controls", "next").click();
    assertThat(browser.driver.findElement(By.id("cells-shown")).getText())
        .isEqualTo("101 to 200 of 10,000");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void areAccessibleInLightAndInDark(boolean dark) throws IOException {
    try (Browser other = new Browser(dark, 1100)) {
      List<PageShell> pages = new ArrayList<>(List.of(comparison("timed"), sweep(), plan()));
      pages.addAll(still());
      for (PageShell page : pages) {
        other.open(page::write, folder);
        assertThat(other.graveViolations()).isEmpty();
      }
    }
  }
}
