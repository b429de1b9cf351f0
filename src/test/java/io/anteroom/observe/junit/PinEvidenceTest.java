package io.anteroom.observe.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.measure.flight.CallStack;
import io.anteroom.measure.flight.CarrierHold;
import io.anteroom.measure.flight.Frame;
import io.anteroom.measure.flight.SeenThread;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What counts, and how it is told. */
class PinEvidenceTest {
  private static final String PARK = "java.lang.VirtualThread.park";
  private static final String JUNIT = "org.junit.platform.engine.Worker.take";
  private static final String CONTINUATION = "jdk.internal.vm.Continuation.run";

  private final PinEvidence evidence = new PinEvidence(Duration.ofMillis(5));

  @Test
  void whatJUnitHoldsDoesNotCount() {
    evidence.add(hold(10, PARK, JUNIT, CONTINUATION));
    assertThat(evidence.count()).isZero();
  }

  @Test
  void aTestThatRunsOnAVirtualThreadCounts() {
    evidence.add(hold(10, PARK, "org.example.Shop.buy", JUNIT, CONTINUATION));
    assertThat(evidence.count()).isEqualTo(1);
    assertThat(evidence.message(limit(0))).contains("org.example.Shop.buy:");
  }

  @Test
  void whatCallsJUnitCounts() {
    evidence.add(hold(10, PARK, JUNIT, "org.example.Shop.buy", CONTINUATION));
    assertThat(evidence.message(limit(0))).contains("org.example.Shop.buy:");
  }

  @Test
  void aThreadWithoutFramesOfAnApplicationCounts() {
    evidence.add(hold(10, PARK, CONTINUATION));
    assertThat(evidence.message(limit(0))).contains(PARK + ":");
  }

  @Test
  void aHoldOfTheThresholdCountsAShorterOneIsMentioned() {
    evidence.add(hold(5, PARK, "org.example.Shop.buy"));
    evidence.add(hold(4, PARK, "org.example.Shop.buy"));
    assertThat(evidence.message(limit(0)).lines())
        .containsExactly(
            "@NoPinning on JDK %d: virtual threads held their carriers once, 5.000 ms in all; never"
                    .formatted(Runtime.version().feature())
                + " allowed",
            "  org.example.Shop.buy:7: in a native frame: once, 5.000 ms in all, longest 5.000 ms",
            "  not counted: once, below the threshold");
  }

  @Test
  void eventsThatTheJdkLostAreNoProof() {
    assertThat(evidence.incomplete()).isFalse();
    evidence.lose(4_096);
    assertThat(evidence.incomplete()).isTrue();
    assertThat(evidence.incompleteMessage()).contains("lost 4096 bytes");
  }

  private static PinLimit limit(int most) {
    return new PinLimit("@NoPinning", most, Duration.ofMillis(5));
  }

  /** Frames as {@code type.method}, top first. */
  private static CarrierHold hold(long millis, String... names) {
    List<Frame> frames =
        Stream.of(names)
            .map(name -> new Frame(type(name), name.substring(name.lastIndexOf('.') + 1), 7))
            .toList();
    return new CarrierHold(
        Instant.EPOCH,
        Duration.ofMillis(millis).toNanos(),
        CarrierHold.Kind.PINNED,
        "in a native frame",
        null,
        new CallStack(frames, false),
        new SeenThread(SeenThread.Kind.VIRTUAL, null, 1),
        null);
  }

  private static String type(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }
}
