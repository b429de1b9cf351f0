package io.anteroom.bench;

import java.util.ArrayList;
import java.util.List;

/** All benchmarks, in the order in which they run and are shown. Immutable. */
record Catalogue(List<Chapter> chapters) {
  Catalogue {
    chapters = List.copyOf(chapters);
  }

  /** What there is to measure. */
  static Catalogue all() {
    return new Catalogue(
        List.of(
            new Chapter(
                "Anteroom by itself",
                List.of(
                    new EngineAgainstBareLoop(),
                    new RecordingCost(),
                    new PoolsAgainstBareLoop(),
                    new JourneyOfTwoPools(),
                    new FlightOverhead(),
                    new WatchOverhead(),
                    new WaitingMemory(),
                    ManyPersons.million(),
                    ManyPersons.tenMillion(),
                    new PersonsScale(),
                    new OpenModel(),
                    new SimulatorSpeed(),
                    new StartUp(),
                    new ReportSpeed(),
                    new FitSpeed(),
                    new ClusterOverhead())),
            new Chapter(
                "Against other programs on the same work",
                List.of(new PeersBenchmark(), new SimulatorPeers(), new JourneyPeers())),
            new Chapter("Parts", List.of(new MicroBenchmark()))));
  }

  /** The benchmarks of all chapters. */
  List<Benchmark> benchmarks() {
    return chapters.stream().flatMap(chapter -> chapter.benchmarks().stream()).toList();
  }

  /** Their names. */
  List<String> names() {
    return benchmarks().stream().map(Benchmark::name).toList();
  }

  /**
   * Those with these names, in the catalogue's order; all where there are no names.
   *
   * @throws UnknownBenchmarkException if there is none of a name
   */
  List<Benchmark> named(List<String> wanted) {
    for (String name : wanted) {
      if (!names().contains(name)) {
        throw new UnknownBenchmarkException(name, names());
      }
    }
    List<Benchmark> named = new ArrayList<>(benchmarks());
    named.removeIf(benchmark -> !wanted.isEmpty() && !wanted.contains(benchmark.name()));
    return named;
  }
}
