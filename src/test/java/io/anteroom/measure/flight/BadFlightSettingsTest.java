package io.anteroom.measure.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every mistake that the JDK passes over in silence, and the line that we say instead. */
class BadFlightSettingsTest {
  record Bad(String mistake, String content, String message) {
    @Override
    public String toString() {
      return mistake;
    }
  }

  /** Line 1 is the configuration, 2 the event, 3 the setting. */
  private static Bad setting(String mistake, String event, String name, String value, String text) {
    return new Bad(mistake, event(event, name, value), text);
  }

  private static String event(String event, String name, String value) {
    return """
    <configuration version="2.0">
      <event name="%s">
        <setting name="%s">%s</setting>
      </event>
    </configuration>
    """
        .formatted(event, name, value);
  }

  @SuppressWarnings("unused") // named by @FieldSource
  private static final Bad[] MISTAKES = {
    setting(
        "misspelt event",
        "jdk.VirtualThreadPined",
        "enabled",
        "true",
        "test.jfc:2: unknown event 'jdk.VirtualThreadPined'. Did you mean"
            + " 'jdk.VirtualThreadPinned'? \"jfr metadata\" lists the JDK's events."),
    setting(
        "unknown event",
        "com.acme.Request",
        "enabled",
        "true",
        "test.jfc:2: unknown event 'com.acme.Request'. \"jfr metadata\" lists the JDK's events."),
    setting(
        "own event in lower case",
        "anteroom.wait",
        "enabled",
        "true",
        "test.jfc:2: unknown event 'anteroom.wait'. Did you mean 'anteroom.Wait'?"
            + " \"jfr metadata\" lists the JDK's events."),
    setting(
        "misspelt setting",
        "jdk.ThreadPark",
        "treshold",
        "0 ms",
        "test.jfc:3: jdk.ThreadPark has no setting 'treshold'. Did you mean 'threshold'?"
            + " It has: enabled, stackTrace, threshold."),
    setting(
        "setting of other events",
        "jdk.CPULoad",
        "stackTrace",
        "true",
        "test.jfc:3: jdk.CPULoad has no setting 'stackTrace'. It has: enabled, period."),
    setting(
        "enabled neither true nor false",
        "jdk.ThreadPark",
        "enabled",
        "yes",
        "test.jfc:3: 'enabled' of jdk.ThreadPark is 'yes'; write true or false."),
    setting(
        "true in capitals",
        "jdk.ThreadPark",
        "stackTrace",
        "TRUE",
        "test.jfc:3: 'stackTrace' of jdk.ThreadPark is 'TRUE'; write true or false."),
    setting(
        "threshold without a unit",
        "jdk.ThreadPark",
        "threshold",
        "20",
        "test.jfc:3: 'threshold' of jdk.ThreadPark is '20'; the unit is missing: write '20 ms',"
            + " or another of ns, us, ms, s, m, h or d."),
    setting(
        "threshold with an unknown unit",
        "jdk.ThreadPark",
        "threshold",
        "20 sec",
        "test.jfc:3: 'threshold' of jdk.ThreadPark is '20 sec'; write a whole number and a unit,"
            + " such as 20 ms (ns, us, ms, s, m, h or d)."),
    setting(
        "negative threshold",
        "jdk.ThreadPark",
        "threshold",
        "-1 ms",
        "test.jfc:3: 'threshold' of jdk.ThreadPark is '-1 ms'; write a whole number and a unit,"
            + " such as 20 ms (ns, us, ms, s, m, h or d)."),
    setting(
        "period without a unit",
        "jdk.CPULoad",
        "period",
        "1000",
        "test.jfc:3: 'period' of jdk.CPULoad is '1000'; the unit is missing: write '1000 ms', or"
            + " another of ns, us, ms, s, m, h or d, or everyChunk, beginChunk, endChunk."),
    setting(
        "throttle without a time",
        "jdk.ObjectAllocationSample",
        "throttle",
        "150",
        "test.jfc:3: 'throttle' of jdk.ObjectAllocationSample is '150'; write a rate such as"
            + " 100/s, or off."),
    setting(
        "white space that the JDK does not remove",
        "jdk.ThreadPark",
        "threshold",
        " 20 ms ",
        "test.jfc:3: 'threshold' of jdk.ThreadPark has white space around '20 ms'; remove it."),
    setting(
        "value of an event that this JDK may lack",
        "jdk.JavaMonitorNotify",
        "enabled",
        "on",
        "test.jfc:3: 'enabled' of jdk.JavaMonitorNotify is 'on'; write true or false."),
    setting(
        "control characters in a value",
        "jdk.ThreadPark",
        "enabled",
        "a&#9;b",
        "test.jfc:3: 'enabled' of jdk.ThreadPark is 'a b'; write true or false."),
    new Bad(
        "setting given twice",
        """
        <configuration version="2.0">
          <event name="jdk.ThreadPark">
            <setting name="enabled">true</setting>
            <setting name="enabled">false</setting>
          </event>
        </configuration>
        """,
        "test.jfc:4: 'enabled' of jdk.ThreadPark was set in line 3 already; remove one."),
    new Bad(
        "unknown element",
        "<configuration version=\"2.0\">\n<evnt name=\"x\"/>\n</configuration>",
        "test.jfc:2: unknown element <evnt>. Did you mean 'event'?"),
    new Bad(
        "setting outside an event",
        "<configuration version=\"2.0\">\n<setting name=\"x\">1</setting>\n</configuration>",
        "test.jfc:2: <setting> does not belong in <configuration>; put it in <event>."),
    new Bad(
        "event outside a configuration",
        "<event name=\"x\"/>",
        "test.jfc:1: <event> does not belong in the outermost place; put it in <configuration>."),
    new Bad(
        "event without a name",
        "<configuration version=\"2.0\">\n\n<event/></configuration>",
        "test.jfc:3: <event> has no name; write <event name=\"...\">."),
    setting(
        "event with a blank name",
        " ",
        "enabled",
        "true",
        "test.jfc:2: <event> has no name; write <event name=\"...\">."),
    setting(
        "setting with an empty name",
        "jdk.ThreadPark",
        "",
        "true",
        "test.jfc:3: <setting> has no name; write <setting name=\"...\">."),
    new Bad(
        "no version",
        "<configuration>\n</configuration>",
        "test.jfc:1: <configuration> has no version; write version=\"2.0\"."),
    new Bad(
        "old version",
        "<configuration version=\"1.0\">\n</configuration>",
        "test.jfc:1: <configuration> has the version '1.0'; write version=\"2.0\"."),
    new Bad(
        "document type",
        """
        <?xml version="1.0"?>
        <!DOCTYPE configuration [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
        <configuration version="2.0" label="&secret;"/>
        """,
        "test.jfc:2: a document type is not allowed in settings; remove <!DOCTYPE>."),
    new Bad(
        "element within a setting",
        event("jdk.ThreadPark", "enabled", "<b>true</b>"),
        "test.jfc:3: not well-formed XML: *"),
    new Bad(
        "end tag missing",
        "<configuration version=\"2.0\">\n<event name=\"jdk.ThreadPark\">\n</configuration>",
        "test.jfc:3: not well-formed XML: *"),
    new Bad("empty file", "", "test.jfc:1: not well-formed XML: *"),
  };

  @TempDir Path directory;

  @ParameterizedTest
  @FieldSource("MISTAKES")
  void isToldWithItsLineAndTheRemedy(Bad bad) throws Exception {
    Path file = directory.resolve("test.jfc");
    Files.writeString(file, bad.content());
    String message = bad.message();
    boolean parsersOwnWords = message.endsWith("*");
    String expected = parsersOwnWords ? message.substring(0, message.length() - 1) : message;
    assertThatThrownBy(() -> FlightSettings.read(file))
        .isInstanceOf(InvalidFlightSettingsException.class)
        .satisfies(
            thrown -> {
              if (parsersOwnWords) {
                // Its words, and not where it stands, which is said already.
                assertThat(thrown)
                    .hasMessageStartingWith(expected)
                    .hasMessageNotContainingAny("ParseError", "Message: ");
              } else {
                assertThat(thrown).hasMessage(expected);
              }
              assertThat(thrown.getMessage()).doesNotContain("\n", "\t");
            });
  }
}
