package io.anteroom.observe.watch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/**
 * A program to be watched. Virtual threads of it block in class initialisers, which pins on every
 * JDK, and inside {@code synchronized}, which pins before JDK 24; platform threads contend for a
 * monitor. It goes on until its standard input ends, so it never outlives its test.
 *
 * <p>Arguments: {@code on}; or {@code exit} or {@code halt}, to end by itself a while after
 * somebody began to record it, in good order or not.
 */
final class PinningProgram {
  /** The first line that it prints, when it pins already. */
  static final String READY = "ready";

  /** A line of input that asks for the number of its flight recordings. */
  static final String RECORDINGS = "recordings";

  /** A line of input that asks for their names and states, with commas between them. */
  static final String NAMES = "names";

  /** A line of input that makes it record itself. */
  static final String RECORD = "record";

  private static final int ROUNDS_WHILE_RECORDED = 100;
  private static final Object SHARED = new Object();

  private PinningProgram() {}

  /** Its initialiser blocks. */
  static final class Slow {
    static {
      pause();
    }

    private Slow() {}
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(20);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  static boolean initialise() throws IOException, ClassNotFoundException {
    URL[] classes = {PinningProgram.class.getProtectionDomain().getCodeSource().getLocation()};
    try (URLClassLoader loader = new URLClassLoader(classes, null)) {
      return !Class.forName(Slow.class.getName(), true, loader).equals(Slow.class);
    }
  }

  static boolean sleepInMonitor() {
    synchronized (new Object()) {
      pause();
    }
    return true;
  }

  static boolean contend() {
    synchronized (SHARED) {
      pause();
    }
    return true;
  }

  public static void main(String[] arguments) throws Exception {
    Thread.ofPlatform().daemon().start(PinningProgram::answer);
    boolean endsItself = !arguments[0].equals("on");
    int roundsWhileRecorded = 0;
    try (ExecutorService persons = Executors.newVirtualThreadPerTaskExecutor();
        ExecutorService platform = Executors.newFixedThreadPool(2)) {
      for (boolean first = true; roundsWhileRecorded < ROUNDS_WHILE_RECORDED; first = false) {
        round(persons, platform);
        if (first) {
          System.out.println(READY);
        }
        if (endsItself && !FlightRecorder.getFlightRecorder().getRecordings().isEmpty()) {
          roundsWhileRecorded++;
        }
      }
      if (arguments[0].equals("halt")) {
        Runtime.getRuntime().halt(9);
      }
      System.exit(0);
    }
  }

  private static void round(ExecutorService persons, ExecutorService platform) throws Exception {
    List<Future<Boolean>> all = new ArrayList<>();
    all.add(persons.submit((Callable<Boolean>) PinningProgram::initialise));
    all.add(persons.submit((Callable<Boolean>) PinningProgram::sleepInMonitor));
    all.add(platform.submit((Callable<Boolean>) PinningProgram::contend));
    all.add(platform.submit((Callable<Boolean>) PinningProgram::contend));
    for (Future<Boolean> one : all) {
      one.get();
    }
  }

  private static String names() {
    return FlightRecorder.getFlightRecorder().getRecordings().stream()
        .map(recording -> recording.getName() + " " + recording.getState())
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static void answer() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals(RECORDINGS)) {
          System.out.println(FlightRecorder.getFlightRecorder().getRecordings().size());
        } else if (line.equals(NAMES)) {
          System.out.println(names());
        } else if (line.equals(RECORD)) {
          Recording own = new Recording();
          own.setName("its-own");
          own.start();
          System.out.println(RECORD);
        }
      }
    } catch (IOException gone) {
      // Then the test is gone, too.
    }
    System.exit(0);
  }
}
