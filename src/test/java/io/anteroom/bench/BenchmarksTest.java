package io.anteroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.Golden;
import io.anteroom.bench.Finding.Compared;
import io.anteroom.bench.Finding.Counted;
import io.anteroom.bench.Finding.Pair;
import io.anteroom.bench.Finding.Skipped;
import io.anteroom.report.Style;
import io.anteroom.result.Environment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that runs benchmarks, and what it writes. */
final class BenchmarksTest {
  private static final Finding RATIO =
      new Compared(
          "CPU a visit",
          "the engine",
          "a bare loop",
          "ns",
          List.of(new Pair(110, 100), new Pair(120, 100), new Pair(105, 100)),
          Aim.atMost(1.10));

  private static final Finding SPEED =
      new Counted("speed", "/s", List.of(12_345.678), Aim.atLeast(10_000));

  private static final Finding MISSING = new Skipped("coroutines", "install | kotlinc");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private static Benchmark found(String name, Finding... findings) {
    return new Simple(name, found -> List.of(findings).forEach(found));
  }

  private static Benchmark broken(String name, Finding... findings) {
    return new Simple(
        name,
        found -> {
          List.of(findings).forEach(found);
          throw new IllegalStateException("the peer crashed");
        });
  }

  private record Simple(String name, Consumer<Consumer<Finding>> work) implements GradualBenchmark {
    @Override
    public void measure(Size size, Consumer<Finding> found) {
      work.accept(found);
    }
  }

  private int run(List<Benchmark> benchmarks, String... arguments) {
    return Benchmarks.run(
        new Catalogue(List.of(new Chapter("Ours", benchmarks))),
        Style.PLAIN,
        new PrintWriter(out),
        new PrintWriter(err),
        arguments);
  }

  private int run(Benchmark... benchmarks) {
    return run(List.of(benchmarks), "--only=", "--out=" + folder, "--size=");
  }

  private BenchmarkResults written() throws IOException {
    return BenchmarkResults.JSON.read(folder.resolve("benchmarks.json"));
  }

  @Test
  void whatIsFoundIsSaidAndWritten() throws IOException {
    assertThat(run(found("first", RATIO, SPEED), found("second", MISSING))).isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "first",
            "  CPU a visit: 1.100 (110ns against 100ns); 1.050 to 1.200, range of 3;"
                + " aim at most 1.1, met",
            "  speed: 12,346/s; one run; aim at least 10,000/s, met",
            "second",
            "  coroutines: skipped: install | kotlinc",
            "written to " + folder);
    assertThat(written().blocks()).extracting(Block::benchmark).containsExactly("first", "second");
    assertThat(written().blocks()).allMatch(Block::isComplete);
    assertThat(folder.resolve("README.md")).content().contains("install \\| kotlinc");
    assertThat(folder.resolve("ratios.svg")).content().startsWith("<svg");
  }

  @Test
  void onlySomeMergeIntoWhatIsThere() throws IOException {
    run(found("first", RATIO), found("second", SPEED));
    Block untouched = written().of("first").orElseThrow();
    int code =
        run(
            List.of(found("first"), found("second", MISSING), found("third", SPEED)),
            "--only=third, second",
            "--out=" + folder);
    assertThat(code).isZero();
    assertThat(written().blocks())
        .extracting(Block::benchmark)
        .containsExactly("first", "second", "third");
    assertThat(written().of("first")).contains(untouched);
    assertThat(written().of("second").orElseThrow().figures())
        .extracting(Figure::what)
        .containsExactly("coroutines");
  }

  @Test
  void aFailureKeepsWhatWasMeasuredAndTheNextOneRuns() throws IOException {
    assertThat(run(broken("first", RATIO), found("second", SPEED))).isEqualTo(1);
    assertThat(out.toString()).contains("  failed: the peer crashed\nsecond\n");
    Block first = written().of("first").orElseThrow();
    assertThat(first.status()).isEqualTo("failed: the peer crashed");
    assertThat(first.figures()).hasSize(1);
    assertThat(written().of("second").orElseThrow().isComplete()).isTrue();
  }

  @Test
  void whatFailsAtOnceLeavesTheFiguresOfTheFormerRun() throws IOException {
    run(found("first", RATIO));
    Block former = written().of("first").orElseThrow();
    assertThat(run(broken("first"))).isEqualTo(1);
    assertThat(written().of("first")).contains(former);
  }

  @Test
  void whatIsMeasuredIsWrittenBeforeTheEndAndMarkedIncomplete() {
    Benchmark looksItUp =
        new Simple(
            "first",
            found -> {
              found.accept(RATIO);
              try {
                Block block = written().of("first").orElseThrow();
                assertThat(block.status()).isEqualTo("incomplete");
                assertThat(block.figures()).hasSize(1);
              } catch (IOException fault) {
                throw new AssertionError(fault);
              }
            });
    assertThat(run(looksItUp)).isZero();
  }

  @Test
  void anUnknownNameIsOneLine() {
    assertThat(run(List.of(found("first")), "--only=fist", "--out=" + folder)).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo("benchmarks: there is no benchmark fist; choose from first\n");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anUnknownSizeIsOneLine() {
    assertThat(run(List.of(found("first")), "--size=huge", "--out=" + folder)).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("benchmarks: size: huge; it is full or tiny\n");
  }

  @Test
  void aListNamesAll() {
    assertThat(run(List.of(found("first"), found("second")), "--only=list")).isZero();
    assertThat(out.toString().lines()).containsExactly("first", "second");
  }

  @Test
  void anotherFileIsNotOverwritten() throws IOException {
    Path file = folder.resolve("benchmarks.json");
    Files.writeString(file, "{\"schema\": 2}\n");
    assertThat(run(found("first", RATIO))).isEqualTo(2);
    assertThat(err.toString()).contains("benchmarks.json", "schema");
    assertThat(file).hasContent("{\"schema\": 2}");
  }

  @Test
  void numbersComeBackAsTheyWere() {
    double awkward = 0.1 + 0.2;
    Block block = block("first", new Counted("speed", "/s", List.of(awkward, 1e-7, 1e17), null));
    BenchmarkResults results = BenchmarkResults.NONE.with(block, List.of("first"));
    assertThat(BenchmarkResults.JSON.read(BenchmarkResults.JSON.write(results))).isEqualTo(results);
  }

  private static Block block(String name, Finding... findings) {
    Environment environment =
        new Environment(
            "0.1.0",
            "2026-11-22T18:15:30Z",
            "25.0.3+9",
            "A VM",
            "Linux 6 amd64",
            List.of("-XX:+UseParallelGC"),
            "PS Scavenge",
            1_000_000_000,
            2,
            2,
            0.25,
            null);
    Circumstances circumstances =
        new Circumstances(Size.FULL, "0123456789", "A CPU", 25_000_000_000L, environment);
    Block block = Block.begun(name, circumstances);
    for (Finding finding : findings) {
      block = block.with(Figure.of(finding));
    }
    return block.ended(Block.COMPLETE);
  }

  private static BenchmarkResults example() {
    Finding notMet =
        new Compared(
            "start-up",
            "anteroom",
            "hello world",
            "ns",
            List.of(
                new Pair(300e6, 44e6),
                new Pair(310e6, 44e6),
                new Pair(305e6, 45e6),
                new Pair(299e6, 44e6),
                new Pair(320e6, 46e6),
                new Pair(301e6, 43e6)),
            Aim.atMost(5));
    Finding noAim =
        new Compared("noise", "a loop", "the same", "ns", List.of(new Pair(98, 100)), null);
    return BenchmarkResults.NONE
        .with(block("first", RATIO, SPEED, noAim), List.of("first", "second"))
        .with(block("second", notMet, MISSING), List.of("first", "second"));
  }

  @Test
  void theMarkdownIsAsItWas() throws IOException {
    Catalogue catalogue =
        new Catalogue(
            List.of(
                new Chapter("Ours", List.of(found("first"))),
                new Chapter("Theirs", List.of(found("second")))));
    Golden.check("bench/benchmarks.md", new MarkdownTables(catalogue).of(example()));
  }

  @Test
  void theJsonIsAsItWas() throws IOException {
    Golden.check("bench/benchmarks.json", BenchmarkResults.JSON.write(example()));
  }

  @Test
  void thePictureIsAsItWas() throws IOException {
    Golden.check("bench/ratios.svg", RatioPlot.of(example()));
  }

  @Test
  void thePictureOfNothingSaysSo() {
    assertThat(RatioPlot.of(BenchmarkResults.NONE)).contains("No ratios have been measured yet.");
  }
}
