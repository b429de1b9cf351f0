package io.anteroom.measure.threads;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * Hands JSON to a parser in blocks that do not end with a quotation mark. The parser of avaje-json
 * 3.11 takes an array for finished where its buffer ends just behind a text ({@code
 * JParser.hasNextElement}), and then finds the rest malformed. It fills its buffer until the buffer
 * is full or there is nothing for now, and asks again.
 */
final class WholeTexts extends InputStream {
  private final PushbackInputStream in;

  WholeTexts(InputStream in) {
    this.in = new PushbackInputStream(in);
  }

  @Override
  public int read() throws IOException {
    return in.read();
  }

  @Override
  public int read(byte[] block, int start, int room) throws IOException {
    int read = in.read(block, start, room);
    if (read < room || read == 0 || block[start + read - 1] != '"') {
      return read;
    }
    in.unread('"');
    return read == 1 ? -1 : read - 1;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
