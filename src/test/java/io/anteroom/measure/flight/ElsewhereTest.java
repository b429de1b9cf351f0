package io.anteroom.measure.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.anteroom.JvmClaim;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.SettingDescriptor;
import org.junit.jupiter.api.Test;

/** The table of what the JDKs do not share, against the one that runs the tests. */
@JvmClaim
class ElsewhereTest {
  private static final Map<String, String> TABLE = Elsewhere.RELEASES;

  @Test
  void namesOfThisJdkAreHereAndOthersAreNot() {
    int feature = Runtime.version().feature();
    assumeThat(KnownHold.MEASURED_ON).contains(feature);
    assertThat(TABLE).hasSizeGreaterThan(40);
    Set<String> here = here();
    TABLE.forEach(
        (name, releases) ->
            assertThat(here.contains(name)).as(name).isEqualTo(have(releases, feature)));
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

  private static boolean have(String releases, int feature) {
    int first = Integer.parseInt(releases.replace("+", ""));
    return releases.endsWith("+") ? feature >= first : feature == first;
  }
}
