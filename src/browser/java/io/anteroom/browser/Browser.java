package io.anteroom.browser;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.JavascriptExecutor;
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

  /** Opens a file and waits until its scripts have drawn. */
  void open(Path page) {
    driver.get(page.toUri().toString());
    new WebDriverWait(driver, Duration.ofSeconds(20))
        .until(opened -> script("return document.documentElement.dataset.readyMillis") != null);
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
