package io.anteroom.observe.junit;

import java.util.concurrent.atomic.AtomicLong;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/**
 * A test that is watched, from beginning to end. Being an event itself it has the clock of the
 * events that it selects; the system's clock is a different one.
 */
@Name("anteroom.Test")
@Label("Test")
@Category("Anteroom")
@Description("A test that may not hold carriers")
@Enabled(false)
@StackTrace(false)
final class TestEvent extends Event {
  static final String NAME = "anteroom.Test";

  private static final AtomicLong LAST = new AtomicLong();

  @Label("Number")
  @Description("Number of this test among those of the JVM that were watched, from 1")
  long number = LAST.incrementAndGet();

  @Label("Test")
  @Description("Unique id in JUnit")
  @Nullable String test;
}
