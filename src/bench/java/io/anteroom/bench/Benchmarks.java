package io.anteroom.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * Runs every comparison and prints its ratio: {@code mvn -Pbench -DskipTests verify}; with {@code
 * -Dbench=simulator} or {@code -Dbench=engine} only those.
 */
public final class Benchmarks {
  private static final int PAIRS = 15;
  private static final Work NO_HOLD = new Work(1_000, 64, 1_000, 0);
  private static final Work SHORT_HOLD = new Work(1_000, 64, 100, 1_000_000);

  private Benchmarks() {}

  /** Prints a line for each comparison as soon as it is there. */
  public static void main(String[] arguments) throws Exception {
    String only = System.getProperty("bench", "");
    if (!only.equals("engine")) {
      simulator(System.out);
    }
    if (!only.equals("simulator")) {
      engine(System.out);
    }
  }

  private static void simulator(PrintStream out) {
    out.println("The simulator, millions of visits a second of one core:");
    out.printf(
        Locale.ROOT,
        "  M/M/10 at load 0.9, recursion  %6.2f%n",
        SimulatorSpeed.millionsPerSecond(SimulatorSpeed.CLASSIC));
    out.printf(
        Locale.ROOT,
        "  M/M/10 at load 0.9, calendar   %6.2f%n",
        SimulatorSpeed.millionsPerSecond(SimulatorSpeed.CLASSIC_BY_CALENDAR));
    double few = SimulatorSpeed.millionsPerSecond(SimulatorSpeed.crowd(1_000));
    double many = SimulatorSpeed.millionsPerSecond(SimulatorSpeed.crowd(1_000_000));
    out.printf(
        Locale.ROOT,
        "  1,000 persons waiting %6.2f, 1,000,000 waiting %6.2f: a visit costs %.2f times as"
            + " much%n",
        few,
        many,
        few / many);
  }

  private static void engine(PrintStream out) throws Exception {
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
