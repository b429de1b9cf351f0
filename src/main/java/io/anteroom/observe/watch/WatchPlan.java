package io.anteroom.observe.watch;

import io.anteroom.measure.flight.FlightSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is to be watched, and with which flight settings.
 *
 * @param settings as far as this JDK knows them: it reads the stream
 * @param configuration the whole text of the settings, for the target's JDK to read
 * @param dumps when all threads are dumped
 */
public record WatchPlan(long pid, FlightSettings settings, String configuration, DumpChoice dumps) {
  /**
   * With the shipped settings of that name, or those of a {@code .jfc} file.
   *
   * @throws io.anteroom.measure.flight.InvalidFlightSettingsException if they are not allowed
   * @throws WatchException if they record nothing
   */
  public static WatchPlan of(long pid, String nameOrFile, DumpChoice dumps) throws WatchException {
    FlightSettings settings = FlightSettings.of(nameOrFile);
    if (settings.isOff()) {
      throw WatchException.user(
          "--jfr %s records nothing; to watch, use pinning, contention or full"
              .formatted(nameOrFile));
    }
    return new WatchPlan(pid, settings, text(nameOrFile), dumps);
  }

  private static String text(String nameOrFile) throws WatchException {
    try {
      byte[] content =
          FlightSettings.SHIPPED.contains(nameOrFile)
              ? FlightSettings.shippedContent(nameOrFile)
              : Files.readAllBytes(Path.of(nameOrFile));
      return new String(content, StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw WatchException.user("%s: %s".formatted(nameOrFile, WatchException.reason(broken)));
    }
  }
}
