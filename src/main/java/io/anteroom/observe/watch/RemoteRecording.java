package io.anteroom.observe.watch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import jdk.management.jfr.EventTypeInfo;
import jdk.management.jfr.FlightRecorderMXBean;

/**
 * Our recording in another JVM, by its management bean, which takes the settings as text (so no
 * file of ours has to be readable there) and knows recordings by number (so no other is touched).
 *
 * <p>The target writes the recording itself, also when it ends in good order. Where it may not
 * write there, being another user's, the recording is fetched when it is stopped.
 */
final class RemoteRecording {
  private static final String BEAN = "jdk.management.jfr:type=FlightRecorder";
  private static final String BLOCK_BYTES = "1000000";
  private static final long LEASE_NANOS = 30_000_000_000L;

  /** To dump a million threads takes half a minute. */
  private static final long LAST_LEASE_NANOS = 120_000_000_000L;

  private final FlightRecorderMXBean recorder;
  private final long id;
  private final boolean written;
  private long leasedNanos;

  private RemoteRecording(FlightRecorderMXBean recorder, long id, boolean written) {
    this.recorder = recorder;
    this.id = id;
    this.written = written;
  }

  /**
   * Starts to record.
   *
   * @param configuration the text of a {@code .jfc} file
   * @param file where the target is to write the recording
   */
  static RemoteRecording start(
      MBeanServerConnection beans, Target target, String configuration, Path file)
      throws IOException, WatchException {
    try {
      ObjectName name = new ObjectName(BEAN);
      if (!beans.isRegistered(name)) {
        throw WatchException.user(
            ("process %d has no flight recorder: its module jdk.management.jfr is missing; start"
                    + " it with --add-modules jdk.management.jfr")
                .formatted(target.pid()));
      }
      return start(
          JMX.newMXBeanProxy(beans, name, FlightRecorderMXBean.class), configuration, file);
    } catch (MalformedObjectNameException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static RemoteRecording start(
      FlightRecorderMXBean recorder, String configuration, Path file) throws IOException {
    long id = recorder.newRecording();
    try {
      recorder.setConfiguration(id, configuration);
      recorder.setRecordingOptions(
          id, Map.of("name", "anteroom-watch", "duration", LEASE_NANOS + " ns"));
      boolean written = writesTo(recorder, id, file.toAbsolutePath());
      recorder.startRecording(id);
      return new RemoteRecording(recorder, id, written);
    } catch (RuntimeException failed) {
      recorder.closeRecording(id);
      throw new IOException(WatchException.reason(failed), failed);
    }
  }

  private static boolean writesTo(FlightRecorderMXBean recorder, long id, Path file) {
    try {
      recorder.setRecordingOptions(
          id, Map.of("destination", file.toString(), "dumpOnExit", "true"));
      return true;
    } catch (RuntimeException notThere) {
      recorder.setRecordingOptions(id, Map.of("dumpOnExit", "false"));
      return false;
    }
  }

  /**
   * Lets the recording go on for half a minute from now. So it ends by itself when the watch is
   * killed.
   *
   * @param elapsedNanos since it was started
   */
  void keepGoing(long elapsedNanos) {
    if (elapsedNanos - leasedNanos < LEASE_NANOS / 10) {
      return;
    }
    leasedNanos = elapsedNanos;
    end(elapsedNanos + LEASE_NANOS);
  }

  /**
   * Lets the recording go on for two minutes from now: for as long as the last look at the threads
   * and their dump may take.
   *
   * @param elapsedNanos since it was started
   */
  void keepForLastLook(long elapsedNanos) {
    end(elapsedNanos + LAST_LEASE_NANOS);
  }

  private void end(long nanos) {
    try {
      recorder.setRecordingOptions(id, Map.of("duration", nanos + " ns"));
    } catch (RuntimeException gone) {
      // Whoever stops the recording finds out why.
    }
  }

  /** The names of the target's event types. */
  Set<String> eventTypes() {
    Set<String> names = new TreeSet<>();
    for (EventTypeInfo type : recorder.getEventTypes()) {
      names.add(type.getName());
    }
    return names;
  }

  /**
   * Ends the recording, which is in the file then and no longer in the target.
   *
   * @throws IOException if the target can't be reached, or the recording is not there any more
   */
  void stop(Path file) throws IOException {
    try {
      // With a destination this writes the file and closes the recording.
      recorder.stopRecording(id);
      if (!written) {
        fetch(file);
        recorder.closeRecording(id);
      }
    } catch (RuntimeException lost) {
      throw new IOException(WatchException.reason(lost), lost);
    }
  }

  private void fetch(Path file) throws IOException {
    long stream = recorder.openStream(id, Map.of("blockSize", BLOCK_BYTES));
    try (OutputStream out = Files.newOutputStream(file)) {
      for (byte[] block = recorder.readStream(stream);
          block != null;
          block = recorder.readStream(stream)) {
        out.write(block);
      }
    } finally {
      recorder.closeStream(stream);
    }
  }
}
