package io.anteroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Both simulators find the same means; how fast they are is not judged here. */
@Timeout(60)
class JourneyPeersTest {
  @Test
  void ourSimulatorIsComparedWithSimPyWhereThatIsInstalled() throws Exception {
    assertThat(new JourneyPeers().measure(Size.TINY))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.what()).isEqualTo("simulated journeys of worker-and-connection");
              switch (finding) {
                case Finding.Compared compared ->
                    assertThat(compared.pairs())
                        .hasSize(1)
                        .allMatch(pair -> pair.one() > 0 && pair.other() > 0);
                case Finding.Skipped skipped ->
                    assertThat(skipped.reason()).contains("apt-get install python3-simpy3");
                case Finding.Counted counted -> throw new AssertionError(counted);
              }
            });
  }
}
