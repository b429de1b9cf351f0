package io.anteroom.modes.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

final class ClassInitActivityTest {
  private static final int VISITS = 500;

  /** The classes of 500 visits, of which all but a few must go; other classes may go too. */
  @Test
  void leavesClassesThatCanBeUnloaded() throws Exception {
    ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
    System.gc();
    long loadedBefore = classes.getTotalLoadedClassCount();
    long unloadedBefore = classes.getUnloadedClassCount();
    try (ClassInitActivity activity = new ClassInitActivity()) {
      for (int visit = 0; visit < VISITS; visit++) {
        activity.perform(1);
      }
      System.gc();
    }
    assertThat(classes.getTotalLoadedClassCount() - loadedBefore).isGreaterThanOrEqualTo(VISITS);
    assertThat(classes.getUnloadedClassCount() - unloadedBefore)
        .isGreaterThanOrEqualTo(VISITS * 9L / 10);
  }
}
