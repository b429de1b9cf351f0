package io.anteroom.run.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps what a simulation tells, so that two simulations can be compared visit by visit. */
final class LoggedVisits implements VisitLog {
  private static final Comparator<Fate> BY_VISIT =
      Comparator.comparingInt(Fate::person).thenComparingLong(Fate::visit);

  private final List<Fate> fates = new ArrayList<>();
  private long violations;
  private long lastNanos;
  private boolean inOrderOfTime = true;

  @Override
  public void enters(
      int person,
      long visit,
      int door,
      long intendedNanos,
      long enteredNanos,
      long leftNanos,
      long refusals) {
    told(enteredNanos);
    fates.add(new Fate.Entered(person, visit, intendedNanos, enteredNanos, leftNanos, refusals));
  }

  @Override
  public void abandons(int person, long visit, long intendedNanos, long atNanos, long refusals) {
    told(atNanos);
    fates.add(new Fate.Abandoned(person, visit, intendedNanos, atNanos, refusals));
  }

  @Override
  public void turnsAway(int person, long atNanos) {
    told(atNanos);
    fates.add(new Fate.TurnedAway(person, atNanos));
  }

  @Override
  public void violates() {
    violations++;
  }

  @Override
  public void leavesWaiting(
      int person, long visit, long intendedNanos, long untilNanos, long refusals) {
    fates.add(new Fate.LeftWaiting(person, visit, intendedNanos, refusals));
  }

  private void told(long nanos) {
    inOrderOfTime &= nanos >= lastNanos;
    lastNanos = nanos;
  }

  /** All fates, ordered by person and visit. */
  List<Fate> fates() {
    return fates.stream().sorted(BY_VISIT).toList();
  }

  /** The visits that got a room, ordered by person and visit. */
  List<Fate.Entered> entered() {
    return only(Fate.Entered.class);
  }

  /** The visits that gave up, ordered by person and visit. */
  List<Fate.Abandoned> abandoned() {
    return only(Fate.Abandoned.class);
  }

  /** The fates of that kind, ordered by person and visit. */
  <F extends Fate> List<F> only(Class<F> kind) {
    return fates().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  long violations() {
    return violations;
  }

  /** Whether entries, abandonments and refusals at the door were told in the order of time. */
  boolean inOrderOfTime() {
    return inOrderOfTime;
  }

  /** How this one differs from what it should be, a line for each fate; empty: not at all. */
  String differenceFrom(LoggedVisits expected) {
    List<String> these = expected.lines();
    List<String> those = lines();
    return Stream.concat(
            these.stream().filter(line -> !those.contains(line)).map(line -> "- " + line + "\n"),
            those.stream().filter(line -> !these.contains(line)).map(line -> "+ " + line + "\n"))
        .collect(Collectors.joining());
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>(fates().stream().map(Fate::toString).toList());
    lines.add("fates: " + fates.size());
    lines.add("violations: " + violations);
    lines.add("in the order of time: " + inOrderOfTime);
    return lines;
  }
}
