package io.anteroom.observe.doctor;

import io.anteroom.measure.flight.KnownHold;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The JVM itself. */
final class JavaFindings {
  private JavaFindings() {}

  static List<Finding> all() {
    List<Finding> findings = new ArrayList<>();
    findings.add(jdk());
    findings.add(heap());
    findings.add(
        Finding.fine(
            "java.collector",
            "collector",
            ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .collect(Collectors.joining(", ")),
            "GarbageCollectorMXBean"));
    findings.add(nativeAccess());
    findings.add(OtherJdks.finding());
    return findings;
  }

  private static Finding jdk() {
    String text =
        "%s, %s %s in %s"
            .formatted(
                Runtime.version(),
                System.getProperty("java.vm.vendor"),
                System.getProperty("java.vm.name"),
                System.getProperty("java.home"));
    return KnownHold.MEASURED_ON.contains(Runtime.version().feature())
        ? Finding.fine("java.jdk", "JDK", text, "system properties")
        : Finding.limited(
            "java.jdk",
            "JDK",
            text
                + "; what follows about carriers and recordings was measured on other JDKs: "
                + KnownHold.MEASURED_ON.stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ")),
            "system properties");
  }

  private static Finding heap() {
    return Finding.fine(
        "java.heap",
        "largest heap",
        Bytes.text(Runtime.getRuntime().maxMemory())
            + "; a waiting person takes about 1 KB of memory, with all that belongs to it",
        "Runtime.maxMemory; measured on JDK 21 and 25");
  }

  /** By reflection: the method is a preview in JDK 21 and final from 22 on. */
  private static Finding nativeAccess() {
    String key = "java.native-access";
    String label = "native access";
    String source = "Module.isNativeAccessEnabled";
    try {
      Object enabled =
          Module.class.getMethod("isNativeAccessEnabled").invoke(JavaFindings.class.getModule());
      return Boolean.TRUE.equals(enabled)
          ? Finding.fine(key, label, "allowed: --activity native runs without a warning", source)
          : Finding.limited(
              key,
              label,
              "not allowed: --activity native makes the JVM warn; the launcher allows it by"
                  + " --enable-native-access=ALL-UNNAMED",
              source);
    } catch (ReflectiveOperationException notHere) {
      return Finding.unknown(key, label, "this JDK does not tell", source);
    }
  }
}
