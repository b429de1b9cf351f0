package io.anteroom.modes.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.JvmClaim;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which activities pin their carrier as the JDK itself reports it. */
@JvmClaim
final class PinningTest {
  private static final int FEATURE = Runtime.version().feature();
  private static final int VISITS = 5;
  private static final long HOLD_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  @TempDir private Path folder;

  @Test
  void classInitialisersAndNativeFunctionsPinAndOthersDoNot() throws Exception {
    Map<String, Long> pins = new HashMap<>();
    for (String activity : Activities.names()) {
      pins.put(activity, pins(activity));
    }
    assertThat(pins.get("class-init")).isGreaterThanOrEqualTo(VISITS);
    assertThat(pins.get("native")).isGreaterThanOrEqualTo(VISITS);
    // Before JDK 24 another event tells of these.
    assertThat(pins.get("class-init-wait")).isEqualTo(FEATURE == 24 || FEATURE == 25 ? VISITS : 0);
    assertThat(pins.get("monitor")).isEqualTo(FEATURE < 24 ? VISITS : 0);
    // Computing and file calls hold the carrier too, but no event says so.
    assertThat(pins)
        .containsEntry("sleep", 0L)
        .containsEntry("socket", 0L)
        .containsEntry("cpu", 0L)
        .containsEntry("file", 0L);
  }

  @Test
  void aPinPointsIntoTheRoom() throws Exception {
    assertThat(culprits("class-init")).contains(SlowClass.class.getName() + ".<clinit>");
    assertThat(culprits("native")).contains(NativeActivity.class.getName() + ".compare");
  }

  private long pins(String activity) throws Exception {
    return culprits(activity).stream().filter(name -> name.startsWith("io.anteroom.")).count();
  }

  /** The first application frame of every pin. */
  private List<String> culprits(String activity) throws Exception {
    Path file = folder.resolve(activity + ".jfr");
    try (RoomActivity subject = Activities.create(activity);
        Recording recording = new Recording()) {
      // What the JDK loads at first use may pin as well.
      Persons.enter(subject, HOLD_NANOS).stayNanos();
      recording.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ZERO).withStackTrace();
      recording.start();
      for (int visit = 0; visit < VISITS; visit++) {
        Persons.enter(subject, HOLD_NANOS).stayNanos();
      }
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().equals("jdk.VirtualThreadPinned"))
        .map(PinningTest::culprit)
        .toList();
  }

  private static String culprit(RecordedEvent event) {
    return event.getStackTrace().getFrames().stream()
        .filter(frame -> frame.isJavaFrame())
        .map(frame -> frame.getMethod())
        .filter(PinningTest::isApplication)
        .map(method -> method.getType().getName() + "." + method.getName())
        .findFirst()
        .orElse("none");
  }

  private static boolean isApplication(RecordedMethod method) {
    String type = method.getType().getName();
    return !type.startsWith("java.") && !type.startsWith("jdk.") && !type.startsWith("sun.");
  }
}
