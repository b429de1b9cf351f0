package io.anteroom.bench;

import io.anteroom.bench.Finding.Compared;
import io.anteroom.bench.Finding.Counted;
import io.anteroom.bench.Finding.Pair;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast {@code fit} reads an access log of a gigabyte, against a plain loop that parses the same
 * log and {@code wc -l} before it; and how much memory it takes for all that it does.
 */
final class FitSpeed implements GradualBenchmark {
  private static final Aim RATIO = Aim.atMost(2);
  private static final Aim MEMORY = Aim.atMost(512);
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Pattern READ = Pattern.compile("read .* in ([0-9.]+) s");

  @Override
  public String name() {
    return "fit";
  }

  @Override
  public void measure(Size size, Consumer<Finding> found) throws Exception {
    boolean full = size == Size.FULL;
    List<Pair> pairs = new ArrayList<>();
    List<Double> peaks = new ArrayList<>();
    try (Scratch scratch = Scratch.create()) {
      Path log = log(scratch.folder().resolve("access.log"), full ? 1L << 30 : 1L << 17);
      for (int turn = 0; turn < (full ? 3 : 1); turn++) {
        Command.Ended fitted = fit(size, log, scratch);
        pairs.add(new Pair(readingSeconds(fitted), plainSeconds(size, log, scratch)));
        peaks.add(Math.max(fitted.cost().peakBytes(), 0) / (double) (1 << 20));
      }
    }
    String what = "reading an access log of " + (full ? "1 GiB" : "128 KiB");
    found.accept(
        new Compared(
            what, "anteroom fit", "wc -l and a plain loop", "s", pairs, full ? RATIO : null));
    found.accept(new Counted("memory of the whole fit", "MiB", peaks, full ? MEMORY : null));
  }

  private static Command.Ended fit(Size size, Path log, Scratch scratch)
      throws IOException, InterruptedException {
    Command command =
        Anteroom.command(size, List.of("fit", log.toString()))
            .and(List.of("--out", scratch.folder().resolve("results").toString()))
            .with("ANTEROOM_JAVA_OPTS", "-Xmx400m");
    return command.watch(LIMIT).orFail(command);
  }

  /** What it says itself: the rest is sorting, fitting and writing. */
  private static double readingSeconds(Command.Ended fitted) {
    Matcher matcher = READ.matcher(fitted.errors());
    if (!matcher.find()) {
      throw new IllegalStateException("no rate of reading in: " + fitted.errors());
    }
    return Math.max(Double.parseDouble(matcher.group(1)), 0.001);
  }

  private static double plainSeconds(Size size, Path log, Scratch scratch)
      throws IOException, InterruptedException {
    Command count = Command.of("wc", "-l", log.toString());
    long counting = count.time(LIMIT).orFail(count).cost().wallNanos();
    Command loop =
        Anteroom.sameJvm(
            size,
            scratch,
            List.of("run"),
            List.of(),
            List.of(PlainLogLoop.class.getName(), log.toString()));
    return (counting + loop.time(LIMIT).orFail(loop).cost().wallNanos()) / 1e9;
  }

  /** 100 requests a second, as nginx writes them. */
  private static Path log(Path file, long bytes) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    DateTimeFormatter format =
        DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss xx", Locale.ENGLISH);
    try (OutputStream out = Files.newOutputStream(file)) {
      long written = 0;
      for (long second = 1_796_000_000L; written < bytes; second++) {
        StringBuilder lines = new StringBuilder();
        String stamp = format.format(Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC));
        for (int i = 0; i < 100; i++) {
          double seconds = -0.02 * Math.log(1 - random.nextDouble());
          lines
              .append("10.0.0.")
              .append(random.nextInt(256))
              .append(" - - [")
              .append(stamp)
              .append("] \"GET /item/")
              .append(random.nextInt(100))
              .append("?page=2 HTTP/1.1\" 200 5120 \"-\" \"curl/8\" ")
              .append(Math.round(seconds * 1000) / 1000.0)
              .append('\n');
        }
        byte[] block = lines.toString().getBytes(StandardCharsets.US_ASCII);
        out.write(block);
        written += block.length;
      }
    }
    return file;
  }
}
