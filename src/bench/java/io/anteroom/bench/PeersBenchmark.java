package io.anteroom.bench;

import io.anteroom.bench.peer.Peer;
import io.anteroom.bench.peer.PeerIncapableException;
import io.anteroom.bench.peer.PeerProcess;
import io.anteroom.bench.peer.PeerWork;
import io.anteroom.bench.peer.Peers;
import io.anteroom.bench.peer.Round;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a visit costs Anteroom and what it costs other programs, in processor time: processes that
 * take turns. Anteroom's line is the peer's, first come, first served or not.
 *
 * <p>Each process does the work several times; the last time is judged, when all that a runtime
 * compiles while it runs is compiled. The first time is told as well, with the start of its
 * process.
 */
final class PeersBenchmark implements GradualBenchmark {
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final long SHORT_HOLD = 1_000_000;
  private static final Aim AGAINST_GO = Aim.atMost(2);
  private static final Aim AGAINST_BARE = Aim.atMost(1.15);

  @Override
  public String name() {
    return "peers";
  }

  @Override
  public void measure(Size size, Consumer<Finding> found) throws IOException, InterruptedException {
    measure(size == Size.FULL ? Peers.others() : List.of(Peers.BARE), size, found);
  }

  /** Anteroom against each of these. */
  static void measure(List<Peer> peers, Size size, Consumer<Finding> found)
      throws IOException, InterruptedException {
    for (Peer peer : peers) {
      Optional<String> missing = peer.missing();
      if (missing.isPresent()) {
        found.accept(new Finding.Skipped(title(peer), missing.get()));
        continue;
      }
      peer.build();
      for (PeerWork work : works(size)) {
        compare(peer, work, size == Size.FULL ? pairs(peer) : 1).forEach(found);
      }
    }
  }

  private static int pairs(Peer peer) {
    return peer.traits().slow() ? 2 : aim(peer) == null ? 3 : 5;
  }

  /**
   * Persons who sleep, and persons who don't; of these a million visits, since a JVM tells its
   * processor time in steps of 10 ms.
   */
  private static List<PeerWork> works(Size size) {
    return switch (size) {
      case FULL ->
          List.of(
              new PeerWork(20_000, 64, 10, SHORT_HOLD, 8), new PeerWork(1_000, 64, 1_000, 0, 8));
      case TINY -> List.of(new PeerWork(20, 4, 5, SHORT_HOLD, 2));
    };
  }

  private static List<Finding> compare(Peer peer, PeerWork work, int pairs)
      throws IOException, InterruptedException {
    Peer anteroom = Peers.anteroom(peer.traits().inLine());
    List<Finding.Pair> warm = new ArrayList<>();
    List<Finding.Pair> cold = new ArrayList<>();
    try {
      for (int pair = 0; pair < pairs; pair++) {
        List<Round> ours = new PeerProcess(anteroom, LIMIT).rounds(work);
        List<Round> theirs = new PeerProcess(peer, LIMIT).rounds(work);
        warm.add(new Finding.Pair(warm(ours), warm(theirs)));
        cold.add(new Finding.Pair(cold(ours), cold(theirs)));
      }
    } catch (PeerIncapableException incapable) {
      return List.of(new Finding.Skipped(title(peer) + ", " + text(work), reason(incapable)));
    }
    Aim aim = work.holdNanos() > 0 ? aim(peer) : null;
    return List.of(
        compared("CPU a visit, warm, ", anteroom, peer, work, warm, aim),
        compared("CPU a visit, cold, whole process, ", anteroom, peer, work, cold, null));
  }

  /** What is aimed at where persons sleep; null: nothing. */
  private static @Nullable Aim aim(Peer peer) {
    if (peer.equals(Peers.GO)) {
      return AGAINST_GO;
    }
    return peer.equals(Peers.BARE) ? AGAINST_BARE : null;
  }

  private static String reason(PeerIncapableException incapable) {
    return Objects.requireNonNullElse(incapable.getMessage(), incapable.toString());
  }

  private static double warm(List<Round> rounds) {
    Round last = rounds.getLast();
    return (double) last.cpuNanos() / last.visits();
  }

  private static double cold(List<Round> rounds) {
    Round first = rounds.getFirst();
    return (double) first.processCpuNanos() / first.visits();
  }

  private static Finding compared(
      String what,
      Peer anteroom,
      Peer peer,
      PeerWork work,
      List<Finding.Pair> pairs,
      @Nullable Aim aim) {
    return new Finding.Compared(
        what + text(work), anteroom.traits().name(), title(peer), "ns", pairs, aim);
  }

  private static String title(Peer peer) {
    return peer.traits().name() + (peer.traits().inLine() ? ", FIFO" : ", newcomers may barge");
  }

  private static String text(PeerWork work) {
    return String.format(
        Locale.ROOT,
        "%,d persons x %,d visits, %d rooms, %s",
        work.persons(),
        work.visits(),
        work.rooms(),
        work.holdNanos() == 0 ? "no hold" : work.holdNanos() / 1_000_000 + " ms hold");
  }
}
