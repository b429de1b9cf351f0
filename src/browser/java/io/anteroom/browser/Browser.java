package io.anteroom.browser;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium without a window, found by the PATH. Confined to one thread. */
final class Browser implements AutoCloseable {
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome");

  private static final int FIELDS = 10_000;
  private static final int ATTEMPTS = 3;

  /** Draws so many fields, and returns how long that took, in milliseconds. */
  private static final String YARDSTICK =
      """
      const began = performance.now();
      const made = (name) => document.createElementNS('http://www.w3.org/2000/svg', name);
      const drawing = made('svg');
      for (let index = 0; index < arguments[0]; index++) {
        const field = made('rect');
        field.setAttribute('x', String(index % 100));
        field.setAttribute('y', String(index / 100));
        field.setAttribute('fill', '#' + String(100000 + index));
        drawing.append(field);
      }
      document.body.append(drawing);
      drawing.getBoundingClientRect();
      return performance.now() - began;
      """;

  final ChromeDriver driver;

  Browser(boolean dark, int width) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(onPath(BROWSERS));
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--force-prefers-reduced-motion",
        "--window-size=" + width + ",1000",
        "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1));
    LoggingPreferences logging = new LoggingPreferences();
    logging.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logging);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(onPath(List.of("chromedriver")))
            .build();
    driver = new ChromeDriver(service, options);
  }

  private static File onPath(List<String> names) {
    return names.stream()
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                    .map(folder -> new File(folder, name)))
        .filter(File::canExecute)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("none of " + names + " is on the PATH"));
  }

  /** A page that can be written. */
  interface Page {
    void write(OutputStream out) throws IOException;
  }

  /** The page as a file in that folder, in place of what was there. */
  static Path written(Page page, Path folder) throws IOException {
    Path file = folder.resolve("report.html");
    try (OutputStream out = Files.newOutputStream(file)) {
      page.write(out);
    }
    return file;
  }

  /** Opens a page from a file in that folder; what the console has said before is forgotten. */
  void open(Page page, Path folder) throws IOException {
    console();
    open(written(page, folder));
  }

  /**
   * How long a page takes until its scripts have drawn, in times of drawing {@value #FIELDS} fields
   * by hand: the least of a few of either, by turns in this browser. So it depends on the page, not
   * on the machine.
   */
  double timeToBeReady(Path page) {
    double ready = Double.MAX_VALUE;
    double yardstick = Double.MAX_VALUE;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      driver.get("about:blank");
      yardstick = Math.min(yardstick, millis(YARDSTICK, FIELDS));
      open(page);
      ready =
          Math.min(ready, millis("return Number(document.documentElement.dataset.readyMillis)"));
    }
    return ready / yardstick;
  }

  private double millis(String text, Object... arguments) {
    return ((Number) Objects.requireNonNull(script(text, arguments))).doubleValue();
  }

  /** Shows pages as a phone of that width, in pixels, does; from the next one on. */
  void pretendToBeAPhone(int width) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 740, "deviceScaleFactor", 1, "mobile", true));
  }

  /** Shows pages as a window does again. */
  void pretendNoMore() {
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  /** The button of that text within the element of that id. */
  WebElement button(String within, String text) {
    return driver.findElement(By.id(within)).findElements(By.tagName("button")).stream()
        .filter(each -> each.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  /** What the present page has that bars people out. */
  List<Rule> graveViolations() {
    return new AxeBuilder()
        .analyze(driver).getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .toList();
  }

  /** Opens a file and waits until its scripts have drawn. */
  void open(Path page) {
    driver.get(page.toUri().toString());
    new WebDriverWait(driver, Duration.ofSeconds(20))
        .until(
            opened ->
                Boolean.TRUE.equals(
                    script(
                        "return document.readyState === 'complete'"
                            + " && (!document.getElementById('data')"
                            + " || !!document.documentElement.dataset.readyMillis)")));
  }

  /** What a script returns; null: nothing. */
  @Nullable Object script(String text, Object... arguments) {
    return ((JavascriptExecutor) driver).executeScript(text, arguments);
  }

  /** What a chart has drawn. */
  String drawn(String chart) {
    return String.valueOf(
        script("return document.getElementById(arguments[0]).innerHTML", chart + "-chart"));
  }

  /** Waits until a chart has drawn something like that: it draws when the browser lets it. */
  void awaitDrawn(String chart, Predicate<String> like) {
    new WebDriverWait(driver, Duration.ofSeconds(10)).until(opened -> like.test(drawn(chart)));
  }

  /** All that the console has said since the last call. */
  List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
