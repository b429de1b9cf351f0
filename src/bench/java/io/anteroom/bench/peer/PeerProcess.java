package io.anteroom.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a peer in a process of its own, for so long and no longer. */
public final class PeerProcess {
  private final Peer peer;
  private final Duration limit;

  /** A peer that is built already. */
  public PeerProcess(Peer peer, Duration limit) {
    this.peer = peer;
    this.limit = limit;
  }

  /**
   * The rounds of a new process.
   *
   * @throws PeerIncapableException if it had not ended in time, and was killed, or if it got too
   *     few threads
   * @throws IllegalStateException if it failed otherwise, or did not do all of the work
   */
  public List<Round> rounds(PeerWork work)
      throws IOException, InterruptedException, PeerIncapableException {
    Path out = Files.createTempFile("peer", ".jsonl");
    Path errors = Files.createTempFile("peer", ".log");
    try {
      List<String> command = new ArrayList<>(peer.command());
      command.addAll(work.arguments());
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(errors.toFile())
              .start();
      try {
        process.getOutputStream().close();
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new PeerIncapableException(
              "%s had not ended after %d s".formatted(peer.traits().name(), limit.toSeconds()));
        }
      } finally {
        process.destroyForcibly();
      }
      if (process.exitValue() != 0) {
        String said = Files.readString(errors);
        requireThreads(work, said);
        throw fault("exit code " + process.exitValue() + "\n" + said);
      }
      return checked(work, Files.readAllLines(out));
    } finally {
      Files.delete(out);
      Files.delete(errors);
    }
  }

  private void requireThreads(PeerWork work, String said) throws PeerIncapableException {
    boolean tooMany =
        said.contains("unable to create native thread") || said.contains("can't start new thread");
    if (peer.traits().threadEach() && tooMany) {
      throw new PeerIncapableException(
          "this machine lets a process have fewer than %d threads; raise ulimit -u, and on Linux"
                  .formatted(work.persons())
              + " kernel.threads-max and vm.max_map_count");
    }
  }

  private List<Round> checked(PeerWork work, List<String> lines) {
    List<Round> rounds = lines.stream().map(Round::read).toList();
    boolean done =
        rounds.size() == work.rounds()
            && rounds.stream()
                .allMatch(
                    round ->
                        round.visits() == work.allVisits() && round.recorded() == work.allVisits());
    if (!done) {
      throw fault(work + ", but " + rounds);
    }
    return rounds;
  }

  private IllegalStateException fault(String what) {
    return new IllegalStateException(peer.traits().name() + ": " + what);
  }
}
