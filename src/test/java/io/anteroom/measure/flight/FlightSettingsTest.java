package io.anteroom.measure.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.JvmClaim;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlightSettingsTest {
  @SuppressWarnings("unused") // named by @FieldSource
  private static final Iterable<String> SHIPPED = FlightSettings.SHIPPED;

  @TempDir Path directory;

  @ParameterizedTest
  @FieldSource("SHIPPED")
  void everyShippedFileIsValidHere(String name) {
    Path file = shippedFile(name);
    FlightSettings settings = FlightSettings.read(file);
    assertThat(settings.settings()).isNotEmpty();
    assertThat(settings.isOff()).isEqualTo(name.equals("off"));
    assertThat(settings.missingOnThisJdk())
        .allMatch(missing -> missing.startsWith("jdk.JavaMonitor"));
    assertThat(file).hasBinaryContent(FlightSettings.shippedContent(name));
  }

  @ParameterizedTest
  @FieldSource("SHIPPED")
  void jcmdAcceptsEveryShippedFile(String name) throws Exception {
    String pid = Long.toString(ProcessHandle.current().pid());
    String recording = "anteroom-" + name;
    String started =
        Recorded.tool(
            directory,
            "jcmd",
            pid,
            "JFR.start",
            "name=" + recording,
            "settings=" + shippedFile(name).toAbsolutePath());
    try {
      assertThat(started).contains("Started recording").doesNotContain("WARNING");
    } finally {
      Recorded.tool(directory, "jcmd", pid, "JFR.stop", "name=" + recording);
    }
  }

  private static Path shippedFile(String name) {
    return Path.of(System.getProperty("anteroom.project"), "jfr-configs", name + ".jfc");
  }

  @Test
  void pinningRecordsPinsOfAnyDurationAndNoWaits() {
    FlightSettings settings = FlightSettings.of("pinning");
    assertThat(settings.enabledEvents())
        .contains(
            "jdk.VirtualThreadPinned",
            "jdk.JavaMonitorEnter",
            "jdk.JavaMonitorWait",
            "jdk.VirtualThreadSubmitFailed",
            "anteroom.Abandonment",
            "anteroom.Stuck")
        .doesNotContain("anteroom.Wait", "anteroom.Visit", "jdk.ThreadPark");
    assertThat(settings.threshold("jdk.VirtualThreadPinned")).isZero();
    assertThat(settings.settings()).containsEntry("jdk.VirtualThreadPinned#stackTrace", "true");
  }

  @Test
  void eachConfigurationAddsToTheOneBefore() {
    FlightSettings pinning = FlightSettings.of("pinning");
    FlightSettings contention = FlightSettings.of("contention");
    FlightSettings full = FlightSettings.of("full");
    assertThat(contention.settings()).containsAllEntriesOf(pinning.settings());
    assertThat(full.settings()).containsAllEntriesOf(contention.settings());
    assertThat(contention.enabledEvents()).contains("anteroom.Wait");
    assertThat(full.enabledEvents()).contains("anteroom.Visit", "jdk.ExecutionSample");
  }

  @Test
  @JvmClaim
  void eventsOfOtherJdksAreListedAndLeftOut() {
    FlightSettings full = FlightSettings.of("full");
    if (Runtime.version().feature() == 21) {
      assertThat(full.missingOnThisJdk())
          .containsExactly("jdk.JavaMonitorNotify", "jdk.JavaMonitorStatistics");
      assertThat(full.enabledEvents()).doesNotContain("jdk.JavaMonitorNotify");
    } else if (Runtime.version().feature() >= 25) {
      assertThat(full.missingOnThisJdk()).isEmpty();
      assertThat(full.enabledEvents()).contains("jdk.JavaMonitorNotify");
    }
  }

  /** Those of JDK 21 that later ones lack, or the other way round. */
  @Test
  @JvmClaim
  void whatThisJdkLacksIsNamedAndNotRecorded() throws Exception {
    boolean old = Runtime.version().feature() < 25;
    String event = old ? "jdk.CPUTimeSample" : "jdk.GCLocker";
    String other = old ? "jdk.FileRead" : "jdk.TLSHandshake";
    String setting = old ? "throttle" : "threshold";
    FlightSettings settings = read(event(event, "enabled", "true"));
    assertThat(settings.missingOnThisJdk()).containsExactly(event);
    assertThat(settings.settings()).isEmpty();
    settings = read(event(other, setting, "20 ms"));
    assertThat(settings.missingOnThisJdk()).containsExactly(other + "#" + setting);
    assertThat(settings.settings()).isEmpty();
    assertThatThrownBy(() -> read(event(event + "s", "enabled", "true")))
        .hasMessageContaining("Did you mean '%s'?", event);
  }

  @Test
  void offNeedsNoRecorder() {
    assertThat(FlightSettings.of("off").isOff()).isTrue();
    assertThat(FlightSettings.of("off").settings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "pining, `jfr: no configuration 'pining'. Did you mean 'pinning'? Use off, pinning,"
            + " contention, full, or the path of a .jfc file.`",
        "everything, `jfr: no configuration 'everything'. Use off, pinning, contention, full, or"
            + " the path of a .jfc file.`",
        "nowhere/x.jfc, `nowhere/x.jfc: no such file.`",
        "nowhere.jfc, `nowhere.jfc: no such file.`",
        "nowhere/pinning, `nowhere/pinning: no such file.`",
        "nowhere\\pinning, `nowhere\\pinning: no such file.`"
      })
  void unknownNamesAreToldWithTheRemedy(String text, String message) {
    assertThatThrownBy(() -> FlightSettings.of(text))
        .isInstanceOf(InvalidFlightSettingsException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "20 ms, 20000000",
    "20ms, 20000000",
    "0 ns, 0",
    "3 us, 3000",
    "2 s, 2000000000",
    "1 m, 60000000000",
    "1 h, 3600000000000",
    "1 d, 86400000000000",
    "infinity, 9223372036854775807"
  })
  void thresholdsAreReadAsTheJdkReadsThem(String text, long nanos) throws Exception {
    FlightSettings settings = read(event("jdk.ThreadPark", "threshold", text));
    assertThat(settings.threshold("jdk.ThreadPark")).isEqualTo(Duration.ofNanos(nanos));
  }

  @ParameterizedTest
  @ValueSource(strings = {"everyChunk", "beginChunk", "endChunk", "1 s", "infinity"})
  void periodsMayNameAChunk(String period) throws Exception {
    assertThat(read(event("jdk.CPULoad", "period", period)).settings())
        .containsEntry("jdk.CPULoad#period", period);
  }

  @Test
  void controlsOfTheJdksOwnFilesAreAllowed() throws Exception {
    Path own = Path.of(System.getProperty("java.home"), "lib", "jfr");
    for (String name : new String[] {"default.jfc", "profile.jfc"}) {
      FlightSettings settings = FlightSettings.read(own.resolve(name));
      assertThat(settings.enabledEvents()).contains("jdk.VirtualThreadPinned");
      assertThat(settings.threshold("jdk.VirtualThreadPinned")).isEqualTo(Duration.ofMillis(20));
    }
  }

  @Test
  void anEventIsNotRecordedForAnotherSettingThatIsTrue() throws Exception {
    FlightSettings settings = read(event("jdk.ThreadPark", "stackTrace", "true"));
    assertThat(settings.enabledEvents()).isEmpty();
    assertThat(settings.isOff()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "../jfr-configs/full"})
  void onlyWhatShipsIsShipped(String name) {
    assertThatThrownBy(() -> FlightSettings.shippedContent(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no shipped configuration: " + name);
  }

  @Test
  void filesBeyondOneMebibyteAreRefused() throws Exception {
    String around = "<!----><configuration version=\"2.0\"/>";
    String largest = " ".repeat(1024 * 1024 - around.length());
    assertThat(read(around.replace("<!--", "<!--" + largest)).isOff()).isTrue();
    assertThatThrownBy(() -> read(around.replace("<!--", "<!-- " + largest)))
        .hasMessage("test.jfc: larger than 1 MiB, which is the most that the JDK reads.");
  }

  private FlightSettings read(String content) throws Exception {
    Path file = directory.resolve("test.jfc");
    Files.writeString(file, content);
    return FlightSettings.read(file);
  }

  private static String event(String event, String setting, String value) {
    return """
    <configuration version="2.0"><event name="%s">
    <setting name="%s">%s</setting></event></configuration>
    """
        .formatted(event, setting, value);
  }
}
