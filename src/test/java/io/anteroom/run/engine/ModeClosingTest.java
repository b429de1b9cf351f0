package io.anteroom.run.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.modes.locking.Visit;
import io.anteroom.result.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run lets its locking mode give back what it has opened, however the run ends. */
class ModeClosingTest {
  private static final long SECOND = 1_000_000_000;
  private static final String FIVE_VISITS =
      "mode=semaphore persons=5 rooms=1 hold=fixed:1s visits=1";

  private final List<String> told = new ArrayList<>();

  /** A mode that tells when somebody leaves and when it is closed. */
  private LockingMode closable(Premises premises, String failure) {
    LockingMode usual = LockingModes.create(premises);
    return new LockingMode() {
      @Override
      public boolean visit(Visit visit) throws InterruptedException {
        try {
          return usual.visit(visit);
        } finally {
          told.add("left");
        }
      }

      @Override
      public void close() throws IOException {
        told.add("closed");
        if (!failure.isEmpty()) {
          throw new IOException(failure);
        }
      }
    };
  }

  private SteppedRun run(String failure) {
    return SteppedRun.of(FIVE_VISITS).under(premises -> closable(premises, failure));
  }

  @Test
  void itIsClosedOnceWhenAllHaveLeft() {
    assertThat(run("").run().result().outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(told).containsExactly("left", "left", "left", "left", "left", "closed");
  }

  @Test
  void itIsClosedWhenTheRunIsInterrupted() {
    SteppedRun run = run("");
    assertThat(run.at(2 * SECOND, () -> run.engine().interrupt()).run().result().outcome())
        .isEqualTo(Outcome.INTERRUPTED);
    assertThat(told).containsOnlyOnce("closed").endsWith("closed");
  }

  @Test
  void itIsClosedWhenAPersonFails() {
    SteppedRun run =
        run("")
            .with(
                (any, holdNanos) -> {
                  throw new IOException("the disk is full");
                });
    assertThatThrownBy(run::run).hasStackTraceContaining("the disk is full");
    assertThat(told).containsOnlyOnce("closed");
  }

  @Test
  void aModeThatCannotCloseIsAFault() {
    assertThatThrownBy(run("the pool is gone")::run).hasStackTraceContaining("the pool is gone");
  }
}
