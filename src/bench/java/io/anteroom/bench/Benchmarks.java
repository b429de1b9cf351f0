package io.anteroom.bench;

import java.io.PrintStream;
import java.util.List;

/** Runs every comparison and prints its ratio: {@code mvn -Pbench -DskipTests verify}. */
public final class Benchmarks {
  private static final int PAIRS = 15;
  private static final Work NO_HOLD = new Work(1_000, 64, 1_000, 0);
  private static final Work SHORT_HOLD = new Work(1_000, 64, 100, 1_000_000);

  private Benchmarks() {}

  /** Prints a line for each comparison as soon as it is there. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    out.println("Processor time a visit; medians of runs that took turns in this process.");
    out.println("The engine against a bare loop:");
    out.println(EngineAgainstBareLoop.compare("zero hold", NO_HOLD, PAIRS));
    out.println(EngineAgainstBareLoop.compare("1 ms hold", SHORT_HOLD, PAIRS));
    out.println(EngineAgainstBareLoop.compareWithCanary("1 ms, canary", SHORT_HOLD, PAIRS));
    out.println("The noise: a bare loop against the bare loop, 1 ms hold:");
    out.println(EngineAgainstBareLoop.control("the same", SHORT_HOLD, false, PAIRS));
    out.println(EngineAgainstBareLoop.control("with canary", SHORT_HOLD, true, PAIRS));
    out.println("A flight recording against none, zero hold:");
    for (String jfr : List.of("off", "pinning", "contention", "full")) {
      out.println(FlightOverhead.compare(jfr, NO_HOLD, PAIRS));
    }
    out.println("A flight recording against none, 1 ms hold:");
    for (String jfr : List.of("off", "pinning", "contention", "full")) {
      out.println(FlightOverhead.compare(jfr, SHORT_HOLD, PAIRS));
    }
  }
}
