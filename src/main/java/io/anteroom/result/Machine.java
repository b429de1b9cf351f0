package io.anteroom.result;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** Describes where a run takes place. Stateless. */
public final class Machine {
  /** Options of the launcher that only shorten the start, or tell how summaries are printed. */
  private static final List<String> START =
      List.of(
          "-XX:AOTCache=",
          "-XX:SharedArchiveFile=",
          "-Xlog:aot*=off",
          "-Xlog:cds*=off",
          "-Xbootclasspath/a:",
          "-Djdk.reflect.useNativeAccessorOnly=",
          "-Danteroom.width=",
          "-Danteroom.typed=");

  private Machine() {}

  /**
   * This process, now.
   *
   * @param carriers carrier threads in use, or threads that simulate
   */
  public static Environment now(int carriers) {
    OffsetDateTime now = LocalTime.now().truncatedTo(ChronoUnit.MILLIS);
    double hostLoad = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return describe(now, carriers, hostLoad);
  }

  /**
   * This process.
   *
   * @param carriers carrier threads in use, or threads that simulate
   * @param hostLoad the load average before the run; -1: not observable
   */
  public static Environment describe(OffsetDateTime startedAt, int carriers, double hostLoad) {
    RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
    String version = Machine.class.getPackage().getImplementationVersion();
    return new Environment(
        version == null ? "unpackaged" : version,
        startedAt.toString(),
        Runtime.version().toString(),
        runtime.getVmVendor() + " " + runtime.getVmName(),
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")),
        runtime.getInputArguments().stream().filter(Machine::matters).toList(),
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(GarbageCollectorMXBean::getName)
            .collect(Collectors.joining(", ")),
        Runtime.getRuntime().maxMemory(),
        Runtime.getRuntime().availableProcessors(),
        carriers,
        hostLoad,
        null);
  }

  /** Whether an option can make a run another one. */
  private static boolean matters(String option) {
    return START.stream().noneMatch(option::startsWith);
  }
}
