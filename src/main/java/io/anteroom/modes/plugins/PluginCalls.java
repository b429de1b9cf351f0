package io.anteroom.modes.plugins;

import io.anteroom.modes.spi.PluginException;
import io.anteroom.modes.spi.PluginException.Fault;
import io.anteroom.scenario.DurationText;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls a plugin so that whatever it does wrong ends in one line. Immutable.
 *
 * @param name what the plugin is called
 * @param origin where it comes from
 * @param fault whether it runs by now
 * @param limit how long it may take to open, close or answer
 * @param loader that its code, when called, finds as the context's
 */
record PluginCalls(String name, String origin, Fault fault, Duration limit, ClassLoader loader) {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int LONGEST = 300;

  /** With the usual limit. */
  PluginCalls(String name, String origin, Fault fault, ClassLoader loader) {
    this(name, origin, fault, LIMIT, loader);
  }

  /** A call of a plugin. */
  @FunctionalInterface
  interface Call {
    void run() throws Exception;
  }

  /**
   * Calls the plugin on a thread of its own, since it may never return.
   *
   * @param what the method that is called
   * @throws PluginException if it throws something, or has not returned within the limit
   */
  <T> T within(String what, Callable<T> call) throws InterruptedException {
    FutureTask<T> task = new FutureTask<>(call);
    Thread thread = Thread.ofPlatform().daemon().name("anteroom-plugin").unstarted(task);
    thread.setContextClassLoader(loader);
    thread.start();
    try {
      return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failed) {
      throw threw(what, failed.getCause());
    } catch (TimeoutException late) {
      throw because(what + " had not returned after " + DurationText.format(limit));
    }
  }

  /**
   * Lets the plugin open something, as {@link #within} calls it.
   *
   * @throws PluginException if it fails
   */
  <T> T opening(Callable<T> open) {
    try {
      T opened = within("open", open);
      if (opened == null) {
        throw because("open returned null");
      }
      return opened;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw because("interrupted while it opened");
    }
  }

  /** Closes what the plugin has opened, as {@link #within} calls it. */
  void closing(Call close) {
    try {
      Object unused =
          within(
              "close",
              () -> {
                close.run();
                return "";
              });
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What a person's thread goes on with that the plugin has thrown something at. An interrupt is
   * not the plugin's failure, however it puts it, and nothing is after it was closed.
   *
   * @throws InterruptedException if the person was interrupted
   */
  RuntimeException during(String what, Throwable failure, boolean closed)
      throws InterruptedException {
    if (failure instanceof OutOfMemoryError memory) {
      throw memory;
    }
    if (closed || Thread.interrupted() || isInterrupt(failure)) {
      throw new InterruptedException(what);
    }
    return threw(what, failure);
  }

  private static boolean isInterrupt(@Nullable Throwable failure) {
    return failure != null
        && (failure instanceof InterruptedException || isInterrupt(failure.getCause()));
  }

  /** That a method threw something. */
  PluginException threw(String what, @Nullable Throwable cause) {
    if (cause == null) {
      return because(what + " failed");
    }
    StackTraceElement[] stack = cause.getStackTrace();
    String place = stack.length == 0 ? "" : " at " + stack[0];
    return new PluginException(fault, line(what + " threw " + cause + place), cause);
  }

  /** That it is wrong in another way. */
  PluginException because(String why) {
    return new PluginException(fault, line(why));
  }

  private String line(String what) {
    String line = "plugin " + name + " (" + origin + "): " + what;
    String single = line.replaceAll("\\p{Cntrl}+", " ");
    return single.length() <= LONGEST ? single : single.substring(0, LONGEST) + "...";
  }
}
