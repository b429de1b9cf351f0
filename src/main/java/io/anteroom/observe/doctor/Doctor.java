package io.anteroom.observe.doctor;

import io.anteroom.measure.flight.KnownHold;
import io.anteroom.measure.flight.Observability;
import io.anteroom.modes.clock.NanoClock;
import io.anteroom.observe.doctor.Diagnosis.Section;
import java.util.List;

/** Looks at this JVM and this machine, in well under two seconds; changes nothing. */
public final class Doctor {
  private final NanoClock clock;

  /**
   * @param clock the one whose precision is measured
   */
  public Doctor(NanoClock clock) {
    this.clock = clock;
  }

  /** Looks at everything. */
  public Diagnosis examine() throws InterruptedException {
    int feature = Runtime.version().feature();
    return new Diagnosis(
        Diagnosis.SCHEMA,
        feature,
        List.of(
            new Section("Java", JavaFindings.all()),
            new Section("carriers of virtual threads", CarrierFindings.all()),
            new Section("machine and container", MachineFindings.all()),
            new Section("clocks", new ClockFindings(clock).all()),
            new Section("what holds a carrier on JDK " + feature, holds(feature)),
            new Section("flight recorder", RecorderFindings.all()),
            new Section(
                "what flight recordings of JDK " + feature + " show", visibility(feature))));
  }

  private static List<Finding> holds(int feature) {
    return KnownHold.ALL.stream()
        .map(
            hold ->
                hold.holds(feature)
                    ? Finding.limited(
                        hold.key(), hold.place(), hold.sentence(feature), hold.source())
                    : Finding.fine(hold.key(), hold.place(), hold.sentence(feature), hold.source()))
        .toList();
  }

  private static List<Finding> visibility(int feature) {
    return Observability.ofJdk(feature).stream().map(known -> visible(known, feature)).toList();
  }

  private static Finding visible(Observability known, int feature) {
    return known.observable()
        ? Finding.fine(known.key(), known.subject(), known.explanation(), known.source())
        : Finding.absent(
            known.key(),
            known.subject(),
            "not observable on JDK %d: %s".formatted(feature, known.explanation()),
            known.source());
  }
}
