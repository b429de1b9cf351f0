package io.anteroom.bench;

import io.anteroom.bench.micro.RoomBenchmark;
import io.anteroom.modes.LockingModes;
import io.anteroom.scenario.ModeTraits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The small parts that every visit passes through, by JMH. A finding's values are JMH's iterations,
 * in nanoseconds an operation; its log and its own figures, the errors among them, stay in {@code
 * target/benchmarks/micro.txt} and {@code micro.json}.
 */
final class MicroBenchmark implements Benchmark {
  private static final Path FOLDER = Path.of("target", "benchmarks");
  private static final String PACKAGE = RoomBenchmark.class.getPackageName();

  @Override
  public String name() {
    return "micro";
  }

  @Override
  public List<Finding> measure(Size size) throws IOException, RunnerException {
    Files.createDirectories(FOLDER);
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(Pattern.quote(PACKAGE + "."))
            .param("mode", modes())
            .output(FOLDER.resolve("micro.txt").toString())
            .resultFormat(ResultFormatType.JSON)
            .result(FOLDER.resolve("micro.json").toString())
            .shouldFailOnError(true);
    Collection<RunResult> results = new Runner(sized(options, size).build()).run();
    return results.stream()
        .sorted(Comparator.comparing((RunResult result) -> result.getParams().id()))
        .map(MicroBenchmark::finding)
        .toList();
  }

  private static String[] modes() {
    return LockingModes.traits().stream().map(ModeTraits::name).toArray(String[]::new);
  }

  private static ChainedOptionsBuilder sized(ChainedOptionsBuilder options, Size size) {
    return switch (size) {
      case FULL ->
          options
              .forks(2)
              .jvmArgs("-XX:+UseParallelGC")
              .warmupIterations(3)
              .warmupTime(TimeValue.milliseconds(300))
              .measurementIterations(5)
              .measurementTime(TimeValue.milliseconds(500));
      case TINY -> {
        // In this process, which may not be the only one of its kind: no figure is looked at.
        System.setProperty("jmh.ignoreLock", "true");
        yield options
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(3));
      }
    };
  }

  private static Finding finding(RunResult result) {
    List<Double> nanos =
        result.getBenchmarkResults().stream()
            .map(BenchmarkResult::getIterationResults)
            .flatMap(Collection::stream)
            .map(iteration -> iteration.getPrimaryResult().getScore())
            .toList();
    return new Finding.Counted(what(result.getParams()), "ns", nanos, null);
  }

  /** {@code Room.visit, mode semaphore}: class and method, and the parameters. */
  private static String what(BenchmarkParams params) {
    String method =
        params.getBenchmark().substring(PACKAGE.length() + 1).replace("Benchmark.", ".");
    return params.getParamsKeys().stream()
        .map(key -> ", " + key + " " + params.getParam(key))
        .collect(Collectors.joining("", method, ""));
  }
}
