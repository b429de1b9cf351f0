package io.anteroom.measure.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.SettingDescriptor;
import org.junit.jupiter.api.Test;

/** The table of what JDK 21 and 25 do not share, against the one that runs the tests. */
class ElsewhereTest {
  private static final Map<String, Integer> TABLE = Elsewhere.table().features();

  @Test
  void namesOfThisJdkAreHereAndOthersAreNot() {
    int feature = Runtime.version().feature();
    assumeThat(feature).isIn(21, 25);
    assertThat(TABLE).hasSizeGreaterThan(30).containsValues(21, 25);
    Set<String> here = here();
    TABLE.forEach(
        (name, jdk) -> assertThat(here.contains(name)).as(name).isEqualTo(jdk == feature));
  }

  private static Set<String> here() {
    Set<String> names = new TreeSet<>();
    for (EventType type : FlightRecorder.getFlightRecorder().getEventTypes()) {
      names.add(type.getName());
      for (SettingDescriptor setting : type.getSettingDescriptors()) {
        names.add(type.getName() + "#" + setting.getName());
      }
    }
    return names;
  }
}
