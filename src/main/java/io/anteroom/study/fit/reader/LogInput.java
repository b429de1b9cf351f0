package io.anteroom.study.fit.reader;

import io.anteroom.scenario.InputFile;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * An input that is read once, from its beginning to its end: a file or standard input, unpacked if
 * it is packed by gzip. For one thread, but for {@link #bytesRead}.
 */
public final class LogInput implements AutoCloseable {
  /** How much of it shows which layout it has. */
  private static final int HEAD_BYTES = 64 << 10;

  /** Unpacked, a file may be so many times larger, once it is larger than {@link #HARMLESS}. */
  private static final int MOST_GROWTH = 200;

  private static final long HARMLESS = 1L << 30;

  private final String name;
  private final @Nullable Path file;
  private final AtomicLong packed = new AtomicLong();
  private final AtomicLong unpacked = new AtomicLong();
  private final BufferedInputStream in;
  private final LogHead head;

  private LogInput(String name, @Nullable Path file, InputStream raw) throws IOException {
    this.name = name;
    this.file = file;
    InputStream counted = new Counted(raw, packed, Long.MAX_VALUE);
    this.in = new BufferedInputStream(opened(new BufferedInputStream(counted, 1 << 16)), 1 << 16);
    this.head = readHead();
  }

  /**
   * Opens a file.
   *
   * @throws InvalidLogException if it can't be opened
   */
  public static LogInput open(Path file) {
    String name = file.toString();
    if (Files.isDirectory(file)) {
      throw new InvalidLogException(name + ": a folder; name a file in it");
    }
    InputStream raw = null;
    try {
      raw = Files.newInputStream(file);
      return new LogInput(name, file, raw);
    } catch (IOException failure) {
      closeQuietly(raw);
      throw new InvalidLogException(name + ": " + reason(failure));
    }
  }

  /**
   * Standard input, or what stands for it.
   *
   * @throws InvalidLogException if it can't be read
   */
  public static LogInput of(InputStream stream) {
    try {
      return new LogInput("standard input", null, stream);
    } catch (IOException failure) {
      throw new InvalidLogException("standard input: " + reason(failure));
    }
  }

  private static void closeQuietly(@Nullable InputStream stream) {
    try {
      if (stream != null) {
        stream.close();
      }
    } catch (IOException remains) {
      // The reason why it is closed is graver, and is told.
    }
  }

  /** Why a file can't be read, for the user. */
  static String reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException missing -> InputFile.MISSING;
      case AccessDeniedException denied -> InputFile.FORBIDDEN;
      case ZipException damaged -> "its gzip is damaged (" + damaged.getMessage() + ")";
      case java.io.EOFException cut -> "its gzip ends too early; the file is cut";
      default -> "not readable (" + failure.getMessage() + ")";
    };
  }

  private InputStream opened(BufferedInputStream raw) throws IOException {
    raw.mark(2);
    boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
    raw.reset();
    return gzip ? new Counted(new GZIPInputStream(raw, 1 << 16), unpacked, MOST_GROWTH) : raw;
  }

  private LogHead readHead() throws IOException {
    in.mark(HEAD_BYTES);
    byte[] bytes = new byte[HEAD_BYTES];
    int length = in.readNBytes(bytes, 0, HEAD_BYTES);
    in.reset();
    return new LogHead(bytes, length);
  }

  /** What messages call it. */
  public String name() {
    return name;
  }

  /** The last part of that. */
  String shortName() {
    return file == null || file.getFileName() == null ? name : file.getFileName().toString();
  }

  /** The file; null: it is none. */
  public @Nullable Path file() {
    return file;
  }

  /** How it begins. */
  public LogHead head() {
    return head;
  }

  /** How many bytes of the file were read so far. Any thread may ask. */
  public long bytesRead() {
    return packed.get();
  }

  /** The bytes, unpacked. */
  InputStream stream() {
    return in;
  }

  /** The characters: UTF-16 where it begins so, else UTF-8; what is neither is replaced. */
  Reader reader() throws IOException {
    in.mark(3);
    int first = in.read();
    int second = in.read();
    int third = in.read();
    boolean utf8Mark = first == 0xEF && second == 0xBB && third == 0xBF;
    boolean utf16 = (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
    if (!utf8Mark) {
      in.reset();
    }
    Charset charset = utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    return new InputStreamReader(in, charset);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Counts what passes, and ends what grows beyond all measure. */
  private final class Counted extends FilterInputStream {
    private final AtomicLong count;
    private final long mostGrowth;

    Counted(InputStream stream, AtomicLong count, long mostGrowth) {
      super(stream);
      this.count = count;
      this.mostGrowth = mostGrowth;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      if (one >= 0) {
        passed(1);
      }
      return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int got = super.read(bytes, offset, length);
      if (got > 0) {
        passed(got);
      }
      return got;
    }

    private void passed(int bytes) {
      long all = count.addAndGet(bytes);
      if (all > HARMLESS && all / mostGrowth > packed.get()) {
        throw new InvalidLogException(
            name
                + ": unpacked it is more than "
                + mostGrowth
                + " times as large, and more than 1 GiB; unpack it yourself if that is right");
      }
    }
  }
}
