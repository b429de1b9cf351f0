package io.anteroom.measure.threads;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    try (InputStream text = Files.newInputStream(file)) {
      return read(text);
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
  }

  /** The same of a text in memory. */
  public static ThreadDump parse(String text) {
    try {
      return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static ThreadDump read(InputStream bytes) throws IOException {
    BufferedInputStream text = new BufferedInputStream(bytes);
    ThreadDump dump =
        firstCharacter(text) == '{' ? JsonDump.read(text) : new TextDump().read(lines(text));
    if (dump.threads().isEmpty()) {
      throw new IllegalArgumentException("no threads in it");
    }
    return dump;
  }

  /** A decoder refuses what is no text; a charset alone would not. */
  private static BufferedReader lines(InputStream text) {
    return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8.newDecoder()));
  }

  private static int firstCharacter(InputStream text) throws IOException {
    text.mark(LONGEST_BLANK);
    int character = text.read();
    for (int i = 1; i < LONGEST_BLANK && Character.isWhitespace(character); i++) {
      character = text.read();
    }
    text.reset();
    return character;
  }

  public Optional<DumpedThread> thread(long id) {
    return threads.stream().filter(thread -> thread.id() == id).findFirst();
  }
}
