package io.anteroom.observe.doctor;

import java.util.Locale;

/** Amounts of memory as a person reads them. */
final class Bytes {
  private static final double MIB = 1024.0 * 1024.0;

  private Bytes() {}

  static String text(long bytes) {
    double mebibytes = bytes / MIB;
    return mebibytes >= 1024
        ? String.format(Locale.ROOT, "%.1f GiB", mebibytes / 1024)
        : String.format(Locale.ROOT, "%.0f MiB", mebibytes);
  }
}
