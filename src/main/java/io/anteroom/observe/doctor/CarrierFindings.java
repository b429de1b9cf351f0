package io.anteroom.observe.doctor;

import java.lang.management.ManagementFactory;
import java.lang.management.PlatformManagedObject;
import java.util.List;
import java.util.OptionalInt;

/** The platform threads that run virtual threads. */
final class CarrierFindings {
  private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";
  private static final String MAX_POOL_SIZE = "jdk.virtualThreadScheduler.maxPoolSize";
  private static final String BEAN = "jdk.management.VirtualThreadSchedulerMXBean";
  private static final String DOCUMENTED = "documentation of java.lang.Thread";
  private static final int USUAL_MAX_POOL_SIZE = 256;
  private static final int YIELD_STARVES = 25;

  /** JEP 491. */
  private static final int MONITORS_UNMOUNT = 24;

  private CarrierFindings() {}

  static List<Finding> all() {
    int processors = Runtime.getRuntime().availableProcessors();
    OptionalInt told = parallelism();
    int carriers = told.orElse(Integer.getInteger(PARALLELISM, processors));
    return List.of(
        Finding.fine(
            "carriers.parallelism",
            "carriers",
            carriers
                + (carriers == processors
                    ? ", as many as processors; --carriers sets another number"
                    : "; the JVM sees " + processors + " processors"),
            told.isPresent() ? "VirtualThreadSchedulerMXBean" : DOCUMENTED + ", " + PARALLELISM),
        Finding.fine("carriers.most", "at most", most(carriers), DOCUMENTED + "; measured"),
        Finding.limited("carriers.slices", "time slices", slices(), "JEP 444; measured"));
  }

  private static String most(int carriers) {
    int most = Integer.getInteger(MAX_POOL_SIZE, Math.max(USUAL_MAX_POOL_SIZE, carriers));
    return Runtime.version().feature() < MONITORS_UNMOUNT
        ? most + ": the JVM adds some while Object.wait or a file read holds one, for no other"
        : most + ": the JVM may add some; a file read was found to add none on JDK 25";
  }

  /** What happened on JDK 25 is JDK-8373118; JDK 21 was found to be spared. */
  private static String slices() {
    String yields =
        Runtime.version().feature() >= YIELD_STARVES
            ? ", and with Thread.yield() too (JDK-8373118)"
            : "";
    return "none: as many spinning virtual threads as carriers starve all others" + yields;
  }

  /** From JDK 24 on the scheduler has a management bean. */
  private static OptionalInt parallelism() {
    try {
      Class<? extends PlatformManagedObject> type =
          Class.forName(BEAN).asSubclass(PlatformManagedObject.class);
      Object parallelism =
          type.getMethod("getParallelism").invoke(ManagementFactory.getPlatformMXBean(type));
      return parallelism instanceof Integer carriers
          ? OptionalInt.of(carriers)
          : OptionalInt.empty();
    } catch (ReflectiveOperationException beforeJdk24) {
      return OptionalInt.empty();
    }
  }
}
