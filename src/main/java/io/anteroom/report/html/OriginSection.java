package io.anteroom.report.html;

import io.anteroom.result.Environment;
import io.anteroom.result.FigureText;
import io.anteroom.result.Run;
import io.anteroom.scenario.ScenarioText;
import io.jstach.jstache.JStache;
import java.util.List;

/** Where a run comes from, and how to have it again. */
@JStache(path = "io/anteroom/report/html/origin.mustache")
record OriginSection(String command, String scenario, List<FactSection.Fact> facts)
    implements Section {
  static OriginSection of(Run run) {
    Environment where = run.result().environment();
    boolean simulated = run.result().simulation() != null;
    return new OriginSection(
        "anteroom " + (simulated ? "simulate" : "run") + " scenario.yaml",
        ScenarioText.write(run.scenario()),
        List.of(
            FactSection.Fact.of("schedule", schedule(run)),
            FactSection.Fact.of("started", where.startedAt()),
            FactSection.Fact.of("Anteroom", where.anteroom()),
            FactSection.Fact.of("JDK", where.jdk() + " · " + where.vm()),
            FactSection.Fact.of("system", where.os()),
            FactSection.Fact.of("processors", processors(where)),
            FactSection.Fact.of(
                "heap", FigureText.count(where.heapBytes() >> 20) + " MiB · " + where.collector()),
            FactSection.Fact.of(
                "JVM options", where.flags().isEmpty() ? "none" : String.join(" ", where.flags())),
            FactSection.Fact.of("load before", load(where.hostLoad()))));
  }

  private static String schedule(Run run) {
    return run.result().scheduleChecksum() + " · seed " + run.scenario().conduct().seed();
  }

  private static String processors(Environment where) {
    return FigureText.count(where.processors())
        + " · carriers "
        + FigureText.count(where.carriers());
  }

  private static String load(double load) {
    return load < 0 || !Double.isFinite(load) ? "not observable" : FigureText.number(load, 3);
  }

  @Override
  public String id() {
    return "origin";
  }

  @Override
  public String heading() {
    return "Run it again";
  }

  @Override
  public String html() {
    return OriginSectionRenderer.of().execute(this);
  }
}
