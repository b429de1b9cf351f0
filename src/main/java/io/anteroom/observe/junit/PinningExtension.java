package io.anteroom.observe.junit;

import io.anteroom.measure.threads.CarrierHeld;
import io.anteroom.measure.threads.CarriersNow;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Judges each test after its {@code @AfterEach} methods, from one recording for the whole test run:
 * see ADR 4. Has no state of its own, so it is safe for all threads.
 *
 * <p>A failure of the test itself stays what is reported; Jupiter adds ours to it as suppressed. A
 * test that was aborted is not judged.
 */
final class PinningExtension
    implements BeforeEachCallback, AfterEachCallback, TestExecutionExceptionHandler {
  private static final Namespace NAMESPACE = Namespace.create(PinningExtension.class);

  /** A test that goes on. */
  private record Watched(
      PinLimit limit, PinRecording recording, TestEvent window, long beganNanos) {}

  @Override
  public void beforeEach(ExtensionContext context) {
    PinLimit.of(context).ifPresent(limit -> watch(context, limit));
  }

  private static void watch(ExtensionContext context, PinLimit limit) {
    RecorderCheck.requireRecorder();
    PinRecording recording =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent(PinRecording.class, key -> PinRecording.start(), PinRecording.class);
    TestEvent window = new TestEvent();
    window.test = context.getUniqueId();
    long beganNanos = recording.unended().begin();
    store(context).put(Watched.class, new Watched(limit, recording, window, beganNanos));
    recording.open(window);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Watched watched = store(context).remove(Watched.class, Watched.class);
    if (watched == null) {
      return;
    }
    List<CarrierHeld> unended =
        watched.recording.unended().since(watched.beganNanos, watched.limit.threshold());
    PinEvidence evidence = watched.recording.close(watched.window, watched.limit.threshold());
    unended.forEach(evidence::addUnended);
    boolean aborted =
        context.getExecutionException().filter(TestAbortedException.class::isInstance).isPresent();
    if (!aborted) {
      judge(evidence, watched.limit);
    }
  }

  private static void judge(PinEvidence evidence, PinLimit limit) {
    if (evidence.count() > limit.most()) {
      throw new AssertionFailedError(evidence.message(limit));
    }
    if (evidence.incomplete()) {
      throw new UnobservableException(evidence.incompleteMessage());
    }
  }

  /** A test that has timed out says who holds the carriers then. */
  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    Watched watched = store(context).get(Watched.class, Watched.class);
    if (watched != null && failure instanceof TimeoutException) {
      failure = withHolders(failure, watched.recording.unended().now());
    }
    throw failure;
  }

  private static TimeoutException withHolders(Throwable failure, CarriersNow carriers) {
    StringJoiner message = new StringJoiner(System.lineSeparator() + "  ");
    int held = carriers.riding().size();
    message.add(
        "%s; %s carriers are held%s"
            .formatted(
                failure.getMessage(),
                held == 0 ? "no" : held + " of " + carriers.carriers(),
                held == 0 ? "" : ":"));
    carriers.riding().stream().map(PinEvidence::line).forEach(message::add);
    TimeoutException told = new TimeoutException(message.toString());
    told.setStackTrace(failure.getStackTrace());
    List.of(failure.getSuppressed()).forEach(told::addSuppressed);
    return told;
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }
}
