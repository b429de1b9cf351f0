package io.anteroom.report;

import io.anteroom.study.diff.WaitBucket;
import java.util.List;
import java.util.Locale;

/** The waits of two runs side by side: a bar for each bucket of either. */
final class DiffWaits {
  private static final int LABEL = 14;
  private static final int BAR = 20;

  private DiffWaits() {}

  static void print(List<WaitBucket> waits, Page page) {
    long ofA = waits.stream().mapToLong(WaitBucket::a).sum();
    long ofB = waits.stream().mapToLong(WaitBucket::b).sum();
    double longest =
        waits.stream()
            .mapToDouble(bucket -> Math.max(share(bucket.a(), ofA), share(bucket.b(), ofB)))
            .max()
            .orElse(0);
    if (longest == 0) {
      return;
    }
    page.line(
        page.style()
            .faint(
                String.format(
                    Locale.ROOT, "%" + LABEL + "s  A %" + (BAR + 7) + "s  B", "wait", "")));
    for (WaitBucket bucket : waits) {
      page.line(
          Page.padded(label(bucket, bucket.equals(waits.getFirst())), LABEL)
              + "  "
              + side(share(bucket.a(), ofA), longest, page)
              + "  "
              + side(share(bucket.b(), ofB), longest, page));
    }
    page.blank();
  }

  private static String label(WaitBucket bucket, boolean first) {
    String range = WaitDrawing.range(bucket.fromNanos(), bucket.toNanos());
    return first ? "under " + range.substring(range.indexOf('–') + 2) : range;
  }

  private static double share(long count, long all) {
    return all == 0 ? 0 : (double) count / all;
  }

  private static String side(double share, double longest, Page page) {
    return page.style().blue(Page.bar(share / longest, BAR))
        + Page.padded(WaitDrawing.percent(share), 8);
  }
}
