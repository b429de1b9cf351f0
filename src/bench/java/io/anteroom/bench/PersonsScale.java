package io.anteroom.bench;

import io.anteroom.bench.Finding.Compared;
import io.anteroom.result.FigureText;
import io.anteroom.result.Outcome;
import io.anteroom.result.RunResult;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a visit costs the engine where a million persons make it, against a thousand: each has as
 * many rooms a person, and all together make as many visits. They hold their rooms for 1 ms: with
 * no hold hardly anybody would ever have to wait, whatever their number.
 */
final class PersonsScale implements Benchmark {
  private static final Aim AIM = Aim.atMost(1.5);
  private static final Duration LIMIT = Duration.ofMinutes(20);
  private static final int PERSONS_PER_ROOM = 20;
  private static final long HOLD_NANOS = 1_000_000;

  @Override
  public String name() {
    return "persons-scale";
  }

  @Override
  public List<Finding> measure(Size size) throws Exception {
    Work many = work(size == Size.FULL ? 1_000_000 : 2_000, 4);
    Work few = work(many.persons() / (size == Size.FULL ? 1_000 : 10), 0);
    Work asMuch =
        new Work(few.persons(), few.rooms(), (int) (many.allVisits() / few.persons()), HOLD_NANOS);
    return List.of(
        new Compared(
            "CPU a visit, 1 ms hold, 20 persons a room",
            FigureText.count(many.persons()) + " persons",
            FigureText.count(few.persons()) + " persons",
            "ns",
            Turns.takeCold(
                size == Size.FULL ? 3 : 1, () -> cost(size, many), () -> cost(size, asMuch)),
            AIM));
  }

  private static Work work(int persons, int visits) {
    return new Work(persons, persons / PERSONS_PER_ROOM, visits, HOLD_NANOS);
  }

  private static double cost(Size size, Work work) throws Exception {
    RunResult result =
        Anteroom.run(
                size,
                LIMIT,
                List.of(
                    "--persons",
                    Integer.toString(work.persons()),
                    "--rooms",
                    Integer.toString(work.rooms()),
                    "--visits",
                    Integer.toString(work.visits()),
                    "--hold",
                    "fixed:" + work.holdNanos() + "ns",
                    "--mode",
                    "semaphore",
                    "--jfr",
                    "off"))
            .result();
    if (result.outcome() != Outcome.COMPLETED || result.visits().completed() != work.allVisits()) {
      throw new IllegalStateException(result.outcome() + ": " + result.explanation());
    }
    return Objects.requireNonNull(result.cpu().nanosPerVisit());
  }
}
