package io.anteroom.run.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.PlatformManagedObject;
import org.jspecify.annotations.Nullable;

/**
 * The carrier threads of this JVM's virtual threads. Their number is fixed when the first virtual
 * thread is made; from JDK 24 on it can be changed later (JDK-8338890).
 */
public final class Carriers {
  private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";
  private static final String MANAGEMENT = "jdk.management.VirtualThreadSchedulerMXBean";

  private Carriers() {}

  /**
   * Asks for so many carriers; best called before the first virtual thread is made.
   *
   * @return how many there will be: on JDK 21 to 23, an option or an earlier call may have fixed
   *     another number
   */
  public static int use(int carriers) {
    if (System.getProperty(PARALLELISM) == null) {
      System.setProperty(PARALLELISM, Integer.toString(carriers));
    }
    Scheduler scheduler = Scheduler.find();
    if (scheduler == null) {
      return Integer.getInteger(PARALLELISM, Runtime.getRuntime().availableProcessors());
    }
    if (scheduler.parallelism() != carriers) {
      scheduler.setParallelism(carriers);
    }
    return scheduler.parallelism();
  }

  /**
   * The management bean of JDK 24 and later, which code for JDK 21 can only reach by reflection.
   */
  private record Scheduler(Class<? extends PlatformManagedObject> type) {
    static @Nullable Scheduler find() {
      try {
        return new Scheduler(Class.forName(MANAGEMENT).asSubclass(PlatformManagedObject.class));
      } catch (ClassNotFoundException beforeJdk24) {
        return null;
      }
    }

    int parallelism() {
      try {
        return (int) type.getMethod("getParallelism").invoke(bean());
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException(MANAGEMENT, impossible);
      }
    }

    void setParallelism(int carriers) {
      try {
        type.getMethod("setParallelism", int.class).invoke(bean(), carriers);
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException(MANAGEMENT, impossible);
      }
    }

    private PlatformManagedObject bean() {
      return ManagementFactory.getPlatformMXBean(type);
    }
  }
}
