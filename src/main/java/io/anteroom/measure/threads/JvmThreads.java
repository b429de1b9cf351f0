package io.anteroom.measure.threads;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.OptionalInt;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * Asks a JVM, this one or another, for its threads. Safe for all threads.
 *
 * <p>{@link #print} is safe and cheap on every JDK: one stop of the JVM for its platform threads,
 * however many virtual threads are parked. {@link #dump} is neither: on JDK 25 it can crash the JVM
 * while virtual threads mount and unmount (JDK-8364343).
 */
public final class JvmThreads {
  private static final ObjectName COMMANDS = name("com.sun.management:type=DiagnosticCommand");
  private static final ObjectName DIAGNOSTICS = name("com.sun.management:type=HotSpotDiagnostic");
  private static final ObjectName SCHEDULER = name("jdk.management:type=VirtualThreadScheduler");

  private final MBeanServerConnection beans;

  private JvmThreads(MBeanServerConnection beans) {
    this.beans = beans;
  }

  /** Those of the JVM whose management beans these are. */
  public static JvmThreads of(MBeanServerConnection beans) {
    return new JvmThreads(beans);
  }

  /** Those of the JVM that this code runs on. */
  public static JvmThreads ofThisJvm() {
    return of(ManagementFactory.getPlatformMBeanServer());
  }

  private static ObjectName name(String text) {
    try {
      return new ObjectName(text);
    } catch (MalformedObjectNameException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The platform threads and, with each carrier, the virtual thread that is on it: its stack from
   * JDK 23 on, its id alone before.
   *
   * @throws IOException if the JVM does not answer, or has no such command
   */
  public ThreadDump print() throws IOException {
    try {
      Object text =
          beans.invoke(
              COMMANDS,
              "threadPrint",
              new Object[] {new String[0]},
              new String[] {String[].class.getName()});
      return ThreadDump.parse(String.valueOf(text));
    } catch (JMException | RuntimeException refused) {
      throw new IOException("its threads can't be printed: " + refused.getMessage(), refused);
    }
  }

  /**
   * Lets the JVM write all its threads as JSON.
   *
   * @param file absolute, and must not exist where the JVM is
   * @throws IOException if it can't
   */
  public void dump(Path file) throws IOException {
    dump(file, "JSON");
  }

  /** The same as plain text, which takes no library to read and tells of no locks. */
  public void dumpText(Path file) throws IOException {
    dump(file, "TEXT_PLAIN");
  }

  private void dump(Path file, String format) throws IOException {
    try {
      beans.invoke(
          DIAGNOSTICS,
          "dumpThreads",
          new Object[] {file.toString(), format},
          new String[] {String.class.getName(), String.class.getName()});
    } catch (JMException | RuntimeException refused) {
      throw new IOException("its threads can't be dumped: " + refused.getMessage(), refused);
    }
  }

  /** How many virtual threads wait for a carrier; empty before JDK 24, where nobody tells. */
  public OptionalInt waitingForCarrier() throws IOException {
    return scheduler("QueuedVirtualThreadCount");
  }

  /** How many carriers the scheduler aims at; empty before JDK 24, where nobody tells. */
  public OptionalInt parallelism() throws IOException {
    return scheduler("Parallelism");
  }

  private OptionalInt scheduler(String attribute) throws IOException {
    try {
      if (!beans.isRegistered(SCHEDULER)) {
        return OptionalInt.empty();
      }
      int value = ((Number) beans.getAttribute(SCHEDULER, attribute)).intValue();
      return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
    } catch (JMException | RuntimeException refused) {
      throw new IOException("its scheduler does not answer: " + refused.getMessage(), refused);
    }
  }
}
