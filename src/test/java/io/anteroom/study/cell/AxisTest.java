package io.anteroom.study.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AxisTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "rooms=8..128*2;8 16 32 64 128",
        "rooms=8..100*2;8 16 32 64",
        "rooms=3..3+1;3",
        "seed=1..5+2;1 3 5",
        "readers=0.1..0.5+0.2;0.1 0.3 0.5",
        "rooms=1,2,10..30+10;1 2 10 20 30",
        "rooms=10..30+10,7;10 20 30 7",
        "mode=semaphore,timed;semaphore timed",
        "jdk=21,/opt/jdk-25;21 /opt/jdk-25",
        "hold=lognormal:5ms,cv=2|fixed:5ms;lognormal:5ms,cv=2 fixed:5ms",
        "hold=uniform:1ms..9ms;uniform:1ms..9ms",
      })
  void readsValuesAndRanges(String text, String values) {
    Axis axis = Axis.parse(text).getFirst();
    assertThat(axis.name()).isEqualTo(text.substring(0, text.indexOf('=')));
    assertThat(axis.values()).containsExactly(values.split(" ", -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rooms",
        "rooms=",
        "=8",
        "rooms=8,,9",
        "rooms=8,8",
        "rooms=8..4+1",
        "rooms=5..12",
        "readers=0.1..0.5",
        "pools.connections.rooms=1,5..12",
        "rooms=8..16+0",
        "rooms=8..16*1",
        "rooms=0..16*2",
        "rooms=1..999999+1",
        "rooms=1 rooms=2",
        "name=a,b",
        "expect=a,b",
        "happiness=1,2",
      })
  void refusesWhatIsNoAxisInOneLine(String text) {
    assertThatThrownBy(() -> Axis.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .startsWith("can't be \"")
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"retry-after", "journey", "pools", "classes", "expect", "name"})
  void aKeyThatHasNoSingleValueIsNoUnknownKey(String key) {
    assertThatThrownBy(() -> Axis.parse(key + "=1|2"))
        .hasMessage(
            "can't be \"%s=1|2\"; %s can't be varied; sweep a scenario file for each of its values"
                .formatted(key, key));
  }

  @Test
  void namesTheKeyThatWasMeant() {
    assertThatThrownBy(() -> Axis.parse("room=1,2")).hasMessageContaining("did you mean rooms?");
  }

  @Test
  void combinesEveryValueWithEveryOther() {
    assertThat(Axis.product(Axis.parse("rooms=1,2  mode=a,b,c")))
        .hasSize(6)
        .startsWith(Map.of("rooms", "1", "mode", "a"), Map.of("rooms", "1", "mode", "b"))
        .endsWith(Map.of("rooms", "2", "mode", "c"))
        .doesNotHaveDuplicates();
    assertThat(Axis.product(List.of())).containsExactly(Map.of());
  }

  /** Which the scenario's parser would have refused as one value of the key. */
  @Test
  void aRangeWithoutAStepIsToldHowToHaveOne() {
    assertThatThrownBy(() -> Axis.parse("rooms=5..12"))
        .hasMessage(
            "can't be \"rooms=5..12\"; a range says its step: 5..12+1 adds one each time,"
                + " 5..12*2 doubles");
  }
}
