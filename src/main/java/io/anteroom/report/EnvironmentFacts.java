package io.anteroom.report;

import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Section;
import io.anteroom.result.Environment;
import io.anteroom.result.FigureText;
import io.anteroom.scenario.BusyWaiting;
import java.util.ArrayList;
import java.util.List;

/** Where and on what something ran. */
final class EnvironmentFacts {
  private EnvironmentFacts() {}

  static Section section(Environment where) {
    return Section.of("environment", "Environment", new Facts(of(where)));
  }

  private static List<Fact> of(Environment where) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("started", where.startedAt()));
    facts.add(Fact.of("Anteroom", where.anteroom()));
    facts.add(Fact.of("JDK", where.jdk() + " · " + where.vm()));
    facts.add(Fact.of("system", where.os()));
    facts.add(
        Fact.of(
            "processors",
            FigureText.count(where.processors())
                + " · carriers "
                + FigureText.count(where.carriers())));
    facts.add(
        Fact.of("heap", FigureText.count(where.heapBytes() >> 20) + " MiB · " + where.collector()));
    facts.add(
        Fact.of("JVM options", where.flags().isEmpty() ? "none" : String.join(" ", where.flags())));
    facts.add(Fact.of("load before", load(where.hostLoad())));
    if (Boolean.TRUE.equals(where.busyWaiting())) {
      facts.add(Fact.of("busy waiting", BusyWaiting.WORDS));
    }
    return facts;
  }

  private static String load(double load) {
    return load < 0 || !Double.isFinite(load) ? "not observable" : FigureText.number(load, 3);
  }
}
