package io.anteroom.modes.activity;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * Sleeps in the initialiser of a fresh class, which pins the carrier: the JVM's own frame that runs
 * an initialiser can't be unmounted (true of JDK 21 to 28-ea). Immutable, so safe for any number of
 * threads; no two of them ever share a class.
 *
 * <p>Each visit leaves a class and its loader behind as garbage. They go at the next collection
 * that unloads classes, which the JVM starts by itself as its metaspace fills.
 */
final class ClassInitActivity implements RoomActivity {
  static final ActivityType TYPE =
      new ActivityType(
          "class-init",
          "Sleeps in a class initialiser, which pins the carrier",
          scenario -> new ClassInitActivity());

  private static final String NAME = SlowClass.class.getName();

  /** Loads {@link SlowClass} once more, and tells it how long to sleep. */
  private static final class FreshLoader extends ClassLoader implements LongSupplier {
    private final long holdNanos;

    FreshLoader(byte[] bytes, long holdNanos) {
      super(ClassInitActivity.class.getClassLoader());
      this.holdNanos = holdNanos;
      defineClass(NAME, bytes, 0, bytes.length);
    }

    @Override
    public long getAsLong() {
      return holdNanos;
    }
  }

  private final byte[] bytes;

  ClassInitActivity() throws IOException {
    bytes = template(SlowClass.class);
  }

  /** The class file of a class of this package. */
  static byte[] template(Class<?> type) throws IOException {
    String resource = type.getSimpleName() + ".class";
    try (InputStream template = type.getResourceAsStream(resource)) {
      if (template == null) {
        throw new IllegalStateException(resource + " is missing beside ClassInitActivity");
      }
      return template.readAllBytes();
    }
  }

  @Override
  public void perform(long holdNanos) throws InterruptedException {
    if (holdNanos <= 0) {
      return;
    }
    try {
      // Finds the class that the loader has defined, before any parent is asked.
      Class.forName(NAME, true, new FreshLoader(bytes, holdNanos));
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  @Override
  public void close() {}
}
