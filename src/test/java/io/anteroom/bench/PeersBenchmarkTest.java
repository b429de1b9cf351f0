package io.anteroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.bench.peer.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Anteroom and a peer take turns; what they cost is not judged here. */
@Timeout(120)
class PeersBenchmarkTest {
  @Test
  void bothTheWarmRoundAndTheColdProcessAreFound() throws Exception {
    List<Finding> findings = new PeersBenchmark().measure(Size.TINY);
    assertThat(findings)
        .extracting(Finding::what)
        .containsExactly(
            "CPU a visit, warm, 20 persons x 5 visits, 4 rooms, 1 ms hold",
            "CPU a visit, cold, whole process, 20 persons x 5 visits, 4 rooms, 1 ms hold");
    Finding.Compared cold = (Finding.Compared) findings.getLast();
    assertThat(cold.one()).isEqualTo("Anteroom semaphore-fair");
    assertThat(cold.other()).isEqualTo("bare virtual threads, fair Semaphore, FIFO");
    assertThat(cold.pairs())
        .hasSize(1)
        .allSatisfy(
            pair -> {
              assertThat(pair.one()).isPositive();
              assertThat(pair.other()).isPositive();
            });
  }

  @Test
  void aPeerWithoutItsRuntimeIsSkippedWithTheRemedy() throws Exception {
    List<Finding> findings = new ArrayList<>();
    PeersBenchmark.measure(List.of(new Absent()), Size.TINY, findings::add);
    assertThat(findings)
        .containsExactly(new Finding.Skipped("Absent, newcomers may barge", "install it"));
  }

  /** A peer in a language that nobody has. */
  private static final class Absent implements Peer {
    @Override
    public Traits traits() {
      return new Traits("Absent", false, false, false);
    }

    @Override
    public Optional<String> missing() {
      return Optional.of("install it");
    }

    @Override
    public void build() {
      throw new IllegalStateException("it can't be built");
    }

    @Override
    public List<String> command() {
      throw new IllegalStateException("it can't be started");
    }
  }
}
