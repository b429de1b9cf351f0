package io.anteroom.measure.threads;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The threads of a JVM at one time.
 *
 * @param jdk the version that the dump names; empty where it names none
 */
public record ThreadDump(String jdk, List<DumpedThread> threads) {
  private static final int LONGEST_BLANK = 1_000;

  public ThreadDump {
    threads = List.copyOf(threads);
  }

  /**
   * Reads a dump of any kind: what {@code jstack} and {@code Thread.print} print, and what {@code
   * Thread.dump_to_file} writes as text or as JSON.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static ThreadDump read(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      return read(reader);
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
  }

  /** The same of a text in memory. */
  public static ThreadDump parse(String text) {
    try (BufferedReader reader = new BufferedReader(new StringReader(text))) {
      return read(reader);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static ThreadDump read(BufferedReader reader) throws IOException {
    ThreadDump dump =
        firstCharacter(reader) == '{' ? JsonDump.read(reader) : new TextDump().read(reader);
    if (dump.threads().isEmpty()) {
      throw new IllegalArgumentException("no threads in it");
    }
    return dump;
  }

  private static int firstCharacter(Reader reader) throws IOException {
    reader.mark(LONGEST_BLANK);
    int character = reader.read();
    for (int i = 1; i < LONGEST_BLANK && Character.isWhitespace(character); i++) {
      character = reader.read();
    }
    reader.reset();
    return character;
  }

  public Optional<DumpedThread> thread(long id) {
    return threads.stream().filter(thread -> thread.id() == id).findFirst();
  }
}
