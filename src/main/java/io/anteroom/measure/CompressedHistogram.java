package io.anteroom.measure;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import org.HdrHistogram.Histogram;

/**
 * A histogram in HdrHistogram's compressed encoding (V2). It is compressed as quickly as can be: at
 * zlib's usual level it takes thrice the time, and 4% fewer bytes. Immutable.
 */
public final class CompressedHistogram implements IntervalRecord.Kept {
  /** HdrHistogram knows no smaller one. */
  private static final long LEAST_REACH = 2;

  private final byte[] bytes;
  private final long longestNanos;

  private CompressedHistogram(byte[] bytes, long longestNanos) {
    this.bytes = bytes;
    this.longestNanos = longestNanos;
  }

  /**
   * Compresses the present content of a histogram. The same content gives the same bytes, however
   * far the histogram reaches.
   */
  public static CompressedHistogram of(Histogram histogram) {
    Histogram fitting = fitting(histogram);
    ByteBuffer buffer = ByteBuffer.allocate(fitting.getNeededByteBufferCapacity());
    int length = fitting.encodeIntoCompressedByteBuffer(buffer, Deflater.BEST_SPEED);
    return new CompressedHistogram(Arrays.copyOf(buffer.array(), length), histogram.getMaxValue());
  }

  /** A copy that reaches no farther than its content. */
  static Histogram fitting(Histogram histogram) {
    Histogram fitting =
        new Histogram(reach(histogram), histogram.getNumberOfSignificantValueDigits());
    fitting.add(histogram);
    return fitting;
  }

  /** One less than the power of two above the longest duration. */
  private static long reach(Histogram histogram) {
    return Math.max((Long.highestOneBit(histogram.getMaxValue()) << 1) - 1, LEAST_REACH);
  }

  /** The encoding, as text for logs of histograms. */
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The longest duration; 0 where there is none. */
  public long longestNanos() {
    return longestNanos;
  }

  @Override
  public CompressedHistogram compressed() {
    return this;
  }

  @Override
  public Histogram histogram() {
    try {
      Histogram histogram = Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 0);
      histogram.setAutoResize(true);
      return histogram;
    } catch (DataFormatException broken) {
      throw new IllegalStateException("a histogram that was just compressed", broken);
    }
  }
}
