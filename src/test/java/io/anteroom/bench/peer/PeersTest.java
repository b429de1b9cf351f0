package io.anteroom.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every peer whose runtime is here does its work; what that costs is not judged. */
@Timeout(240)
class PeersTest {
  private static final PeerWork WORK = new PeerWork(20, 4, 5, 1_000_000, 2);
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @ParameterizedTest(name = "{0}")
  @MethodSource("peers")
  void everyVisitIsMadeAndRecorded(String name, Peer peer) throws Exception {
    peer.missing().ifPresent(reason -> abort(name + ": " + reason));
    peer.build();
    List<Round> rounds = new PeerProcess(peer, LIMIT).rounds(WORK);
    assertThat(rounds).extracting(Round::round).containsExactly(0, 1);
    assertThat(rounds)
        .allSatisfy(
            round -> {
              assertThat(round.visits()).isEqualTo(100);
              assertThat(round.recorded()).isEqualTo(100);
              assertThat(round.waitP99Nanos()).isGreaterThanOrEqualTo(round.waitP50Nanos());
              assertThat(round.processCpuNanos()).isPositive();
              // 100 visits of a millisecond in 4 rooms; the slowest have waited for most of them.
              assertThat(round.wallNanos()).isGreaterThanOrEqualTo(25_000_000);
              assertThat(round.waitP99Nanos()).isGreaterThan(1_000_000);
            });
  }

  static Stream<Arguments> peers() {
    return Stream.concat(
            Peers.others().stream(), Stream.of(Peers.anteroom(true), Peers.anteroom(false)))
        .map(peer -> Arguments.of(peer.traits().name(), peer));
  }

  @Test
  void aPeerThatDoesNotEndInTimeIsKilled() {
    PeerWork endless = new PeerWork(1, 1, 1, Duration.ofHours(1).toNanos(), 1);
    assertThatThrownBy(() -> new PeerProcess(Peers.BARE, Duration.ofMillis(1)).rounds(endless))
        .isInstanceOf(PeerIncapableException.class)
        .hasMessage("bare virtual threads, fair Semaphore had not ended after 0 s");
  }

  @Test
  void aPeerThatFailsIsNamedWithWhatItSaid() {
    PeerWork noRooms = new PeerWork(1, 0, 1, 0, 1);
    assertThatThrownBy(() -> new PeerProcess(Peers.anteroom(true), LIMIT).rounds(noRooms))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Anteroom semaphore-fair: exit code 1")
        .hasMessageContaining("rooms");
  }
}
