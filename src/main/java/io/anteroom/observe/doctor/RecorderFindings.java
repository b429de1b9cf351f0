package io.anteroom.observe.doctor;

import com.sun.tools.attach.VirtualMachine;
import io.anteroom.measure.flight.FlightSettings;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.FlightRecorder;

/** The flight recorder of this JDK, our settings on it, and the way into other JVMs. */
final class RecorderFindings {
  private RecorderFindings() {}

  static List<Finding> all() {
    List<Finding> findings = new ArrayList<>();
    boolean available = FlightRecorder.isAvailable();
    String source = "FlightRecorder.isAvailable";
    findings.add(
        available
            ? Finding.fine("recorder", "recorder", "available", source)
            : Finding.absent("recorder", "recorder", "not available: use --jfr off", source));
    if (available) {
      FlightSettings.SHIPPED.stream()
          .filter(name -> !name.equals(FlightSettings.OFF))
          .map(RecorderFindings::settings)
          .forEach(findings::add);
    }
    findings.add(attach());
    return findings;
  }

  private static Finding settings(String name) {
    FlightSettings settings = FlightSettings.of(name);
    int events = settings.enabledEvents().size();
    String key = "recorder.settings." + name;
    String source = "event types of this JVM";
    return settings.missingOnThisJdk().isEmpty()
        ? Finding.fine(key, "--jfr " + name, "all %d events are there".formatted(events), source)
        : Finding.limited(
            key,
            "--jfr " + name,
            "%d events are there; missing on this JDK: %s"
                .formatted(events, String.join(", ", settings.missingOnThisJdk())),
            source);
  }

  private static Finding attach() {
    String key = "attach";
    String label = "attach";
    String source = "module jdk.attach, VirtualMachine.list";
    if (ModuleLayer.boot().findModule("jdk.attach").isEmpty()) {
      return Finding.absent(
          key, label, "this runtime has no module jdk.attach: anteroom watch needs it", source);
    }
    long others =
        VirtualMachine.list().stream()
            .filter(machine -> !machine.id().equals(Long.toString(ProcessHandle.current().pid())))
            .count();
    return Finding.fine(
        key, label, "possible; other JVMs that anteroom watch could see now: " + others, source);
  }
}
