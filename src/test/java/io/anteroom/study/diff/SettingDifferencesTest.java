package io.anteroom.study.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.Environment;
import io.anteroom.result.SampleRuns;
import io.anteroom.scenario.Scenario;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What two runs were given: whatever differs is named, and nothing else. */
class SettingDifferencesTest {
  private static final Environment HERE =
      new Environment(
          "0.1",
          "2026-01-02T03:04:05Z",
          "25.0.3",
          "Temurin",
          "Linux",
          List.of("-Xmx1g"),
          "G1",
          1L << 30,
          8,
          2,
          0.5,
          false);

  /** When a run took place and what went on before it are not what it was given. */
  private static final Set<String> NOT_GIVEN = Set.of("startedAt", "hostLoad");

  static List<String> components() {
    return Arrays.stream(Environment.class.getRecordComponents())
        .map(RecordComponent::getName)
        .toList();
  }

  /** Any record of the same values but for one, which is another one. */
  private static Environment other(String changed) throws ReflectiveOperationException {
    RecordComponent[] components = Environment.class.getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      Object value = components[i].getAccessor().invoke(HERE);
      values[i] = components[i].getName().equals(changed) ? another(value) : value;
      types[i] = components[i].getType();
    }
    return Environment.class.getDeclaredConstructor(types).newInstance(values);
  }

  private static Object another(Object value) {
    return switch (value) {
      case String text -> text + "-other";
      case Integer number -> number + 1;
      case Long number -> 2 * number;
      case Double number -> number + 1;
      case Boolean is -> !is;
      case List<?> flags -> List.of("-Xmx2g");
      default -> throw new AssertionError(value);
    };
  }

  private static List<String> differing(Environment a, Environment b) {
    return SettingDifferences.environment(a, b).stream()
        .filter(Difference::differs)
        .map(Difference::key)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("components")
  void whateverDiffersInTheEnvironmentIsNamedAlone(String component)
      throws ReflectiveOperationException {
    List<String> named = NOT_GIVEN.contains(component) ? List.of() : List.of(component);

    assertThat(differing(HERE, other(component))).isEqualTo(named);
    assertThat(differing(other(component), HERE)).isEqualTo(named);
    assertThat(differing(other(component), other(component))).isEmpty();
  }

  @Test
  void bothValuesAreTold() throws ReflectiveOperationException {
    assertThat(SettingDifferences.environment(HERE, other("heapBytes")))
        .contains(new Difference("heapBytes", "1,073,741,824", "2,147,483,648"))
        .contains(new Difference("jdk", "25.0.3", "25.0.3"));
    assertThat(SettingDifferences.environment(HERE, other("flags")))
        .contains(new Difference("flags", "-Xmx1g", "-Xmx2g"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-Danteroom.terminal=true", "-Danteroom.lifeline=true", "-XX:ErrorFile=/x/y.log"})
  void flagsWithoutAnEffectAreNoDifference(String flag) {
    Environment with =
        new Environment(
            "0.1",
            "2026-01-02T03:04:05Z",
            "25.0.3",
            "Temurin",
            "Linux",
            List.of("-Xmx1g", flag),
            "G1",
            1L << 30,
            8,
            2,
            0.5,
            false);

    assertThat(differing(HERE, with)).isEmpty();
  }

  @Test
  void keysOfTheScenariosThatDifferAreNamed() {
    Scenario one = SampleRuns.completed().scenario();
    Scenario other = one.withSeed(one.conduct().seed() + 1);

    assertThat(SettingDifferences.scenario(one, one)).isEmpty();
    assertThat(SettingDifferences.scenario(one, other))
        .extracting(Difference::key)
        .containsExactly("seed");
  }
}
