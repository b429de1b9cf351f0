package io.anteroom.teach;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.activity.UnsupportedActivityException;
import io.anteroom.result.store.StoredFile;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Demonstrates what pins: virtual threads sleep in different places under a flight recording. */
final class PinCauses {
  private static final String PLAIN = "plain";
  private static final String MONITOR = "monitor";
  private static final String INITIALISER = "classInitialiser";
  private static final String LOADER = "classLoader";
  private static final String NATIVE = "native";
  private static final List<String> ALL = List.of(PLAIN, MONITOR, INITIALISER, LOADER, NATIVE);

  private static final String PINNED = "jdk.VirtualThreadPinned";
  private static final String REASON = "pinnedReason";
  private static final long SLEEP_NANOS = 60_000_000;
  private static final long PATIENCE_SECONDS = 10;

  private PinCauses() {}

  /** Finds out what pins, into the folder that is given. */
  public static void main(String[] arguments) throws Exception {
    DemonstrationFindings findings = new DemonstrationFindings(Path.of(arguments[0]));
    Path file = findings.file(StoredFile.RECORDING);
    try (Recording recording = new Recording()) {
      recording.enable(PINNED).withThreshold(Duration.ZERO).withStackTrace();
      recording.start();
      for (String cause : ALL) {
        run(cause);
      }
      recording.stop();
      recording.dump(file);
    }
    List<RecordedEvent> pins =
        RecordingFile.readAllEvents(file).stream()
            .filter(event -> event.getEventType().getName().equals(PINNED))
            .toList();
    for (String cause : ALL) {
      List<RecordedEvent> own = pins.stream().filter(pin -> isOf(pin, cause)).toList();
      findings.figure(cause, own.size());
      own.stream()
          .filter(pin -> pin.hasField(REASON) && pin.getString(REASON) != null)
          .findFirst()
          .ifPresent(pin -> findings.word(cause, pin.getString(REASON)));
    }
    findings.keep();
  }

  private static boolean isOf(RecordedEvent pin, String cause) {
    return pin.getThread() != null && cause.equals(pin.getThread().getJavaName());
  }

  private static void run(String cause)
      throws InterruptedException, ExecutionException, TimeoutException {
    FutureTask<Boolean> task = new FutureTask<>(task(cause));
    Thread.ofVirtual().name(cause).start(task);
    boolean unused = task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static Callable<Boolean> task(String cause) {
    return switch (cause) {
      case MONITOR ->
          () -> {
            synchronized (new Object()) {
              return perform("sleep");
            }
          };
      case INITIALISER -> () -> perform("class-init");
      case LOADER -> () -> SlowLoading.run(SLEEP_NANOS);
      case NATIVE -> () -> perform("native");
      default -> () -> perform("sleep");
    };
  }

  private static boolean perform(String activity)
      throws IOException, InterruptedException, UnsupportedActivityException {
    Scenario scenario =
        new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 1)
            .parse(Settings.none().with(ScenarioKey.ACTIVITY, activity, "a cause"));
    try (RoomActivity place = RoomActivities.create(scenario)) {
      place.perform(SLEEP_NANOS);
    }
    return true;
  }
}
