package io.anteroom.study.diff;

import io.anteroom.result.FlightReport.Site;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult.Pinning;
import io.anteroom.scenario.Named;
import io.avaje.jsonb.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What held carriers, by cause, in both runs.
 *
 * @param reason why that can't be compared; else empty, and then the causes are complete
 * @param causes the most changed carrier time first
 * @param onlyANotObservable what the first run's JDK can't show and the second's can
 * @param onlyBNotObservable the other way round
 */
public record Pins(
    String reason,
    List<Cause> causes,
    List<String> onlyANotObservable,
    List<String> onlyBNotObservable) {

  /** What became of a cause. */
  public enum Fate implements Named {
    /** Only the second run has it. */
    NEW,
    /** Only the first run has it. */
    GONE,
    /** Both have it, not to the same extent. */
    CHANGED,
    /** Both have it to the nanosecond. */
    SAME;

    @Override
    @Json.Value
    public String word() {
      return Named.super.word();
    }
  }

  /**
   * A place in the code that held carriers.
   *
   * @param frame the first frame of the application
   */
  public record Cause(
      String frame, Fate fate, long countA, long nanosA, long countB, long nanosB) {}

  static Pins of(Run a, Run b) {
    Pinning ofA = a.result().pinning();
    Pinning ofB = b.result().pinning();
    List<String> reasons = new ArrayList<>();
    if (ofA.count() == null) {
      reasons.add("A: " + missing(a));
    }
    if (ofB.count() == null) {
      reasons.add("B: " + missing(b));
    }
    return new Pins(
        String.join("; ", reasons),
        reasons.isEmpty() ? causes(ofA.sites(), ofB.sites()) : List.of(),
        reasons.isEmpty() ? only(a, b) : List.of(),
        reasons.isEmpty() ? only(b, a) : List.of());
  }

  private static String missing(Run run) {
    return run.result().simulation() == null
        ? run.result().flight().pinsUnknown()
        : "not observable (simulated time has no carriers)";
  }

  private static List<String> only(Run one, Run other) {
    List<String> there =
        other.result().flight().notObservable().stream().map(Pins::subject).toList();
    return one.result().flight().notObservable().stream()
        .filter(sentence -> !there.contains(subject(sentence)))
        .toList();
  }

  /** A sentence begins with what it is about. */
  private static String subject(String sentence) {
    return sentence.split(":", 2)[0];
  }

  private static List<Cause> causes(List<Site> sitesOfA, List<Site> sitesOfB) {
    Map<String, Cause> causes = new TreeMap<>();
    for (Site site : sitesOfA) {
      causes.put(
          site.frame(), new Cause(site.frame(), Fate.GONE, site.count(), site.nanos(), 0, 0));
    }
    for (Site site : sitesOfB) {
      causes.merge(
          site.frame(),
          new Cause(site.frame(), Fate.NEW, 0, 0, site.count(), site.nanos()),
          Pins::both);
    }
    return causes.values().stream()
        .sorted(
            Comparator.comparingLong((Cause cause) -> Math.abs(cause.nanosB() - cause.nanosA()))
                .reversed())
        .toList();
  }

  private static Cause both(Cause a, Cause b) {
    boolean same = a.countA() == b.countB() && a.nanosA() == b.nanosB();
    return new Cause(
        a.frame(), same ? Fate.SAME : Fate.CHANGED, a.countA(), a.nanosA(), b.countB(), b.nanosB());
  }
}
