package io.anteroom.observe.watch;

import io.anteroom.measure.flight.Frame;
import io.anteroom.measure.threads.CarrierHeld;
import io.anteroom.measure.threads.CarriersNow;
import io.anteroom.measure.threads.DumpedThread;
import io.anteroom.measure.threads.ThreadDump;
import io.anteroom.measure.threads.WaitKind;
import io.anteroom.measure.threads.WaitingGroup;
import io.anteroom.measure.threads.WaitingThreads;
import io.anteroom.observe.watch.ThreadsNow.Finding;
import io.anteroom.result.FigureText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether a JVM stands still. It does when all carriers have been held, when all carriers
 * are busy with threads that yield, or when nothing runs while threads wait for each other. A
 * program that works, however hard, and one that has nothing to do are not accused. Confined to one
 * thread.
 */
final class StandstillJudge {
  /** Shorter holds than that are over soon. */
  static final long HELD_NANOS = 250_000_000;

  private static final long HANG_NANOS = 1_000_000_000;
  private static final long COMPUTED_NANOS = 2_500_000_000L;

  private final CarriersNow carriers;
  private final long watchedNanos;
  private final long quietNanos;
  private final OptionalInt waitingForCarrier;
  private final OptionalInt parallelism;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private @Nullable Frame yields;
  private @Nullable ThreadDump dump;

  /**
   * @param watchedNanos from the first look to the last
   * @param quietNanos for how long no virtual thread has run
   * @param waitingForCarrier how many virtual threads do; empty where nobody tells
   * @param parallelism how many carriers there should be; empty where nobody tells
   */
  StandstillJudge(
      CarriersNow carriers,
      long watchedNanos,
      long quietNanos,
      OptionalInt waitingForCarrier,
      OptionalInt parallelism) {
    this.carriers = carriers;
    this.watchedNanos = watchedNanos;
    this.quietNanos = quietNanos;
    this.waitingForCarrier = waitingForCarrier;
    this.parallelism = parallelism;
  }

  void yieldsAt(Frame frame) {
    yields = frame;
  }

  void dump(ThreadDump taken) {
    dump = taken;
  }

  void note(String note) {
    notes.add(note);
  }

  private boolean isAll(int count) {
    return count > 0 && count == carriers.carriers() && count >= parallelism.orElse(1);
  }

  /** Whether every carrier uses the processor. */
  boolean allBusy() {
    return isAll(carriers.busy());
  }

  private boolean allHeld() {
    return isAll(carriers.heldFor(HANG_NANOS).size());
  }

  /** Whether a dump of all threads would tell more. */
  boolean needsDump() {
    return quietNanos >= HANG_NANOS
        || allHeld()
        || carriers.heldFor(HELD_NANOS).stream().anyMatch(held -> !held.isPlaced());
  }

  ThreadsNow judge() {
    List<ThreadsNow.Held> held =
        carriers.heldFor(HELD_NANOS).stream().map(this::placed).map(StandstillJudge::told).toList();
    WaitingThreads waits = dump == null ? null : WaitingThreads.of(dump);
    judgeHeld(waits);
    judgeBusy();
    if (waits != null) {
      findings.addAll(StoredThreads.cycles(waits));
      judgeWaits(waits);
    }
    findings.sort(Comparator.comparing(finding -> !finding.hang()));
    return new ThreadsNow(
        carriers.carriers(),
        carriers.busy(),
        held,
        waitingForCarrier.isPresent() ? (Integer) waitingForCarrier.getAsInt() : null,
        waits == null ? null : ThreadsWaiting.of(waits),
        findings,
        List.of(),
        notes);
  }

  /** With its stack, which before JDK 23 stands in a dump of all threads only. */
  private CarrierHeld placed(CarrierHeld held) {
    return held.isPlaced() || dump == null ? held : held.placedBy(dump);
  }

  private static ThreadsNow.Held told(CarrierHeld held) {
    return new ThreadsNow.Held(
        held.carrier(),
        held.thread().label(),
        held.isPlaced() ? held.cause().toString() : "",
        held.nanos(),
        held.thread().locks().held(),
        held.thread().stack().stream().map(Frame::toString).toList());
  }

  private String duration(long nanos) {
    String text = FigureText.duration(nanos);
    return nanos >= watchedNanos ? text + " or more" : text;
  }

  private void judgeHeld(@Nullable WaitingThreads waits) {
    List<CarrierHeld> held = carriers.heldFor(HANG_NANOS).stream().map(this::placed).toList();
    if (held.isEmpty()) {
      return;
    }
    CarrierHeld longest = held.getFirst();
    String frame = longest.isPlaced() ? longest.cause().toString() : "";
    String by = longest.thread().label() + (frame.isEmpty() ? "" : " in " + frame);
    String others = held.size() == 1 ? "" : " and %,d more".formatted(held.size() - 1);
    // The hold that all share is that of the carrier that was taken last.
    boolean all = allHeld();
    String sentence =
        all
            ? "all %,d carriers have been held for %s by %s%s: no other virtual thread can run"
                .formatted(held.size(), duration(held.getLast().nanos()), by, others)
            : "%,d of %,d carriers %s been held for %s by %s%s"
                .formatted(
                    held.size(),
                    carriers.carriers(),
                    held.size() == 1 ? "has" : "have",
                    duration(longest.nanos()),
                    by,
                    others);
    findings.add(new Finding(all, sentence, frame));
    if (all && waits != null) {
      judgeQueueBehind(held, waits);
    }
  }

  /** Those who wait for a lock as the holders do, but have no carrier to take it with. */
  private void judgeQueueBehind(List<CarrierHeld> held, WaitingThreads waits) {
    Set<Long> riders = held.stream().map(one -> one.thread().id()).collect(Collectors.toSet());
    List<WaitingGroup> groups = waits.onOthers();
    Set<String> how =
        groups.stream()
            .filter(group -> group.threads().stream().anyMatch(one -> riders.contains(one.id())))
            .map(WaitingGroup::how)
            .collect(Collectors.toCollection(HashSet::new));
    List<DumpedThread> without =
        groups.stream()
            .filter(group -> how.contains(group.how()))
            .flatMap(group -> group.threads().stream())
            .filter(thread -> thread.virtual() && !riders.contains(thread.id()))
            .toList();
    if (!without.isEmpty()) {
      String more = without.size() == 1 ? "" : " and %,d more".formatted(without.size() - 1);
      findings.add(
          new Finding(
              true,
              "%s%s waits in %s without a carrier: whoever is next can't go on"
                  .formatted(without.getFirst().label(), more, String.join(", ", how)),
              ""));
    }
  }

  private void judgeBusy() {
    int waiting = waitingForCarrier.orElse(0);
    String behind = waiting == 0 ? "" : "; %s for one".formatted(wait(waiting, "virtual thread"));
    if (allBusy() && yields != null) {
      findings.add(
          new Finding(
              true,
              "all %,d carriers are busy with threads that yield, in %s%s"
                  .formatted(carriers.carriers(), yields, behind),
              yields.toString()));
      return;
    }
    List<CarrierHeld> computing = carriers.computedFor(COMPUTED_NANOS);
    if (isAll(computing.size())) {
      CarrierHeld longest = computing.getFirst();
      String frame = longest.isPlaced() ? longest.cause().toString() : "";
      findings.add(
          new Finding(
              waiting > 0,
              "all %,d carriers have been busy with the same threads for %s, one in %s%s"
                  .formatted(
                      computing.size(),
                      duration(computing.getLast().nanos()),
                      frame.isEmpty() ? longest.thread().label() : frame,
                      behind),
              frame));
    }
  }

  /**
   * Nothing runs, and every virtual thread waits for another: none waits for time or input. Who
   * waits at a queue may have nothing to do, unless others have come further and wait there again.
   */
  private void judgeWaits(WaitingThreads waits) {
    if (quietNanos < HANG_NANOS || !findings.isEmpty()) {
      return;
    }
    Optional<WaitingGroup> most =
        waits.onOthers().stream().filter(group -> group.virtualThreads() > 0).findFirst();
    if (most.isPresent()) {
      judgeWaits(most.get(), waits, true);
    } else {
      waits.groups().stream()
          .filter(group -> group.kind() == WaitKind.QUEUE && group.virtualThreads() > 0)
          .filter(group -> !group.further(waits.groups()).isEmpty())
          .findFirst()
          .ifPresent(group -> judgeWaits(group, waits, false));
    }
  }

  private void judgeWaits(WaitingGroup group, WaitingThreads waits, boolean onOthers) {
    List<WaitingGroup> alike = waits.groups().stream().filter(group::waitsAlike).toList();
    int threads = alike.stream().mapToInt(one -> one.threads().size()).sum();
    long elsewhere =
        waits.groups().stream()
            .filter(other -> !other.kind().isOnOthers() && !alike.contains(other))
            .mapToLong(WaitingGroup::virtualThreads)
            .sum();
    String owner = group.owner().map(thread -> ", held by " + thread.label()).orElse("");
    findings.add(
        new Finding(
            onOthers && elsewhere == 0 && threads > 1,
            "nothing has moved for %s: %s in %s%s (%s)%s%s%s"
                .formatted(
                    duration(quietNanos),
                    wait(threads, "thread"),
                    alike.size() == 1 ? "" : "%,d places, most in ".formatted(alike.size()),
                    group.cause(),
                    group.how(),
                    owner,
                    further(group, alike),
                    elsewhere == 0
                        ? ""
                        : "; %s for work, time or input"
                            .formatted(wait(elsewhere, "virtual thread"))),
            group.cause().toString()));
  }

  /** What they hold nobody tells: only where they have been. */
  private static String further(WaitingGroup group, List<WaitingGroup> alike) {
    List<WaitingGroup> further = group.further(alike);
    if (further.isEmpty()) {
      return "";
    }
    int threads = further.stream().mapToInt(one -> one.threads().size()).sum();
    WaitingGroup first = further.getFirst();
    return "; %,d of them %s come further, to %s%s, and may hold what the others wait for"
        .formatted(
            threads,
            threads == 1 ? "has" : "have",
            first.cause(),
            first.caller() == null ? "" : " from " + first.caller());
  }

  private static String wait(long count, String who) {
    return FigureText.count(count, who + " waits", who + "s wait");
  }
}
