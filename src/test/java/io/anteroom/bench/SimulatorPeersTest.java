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
        .hasSize(4)
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
            "SSJ 3.3.2, MRG32k3a", "SSJ 3.3.2, LFSR113", "SSJ 3.3.2, MRG32k3a", "plain loop");
  }
}
