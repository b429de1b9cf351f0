package io.anteroom.teach;

import java.util.List;
import java.util.stream.Stream;

/** A limit that adapts itself against a fixed one, while the server is slow. */
final class AdaptiveLimitLesson implements Lesson {
  private static final String FIXED = "fixed";
  private static final String ADAPTIVE = "adaptive";
  private static final String GAVE_UP = "abandoned";
  private static final String IN_USE = "pinning.effectiveRooms";
  private static final String LOAD =
      "arrivals=poisson:100/s hold=exponential:50ms rooms=10 patience=fixed:1s duration=4s"
          + " slowdown=at=1s,for=2s,factor=5 carriers=2 jfr=off mode=";

  private static final String WHY =
      "This server is as slow with six calls as with ten, so fewer calls only mean that more wait."
          + " An adaptive limit pays where calls are slow because they are many: try it against"
          + " your own server.";

  @Override
  public Subject subject() {
    return new Subject(
        "21",
        "Adaptive limits: what a slow server makes of them",
        "A hundred requests a second call a server over ten connections, and give up after a"
            + " second. For two seconds the server takes five times as long, however many call"
            + " it. One limit is fixed at ten; the other one adapts itself to how long calls take."
            + " With which of them do fewer requests give up?");
  }

  @Override
  public List<LessonStep> steps() {
    return List.of(
        LessonStep.Real.of(FIXED, LOAD + "semaphore-fair"),
        LessonStep.Real.of(ADAPTIVE, LOAD + "limit-vegas"));
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("gave up", GAVE_UP),
        Column.of("completed", Figures.COMPLETED),
        Column.of("mean wait", "wait.mean"),
        Column.of("in use", IN_USE));
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.ofNumber(
            JdkRange.ANY,
            "completed with the adaptive limit over completed with the fixed one:",
            view ->
                view.figure(ADAPTIVE, Figures.COMPLETED) / view.figure(FIXED, Figures.COMPLETED),
            Band.between(0.3, 0.97),
            Band.between(0.1, 1.05),
            "it takes slow calls for a sign that too many are inside, and lets fewer in"));
  }

  @Override
  public List<String> explanation(Seen seen) {
    return Stream.concat(seen.jdks().stream().map(AdaptiveLimitLesson::told), Stream.of(WHY))
        .toList();
  }

  private static String told(View view) {
    return "%s %s of the requests gave up with the fixed limit, and %s with the adaptive one."
            .formatted(view.place(), view.text(FIXED, GAVE_UP), view.text(ADAPTIVE, GAVE_UP))
        + " While persons waited, %s and %s connections were in use at the 95th percentile."
            .formatted(view.text(FIXED, IN_USE), view.text(ADAPTIVE, IN_USE));
  }

  @Override
  public List<JdkRange> sides() {
    return List.of();
  }

  @Override
  public List<Source> sources() {
    return List.of(
        new Source(
            "L. S. Brakmo, L. L. Peterson: TCP Vegas (IEEE JSAC, 1995)",
            "the idea: delays tell how much is queued elsewhere"),
        new Source(
            "Netflix concurrency-limits 0.5.3", "the limit that ran here, and its other ones"));
  }

  @Override
  public List<Command> tries() {
    return List.of(
        new Command(
            "anteroom compare --modes semaphore-fair,limit-vegas,limit-gradient --arrivals"
                + " poisson:100/s --hold exponential:50ms --rooms 10 --patience fixed:1s"
                + " --duration 4s --slowdown at=1s,for=2s,factor=5",
            "five times each, on the same schedule, with the other adaptive limit"));
  }
}
