package io.anteroom.bench.peer;

import java.util.List;

/** The catalogue of peers. A new one is a program in {@code src/bench/peers} and a line here. */
public final class Peers {
  /** Go is the one that we are judged against. */
  public static final Peer GO = new GoPeer();

  /** The least that does the work on this JDK in the order in which persons come. */
  public static final Peer BARE =
      bare("bare virtual threads, fair Semaphore", true, false, "virtual", "semaphore-fair");

  private Peers() {}

  /** Anteroom's engine: in mode {@code semaphore-fair}, or in mode {@code semaphore}. */
  public static Peer anteroom(boolean inLine) {
    String mode = inLine ? "semaphore-fair" : "semaphore";
    return new JvmPeer(
        new Peer.Traits("Anteroom " + mode, inLine, false, false), EnginePeer.class, List.of(mode));
  }

  /** All programs but Anteroom. */
  public static List<Peer> others() {
    return List.of(
        GO,
        BARE,
        new KotlinPeer(),
        bare("bare virtual threads, Semaphore", false, false, "virtual", "semaphore"),
        bare("bare virtual threads, ReentrantLock's pool", false, false, "virtual", "lock"),
        bare("platform threads, fair Semaphore", true, true, "platform", "semaphore-fair"),
        new PythonPeer(
            new Peer.Traits("Python asyncio, Semaphore (one core)", true, false, true),
            "asyncio_peer.py"),
        new PythonPeer(
            new Peer.Traits("Python threads, Semaphore (one core)", false, true, true),
            "threads_peer.py"));
  }

  private static Peer bare(
      String name, boolean inLine, boolean threadEach, String threads, String line) {
    return new JvmPeer(
        new Peer.Traits(name, inLine, threadEach, false), BarePeer.class, List.of(threads, line));
  }
}
