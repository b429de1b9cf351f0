package io.anteroom.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
final class ThreadTrackingTest {
  private static final String PROPERTY = "jdk.trackAllThreads";
  private @Nullable String before;

  @BeforeEach
  void forget() {
    before = System.clearProperty(PROPERTY);
  }

  @AfterEach
  void restore() {
    if (before == null) {
      System.clearProperty(PROPERTY);
    } else {
      System.setProperty(PROPERTY, before);
    }
  }

  @Test
  void onlyACrowdIsUnlisted() {
    ThreadTracking.disableFor(99_999);
    assertThat(System.getProperty(PROPERTY)).isNull();
    ThreadTracking.disableFor(100_000);
    assertThat(System.getProperty(PROPERTY)).isEqualTo("false");
  }

  @Test
  void theUserDecides() {
    System.setProperty(PROPERTY, "true");
    ThreadTracking.disableFor(1_000_000);
    assertThat(System.getProperty(PROPERTY)).isEqualTo("true");
  }
}
