package io.anteroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All simulators find what Erlang C says; how fast they are is not judged here. */
@Timeout(60)
class SimulatorPeersTest {
  @Test
  void ourSimulatorIsComparedWithSsjAndWithAPlainLoop() {
    List<Finding> findings = new SimulatorPeers().measure(Size.TINY);
    assertThat(findings)
        .hasSize(5)
        .allSatisfy(
            finding -> {
              Finding.Compared compared = (Finding.Compared) finding;
              assertThat(compared.pairs()).hasSize(1);
              assertThat(compared.pairs().getFirst().one()).isPositive();
              assertThat(compared.pairs().getFirst().other()).isPositive();
            });
    assertThat(findings)
        .extracting(finding -> ((Finding.Compared) finding).other())
        .containsExactly(
            "SSJ, DoublyLinked, MRG32k3a",
            "plain loop",
            "SSJ, DoublyLinked, MRG32k3a",
            "SSJ, DoublyLinked, LFSR113",
            "SSJ, SplayTree, MRG32k3a");
  }
}
