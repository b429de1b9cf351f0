package io.anteroom.modes.activity;

/**
 * Uses {@link AwaitedClass}, for the first time and therefore in interpreted code: the template
 * that {@link ClassInitWaitActivity} loads afresh for each visit, by the same loader.
 */
public final class AwaitingClass implements Runnable {
  /** For reflection. */
  public AwaitingClass() {}

  @Override
  public void run() {
    AwaitedClass.use();
  }
}
