package io.anteroom.bench;

/** What the engine costs a visit, in processor time, against {@link BareLoop} on the same work. */
final class EngineAgainstBareLoop {
  private EngineAgainstBareLoop() {}

  static Ratio compare(String name, Work work, int pairs) throws Exception {
    return Ratio.of(
        name,
        pairs,
        () -> EngineRun.cpuNanosPerVisit(work, "off"),
        () -> new BareLoop(work, false).cpuNanosPerVisit());
  }

  /** The engine against a bare loop that has a canary too. */
  static Ratio compareWithCanary(String name, Work work, int pairs) throws Exception {
    return Ratio.of(
        name,
        pairs,
        () -> EngineRun.cpuNanosPerVisit(work, "off"),
        () -> new BareLoop(work, true).cpuNanosPerVisit());
  }

  /** What the noise is: the bare loop, with or without a canary, against itself without one. */
  static Ratio control(String name, Work work, boolean canary, int pairs) throws Exception {
    return Ratio.of(
        name,
        pairs,
        () -> new BareLoop(work, canary).cpuNanosPerVisit(),
        () -> new BareLoop(work, false).cpuNanosPerVisit());
  }
}
