package io.anteroom.run.engine;

import io.anteroom.result.store.StoredFile;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes what the persons and all platform threads are doing, in about the shape of the JVM's own
 * thread dumps. The JVM's own are no choice: on JDK 25.0.3 {@code
 * HotSpotDiagnosticMXBean.dumpThreads} crashes the process (SIGSEGV in GetThreadSnapshotClosure)
 * while virtual threads yield, and they have no bound.
 */
final class PersonsDump {
  private static final int MOST_PERSONS = 10_000;

  private final JsonWriter json;

  private PersonsDump(JsonWriter json) {
    this.json = json;
  }

  /**
   * Dumps the threads into a new temporary file: the first 10,000 persons, and all platform
   * threads.
   */
  static Path write(Roster roster) throws IOException {
    Path file = StoredFile.THREADS.in(Files.createTempDirectory("anteroom"));
    try (OutputStream out = Files.newOutputStream(file);
        JsonWriter json = Jsonb.builder().build().writer(out)) {
      new PersonsDump(json).write(roster.present(), roster);
    }
    return file;
  }

  private void write(long present, Roster roster) {
    AtomicLong count = new AtomicLong();
    json.beginObject();
    json.name("runtimeVersion");
    json.value(Runtime.version().toString());
    json.name("personsPresent");
    json.value(present);
    json.name("persons");
    json.beginArray();
    roster.forEach(
        person -> {
          Thread thread = person.thread();
          if (thread != null && count.getAndIncrement() < MOST_PERSONS) {
            write(thread, "person " + (person.person() + 1), thread.getStackTrace());
          }
        });
    json.endArray();
    json.name("platformThreads");
    json.beginArray();
    Thread.getAllStackTraces().forEach((thread, stack) -> write(thread, thread.getName(), stack));
    json.endArray();
    json.endObject();
  }

  private void write(Thread thread, String name, StackTraceElement[] stack) {
    Object blocker = LockSupport.getBlocker(thread);
    json.beginObject();
    json.name("tid");
    json.value(thread.threadId());
    json.name("name");
    json.value(name);
    json.name("state");
    json.value(thread.getState().toString());
    if (blocker != null) {
      json.name("parkBlocker");
      json.value(blocker.getClass().getName());
    }
    json.name("stack");
    json.beginArray();
    for (StackTraceElement frame : stack) {
      json.value(frame.toString());
    }
    json.endArray();
    json.endObject();
  }
}
