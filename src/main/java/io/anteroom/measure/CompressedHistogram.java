package io.anteroom.measure;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** A histogram in HdrHistogram's compressed encoding (V2). Immutable. */
public final class CompressedHistogram {
  private final byte[] bytes;

  private CompressedHistogram(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Compresses the present content of a histogram. */
  public static CompressedHistogram of(Histogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    return new CompressedHistogram(Arrays.copyOf(buffer.array(), length));
  }

  /** A new histogram with the same content. */
  public Histogram histogram() {
    try {
      return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 0);
    } catch (DataFormatException broken) {
      throw new IllegalStateException("a histogram that was just compressed", broken);
    }
  }
}
