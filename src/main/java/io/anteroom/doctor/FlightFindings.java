package io.anteroom.doctor;

import io.anteroom.jfr.FlightSettings;
import io.anteroom.jfr.Observability;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.FlightRecorder;

/** What a flight recording shows of virtual threads on this JDK, and what it does not. */
final class FlightFindings {
  private FlightFindings() {}

  static List<Finding> all() {
    if (!FlightRecorder.isAvailable()) {
      return List.of(
          new Finding("flight recorder", "not available in this JVM", "jdk.jfr.FlightRecorder"));
    }
    List<Finding> findings = new ArrayList<>();
    for (String name : FlightSettings.SHIPPED) {
      if (!name.equals(FlightSettings.OFF)) {
        findings.add(settings(name));
      }
    }
    int jdk = Runtime.version().feature();
    for (Observability row : Observability.ofThisJdk()) {
      String verdict = row.observable() ? "observable" : "not observable on JDK " + jdk;
      findings.add(new Finding(row.subject(), verdict + ": " + row.explanation(), row.source()));
    }
    return findings;
  }

  private static Finding settings(String name) {
    List<String> missing = List.copyOf(FlightSettings.of(name).missingOnThisJdk());
    return new Finding(
        "--jfr " + name,
        missing.isEmpty()
            ? "every event of it is known to this JVM"
            : "this JVM lacks " + String.join(", ", missing),
        "the JVM's event types");
  }
}
