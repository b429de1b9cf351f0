package io.anteroom.engine;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes what every thread is doing, virtual ones included: as the JVM itself does it where there
 * are few enough persons, else the first of them only, in the same shape.
 */
final class ThreadDump {
  static final String FILE_NAME = "threads.json";

  private static final int MOST_PERSONS = 10_000;

  private ThreadDump() {}

  /** Dumps the threads into a new temporary file. */
  static Path write(Roster roster) throws IOException {
    Path folder = Files.createTempDirectory("anteroom-threads");
    Path file = folder.resolve(FILE_NAME);
    if (roster.present() <= MOST_PERSONS) {
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(file.toAbsolutePath().toString(), ThreadDumpFormat.JSON);
    } else {
      writeSome(roster, file);
    }
    return file;
  }

  private static void writeSome(Roster roster, Path file) throws IOException {
    AtomicLong count = new AtomicLong();
    try (OutputStream out = Files.newOutputStream(file);
        JsonWriter json = Jsonb.builder().build().writer(out)) {
      json.beginObject();
      json.name("note");
      json.value("The first " + MOST_PERSONS + " of " + roster.present() + " persons.");
      json.name("threads");
      json.beginArray();
      roster.forEach(
          person -> {
            if (count.getAndIncrement() < MOST_PERSONS) {
              person.describe(json);
            }
          });
      json.endArray();
      json.endObject();
    }
  }
}
