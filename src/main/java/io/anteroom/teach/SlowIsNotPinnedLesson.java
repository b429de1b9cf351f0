package io.anteroom.teach;

import io.anteroom.result.metric.Unit;
import java.util.List;

/** Waiting for a lock is slow, and harms nobody else. */
final class SlowIsNotPinnedLesson implements Lesson {
  private static final int PERSONS = 50;
  private static final String RUN = "one lock";

  @Override
  public Subject subject() {
    return new Subject(
        "2",
        "One room, one lock: slow is not pinned",
        "Fifty persons want the one room, for 10 ms each, under a ReentrantLock. Most wait for a"
            + " quarter of a second. Are the two carriers held meanwhile, and is an unrelated"
            + " virtual thread, the canary, any later?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(
        LessonStep.Real.of(RUN, "persons=50 rooms=1 mode=reentrant hold=fixed:10ms carriers=2"));
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("mean wait", "wait.mean"),
        Column.of("max wait", "wait.max"),
        Column.of("pins", "pinning.count"),
        Column.of("canary p50", "canary.p50"));
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.ofNumber(
            JdkRange.ANY,
            "the last person waited, in holds,",
            view -> view.ratio(RUN, "wait.max", "hold.mean"),
            Band.between(35, 80),
            Band.between(20, 200),
            "49 visits come before the last one"),
        Claim.ofNumber(
            JdkRange.ANY,
            "pins a person:",
            view -> view.figure(RUN, "pinning.count") / PERSONS,
            Band.atMost(0.2),
            Band.atMost(0.6),
            "who waits for a java.util.concurrent lock is unmounted"),
        new Claim(
            JdkRange.ANY,
            "canary's median lateness over the mean wait:",
            Unit.SHARE,
            view -> view.ratio(RUN, "canary.p50", "wait.mean"),
            Band.atMost(0.1),
            Band.atMost(0.5),
            "the carriers are free for others while persons wait"));
  }

  @Override
  public List<String> explanation(Seen seen) {
    return seen.jdks().stream()
        .map(
            view ->
                "%s they waited %s on average and %s at most, carriers were held %s, and half"
                        .formatted(
                            view.place(),
                            view.text(RUN, "wait.mean"),
                            view.text(RUN, "wait.max"),
                            LessonNumbers.times(view.figure(RUN, "pinning.count")))
                    + " of the time the canary was at most %s late. %s"
                        .formatted(
                            view.text(RUN, "canary.p50"),
                            view.ratio(RUN, "canary.p50", "wait.mean") <= 0.1
                                ? "The line is long because the room is one, not because threads"
                                    + " are short: more carriers would change nothing, another"
                                    + " room would."
                                : "The canary was late: the machine was busy with something"
                                    + " else."))
        .toList();
  }

  @Override
  public List<Source> sources() {
    return List.of(
        Reading.VIRTUAL_THREADS,
        new Source(
            "java.util.concurrent.locks.LockSupport", "parking, which unmounts a virtual thread"));
  }

  @Override
  public List<Command> tries() {
    return List.of(
        new Command(
            "anteroom run --persons 50 --rooms 2 --mode semaphore --hold fixed:10ms --carriers 2",
            "two rooms: half the wait"),
        new Command(
            "anteroom run --persons 50 --rooms 1 --mode reentrant --hold fixed:10ms --carriers 8",
            "four times the carriers: the same wait"));
  }
}
