package io.anteroom.modes.locking;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the catalogue refuses to make. */
@ExtendWith(Houses.class)
final class LockingModesTest {
  @ParameterizedTest
  @MethodSource("io.anteroom.modes.locking.ModeCase#all")
  void aModeIsMadeForTheLinesItHasOnly(ModeCase mode) {
    ModeTraits traits = mode.traits();
    for (Line line : Line.values()) {
      if (!traits.lines().contains(line)) {
        assertThatThrownBy(() -> new ModeCase(traits, line).house(2))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(traits.refusesLine(line).orElseThrow());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("io.anteroom.modes.locking.ModeCase#unyielding")
  void aModeThatCanNotGiveUpRefusesPatience(ModeCase mode) {
    Distribution patience = new Distribution.Fixed(Duration.ofSeconds(1));
    assertThatThrownBy(() -> new House(mode, mode.scenario(2).patience(patience)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("can't be given up");
  }

  @Test
  void anUnknownModeIsNamed() {
    ModeTraits unknown =
        new ModeTraits(
            "revolving-door",
            "",
            Arrays.asList(Line.values()),
            Set.of(),
            List.of(),
            new Discipline.InLine(true));
    assertThatThrownBy(() -> new ModeCase(unknown, Line.SHARED).house(2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("revolving-door");
  }
}
