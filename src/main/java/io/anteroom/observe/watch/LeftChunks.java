package io.anteroom.observe.watch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes a recording of what a JVM that was killed left in its flight recorder's folder: files of
 * one chunk each. The last one was still being written: its header says how far it was complete,
 * about once a second, and a mark that it goes on, for which every reader would wait for ever. So
 * the copy ends where it was complete, without the mark. ({@code jfr assemble} leaves the mark.)
 */
final class LeftChunks {
  private static final int HEADER_BYTES = 68;
  private static final int MAGIC = 0x464c5200; // "FLR\0"
  private static final int SIZE = 8;
  private static final int START_NANOS = 32;
  private static final int DURATION_NANOS = 40;

  /** 0 where the chunk is finished; else it goes on. */
  private static final int STATE = 64;

  private LeftChunks() {}

  /**
   * Writes the chunks that end after that time into the file, one after the other.
   *
   * @return whether there were any
   */
  static boolean write(Path repository, Instant since, Path file) throws IOException {
    boolean any = false;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (Path chunk : chunks(repository)) {
        any |= copy(chunk, since, out);
      }
    }
    return any;
  }

  /** Their names are the times at which they were begun. */
  private static List<Path> chunks(Path repository) throws IOException {
    if (!Files.isDirectory(repository)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(repository)) {
      return files.filter(file -> file.toString().endsWith(".jfr")).sorted().toList();
    }
  }

  private static boolean copy(Path chunk, Instant since, OutputStream out) throws IOException {
    try (FileChannel in = FileChannel.open(chunk, StandardOpenOption.READ)) {
      ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
      while (header.hasRemaining() && in.read(header) >= 0) {
        // Until the header is whole.
      }
      if (header.hasRemaining() || header.getInt(0) != MAGIC || !endsAfter(header, since)) {
        return false;
      }
      long size = Math.min(header.getLong(SIZE), in.size());
      header.put(STATE, (byte) 0);
      out.write(header.array());
      transfer(in, HEADER_BYTES, size, Channels.newChannel(out));
      return size > HEADER_BYTES;
    }
  }

  private static void transfer(FileChannel in, long from, long end, WritableByteChannel out)
      throws IOException {
    long position = from;
    while (position < end) {
      position += in.transferTo(position, end - position, out);
    }
  }

  private static boolean endsAfter(ByteBuffer header, Instant since) {
    long sinceNanos = TimeUnit.SECONDS.toNanos(since.getEpochSecond()) + since.getNano();
    return header.getLong(START_NANOS) + header.getLong(DURATION_NANOS) > sinceNanos;
  }
}
