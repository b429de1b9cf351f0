package io.anteroom.measure.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What blocks, and which events tell it, on JDK 21 to 23 and from 24 on (JEP 491). Measured on JDK
 * 21.0.13 and 25.0.3; a JDK that behaves in another way fails here, and then the code that counts
 * held carriers has to be looked at again.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CauseTableTest {
  private static final String PINNED = "jdk.VirtualThreadPinned";
  private static final String ENTER = "jdk.JavaMonitorEnter";
  private static final String WAIT = "jdk.JavaMonitorWait";
  private static final String PARK = "jdk.ThreadPark";
  private static final boolean MONITORS_PIN = Runtime.version().feature() < 24;

  /** Shorter events are not the blocking that the cause is about. */
  private static final Duration RELEVANT = Duration.ofMillis(Cause.BLOCK_MILLIS / 2);

  interface Blocker {
    void block() throws Throwable;
  }

  /** A cause, and the events of its virtual thread before JDK 24 and from then on. */
  record Row(String name, Blocker blocker, Set<String> before24, Set<String> from24) {
    Set<String> expected() {
      return MONITORS_PIN ? before24 : from24;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final Set<String> NOTHING = Set.of();
  private static final Set<String> PINNED_PARK = Set.of(PINNED, PARK);

  private static final List<Row> ROWS =
      List.of(
          new Row("plain sleep", Cause::sleepPlainly, NOTHING, NOTHING),
          new Row("lock", Cause::lock, NOTHING, NOTHING),
          new Row("semaphore", Cause::semaphore, NOTHING, NOTHING),
          new Row("sleep in synchronized", Cause::sleepInSynchronized, PINNED_PARK, NOTHING),
          new Row("park in synchronized", Cause::parkInSynchronized, PINNED_PARK, NOTHING),
          new Row("poll in synchronized", Cause::pollInSynchronized, PINNED_PARK, NOTHING),
          new Row("lock in synchronized", Cause::lockInSynchronized, PINNED_PARK, NOTHING),
          new Row("sleep in computeIfAbsent", Cause::computeIfAbsent, PINNED_PARK, NOTHING),
          new Row("Object.wait", Cause::objectWait, Set.of(WAIT), NOTHING),
          new Row("contended monitor", Cause::enterContendedMonitor, Set.of(ENTER), NOTHING),
          new Row(
              "sleep in a class initialiser",
              Cause::sleepInClassInitialiser,
              PINNED_PARK,
              PINNED_PARK),
          new Row(
              "wait for a class initialiser",
              Cause::waitForClassInitialiser,
              Set.of(WAIT),
              Set.of(WAIT, PINNED)),
          new Row("slow class loader", Cause::slowClassLoader, PINNED_PARK, PINNED_PARK),
          new Row("native upcall", NativeUpcall::sleepInComparator, PINNED_PARK, PINNED_PARK),
          new Row("read of a pipe", Cause::readPipe, NOTHING, NOTHING));

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

  @Test
  void theRecordingIsNotEmptyOnAnyJdk() {
    assertThat(ROWS.stream().mapToLong(row -> holds(row).size()).sum())
        .isGreaterThanOrEqualTo(MONITORS_PIN ? 11 : 4);
  }

  @Test
  void theJvmSaysWhySinceJdk24() {
    assumeThat(MONITORS_PIN).isFalse();
    assertThat(reason("sleep in a class initialiser"))
        .startsWith("VM call to ")
        .endsWith("<clinit> on stack");
    assertThat(reason("wait for a class initialiser"))
        .startsWith("Waited for initialization of ")
        .endsWith("by another thread");
    assertThat(reason("slow class loader")).isEqualTo("Freeze or preempt failed (2)");
    assertThat(reason("native upcall")).isEqualTo("Native or VM frame on stack");
    assertThat(hold("native upcall").carrier()).contains("ForkJoinPool");
    assertThat(hold("native upcall").operation()).isEqualTo("LockSupport.park");
  }

  @Test
  void beforeJdk24TheReasonIsDerivedFromTheStack() {
    assumeThat(MONITORS_PIN).isTrue();
    assertThat(reason("sleep in a class initialiser")).endsWith("Cause$SleepyClass.<clinit>");
    assertThat(reason("wait for a class initialiser"))
        .isEqualTo("waiting in the VM, for another thread's class initialisation");
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
