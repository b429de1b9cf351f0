package io.anteroom.measure.flight;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jfr.EventSettings;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Records what a test does, into a file, with every duration, and the stacks of the JDK's events.
 */
final class Recorded {
  private Recorded() {}

  /** What a test does while it is recorded. */
  interface Deed {
    void perform() throws Exception;
  }

  static List<RecordedEvent> events(Path file, List<String> names, Deed deed) throws Exception {
    record(file, names, deed);
    return RecordingFile.readAllEvents(file);
  }

  static void record(Path file, List<String> names, Deed deed) throws Exception {
    OwnEvent.register();
    try (Recording recording = new Recording()) {
      for (String name : names) {
        EventSettings settings = recording.enable(name).withThreshold(Duration.ZERO);
        if (name.startsWith("jdk.")) {
          settings.withStackTrace();
        }
      }
      recording.start();
      deed.perform();
      recording.stop();
      recording.dump(file);
    }
  }

  /** The output of a tool of the JDK that runs the test; fails unless it exits with 0. */
  static String tool(Path directory, String tool, String... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of(arguments));
    words.add(0, Path.of(System.getProperty("java.home"), "bin", tool).toString());
    return command(directory, words.toArray(String[]::new));
  }

  /** The output of a command, by way of the directory; fails unless it exits with 0. */
  static String command(Path directory, String... words) throws Exception {
    Path log = Files.createTempFile(directory, "command", ".log");
    ProcessBuilder builder = new ProcessBuilder(words);
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    String output = Files.readString(log, StandardCharsets.UTF_8);
    Files.delete(log);
    if (!ended || process.exitValue() != 0) {
      throw new AssertionError(builder.command() + " failed: " + output);
    }
    return output;
  }

  /** Commits waits from a virtual thread each. */
  static void waits(EventCounters counters, int count) throws InterruptedException {
    Thread[] persons = new Thread[count];
    for (int person = 0; person < count; person++) {
      int number = person;
      persons[person] = Thread.ofVirtual().start(() -> wait(counters, number));
    }
    for (Thread person : persons) {
      person.join();
    }
  }

  static void wait(EventCounters counters, int person) {
    WaitEvent event = new WaitEvent();
    event.begin();
    event.person = person;
    event.visit = person + 1L;
    event.room = 3;
    event.mode = "reentrant";
    event.line = "per-room";
    event.attempts = 2;
    event.lateness = 1_500;
    event.commitCounted(counters);
  }

  /** Has a virtual thread, "pinned", hold its carrier, as it does on every JDK. */
  static void pin() throws InterruptedException {
    Thread.ofVirtual()
        .name("pinned")
        .start(
            () -> {
              try {
                NativeUpcall.sleepInComparator();
              } catch (Throwable failed) {
                throw new IllegalStateException(failed);
              }
            })
        .join();
  }

  /** Has a platform thread, "second", wait to enter a monitor. */
  static void contend() throws InterruptedException {
    Object monitor = new Object();
    CountDownLatch entered = new CountDownLatch(1);
    Thread second =
        Thread.ofPlatform()
            .name("second")
            .unstarted(
                () -> {
                  synchronized (monitor) {
                    entered.countDown();
                  }
                });
    synchronized (monitor) {
      second.start();
      while (second.getState() != Thread.State.BLOCKED) {
        Thread.onSpinWait();
      }
    }
    entered.await();
    second.join();
  }
}
