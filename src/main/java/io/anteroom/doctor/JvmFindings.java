package io.anteroom.doctor;

import io.anteroom.engine.Carriers;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Collectors;

/** The JVM that persons run on. */
final class JvmFindings {
  private static final int LARGEST_POOL = 256;
  private static final long BYTES_A_PERSON = 1_000;

  private JvmFindings() {}

  static List<Finding> all() {
    int processors = Runtime.getRuntime().availableProcessors();
    int carriers = Carriers.use(processors);
    int pool =
        Integer.getInteger(
            "jdk.virtualThreadScheduler.maxPoolSize", Math.max(carriers, LARGEST_POOL));
    long heap = Runtime.getRuntime().maxMemory();
    return List.of(
        new Finding(
            "JDK",
            Runtime.version() + ", " + System.getProperty("java.vendor"),
            System.getProperty("java.home")),
        new Finding("collector", collectors(), "the JVM"),
        new Finding(
            "heap",
            "at most %s: room for about %,d waiting persons"
                .formatted(MachineFindings.gibibytes(heap), heap / BYTES_A_PERSON),
            "about 1 KB a waiting person, measured on JDK 21 and 25"),
        new Finding(
            "carriers",
            carriers
                + " unless a scenario says otherwise; up to "
                + pool
                + " where the JDK"
                + " compensates for held ones",
            "jdk.virtualThreadScheduler.*"),
        monitors(),
        new Finding(
            "native calls",
            Runtime.version().feature() >= 22
                ? "--activity native uses java.lang.foreign"
                : "--activity native reaches java.lang.foreign, a preview here, by reflection",
            "JEP 442, JEP 454"),
        new Finding(
            "watch",
            ModuleLayer.boot().findModule("jdk.attach").isPresent()
                ? "can attach to JVMs of the same user"
                : "not possible: this runtime lacks the module jdk.attach",
            "the modules of this runtime"));
  }

  private static Finding monitors() {
    return Runtime.version().feature() < 24
        ? new Finding(
            "monitors", "whoever blocks in or before a monitor holds its carrier", "JEP 491")
        : new Finding(
            "monitors",
            "do not hold carriers; class initialisers and native frames still do",
            "JEP 491");
  }

  private static String collectors() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .map(GarbageCollectorMXBean::getName)
        .collect(Collectors.joining(", "));
  }
}
