package io.anteroom.teach;

import java.util.List;

/** The hang of pinned threads behind an unmounted one. */
final class HangLesson implements Lesson {
  private static final String RUN = "pinned queue";

  @Override
  public Subject subject() {
    return new Subject(
        "8",
        "The hang: the next owner has no carrier",
        "A virtual thread waits for a ReentrantLock, unmounted. Behind it, others come to the same"
            + " lock from inside synchronized blocks, as many as there are carriers. The lock is"
            + " released. Who gets it?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(
        new LessonStep.Program(
            RUN,
            subject().number(),
            PinnedQueue.class,
            List.of("-Djdk.virtualThreadScheduler.parallelism=" + PinnedQueue.CARRIERS)));
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("pinned", PinnedQueue.PINNED),
        Column.of("got the lock", PinnedQueue.SERVED),
        Column.of("of", PinnedQueue.ALL),
        new Column(
            "after",
            Figures.WINDOW,
            seen -> seen.figures().getOrDefault(PinnedQueue.NANOS, Double.NaN)));
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.ofNumber(
            JdkRange.ANY,
            "with one carrier left free, of the " + PinnedQueue.CARRIERS + " got the lock:",
            view -> view.figure(RUN, PinnedQueue.SERVED_BEFORE),
            Band.exactly(PinnedQueue.CARRIERS),
            Band.exactly(PinnedQueue.CARRIERS),
            "a free carrier is enough for the next owner"),
        Claim.ofNumber(
            JdkRange.BEFORE_24,
            "with every carrier pinned, stuck (1) or not (0):",
            view -> view.stuck(RUN),
            Band.exactly(1),
            Band.exactly(1),
            "the lock is free, its next owner needs a carrier, and all carriers wait for the lock"),
        Claim.ofNumber(
            JdkRange.FROM_24,
            "with every carrier's worth in a monitor, stuck (1) or not (0):",
            view -> view.stuck(RUN),
            Band.exactly(0),
            Band.exactly(0),
            "who waits for a lock inside a monitor gives its carrier back (JEP 491)"));
  }

  @Override
  public List<String> explanation(Seen seen) {
    return seen.jdks().stream().map(HangLesson::explained).toList();
  }

  private static String explained(View view) {
    String before =
        "%s, while a carrier was left free, %s of %d threads got the lock. "
            .formatted(
                view.place(), view.text(RUN, PinnedQueue.SERVED_BEFORE), PinnedQueue.CARRIERS);
    return before
        + (view.stuck(RUN) == 1
            ? "With %s threads in monitors on %d carriers, %s of %s got it within %s: the lock was"
                    .formatted(
                        view.text(RUN, PinnedQueue.PINNED),
                        PinnedQueue.CARRIERS,
                        view.text(RUN, PinnedQueue.SERVED),
                        view.text(RUN, PinnedQueue.ALL),
                        Figures.text(Figures.WINDOW, view.figure(RUN, PinnedQueue.NANOS)))
                + " free, and is meant for a thread that can't run, because those behind it hold"
                + " all carriers. No thread dump shows an owner, and no deadlock detector finds a"
                + " cycle; the program was ended, and threads.txt beside its log keeps the stacks."
            : "With %s threads in monitors on %d carriers all %s of %s got it, after %s: in a"
                    .formatted(
                        view.text(RUN, PinnedQueue.PINNED),
                        PinnedQueue.CARRIERS,
                        view.text(RUN, PinnedQueue.SERVED),
                        view.text(RUN, PinnedQueue.ALL),
                        Figures.text(Figures.WINDOW, view.figure(RUN, PinnedQueue.NANOS)))
                + " monitor, too, they wait unmounted, and the next owner finds a carrier.");
  }

  @Override
  public List<Source> sources() {
    return List.of(
        new Source(
            "Netflix Technology Blog: Java 21 Virtual Threads - Dude, Where's My Lock? (2024)",
            "the same hang, found in production"),
        Reading.WITHOUT_PINNING);
  }

  @Override
  public List<Command> tries() {
    return List.of(
        new Command("anteroom lesson 8 --jdk 21 --json", "the figures alone, of one JDK"));
  }
}
