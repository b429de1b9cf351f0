package io.anteroom.measure.flight;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.JvmClaim;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What blocks, whether it holds its carrier, and which events tell it: {@link KnownHold} and {@link
 * CarrierHolds} against the JDK that runs the tests. Measured on JDK 21.0.13, 25.0.3, 26.0.2,
 * 27.0.1 and 28-ea+18. Where a JDK behaves in another way, both have to be looked at again.
 */
@JvmClaim
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CauseTableTest {
  private static final String PINNED = "jdk.VirtualThreadPinned";
  private static final String ENTER = "jdk.JavaMonitorEnter";
  private static final String WAIT = "jdk.JavaMonitorWait";
  private static final String PARK = "jdk.ThreadPark";
  private static final String WAIT_FOR_CLASS = "wait for a class initialiser";
  private static final String WAIT_BY_REFLECTION = "wait for a class initialiser by reflection";
  private static final String READ_OF_A_PIPE = "read of a pipe";
  private static final int FEATURE = Runtime.version().feature();

  /** Shorter events are not the blocking that the cause is about. */
  private static final Duration RELEVANT = Duration.ofMillis(Cause.BLOCK_MILLIS / 2);

  interface Blocker {
    void block() throws Throwable;
  }

  /**
   * A way to block.
   *
   * @param hold the key of the {@link KnownHold}; null where no JDK holds the carrier
   * @param events those of its virtual thread, by the first release that has them
   */
  record Row(
      String name,
      Blocker blocker,
      @Nullable String hold,
      NavigableMap<Integer, Set<String>> events) {
    static Row of(String name, Blocker blocker, @Nullable String hold, Set<String> events) {
      return new Row(name, blocker, hold, new TreeMap<>(Map.of(21, events)));
    }

    Row from(int feature, Set<String> later) {
      NavigableMap<Integer, Set<String>> all = new TreeMap<>(events);
      all.put(feature, later);
      return new Row(name, blocker, hold, all);
    }

    Set<String> expected() {
      return events.floorEntry(FEATURE).getValue();
    }

    boolean held() {
      return hold != null && KnownHold.of(hold).holds(FEATURE);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Releases differ in which of the two they say. */
  private static final List<String> REASONS_OF_A_FRAME =
      List.of("Freeze or preempt failed (2)", "Native or VM frame on stack");

  private static final Set<String> NOTHING = Set.of();
  private static final Set<String> PINNED_PARK = Set.of(PINNED, PARK);
  private static final Set<String> PINNED_WAIT = Set.of(PINNED, WAIT);
  private static final String MONITOR = "hold.monitor";

  private static final List<Row> ROWS =
      List.of(
          Row.of("plain sleep", Cause::sleepPlainly, null, NOTHING),
          Row.of("lock", Cause::lock, null, NOTHING),
          Row.of("semaphore", Cause::semaphore, null, NOTHING),
          Row.of("sleep in synchronized", Cause::sleepInSynchronized, MONITOR, PINNED_PARK)
              .from(24, NOTHING),
          Row.of("park in synchronized", Cause::parkInSynchronized, MONITOR, PINNED_PARK)
              .from(24, NOTHING),
          Row.of("poll in synchronized", Cause::pollInSynchronized, MONITOR, PINNED_PARK)
              .from(24, NOTHING),
          Row.of("lock in synchronized", Cause::lockInSynchronized, MONITOR, PINNED_PARK)
              .from(24, NOTHING),
          Row.of("sleep in computeIfAbsent", Cause::computeIfAbsent, MONITOR, PINNED_PARK)
              .from(24, NOTHING),
          Row.of("Object.wait", Cause::objectWait, "hold.object-wait", Set.of(WAIT))
              .from(24, NOTHING),
          Row.of(
                  "contended monitor",
                  Cause::enterContendedMonitor,
                  "hold.monitor-enter",
                  Set.of(ENTER))
              .from(24, NOTHING),
          Row.of(
              "sleep in a class initialiser",
              Cause::sleepInClassInitialiser,
              "hold.initialiser",
              PINNED_PARK),
          Row.of(
                  WAIT_FOR_CLASS,
                  Cause::waitForClassInitialiser,
                  "hold.initialiser-wait",
                  Set.of(WAIT))
              .from(24, PINNED_WAIT)
              .from(26, NOTHING),
          Row.of(
                  WAIT_BY_REFLECTION,
                  Cause::waitForClassInitialiserByReflection,
                  "hold.initialiser-wait-otherwise",
                  Set.of(WAIT))
              .from(24, PINNED_WAIT),
          Row.of("slow class loader", Cause::slowClassLoader, "hold.loader", PINNED_PARK),
          Row.of("native upcall", NativeUpcall::sleepInComparator, "hold.native", PINNED_PARK),
          Row.of(READ_OF_A_PIPE, Cause::readPipe, "hold.system-call", NOTHING));

  @TempDir static Path directory;
  private static final Map<String, List<RecordedEvent>> EVENTS = new TreeMap<>();
  private static final Map<String, Long> ELAPSED_NANOS = new TreeMap<>();

  @BeforeAll
  static void blockInEveryWay() throws Exception {
    List<RecordedEvent> events =
        Recorded.events(
            directory.resolve("causes.jfr"),
            List.of(PINNED, ENTER, WAIT, PARK),
            () -> {
              for (Row row : ROWS) {
                ELAPSED_NANOS.put(row.name(), run(row));
              }
            });
    for (RecordedEvent event : events) {
      if (event.getThread() != null && event.getThread().isVirtual()) {
        EVENTS
            .computeIfAbsent(event.getThread().getJavaName(), name -> new ArrayList<>())
            .add(event);
      }
    }
  }

  private static long run(Row row) throws InterruptedException {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    long beganNanos = System.nanoTime();
    Thread.ofVirtual()
        .name(row.name())
        .start(
            () -> {
              try {
                row.blocker().block();
              } catch (Throwable thrown) {
                failure.set(thrown);
              }
            })
        .join();
    assertThat(failure.get()).as(row.name()).isNull();
    return System.nanoTime() - beganNanos;
  }

  private static List<RecordedEvent> relevant(Row row) {
    return EVENTS.getOrDefault(row.name(), List.of()).stream()
        .filter(event -> event.getDuration().compareTo(RELEVANT) >= 0)
        .toList();
  }

  private static List<CarrierHold> holds(Row row) {
    CarrierHolds holds = CarrierHolds.ofThisJdk();
    return relevant(row).stream().flatMap(event -> holds.of(event).stream()).toList();
  }

  @ParameterizedTest
  @FieldSource("ROWS")
  void causeIsToldByTheEventsThatThisJdkHasForIt(Row row) {
    Set<String> seen = new TreeSet<>();
    relevant(row).forEach(event -> seen.add(event.getEventType().getName()));
    assertThat(seen).isEqualTo(new TreeSet<>(row.expected()));
  }

  @ParameterizedTest
  @FieldSource("ROWS")
  void carrierTimeIsCountedOnce(Row row) {
    long nanos = holds(row).stream().mapToLong(CarrierHold::durationNanos).sum();
    boolean held = !row.expected().isEmpty();
    assertThat(nanos)
        .isBetween(
            held ? RELEVANT.toNanos() : 0, held ? ELAPSED_NANOS.getOrDefault(row.name(), 0L) : 0);
  }

  @ParameterizedTest
  @FieldSource("ROWS")
  void stackLeadsToTheCause(Row row) {
    for (CarrierHold hold : holds(row)) {
      Frame cause = hold.stack().cause(frame -> frame.type().endsWith("Blocking"));
      assertThat(cause.type())
          .matches(type -> type.startsWith(Cause.class.getName()) || type.endsWith("Upcall"));
    }
  }

  /** Of what holds a carrier only a system call leaves no event. */
  @ParameterizedTest
  @FieldSource("ROWS")
  void whatIsKnownToHoldACarrierIsSeenToHoldIt(Row row) {
    boolean seen = row.held() && !row.name().equals(READ_OF_A_PIPE);
    assertThat(!holds(row).isEmpty()).isEqualTo(seen);
  }

  @Test
  void everyKnownHoldIsBlockedIn() {
    assertThat(ROWS.stream().map(Row::hold).filter(Objects::nonNull).distinct())
        .containsExactlyInAnyOrderElementsOf(KnownHold.ALL.stream().map(KnownHold::key).toList());
  }

  @Test
  @JvmClaim(from = 24)
  void theJvmSaysWhySinceJdk24() {
    assertThat(reason("sleep in a class initialiser"))
        .startsWith("VM call to ")
        .endsWith("<clinit> on stack");
    assertThat(reason(WAIT_BY_REFLECTION))
        .matches(KnownHold::waitsForInitialiser)
        .startsWith("Waited for initialization of ")
        .endsWith("by another thread");
    assertThat(reason("slow class loader")).isIn(REASONS_OF_A_FRAME);
    assertThat(reason("native upcall")).isIn(REASONS_OF_A_FRAME);
    assertThat(hold("native upcall").carrier()).contains("ForkJoinPool");
    assertThat(hold("native upcall").operation()).isEqualTo("LockSupport.park");
  }

  @Test
  @JvmClaim(to = 23)
  void beforeJdk24TheReasonIsDerivedFromTheStack() {
    assertThat(reason("sleep in a class initialiser")).endsWith("Cause$SleepyClass.<clinit>");
    assertThat(reason(WAIT_FOR_CLASS))
        .isEqualTo("waiting in the VM, for another thread's class initialisation")
        .matches(KnownHold::waitsForInitialiser);
    assertThat(reason("sleep in synchronized")).isEqualTo("in a synchronized, native or VM frame");
    assertThat(reason("Object.wait")).isEqualTo("in Object.wait");
    assertThat(reason("contended monitor")).isEqualTo("entering a contended monitor");
    assertThat(hold("Object.wait").carrier()).isNull();
  }

  private static String reason(String name) {
    return hold(name).reason();
  }

  private static CarrierHold hold(String name) {
    Row row = ROWS.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    List<CarrierHold> holds = holds(row);
    assertThat(holds).as(name).isNotEmpty();
    return holds.get(0);
  }
}
