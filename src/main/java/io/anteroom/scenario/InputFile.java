package io.anteroom.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file that the user named.
 *
 * @param origin what messages call it
 */
public record InputFile(Path path, String origin) {
  /** Why a file that is not there is refused. */
  public static final String MISSING = "no such file; check the path";

  /** Why a file that may not be read is refused. */
  public static final String FORBIDDEN = "not readable; check its permissions";

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Opens it; every failure is one of the user's. */
  InputStream open() {
    if (Files.isDirectory(path)) {
      throw refused("a folder; name a file in it");
    }
    try {
      return Files.newInputStream(path);
    } catch (IOException failure) {
      throw unreadable(failure);
    }
  }

  /** The whole file, which must be UTF-8 and no larger than {@code mostMebibytes}. */
  String text(int mostMebibytes) {
    int mostBytes = mostMebibytes << 20;
    try (InputStream in = open()) {
      byte[] bytes = in.readNBytes(mostBytes + 1);
      if (bytes.length > mostBytes) {
        throw refused("larger than " + mostMebibytes + " MiB; name a scenario file");
      }
      return decode(bytes, 1);
    } catch (IOException failure) {
      throw unreadable(failure);
    }
  }

  /** Decodes bytes of the file, which begin on line {@code firstLine}. */
  String decode(byte[] bytes, int firstLine) {
    if (bytes.length == 0) {
      return "";
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    if (result.isError()) {
      throw notText(bytes, in.position(), firstLine);
    }
    String text = out.flip().toString();
    boolean marked = firstLine == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return marked ? text.substring(1) : text;
  }

  InvalidScenarioException unreadable(IOException failure) {
    return switch (failure) {
      case NoSuchFileException missing -> refused(MISSING);
      case AccessDeniedException denied -> refused(FORBIDDEN);
      default -> refused("not readable; check that it is a file (" + reason(failure) + ")");
    };
  }

  private static String reason(IOException failure) {
    return failure instanceof FileSystemException named && named.getReason() != null
        ? named.getReason()
        : String.valueOf(failure.getMessage());
  }

  private InvalidScenarioException notText(byte[] bytes, int position, int firstLine) {
    int line = firstLine;
    int lineStart = 0;
    for (int i = 0; i < position; i++) {
      if (bytes[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    String problem =
        String.format(
            Locale.ROOT,
            "byte %d of the line is 0x%02X, which is not UTF-8; save the file as UTF-8 text",
            position - lineStart + 1,
            bytes[position]);
    return new InvalidScenarioException(origin + ":" + line, problem);
  }

  InvalidScenarioException refused(String problem) {
    return new InvalidScenarioException(origin, problem);
  }
}
