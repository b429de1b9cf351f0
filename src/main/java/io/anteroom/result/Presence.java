package io.anteroom.result;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * How many persons were present, over the measured time.
 *
 * @param waiting persons who waited, on average
 * @param inSystem persons who waited or were in a room, on average
 * @param lineHistogram for how many nanoseconds the line had which length: an HdrHistogram (V2, not
 *     compressed, so that it is the same on every JDK) in Base64; null where nobody asked for it,
 *     and in merged runs where one lacks it
 */
public record Presence(double waiting, double inSystem, @Nullable String lineHistogram) {
  private static final long LEAST_REACH = 2;

  /** With the lengths of the line by their time; null: they are not known. */
  public static Presence of(double waiting, double inSystem, @Nullable Histogram lengths) {
    return new Presence(waiting, inSystem, lengths == null ? null : encoded(lengths));
  }

  /** The same content gives the same text, however far the histogram reaches. */
  private static String encoded(Histogram lengths) {
    long reach = Math.max((Long.highestOneBit(lengths.getMaxValue()) << 1) - 1, LEAST_REACH);
    Histogram fitting = new Histogram(reach, lengths.getNumberOfSignificantValueDigits());
    fitting.add(lengths);
    ByteBuffer buffer = ByteBuffer.allocate(fitting.getNeededByteBufferCapacity());
    int length = fitting.encodeIntoByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }

  /**
   * A new histogram of the line's lengths, by nanoseconds; null where they are not known.
   *
   * @throws RuntimeException if the text is no such histogram
   */
  public @Nullable Histogram lineLengths() {
    String encoded = lineHistogram;
    if (encoded == null) {
      return null;
    }
    ByteBuffer buffer = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
    Histogram histogram = Histogram.decodeFromByteBuffer(buffer, 0);
    histogram.setAutoResize(true);
    return histogram;
  }
}
