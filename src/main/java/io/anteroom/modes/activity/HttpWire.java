package io.anteroom.modes.activity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message is an HTTP/1.1 GET of the time when it is due, as a path, and the answer has no
 * content. It is for the caller at the other end of this process; a server for the world it is not.
 */
final class HttpWire implements Wire {
  private static final int LONGEST = 1024;
  private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ANSWER =
      "HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern REQUEST = Pattern.compile("GET /(-?\\d{1,19}) HTTP/1\\.1\r\n");

  /** The path that asks for an answer at a clock reading. */
  static String path(long dueNanos) {
    return "/" + dueNanos;
  }

  @Override
  public int longestMessage() {
    return LONGEST;
  }

  @Override
  public boolean isWhole(ByteBuffer message) {
    int start = message.position() - END.length;
    return start >= 0 && message.slice(start, END.length).equals(ByteBuffer.wrap(END));
  }

  @Override
  public long dueNanos(ByteBuffer message) throws IOException {
    Matcher request = REQUEST.matcher(StandardCharsets.US_ASCII.decode(message.duplicate().flip()));
    if (!request.lookingAt()) {
      throw new IOException("not a GET of a time");
    }
    try {
      return Long.parseLong(request.group(1));
    } catch (NumberFormatException tooLarge) {
      throw new IOException("not a time of a clock", tooLarge);
    }
  }

  @Override
  public void answer(ByteBuffer into, long dueNanos) {
    into.put(ANSWER);
  }
}
