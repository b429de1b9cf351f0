package io.anteroom.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
   * The rounds of a new process; empty: it had not ended in time, and was killed.
   *
   * @throws IllegalStateException if it did not do all of the work
   */
  public Optional<List<Round>> rounds(PeerWork work) throws IOException, InterruptedException {
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
          return Optional.empty();
        }
      } finally {
        process.destroyForcibly();
      }
      if (process.exitValue() != 0) {
        throw fault("exit code " + process.exitValue() + "\n" + Files.readString(errors));
      }
      return Optional.of(checked(work, Files.readAllLines(out)));
    } finally {
      Files.delete(out);
      Files.delete(errors);
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
