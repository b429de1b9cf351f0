package io.anteroom.observe.junit;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Judges each test after its {@code @AfterEach} methods, from one recording for the whole test run:
 * see ADR 4. Has no state of its own, so it is safe for all threads.
 *
 * <p>A failure of the test itself stays what is reported; Jupiter adds ours to it as suppressed. A
 * test that was aborted is not judged.
 */
final class PinningExtension implements BeforeEachCallback, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(PinningExtension.class);

  /** A test that goes on. */
  private record Watched(PinLimit limit, PinRecording recording, TestEvent window) {}

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
    store(context).put(Watched.class, new Watched(limit, recording, window));
    recording.open(window);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Watched watched = store(context).remove(Watched.class, Watched.class);
    if (watched == null) {
      return;
    }
    PinEvidence evidence = watched.recording.close(watched.window, watched.limit.threshold());
    boolean aborted =
        context.getExecutionException().filter(TestAbortedException.class::isInstance).isPresent();
    if (!aborted) {
      judge(evidence, watched.limit);
    }
  }

  private static void judge(PinEvidence evidence, PinLimit limit) {
    if (evidence.total().count() > limit.most()) {
      throw new AssertionFailedError(evidence.message(limit));
    }
    if (evidence.incomplete()) {
      throw new UnobservableException(evidence.incompleteMessage());
    }
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }
}
