package io.anteroom.modes.activity;

/**
 * A class whose initialiser lasts as long as its loader wants: the template that {@link
 * ClassInitWaitActivity} loads afresh for each visit.
 *
 * <p>Loaded afresh it is in a run-time package of its own, so it uses public types of the JDK only.
 */
final class AwaitedClass {
  static {
    ((Runnable) AwaitedClass.class.getClassLoader()).run();
  }

  private AwaitedClass() {}

  /** Needs the class. */
  static void use() {}
}
