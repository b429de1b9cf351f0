package io.anteroom.report.html;

import io.anteroom.report.html.FactSection.Fact;
import io.anteroom.result.Environment;
import io.anteroom.result.FigureText;
import io.anteroom.result.Run;
import io.anteroom.scenario.BusyWaiting;
import io.anteroom.scenario.ScenarioText;
import io.jstach.jstache.JStache;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where results come from, and how to have them again.
 *
 * @param command null: not known
 * @param scenario null: the words say where it is
 * @param about what the facts are about
 */
@JStache(path = "io/anteroom/report/html/origin.mustache")
public record OriginSection(
    String words,
    @Nullable String command,
    @Nullable String scenario,
    String about,
    List<Fact> facts)
    implements Section {
  public OriginSection {
    facts = List.copyOf(facts);
  }

  /** That of a run. */
  static OriginSection of(Run run) {
    boolean simulated = run.result().simulation() != null;
    List<Fact> facts = new ArrayList<>(List.of(Fact.of("schedule", schedule(run))));
    facts.addAll(environment(run.result().environment()));
    return new OriginSection(
        "Save the scenario as scenario.yaml, or go to the results folder, and say:",
        "anteroom " + (simulated ? "simulate" : "run") + " scenario.yaml",
        ScenarioText.write(run.scenario()),
        "Environment",
        facts);
  }

  /** Where and on what it ran. */
  public static List<Fact> environment(Environment where) {
    List<Fact> facts = new ArrayList<>();
    facts.addAll(
        List.of(
            Fact.of("started", where.startedAt()),
            Fact.of("Anteroom", where.anteroom()),
            Fact.of("JDK", where.jdk() + " · " + where.vm()),
            Fact.of("system", where.os()),
            Fact.of("processors", processors(where)),
            Fact.of(
                "heap", FigureText.count(where.heapBytes() >> 20) + " MiB · " + where.collector()),
            Fact.of(
                "JVM options", where.flags().isEmpty() ? "none" : String.join(" ", where.flags())),
            Fact.of("load before", load(where.hostLoad()))));
    if (Boolean.TRUE.equals(where.busyWaiting())) {
      facts.add(Fact.of("busy waiting", BusyWaiting.WORDS));
    }
    return facts;
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
