package io.anteroom.observe.junit;

import jdk.jfr.FlightRecorder;

/** Whether this JVM has a flight recorder at all. */
final class RecorderCheck {
  private static final String MODULE = "jdk.jfr";

  private RecorderCheck() {}

  /**
   * Checks without touching a class of the recorder's module before that is known to be there.
   *
   * @throws UnobservableException if there is no recorder
   */
  static void requireRecorder() {
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      throw new UnobservableException(
          ("@NoPinning and @MaxPins need Java Flight Recorder, and this runtime (%s) lacks the"
                  + " module jdk.jfr; run the tests on a JDK that has it.")
              .formatted(System.getProperty("java.home")));
    }
    if (!Recorder.available()) {
      throw new UnobservableException(
          "@NoPinning and @MaxPins need Java Flight Recorder, and it is switched off in this JVM;"
              + " remove -XX:-FlightRecorder from the JVM's options.");
    }
  }

  /** A class of its own, loaded after the module was found. */
  private static final class Recorder {
    private Recorder() {}

    static boolean available() {
      return FlightRecorder.isAvailable();
    }
  }
}
