package io.anteroom.bench;

/** What a flight recording costs a visit, in processor time, against the same run without one. */
final class FlightOverhead {
  private FlightOverhead() {}

  static Ratio compare(String jfr, Work work, int pairs) throws Exception {
    return Ratio.of(
        "jfr " + jfr,
        pairs,
        () -> EngineRun.cpuNanosPerVisit(work, jfr),
        () -> EngineRun.cpuNanosPerVisit(work, "off"));
  }
}
