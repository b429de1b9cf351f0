package io.anteroom.observe.watch;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.util.Properties;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * A way into another JVM: the attach mechanism, and over its local management agent its management
 * beans. Confined to one thread but for {@link #close}.
 */
final class Attachment implements AutoCloseable {
  private static final String ADDRESS = "com.sun.management.jmxremote.localConnectorAddress";
  private static final String REPOSITORY = "jdk.jfr.repository";

  /** Read when the first remote call is made; documented with the JDK's RMI properties. */
  private static final String RESPONSE_TIMEOUT = "sun.rmi.transport.tcp.responseTimeout";

  private static final String LONGEST_CALL_MILLIS = "30000";

  private final VirtualMachine machine;
  private final Target target;
  private final boolean agentStarted;
  private final JMXConnector connector;

  private Attachment(
      VirtualMachine machine, Target target, boolean agentStarted, JMXConnector connector) {
    this.machine = machine;
    this.target = target;
    this.agentStarted = agentStarted;
    this.connector = connector;
  }

  /** Attaches to the process, which must be a JVM, and starts its management agent. */
  static Attachment open(long pid) throws WatchException {
    requireModules();
    if (System.getProperty(RESPONSE_TIMEOUT) == null) {
      System.setProperty(RESPONSE_TIMEOUT, LONGEST_CALL_MILLIS);
    }
    VirtualMachine machine = attach(pid);
    try {
      Properties agent = machine.getAgentProperties();
      Target target = Target.of(pid, machine.getSystemProperties(), agent);
      if (target.feature() < Target.OLDEST) {
        throw WatchException.user(
            "process %d runs JDK %s; only JDK %d and later can be watched"
                .formatted(pid, target.jdk(), Target.OLDEST));
      }
      String address = machine.startLocalManagementAgent();
      JMXConnector connector = connect(address);
      return new Attachment(machine, target, agent.getProperty(ADDRESS) == null, connector);
    } catch (IOException | WatchException failed) {
      detach(machine);
      throw failed instanceof WatchException clear
          ? clear
          : WatchException.machine(
              "process %d can't be reached: %s".formatted(pid, WatchException.reason(failed)));
    }
  }

  /** The address is what the target itself told over the attach mechanism: on this machine. */
  @SuppressWarnings("BanJNDI")
  private static JMXConnector connect(String address) throws IOException {
    return JMXConnectorFactory.connect(new JMXServiceURL(address));
  }

  private static void requireModules() throws WatchException {
    for (String module : new String[] {"jdk.attach", "jdk.management.jfr"}) {
      if (ModuleLayer.boot().findModule(module).isEmpty()) {
        throw WatchException.machine(
            "this Java runtime (%s) has no module %s; set ANTEROOM_JAVA_HOME to a whole JDK"
                .formatted(System.getProperty("java.home"), module));
      }
    }
  }

  private static VirtualMachine attach(long pid) throws WatchException {
    try {
      return VirtualMachine.attach(Long.toString(pid));
    } catch (AttachNotSupportedException refused) {
      throw WatchException.user(
          ("process %d does not let itself be attached to: %s; was it started with"
                  + " -XX:+DisableAttachMechanism, or is it stopped?")
              .formatted(pid, WatchException.reason(refused)));
    } catch (IOException denied) {
      throw WatchException.user(
          "process %d can't be attached to: %s; run anteroom as the process's own user"
              .formatted(pid, WatchException.reason(denied)));
    }
  }

  private static void detach(VirtualMachine machine) {
    try {
      machine.detach();
    } catch (IOException gone) {
      // Then there is nothing to leave.
    }
  }

  Target target() {
    return target;
  }

  /** Whether the agent was not there before; it can't be unloaded. */
  boolean agentStarted() {
    return agentStarted;
  }

  MBeanServerConnection beans() throws IOException {
    return connector.getMBeanServerConnection();
  }

  /** The folder of the flight recorder's own files; empty before its first recording. */
  String repository() throws IOException {
    return machine.getSystemProperties().getProperty(REPOSITORY, "");
  }

  /** The target's folder for temporary files, as it names it. */
  String temporaryFolder() throws IOException {
    return machine.getSystemProperties().getProperty("java.io.tmpdir", "/tmp");
  }

  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException gone) {
      // Then the connection is closed.
    }
    detach(machine);
  }
}
