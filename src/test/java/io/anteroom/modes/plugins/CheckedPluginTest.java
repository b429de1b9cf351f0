package io.anteroom.modes.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.spi.LockPlugin;
import io.anteroom.modes.spi.Plugin;
import io.anteroom.modes.spi.PluginException;
import io.anteroom.modes.spi.RoomLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plugin says of itself is checked before it is used. */
class CheckedPluginTest {
  private record Own(String name, String summary, int version) implements LockPlugin {
    @Override
    public RoomLock open(int rooms) {
      throw new AssertionError("it is not opened");
    }
  }

  private static CheckedPlugin check(String name, String summary) throws InterruptedException {
    return CheckedPlugin.of(new Own(name, summary, Plugin.VERSION), "own.jar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "Own-2", "a234567890123456789012345678901234567890"})
  void aNameIsALetterThenLettersDigitsAndDashes(String name) throws InterruptedException {
    assertThat(check(name, "It locks").name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "a b", "a2345678901234567890123456789012345678901"})
  void anyOtherNameIsRefused(String name) {
    assertThatThrownBy(() -> check(name, "It locks"))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("its name can't be \"" + name + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two\nlines"})
  void aSummaryThatIsNotOneLineIsRefused(String summary) {
    assertThatThrownBy(() -> check("own", summary))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("its summary is not one line of text");
  }

  @Test
  void aSummaryLosesTheSpaceAroundItAndWhatIsLongerThanALine() throws InterruptedException {
    assertThat(check("own", " It locks ").summary()).isEqualTo("It locks");
    assertThat(check("own", "x".repeat(100)).summary()).hasSize(100);
    assertThat(check("own", "x".repeat(101)).summary()).hasSize(100);
  }

  @Test
  void anotherVersionIsRefused() {
    Own older = new Own("own", "It locks", Plugin.VERSION - 1);
    assertThatThrownBy(() -> CheckedPlugin.of(older, "own.jar"))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("build it anew");
  }

  @Test
  void aLockIsAMode() throws InterruptedException {
    assertThat(check("own", "It locks").mode()).isNotNull();
  }
}
