package io.anteroom.bench;

/** What the engine costs a visit, in processor time, against {@link BareLoop} on the same work. */
final class EngineAgainstBareLoop {
  private EngineAgainstBareLoop() {}

  static Ratio compare(String name, Work work, int pairs) throws Exception {
    return Ratio.of(
        name,
        pairs,
        () -> EngineRun.cpuNanosPerVisit(work, "off"),
        () -> new BareLoop(work).cpuNanosPerVisit());
  }
}
