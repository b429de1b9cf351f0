package io.anteroom.bench;

import com.sun.tools.attach.VirtualMachine;
import io.anteroom.measure.threads.JvmThreads;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Another process that looks at the threads of this one, in the way and for the answers of {@code
 * watch}, whenever it is told to. What it takes itself is not this process's. For one thread at a
 * time.
 */
final class LookingProcess implements AutoCloseable {
  private static final String READY = "ready";
  private static final long GRACE_SECONDS = 20;

  private final Process process;
  private final BufferedReader answers;

  private LookingProcess(Process process) {
    this.process = process;
    this.answers = process.inputReader();
  }

  /** Starts it, and waits until it is attached to this process. */
  static LookingProcess start() throws IOException {
    Process started =
        new ProcessBuilder(
                Anteroom.java().toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LookingProcess.class.getName(),
                Long.toString(ProcessHandle.current().pid()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    LookingProcess looking = new LookingProcess(started);
    try {
      looking.requireAnswer();
      return looking;
    } catch (IOException failed) {
      looking.close();
      throw failed;
    }
  }

  /** Looks once; returns when the other process has its answer. */
  void look() throws IOException {
    process.outputWriter().write('\n');
    process.outputWriter().flush();
    requireAnswer();
  }

  private void requireAnswer() throws IOException {
    String answer = answers.readLine();
    if (!READY.equals(answer)) {
      throw new IOException("the process that looks said " + answer);
    }
  }

  /** The other process: its argument is the process id of the one to look at. */
  public static void main(String[] arguments) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(arguments[0]);
    try (JMXConnector connector = connect(machine.startLocalManagementAgent())) {
      JvmThreads threads = JvmThreads.of(connector.getMBeanServerConnection());
      do {
        threads.print();
        System.out.println(READY);
      } while (System.in.read() >= 0);
    } finally {
      machine.detach();
    }
  }

  /** The address comes from the process itself, by the attach mechanism. */
  @SuppressWarnings("BanJNDI")
  private static JMXConnector connect(String address) throws IOException {
    return JMXConnectorFactory.connect(new JMXServiceURL(address));
  }

  /** Its input ends, and so does it. */
  @Override
  public void close() {
    try {
      process.outputWriter().close();
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException goneAlready) {
      process.destroyForcibly();
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
